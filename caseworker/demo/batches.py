"""The whole made-up insurer in parts of a thousand people, each told on its own: memory stays flat."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator
from datetime import date
from itertools import accumulate
from typing import NamedTuple

from caseworker.demo.chance import Chance
from caseworker.demo.claims import FAVOURITES, YEARS, Teller
from caseworker.demo.events import with_requests
from caseworker.demo.forms import Household, Member, Told
from caseworker.demo.people import anchor_age, make_household
from caseworker.demo.providers import make_directory
from caseworker.demo.setting import World
from caseworker.demo.stories.claims import told_stories
from caseworker.demo.stories.people import told_households
from caseworker.rules.calendar import add_years
from caseworker.rules.conditions import Conditions

PEOPLE = 1_000
_SHARE_WITH_FAVOURITE = 0.2


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
    claims = size.claims * (first + count) // size.persons - size.claims * first // size.persons
    fixed_stories = told_stories(world.directory, size.anchor) if fixed else ()
    stories = tuple(t for t in fixed_stories if t.place < fixed)
    members = [member for household in made for member in household.members]
    more = _stories(size, index, world, members, claims - len(stories)) if members else ()
    whole = (*stories, *(t._replace(place=t.place + fixed) for t in more))
    asked = tuple(t._replace(story=with_requests(t.story, size.anchor)) for t in whole)
    return Part((*told, *made), asked)


def _first_households(size: Size) -> tuple[Household, ...]:
    """Those of the told households that there is room for."""
    found: list[Household] = []
    room = size.persons
    for household in told_households(size.anchor):
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


def _stories(size: Size, index: int, world: World, members: list[Member], claims: int) -> Iterator[Told]:
    chance = Chance(size.seed, "claims", index)
    teller = Teller(world, chance, index)
    weights = [_weight(chance, member, size.anchor) for member in members]
    sums = tuple(accumulate(weights))
    favourites = [chance.one(FAVOURITES) if chance.happens(_SHARE_WITH_FAVOURITE) else None for _ in members]
    for _ in range(claims):
        place = min(bisect(sums, chance.whole(0, 10**9) / 10**9 * sums[-1]), len(members) - 1)
        yield Told(place, teller.story(members[place], favourites[place]))


def _weight(chance: Chance, member: Member, anchor: date) -> float:
    """How often a person sends invoices: the old more than the young, some much more than others."""
    age = anchor_age(member.form.birth_date, anchor)
    often = chance.whole(1, 10) ** 3 / 100
    earliest = add_years(anchor, -YEARS)
    insured = any(cover.last is None or cover.last > earliest for cover in member.mivita)
    return often * (0.6 + age / 40) if insured else 0.1
