"""Households of made-up people: names of four languages, ages, addresses, parents and children."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import accumulate
from typing import NamedTuple

from caseworker.demo.chance import Chance
from caseworker.demo.forms import Household, Member
from caseworker.demo.invented.cover import Joining, cover_of
from caseworker.demo.names import names
from caseworker.demo.numbers import ahv_number, email_address, iban, phone_number
from caseworker.models.people.rows import AddressRow
from caseworker.rules.vocabulary import Sex
from caseworker.services.people.entering import FIRST_NUMBER
from caseworker.services.people.forms import CoverageForm, PersonForm

LANGUAGES = ("it", "de", "fr", "en")
_LANGUAGE_SUMS = tuple(accumulate((34, 37, 23, 6)))
_REGIONS = ("it", "de", "fr")
_KINDS = ("family", "lone parent", "young couple", "old couple", "young single", "old single")
_KIND_SUMS = tuple(accumulate((36, 5, 12, 15, 18, 14)))
_CHILDREN = (1, 2, 3, 4)
_CHILDREN_SUMS = tuple(accumulate((38, 43, 15, 4)))
# Who never had cover asked for an offer at that age.
_NEVER_INSURED = timedelta(days=365)


class Person(NamedTuple):
    """A person before they have numbers."""

    given_name: str
    name: str
    sex: Sex
    birth: date
    death: date | None


class Home(NamedTuple):
    """What the people of a household have in common."""

    language: str
    name: str
    address: AddressRow
    joining: Joining
    care_of: str | None = None  # who opens the post of the children


def person_number(index: int) -> str:
    """The insured number of the index-th person, counted from 1, as the store gives them out."""
    return str(FIRST_NUMBER + index)


def make_household(chance: Chance, first: int, room: int, anchor: date) -> Household:
    """One household of at most `room` people; its first member is the `first`-th person of the insurer."""
    home = _home(chance, anchor)
    kind = chance.weighed(_KINDS, _KIND_SUMS)
    parents, children = _people(chance, kind, home, anchor)
    # Not everyone of a family is insured here.
    if len(parents) == 2 and chance.happens(0.14):
        parents = [chance.one(parents)]
    parents, children = parents[:room], children[: max(room - len(parents), 0)]
    numbers = {person.sex: person_number(first + i) for i, person in enumerate(parents)} if children else {}
    members = [_member(chance, first + i, person, home, anchor) for i, person in enumerate(parents)]
    if children:
        home = home._replace(care_of=f"c/o {parents[-1].given_name} {parents[-1].name}")
    for i, child in enumerate(children, start=len(parents)):
        member = _member(chance, first + i, child, home, anchor, numbers)
        members.append(member)
    town = home.address.town
    return Household(f"{home.name}, {town}", tuple(members))


def _home(chance: Chance, anchor: date) -> Home:
    language = chance.weighed(LANGUAGES, _LANGUAGE_SUMS)
    region = chance.one(_REGIONS) if language == "en" else language
    postcode, town = chance.one(names().places[region])
    number = f"{chance.whole(1, 78)}{chance.one(('', '', '', '', 'a', 'b'))}"
    address = AddressRow(chance.one(names().streets[region]), number, postcode, town, "CH")
    return Home(language, _surname(chance, language), address, Joining.draw(chance, anchor))


def _surname(chance: Chance, language: str) -> str:
    name = chance.one(names().surnames[language])
    if chance.happens(0.12) and "-" not in name:
        other = chance.one(names().surnames[language])
        return name if other == name or "-" in other else f"{name}-{other}"
    return name


def _people(chance: Chance, kind: str, home: Home, anchor: date) -> tuple[list[Person], list[Person]]:
    """Adults and children of a household."""
    draw = _Draw(chance, home, anchor)
    if kind == "family":
        mother = draw.adult(Sex.FEMALE, 26, 52)
        age = anchor.year - mother.birth.year
        father = draw.adult(Sex.MALE, max(age - 3, 25), age + 7)
        return [father, mother], draw.children(mother)
    if kind == "lone parent":
        parent = draw.adult(Sex.FEMALE if chance.happens(0.8) else Sex.MALE, 24, 50)
        return [parent], draw.children(parent)
    lowest, highest = (59, 93) if kind.startswith("old") else (19, 58)
    if kind.endswith("single"):
        return [draw.adult(chance.one((Sex.FEMALE, Sex.MALE)), lowest, highest)], []
    man = draw.adult(Sex.MALE, lowest, highest)
    age = anchor.year - man.birth.year
    return [man, draw.adult(Sex.FEMALE, max(age - 6, 19), age + 3)], []


class _Draw:
    """Draws the people of one household."""

    def __init__(self, chance: Chance, home: Home, anchor: date) -> None:
        self._chance, self._home, self._anchor = chance, home, anchor

    def adult(self, sex: Sex, youngest: int, oldest: int) -> Person:
        age = self._chance.whole(youngest, oldest)
        year = self._anchor.year - age
        birth = self._chance.day(date(year, 1, 1), date(year, 12, 31))
        own_name = self._chance.happens(0.25)
        name = _surname(self._chance, self._home.language) if own_name else self._home.name
        return self._person(sex, name, birth, age)

    def children(self, parent: Person) -> list[Person]:
        chance, found = self._chance, []
        oldest = min(anchor_age(parent.birth, self._anchor) - 21, 21)
        age = chance.whole(0, max(oldest, 0))
        for _ in range(chance.weighed(_CHILDREN, _CHILDREN_SUMS)):
            if age < 0:
                break
            year = self._anchor.year - age
            last = self._anchor - timedelta(days=20) if age == 0 else date(year, 12, 31)
            birth = chance.day(date(year, 1, 1), last)
            found.append(self._person(chance.one((Sex.FEMALE, Sex.MALE)), self._home.name, birth, age))
            age -= chance.whole(1, 4)
        return found

    def _person(self, sex: Sex, name: str, birth: date, age: int) -> Person:
        chance = self._chance
        given_names = names().women if sex is Sex.FEMALE else names().men
        given = chance.one(given_names[self._home.language])
        dies = chance.happens(0.002 if age < 60 else 0.04 if age < 80 else 0.1)
        earliest = max(birth, self._anchor - timedelta(days=1200))
        death = chance.day(earliest, self._anchor - timedelta(days=30)) if dies and age > 0 else None
        return Person(given, name, sex, birth, death)


def anchor_age(birth: date, anchor: date) -> int:
    """The age reached in the anchor's year."""
    return anchor.year - birth.year


def _member(
    chance: Chance,
    index: int,
    person: Person,
    home: Home,
    anchor: date,
    parents: dict[Sex, str] | None = None,
) -> Member:
    parents = parents or {}
    adult = anchor_age(person.birth, anchor) >= 18
    form = PersonForm(
        birth_date=person.birth,
        sex=person.sex,
        name=person.name,
        given_name=person.given_name,
        language=home.language,
        number=person_number(index),
        ahv=ahv_number(index),
        death_date=person.death,
        email=email_address(person.given_name, person.name, index) if adult and chance.happens(0.7) else None,
        phone=phone_number(chance) if adult and chance.happens(0.85) else None,
        iban=iban(index) if index % 16 else None,
        address=home.address if adult else home.address._replace(care_of=home.care_of),
        father=parents.get(Sex.MALE),
        mother=parents.get(Sex.FEMALE),
    )
    coverages = cover_of(chance, person.birth, person.death, home.joining, anchor)
    return Member(form, coverages, entered_on(form, coverages))


def entered_on(form: PersonForm, coverages: tuple[CoverageForm, ...]) -> datetime:
    """When a person was recorded: some weeks before their first cover, or at their birth."""
    first = min((cover.first for cover in coverages), default=form.birth_date + _NEVER_INSURED)
    return datetime.combine(max(first - timedelta(days=30), form.birth_date), time(9, 30), UTC)
