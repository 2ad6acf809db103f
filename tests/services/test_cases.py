"""Case files in and out: the store holds what an assessment of the file gives, and tells it again."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings

from caseworker.errors import Refusal
from caseworker.models.claims.decision_queries import decisions_of
from caseworker.models.claims.queries import lines_of_person
from caseworker.models.people.queries import dossier, find_person
from caseworker.models.store.store import Store
from caseworker.rules.assess import assess_case
from caseworker.rules.case import Case, Claim, Consent, Coverage, Line, Person
from caseworker.rules.casefile.reader import CaseReader
from caseworker.rules.casefile.writer import render_case, render_limits, render_profile, render_result
from caseworker.rules.limits import limits_on
from caseworker.rules.profile import profile_on
from caseworker.rules.vocabulary import Sex, Tier
from caseworker.services.claims.case_files import export_case, import_case
from caseworker.services.claims.deciding import decide_as_assessed
from caseworker.services.claims.document import replay
from caseworker.services.claims.entering import enter_claim, establish_fact
from caseworker.services.claims.forms import ClaimForm
from caseworker.services.claims.reversing import reverse
from caseworker.services.people.entering import amend_coverage
from caseworker.services.people.forms import CoverageForm
from caseworker.services.store.checking import check
from tests.rules.strategies import ALWAYS, documents
from tests.support.stores import claim, conditions, context, insure, treatment

EXTENSA = {"tier": "extensa", "from": "2015-01-01", "to": None}
CURE = {
    "prescribed": True,
    "inpatient": True,
    "provider_recognised": True,
    "cure_indicated": True,
    "entry_examination": True,
    "treatment_plan": True,
    "prior_request": True,
}
OBESITY = {"prescribed": True, "provider_recognised": True}


def line(label: str, benefit: str, first: str, charged: str, **more: Any) -> dict[str, Any]:
    return {"id": label, "benefit": benefit, "from": first, "charged": charged, **more}


def a_claim(label: str, *lines: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"id": label, "lines": list(lines), **more}


def told(
    claims: list[dict[str, Any]], birth: str = "1958-05-05", sex: str = "F", **more: Any
) -> dict[str, Any]:
    person = {"birth_date": birth, "sex": sex}
    return {"as_of": "2026-12-31", "person": person, "coverages": [EXTENSA], "claims": claims, **more}


STORIES: dict[str, dict[str, Any]] = {
    "nothing yet": told([]),
    "cures over the turn of a year and beyond the fifty days": told(
        [
            a_claim("C1", line("1", "cure.thermal", "2025-12-20", "5000.00", to="2026-01-20", facts=CURE)),
            a_claim("C2", line("1", "cure.thermal", "2024-03-01", "5000.00", to="2024-03-25", facts=CURE)),
        ]
    ),
    "consent that is shared and used up": told(
        [
            a_claim(
                f"C{month}",
                line(
                    "1",
                    "specific.obesity_nutrition",
                    f"2026-0{month}-01",
                    "300.00",
                    facts=OBESITY,
                    consent={"id": "K1", "decision": "granted", "max_amount": "500.00"},
                ),
            )
            for month in (1, 2, 3)
        ],
        birth="2004-03-03",
        sex="M",
    ),
    "lines that wait between lines that do not": told(
        [
            a_claim(
                "C1",
                line("b", "complementary.treatment", "2026-03-02", "480.00"),
                line(
                    "a",
                    "complementary.treatment",
                    "2026-03-01",
                    "480.00",
                    facts={"provider_recognised": True},
                ),
                line("c", "aids.other", "2026-03-01", "80.00", facts={"prescribed": True}),
            ),
            a_claim("C2", line("1", "medicine", "2026-04-02", "50.00")),
            a_claim("C3", line("1", "vaccination", "2026-04-03", "50.00"), received="2026-05-01"),
        ]
    ),
    "laser treatments too close to each other": told(
        [
            a_claim(
                f"C{year}",
                line(
                    "1",
                    "aids.laser_eye",
                    f"{year}-05-05",
                    "3000.00",
                    facts={"medically_indicated": True, "provider_recognised": True},
                ),
            )
            for year in (2019, 2022, 2025)
        ]
    ),
    "a journey with gross negligence and a foreign currency": told(
        [
            a_claim(
                "C1",
                line(
                    "1",
                    "abroad.accommodation",
                    "2026-07-02",
                    "6500.55",
                    currency="EUR",
                    rate="0.9437",
                    facts={"return_impossible": True, "eligible_person": True, "notified_in_time": True},
                ),
                travel={
                    "event_id": "E1",
                    "event": "accident",
                    "trip": "holiday",
                    "country": "IT",
                    "event_at": "2026-07-01T22:15:00+02:00",
                    "notified_at": "2026-07-02T01:00:00+02:00",
                    "reduction": "0.25",
                    "facts": {"emergency": True},
                },
            )
        ]
    ),
    "a change of tier within the year": told(
        [
            a_claim(
                "C1",
                line(
                    "1",
                    "complementary.treatment",
                    "2026-08-01",
                    "2800.00",
                    facts={"provider_recognised": True},
                ),
                line(
                    "2",
                    "complementary.treatment",
                    "2026-02-01",
                    "900.00",
                    facts={"provider_recognised": True},
                ),
            ),
            a_claim(
                "C2",
                line(
                    "1",
                    "complementary.treatment",
                    "2026-03-01",
                    "900.00",
                    facts={"provider_recognised": True},
                ),
            ),
        ],
        coverages=[
            {"tier": "reala", "from": "2015-01-01", "to": "2026-06-30"},
            {"tier": "extensa", "from": "2026-07-01", "to": None},
        ],
    ),
}


def read(document: dict[str, Any]) -> Case:
    return CaseReader(conditions()).read(document)


def imported(store: Store, case: Case) -> str:
    with store.writing() as session:
        return import_case(session, context(), case)


@pytest.mark.parametrize("story", STORIES)
def test_the_store_holds_what_an_assessment_of_the_file_gives(store: Store, story: str) -> None:
    case = read(STORIES[story])
    result = assess_case(case, conditions())
    number = imported(store, case)
    with store.reading() as session:
        found = dossier(session, number)
        lines = lines_of_person(session, found.person.id)
        decisions = decisions_of(session, found.person.id)
        assert all(replay(session, context(), each.number) for each in decisions)
    today = (case.as_of, conditions())
    profile = profile_on(found.insured, found.mivita, *today)
    limits = limits_on(found.insured, found.mivita, case.as_of, found.standing, conditions())
    assert render_profile(profile) == render_profile(result.profile)
    assert render_limits(limits) == render_limits(result.limits)
    expected = [each for claim in result.claims for each in claim.lines]
    assert [(row.amount or 0) for row in lines] == [each.amount for each in expected]
    assert [row.outcome or {"facts": "pending", "consent": "consent"}[str(row.waits)] for row in lines] == [
        each.outcome for each in expected
    ]
    assert check(store, conditions()).problems == ()


@pytest.mark.parametrize("story", STORIES)
@pytest.mark.each_engine
def test_the_exported_file_is_the_one_that_came_in(store: Store, story: str) -> None:
    case = read(STORIES[story])
    number = imported(store, case)
    with store.reading() as session:
        exported = export_case(session, context(), number, case.as_of)
    assert render_case(exported.case) == render_case(case)
    assert (exported.left_out, exported.agrees) == ((), True)


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """One file for many stories, each of a person of its own."""
    store = Store.create(str(tmp_path_factory.mktemp("shelf") / "store.sqlite"))
    yield store
    store.close()


@settings(ALWAYS, max_examples=40)
@given(documents())
def test_any_story_comes_back_with_what_it_pays_and_the_limits_it_uses(
    shelf: Store, document: dict[str, Any]
) -> None:
    case = read(document)
    result = assess_case(case, conditions())
    number = imported(shelf, case)
    with shelf.reading() as session:
        found = dossier(session, number)
        amounts = [row.amount or 0 for row in lines_of_person(session, found.person.id)]
        exported = export_case(session, context(), number, case.as_of)
    limits = limits_on(found.insured, found.mivita, case.as_of, found.standing, conditions())
    assert limits == result.limits
    assert amounts == [line.amount for claim in result.claims for line in claim.lines]
    assert exported.agrees


def test_a_person_of_a_case_file_has_no_name_on_record(store: Store) -> None:
    number = imported(store, read(STORIES["nothing yet"]))
    with store.reading() as session:
        person = find_person(session, number)
    assert (person.name, person.given_name, person.ahv, person.address) == ("", "", None, None)


def test_a_claim_decided_in_two_steps_is_told_as_two(store: Store) -> None:
    person = insure(store)
    number = claim(store, person, treatment("1"), treatment("2", facts={}), treatment("3", facts={}))
    with store.writing() as session:
        decide_as_assessed(session, context(), number)
        waiting = lines_of_person(session, find_person(session, person).id)
        establish_fact(session, context(), waiting[1].id, "provider_recognised", True)
        decide_as_assessed(session, context(), number)
    with store.reading() as session:
        exported = export_case(session, context(), person)
    claims = [(each.id, [line.id for line in each.lines]) for each in exported.case.claims]
    assert claims == [(number, ["1"]), (f"{number}-2", ["2", "3"])]
    assert exported.agrees


def test_what_was_taken_back_is_left_out_and_what_could_be_decided_is_named(store: Store) -> None:
    person = insure(store)
    first, second = claim(store, person), claim(store, person)
    with store.writing() as session:
        made = decide_as_assessed(session, context(), first)
        decide_as_assessed(session, context(), second)
        reverse(session, context(), made.number, "wrong invoice")
    with store.reading() as session:
        exported = export_case(session, context(), person)
    assert [each.id for each in exported.case.claims] == [second]
    assert exported.left_out == ((first, "1"),)
    assert exported.agrees
    result = render_result(assess_case(exported.case, conditions()))
    assert [limit["used"] for limit in result["limits"] if limit["limit"] == "complementary"] == ["360.00"]


def test_a_line_that_waits_is_told_last_where_it_would_have_been_paid_in_its_place(store: Store) -> None:
    consent = Consent(granted=True, id="K1", max_amount=30_000)
    day = date(2026, 2, 1)
    waiting = Line("1", "specific.obesity_nutrition", day, day, 30_000, facts=OBESITY, consent=consent)
    person = Person(date(2004, 3, 3), Sex.MALE)
    cover = (Coverage(Tier.EXTENSA, date(2015, 1, 1)),)
    open_first = replace(waiting, facts={"prescribed": True})
    number = imported(
        store, Case(date(2026, 12, 31), person, cover, (Claim("C1", (open_first,)), Claim("C2", (waiting,))))
    )
    with store.writing() as session:
        row = lines_of_person(session, find_person(session, number).id)[0]
        establish_fact(session, context(), row.id, "provider_recognised", True)
    with store.reading() as session:
        exported = export_case(session, context(), number)
    # In its own place C1 would find the consent unused.
    assert [each.id for each in exported.case.claims] == ["C2", "C1"]
    assert exported.agrees


def test_claims_with_the_same_label_are_told_apart(store: Store) -> None:
    person = insure(store)
    with store.writing() as session:
        for _ in range(2):
            number = enter_claim(session, context(), ClaimForm(person, (treatment(),), label="R-1")).number
            decide_as_assessed(session, context(), number)
        exported = export_case(session, context(), person)
    assert [each.id for each in exported.case.claims] == ["R-1", "R-1-2"]
    read(render_case(exported.case))


def test_where_cover_was_amended_after_a_decision_the_file_says_that_it_differs(store: Store) -> None:
    person = insure(store, tier="reala")
    number = claim(store, person)
    with store.writing() as session:
        decide_as_assessed(session, context(), number)
        cover = dossier(session, person).coverages[0]
        amend_coverage(
            session, context(), cover.id, cover.version, CoverageForm("mivita", cover.first, "extensa")
        )
        assert not export_case(session, context(), person).agrees


def test_a_person_who_is_not_there_is_refused(store: Store) -> None:
    with pytest.raises(Refusal, match="no person"), store.reading() as session:
        export_case(session, context(), "99")
