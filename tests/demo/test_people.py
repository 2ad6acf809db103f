"""The made-up people: as many as asked for, of four languages, with numbers, families and cover."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from stdnum import iban
from stdnum.ch import ssn

from caseworker.demo.batches import Part, Size, make_part
from caseworker.demo.chance import Chance
from caseworker.demo.forms import Member
from caseworker.demo.invented.people import LANGUAGES, person_number
from caseworker.demo.names import names
from caseworker.demo.numbers import ahv_number
from caseworker.demo.providers import make_directory
from caseworker.demo.staff import ANCHOR
from caseworker.models.people.provider_tables import PROVIDER_KINDS
from caseworker.rules.vocabulary import Sex
from caseworker.services.people.checks import check_person
from tests.support.stores import conditions


def members_of(part: Part) -> list[Member]:
    return [member for household in part.households for member in household.members]


@pytest.mark.parametrize("persons", [1, 4, 5, 12, 13, 57])
def test_there_are_as_many_people_as_asked_for(persons: int) -> None:
    part = make_part(Size(1, persons, 0, ANCHOR), 0, conditions())
    assert [m.form.number for m in members_of(part)] == [person_number(i + 1) for i in range(persons)]


def test_every_ahv_number_is_valid_and_given_out_once() -> None:
    found = [ahv_number(index) for index in range(1, 20_000)]
    assert len(set(found)) == len(found)
    assert all(ssn.is_valid(number) and number.startswith("756") for number in found)


def test_accounts_are_valid_in_form_and_most_people_have_one(wide: Part) -> None:
    known = [member.form.iban for member in members_of(wide) if member.form.iban is not None]
    assert len(set(known)) == len(known)
    assert len(members_of(wide)) * 0.8 < len(known) < len(members_of(wide))
    assert all(iban.is_valid(number) and number.startswith("CH") for number in known)


def test_everyone_could_be_entered_by_hand(wide: Part) -> None:
    for member in members_of(wide):
        check_person(member.form)


def test_people_speak_four_languages_and_have_names_of_their_region(wide: Part) -> None:
    members = members_of(wide)
    assert {member.form.language for member in members} == set(LANGUAGES)
    assert {len(table) for table in (names().surnames, names().women, names().men)} == {4}
    assert any(not member.form.name.isascii() for member in members)
    assert {member.form.sex for member in members} == set(Sex)


def test_parents_are_named_before_their_children_and_are_a_generation_older(wide: Part) -> None:
    known: dict[str | None, Member] = {}
    children = 0
    for member in members_of(wide):
        for parent, sex in ((member.form.father, Sex.MALE), (member.form.mother, Sex.FEMALE)):
            if parent is not None:
                found = known[parent].form
                assert found.sex is sex
                assert member.form.birth_date.year - found.birth_date.year >= 18
                children += 1
        known[member.form.number] = member
    assert children > 50


def test_periods_of_a_product_follow_each_other(wide: Part) -> None:
    for member in members_of(wide):
        for product in ("mivita", "comforta", "denta"):
            periods = [cover for cover in member.coverages if cover.product == product]
            for earlier, later in pairwise(periods):
                assert earlier.last is not None
                assert earlier.last < later.first
            assert all(p.last is None or p.first <= p.last for p in periods)
            assert all(p.first >= member.form.birth_date for p in periods)


def test_mivita_is_taken_out_in_time_and_ends_with_death(wide: Part) -> None:
    for member in members_of(wide):
        covers = [cover for cover in member.coverages if cover.product == "mivita"]
        ends = {cover.last for cover in covers}
        for cover in covers:
            goes_on = cover.first - timedelta(days=1) in ends
            assert goes_on or cover.first.year - member.form.birth_date.year <= 70  # art. 2a
        if member.form.death_date is not None and covers:
            assert covers[-1].last is not None
            assert covers[-1].last <= member.form.death_date


def test_cover_of_every_kind_occurs(wide: Part) -> None:
    members = members_of(wide)
    covers = [cover for member in members for cover in member.coverages]
    assert {(c.product, c.tier) for c in covers} >= {
        ("mivita", "reala"),
        ("mivita", "extensa"),
        ("comforta", "semi_private"),
        ("comforta", "private"),
        ("denta", None),
    }
    assert {cover.term_years for cover in covers} == {1, 3}
    assert any(member.form.death_date for member in members)
    assert any(not member.mivita for member in members)
    assert any(member.mivita and member.mivita[-1].last for member in members)
    tiers = [[cover.tier for cover in member.mivita] for member in members]
    assert any(len(set(found)) == 2 for found in tiers)
    assert any(
        one.last is not None and other.first - one.last > timedelta(days=1)
        for member in members
        for one, other in pairwise(member.mivita)
    )


def test_a_child_of_an_insured_family_is_insured_from_birth(wide: Part) -> None:
    assert any(m.mivita and m.mivita[0].first == m.form.birth_date for m in members_of(wide))


def test_providers_are_of_every_kind_here_and_abroad() -> None:
    forms = make_directory().forms
    assert {form.kind for form in forms} == set(PROVIDER_KINDS)
    assert {form.contracted for form in forms if form.kind == "hospital"} == {True, False}
    assert {bool(form.methods) for form in forms if form.kind == "therapist"} == {True, False}
    assert len({form.country for form in forms}) > 5


def test_the_same_place_gives_the_same_chance() -> None:
    def draws(*place: object) -> list[int]:
        chance = Chance(*place)
        return [chance.whole(0, 10**6) for _ in range(5)]

    assert draws(1, "people", 0) == draws(1, "people", 0)
    assert draws(1, "people", 0) != draws(1, "people", 1) != draws(2, "people", 1)


def test_a_day_and_a_price_lie_between_their_ends() -> None:
    chance = Chance("ends")
    days = {chance.day(date(2026, 1, 1), date(2026, 1, 3)) for _ in range(200)}
    assert days == {date(2026, 1, 1), date(2026, 1, 2), date(2026, 1, 3)}
    assert chance.day(date(2026, 1, 2), date(2026, 1, 1)) == date(2026, 1, 2)
    prices = [chance.francs(10, 400) for _ in range(500)]
    assert all(1_000 <= price <= 40_000 and price % 5 == 0 for price in prices)
