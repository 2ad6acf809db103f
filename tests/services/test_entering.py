"""Entering and amending: what cannot be right is refused, who comes second is told, facts have a source."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import select

from caseworker.errors import Refusal
from caseworker.models.claims.queries import claims_of, facts_of, lines_of
from caseworker.models.claims.queue import queue_page
from caseworker.models.people.providers import providers
from caseworker.models.people.queries import dossier, family, find_person
from caseworker.models.people.rows import AddressRow
from caseworker.models.people.tables import Person
from caseworker.models.store.store import Store
from caseworker.models.work.rows import View
from caseworker.rules.case import Consent, Line, Travel
from caseworker.rules.vocabulary import Sex
from caseworker.services.claims.deciding import decide_as_assessed
from caseworker.services.claims.entering import (
    amend_claim,
    enter_claim,
    establish_event_fact,
    establish_fact,
    note_consent,
)
from caseworker.services.claims.forms import ClaimForm
from caseworker.services.people.entering import (
    amend_coverage,
    amend_person,
    enter_coverage,
    enter_household,
    enter_person,
    enter_provider,
)
from caseworker.services.people.forms import CoverageForm, PersonForm, ProviderForm
from tests.support.stores import ADDRESS, NOW, claim, context, insure, treatment

BIRTH = date(1985, 7, 14)
FORM = PersonForm(BIRTH, Sex.FEMALE, "Bernasconi", "Giulia", "de", ahv="756.9217.0769.85", address=ADDRESS)
TRAVEL = Travel("E1", "illness", "holiday", "IT", event_at=NOW, facts={"third_country": False})


@pytest.mark.each_engine
def test_a_person_is_kept_as_entered_under_a_number_of_the_stores_own(store: Store) -> None:
    with store.writing() as session:
        first = enter_person(session, context(), FORM)
        second = enter_person(session, context(), replace(FORM, ahv=None, name="", given_name=""))
    assert (first.number, second.number) == ("10000001", "10000002")
    assert (first.name, first.given_name, first.language, first.ahv) == (
        "Bernasconi",
        "Giulia",
        "de",
        "7569217076985",
    )
    assert first.address == ADDRESS
    assert (second.name, second.ahv) == ("", None)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"ahv": "756.9217.0769.84"}, "no valid AHV number"),
        ({"ahv": "123"}, "no valid AHV number"),
        ({"death_date": date(1985, 7, 13)}, "before the birth"),
        ({"language": "rm"}, "no letters in the language"),
        ({"number": " "}, "number is empty"),
        ({"name": "a\0b"}, "cannot be stored"),
        ({"father": "99"}, "no person with number 99"),
    ],
)
def test_a_person_that_cannot_be_right_is_refused(store: Store, changes: dict[str, Any], told: str) -> None:
    with pytest.raises(Refusal, match=told), store.writing() as session:
        enter_person(session, context(), replace(FORM, **changes))


@pytest.mark.parametrize("changes", [{"number": "7"}, {"ahv": "756.9217.0769.85", "number": "8"}])
@pytest.mark.each_engine
def test_a_number_belongs_to_one_person(store: Store, changes: dict[str, Any]) -> None:
    with store.writing() as session:
        enter_person(session, context(), replace(FORM, number="7"))
    with pytest.raises(Refusal, match="belongs to someone else"), store.writing() as session:
        enter_person(session, context(), replace(FORM, **{"ahv": None, **changes}))


@pytest.mark.each_engine
def test_who_amends_a_person_second_is_told(store: Store) -> None:
    with store.writing() as session:
        seen = enter_person(session, context(), FORM)
    with store.writing() as session:
        now = amend_person(
            session, context(), seen.number, seen.version, replace(FORM, given_name="Giulietta")
        )
    assert (now.given_name, now.version) == ("Giulietta", seen.version + 1)
    with pytest.raises(Refusal, match="changed this record"), store.writing() as session:
        amend_person(session, context(), seen.number, seen.version, FORM)


@pytest.mark.each_engine
def test_a_change_to_what_was_changed_underneath_is_refused_by_its_version(store: Store) -> None:
    with store.writing() as session:
        number = enter_person(session, context(), FORM).number
    with store.reading() as session:
        stale = session.scalars(select(Person)).one()
    with store.writing() as session:
        amend_person(session, context(), number, 1, replace(FORM, given_name="Giulietta"))
    stale.given_name = "Julia"
    with pytest.raises(Refusal, match="changed this record"), store.writing() as session:
        session.add(stale)
    with store.reading() as session:
        assert find_person(session, number).given_name == "Giulietta"


@pytest.mark.each_engine
def test_an_address_is_amended_and_taken_away(store: Store) -> None:
    moved = AddressRow("Bahnhofstrasse", "1", "8001", "Zürich", "CH", "bei Frei")
    with store.writing() as session:
        seen = enter_person(session, context(), FORM)
        seen = amend_person(session, context(), seen.number, seen.version, replace(FORM, address=moved))
        assert seen.address == moved
        seen = amend_person(
            session, context(), seen.number, seen.version, replace(FORM, address=None, phone="1")
        )
        assert seen.address is None


@pytest.mark.each_engine
def test_the_family_is_told_with_the_cover_of_each(store: Store) -> None:
    with store.writing() as session:
        home = enter_household(session, context(), "Via Nassa 12")
        father = enter_person(session, context(), PersonForm(date(1980, 1, 1), Sex.MALE, "Rossi", "Marco"))
        enter_coverage(session, context(), father.number, CoverageForm("mivita", date(2019, 1, 1), "reala"))
        mother = enter_person(session, context(), replace(FORM, household=home))
        child = PersonForm(
            date(2019, 5, 5),
            Sex.FEMALE,
            "Rossi",
            "Ada",
            father=father.number,
            mother=mother.number,
            household=home,
        )
        ada = enter_person(session, context(), child)
        told = {(r.relation, r.given_name, r.tier) for r in family(session, ada, NOW.date())}
        of_mother = {(r.relation, r.given_name) for r in family(session, mother, NOW.date())}
        of_father = {(r.relation, r.given_name) for r in family(session, father, NOW.date())}
    assert told == {("father", "Marco", "reala"), ("mother", "Giulia", None)}
    assert of_mother == of_father == {("child", "Ada")}


@pytest.mark.parametrize(
    ("form", "told"),
    [
        (CoverageForm("mivita", date(2020, 1, 1), "private"), "no mivita private"),
        (CoverageForm("denta", date(2020, 1, 1), "reala"), "no denta reala"),
        (CoverageForm("kasko", date(2020, 1, 1)), "no kasko"),
        (CoverageForm("comforta", date(2020, 1, 1), "private", date(2019, 1, 1)), "ends before it begins"),
        (CoverageForm("denta", date(2020, 1, 1), term_years=2), "one year or three"),
        (CoverageForm("mivita", date(2018, 6, 1), "reala", date(2019, 1, 1)), "covers some of these days"),
        (CoverageForm("mivita", date(2056, 1, 1), "reala"), "covers some of these days"),
    ],
)
def test_cover_that_cannot_be_right_is_refused(store: Store, form: CoverageForm, told: str) -> None:
    person = insure(store)
    with pytest.raises(Refusal, match=told), store.writing() as session:
        enter_coverage(session, context(), person, form)


@pytest.mark.each_engine
def test_cover_of_several_products_is_held_side_by_side_and_ends(store: Store) -> None:
    person = insure(store)
    with store.writing() as session:
        enter_coverage(
            session, context(), person, CoverageForm("comforta", date(2020, 1, 1), "private", None, 3)
        )
        enter_coverage(session, context(), person, CoverageForm("denta", date(2020, 1, 1)))
        found = dossier(session, person)
        mivita = found.coverages[0]
        ended = CoverageForm("mivita", mivita.first, mivita.tier, date(2025, 12, 31))
        amended = amend_coverage(session, context(), mivita.id, mivita.version, ended)
        enter_coverage(session, context(), person, CoverageForm("mivita", date(2026, 1, 1), "reala"))
        found = dossier(session, person)
    assert [c.product for c in found.coverages] == ["mivita", "comforta", "denta", "mivita"]
    assert [(c.tier, c.last) for c in found.mivita] == [("extensa", date(2025, 12, 31)), ("reala", None)]
    assert amended.version == mivita.version + 1
    with pytest.raises(Refusal, match="changed this record"), store.writing() as session:
        amend_coverage(session, context(), mivita.id, mivita.version, ended)


def test_2a_mivita_is_taken_out_up_to_the_year_in_which_70_is_reached(store: Store) -> None:
    with store.writing() as session:
        old = enter_person(session, context(), PersonForm(date(1955, 12, 31), Sex.MALE)).number
        older = enter_person(session, context(), PersonForm(date(1954, 12, 31), Sex.MALE)).number
        enter_coverage(
            session, context(), old, CoverageForm("mivita", date(2025, 1, 1), "reala", date(2026, 1, 31))
        )
        enter_coverage(session, context(), old, CoverageForm("mivita", date(2026, 2, 1), "extensa"))
    with pytest.raises(Refusal, match=r"70 is reached \(art. 2a\)"), store.writing() as session:
        enter_coverage(session, context(), older, CoverageForm("mivita", date(2025, 1, 1), "reala"))


@pytest.mark.each_engine
def test_a_provider_is_found_by_the_beginning_of_the_name(store: Store) -> None:
    form = ProviderForm(
        "Zürcher Höhenklinik", "hospital", "Davos", contracted=True, methods=("rehab", "cure")
    )
    with store.writing() as session:
        entered = enter_provider(session, context(), form)
        enter_provider(session, context(), ProviderForm("Zuber", "physician"))
        assert providers(session, "zuerch") == (entered,)
        assert [row.name for row in providers(session, "zu")] == ["Zuber", "Zürcher Höhenklinik"]
    assert entered.methods == ("cure", "rehab")
    for wrong in (replace(form, kind="wizard"), replace(form, name=" ")):
        with pytest.raises(Refusal), store.writing() as session:
            enter_provider(session, context(), wrong)


@pytest.mark.each_engine
def test_a_claim_is_kept_as_entered(store: Store) -> None:
    person = insure(store)
    lines = (
        treatment("1", facts={"provider_recognised": True, "cga_excluded": False}),
        Line(
            "2",
            "abroad.outpatient",
            NOW.date(),
            NOW.date(),
            9_900,
            "EUR",
            rate=Decimal("0.9435"),
            country="IT",
        ),
        treatment("3", consent=Consent(granted=True, id="K1", max_amount=50_000)),
        treatment("4", consent=Consent(granted=True, id="K1", max_amount=50_000), bmi=Decimal("27.5")),
    )
    with store.writing() as session:
        provider = enter_provider(session, context(), ProviderForm("Studio", "therapist"))
        form = ClaimForm(
            person, lines, date(2026, 3, 20), TRAVEL, provider.id, "R-17", date(2026, 3, 15), source="invoice"
        )
        row = enter_claim(session, context(), form)
        (again,) = claims_of(session, find_person(session, person).id)
        kept = lines_of(session, row.number)
        told = facts_of(session, row.number)
        (waiting,) = queue_page(session, NOW.date())
    assert again == row
    assert (row.provider, row.invoice_number, row.invoice_date) == ("Studio", "R-17", date(2026, 3, 15))
    assert tuple(each.line for each in kept) == lines
    assert ("cga_excluded", False, "G. Keller", NOW, "invoice") in {row[1:] for row in told}
    assert [fact.line_id for fact in told].count(None) == 1
    assert (waiting.claim_number, waiting.open_lines, waiting.waiting_facts) == (row.number, 4, 1)


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ((), "at least one line"),
        ((replace(treatment(), benefit="magic"),), "unknown benefit 'magic'"),
        ((treatment(facts={"lucky": True}),), "unknown fact"),
        ((treatment("1"), treatment("1")), "another line '1'"),
        ((treatment(day=date(1980, 1, 1)),), "before the person's birth"),
        ((replace(treatment(), benefit="abroad.outpatient"),), "travel"),
        ((replace(treatment(), last=date(2026, 3, 1)),), "before the first day"),
        ((treatment(rappen=10**12),), "not an amount"),
        ((treatment(episode="a\0b"),), "cannot be stored"),
    ],
)
def test_a_claim_that_a_case_file_could_not_hold_is_refused(
    store: Store, lines: tuple[Line, ...], told: str
) -> None:
    person = insure(store)
    with pytest.raises(Refusal, match=told), store.writing() as session:
        enter_claim(session, context(), ClaimForm(person, lines))


@pytest.mark.each_engine
def test_who_amends_a_claim_second_is_told(store: Store) -> None:
    person = insure(store)
    number = claim(store, person)
    form = ClaimForm(person, (treatment(rappen=10_000),))
    with store.writing() as session:
        assert amend_claim(session, context(), number, 1, form).version == 2
    with pytest.raises(Refusal, match="changed this record"), store.writing() as session:
        amend_claim(session, context(), number, 1, form)


def test_who_has_a_claim_open_is_told_when_a_fact_was_established(store: Store) -> None:
    person = insure(store)
    number = claim(store, person)
    with store.reading() as session:
        (line,) = lines_of(session, number)
    with store.writing() as session:
        establish_fact(session, context(), line.id, "provider_recognised", False)
    with pytest.raises(Refusal, match="changed this record"), store.writing() as session:
        amend_claim(session, context(), number, 1, ClaimForm(person, (treatment(),)))


@pytest.mark.each_engine
def test_lines_are_amended_added_withdrawn_and_taken_up_again(store: Store) -> None:
    person = insure(store)
    number = claim(store, person, treatment("1"), treatment("2"))
    versions: list[tuple[Line, ...]] = [
        (treatment("2", 1_000, facts={"cga_excluded": True}), treatment("3")),
        (treatment("1", consent=Consent(granted=False)), treatment("3", episode="birth-1")),
        (treatment("1"), treatment("2")),
    ]
    for version, lines in enumerate(versions, start=1):
        with store.writing() as session:
            amend_claim(session, context(), number, version, ClaimForm(person, lines))
        with store.reading() as session:
            assert tuple(row.line for row in lines_of(session, number)) == lines


def test_a_line_that_was_decided_stays_as_it_was_decided(store: Store) -> None:
    person = insure(store)
    number = claim(store, person, treatment("1"), treatment("2", facts={}))
    with store.writing() as session:
        decide_as_assessed(session, context(), number)
        _, open_line = lines_of(session, number)
    for lines in ((treatment("2"),), (treatment("1", 1), treatment("2"))):
        with pytest.raises(Refusal, match="has been decided"), store.writing() as session:
            amend_claim(session, context(), number, 1, ClaimForm(person, lines))
    with store.writing() as session:
        amend_claim(session, context(), number, 1, ClaimForm(person, (treatment("1"), treatment("2"))))
        decided, _ = lines_of(session, number)
    with pytest.raises(Refusal, match="is decided"), store.writing() as session:
        establish_fact(session, context(), decided.id, "provider_recognised", False)
    with pytest.raises(Refusal, match="is decided"), store.writing() as session:
        note_consent(session, context(), decided.id, None)
    assert open_line.state == "open"


@pytest.mark.each_engine
def test_a_fact_is_kept_with_who_when_and_from_what_and_the_last_one_counts(store: Store) -> None:
    number = claim(store, insure(store), treatment(facts={}))
    with store.reading() as session:
        (line,) = lines_of(session, number)
    for who, value in (("Anna", True), ("Beat", False), ("Carla", None), ("Dora", True)):
        with store.writing() as session:
            establish_fact(
                session, context(who), line.id, "provider_recognised", value, source=f"{who}'s call"
            )
    with store.reading() as session:
        history = [(fact.by, fact.value, fact.source) for fact in facts_of(session, number)]
        (now,) = lines_of(session, number)
    assert history == [
        ("Anna", True, "Anna's call"),
        ("Beat", False, "Beat's call"),
        ("Carla", None, "Carla's call"),
        ("Dora", True, "Dora's call"),
    ]
    assert now.line.facts == {"provider_recognised": True}


def test_a_fact_that_no_edition_names_is_refused(store: Store) -> None:
    number = claim(store, insure(store))
    with store.reading() as session:
        (line,) = lines_of(session, number)
    with pytest.raises(Refusal, match="no fact 'lucky'"), store.writing() as session:
        establish_fact(session, context(), line.id, "lucky", True)
    with pytest.raises(Refusal, match="no such line"), store.writing() as session:
        establish_fact(session, context(), 999, "provider_recognised", True)


@pytest.mark.each_engine
def test_a_fact_of_the_event_holds_for_the_whole_travel_case(store: Store) -> None:
    person = insure(store)
    line = Line("1", "abroad.outpatient", NOW.date(), NOW.date(), 9_900, facts={"licensed_provider": True})
    number = claim(store, person, line, travel=TRAVEL)
    with store.writing() as session:
        assert queue_page(session, NOW.date(), View.FACTS) != ()
        establish_event_fact(session, context(), number, "emergency", True)
        assert queue_page(session, NOW.date(), View.FACTS) == ()
        assert decide_as_assessed(session, context(), number).amount == 9_900
    other = claim(store, person)
    with pytest.raises(Refusal, match="no travel case"), store.writing() as session:
        establish_event_fact(session, context(), other, "emergency", True)
