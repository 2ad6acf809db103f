"""The whole made-up insurer in parts of a thousand people, each told on its own: memory stays flat."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from caseworker.demo.chance import Chance
from caseworker.demo.forms import Household, Told
from caseworker.demo.invented.people import make_household
from caseworker.demo.providers import make_directory
from caseworker.demo.setting import Crowd, World
from caseworker.demo.stories import by_hand, households
from caseworker.demo.subjects import INVENTED, with_sequels
from caseworker.rules.conditions import Conditions

PEOPLE = 1_000


class Size(NamedTuple):
    """How large the insurer is, and from which seed it grows."""

    seed: int
    persons: int
    claims: int
    anchor: date

    @property
    def parts(self) -> int:
        """How many parts it has."""
        return -(-self.persons // PEOPLE)


class Part(NamedTuple):
    """Households, and the stories of their members' claims in order of time within each person."""

    households: tuple[Household, ...]
    stories: tuple[Told, ...]


def make_part(size: Size, index: int, conditions: Conditions) -> Part:
    """The index-th part; the same whatever parts were made before."""
    first = index * PEOPLE
    count = min(PEOPLE, size.persons - first)
    world = World(conditions, make_directory(), size.anchor)
    told = _first_households(size) if index == 0 else ()
    fixed = sum(len(household.members) for household in told)
    made = tuple(make_people(size, index, first + fixed, count - fixed))
    stories = tuple(t for t in by_hand(world.directory, size.anchor) if t.place < fixed) if fixed else ()
    claims = size.claims * (first + count) // size.persons - size.claims * first // size.persons
    members = tuple(member for household in made for member in household.members)
    crowd = Crowd(world, size.seed, index, members, claims - len(stories))
    invented = (t._replace(place=t.place + fixed) for t in _by_chance(crowd))
    return Part((*told, *made), tuple(with_sequels(t, size.anchor) for t in (*stories, *invented)))


def _by_chance(crowd: Crowd) -> Iterator[Told]:
    """All that is invented of a crowd, one subject after the other."""
    return (told for invent in INVENTED for told in invent(crowd)) if crowd.members else iter(())


def _first_households(size: Size) -> tuple[Household, ...]:
    """Those of the told households that there is room for."""
    found: list[Household] = []
    room = size.persons
    for household in households(size.anchor):
        room -= len(household.members)
        if room < 0:
            break
        found.append(household)
    return tuple(found)


def make_people(size: Size, index: int, first: int, count: int) -> Iterator[Household]:
    """The households of a part: `count` people, the first of them the insurer's person `first` + 1."""
    chance, made = Chance(size.seed, "people", index), 0
    while made < count:
        household = make_household(chance, first + made + 1, count - made, size.anchor)
        made += len(household.members)
        yield household
