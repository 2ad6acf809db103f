"""Cover: its first and last day, gaps, changes of tier, and how stays are cut at each of them."""

import pytest

from caseworker.rules.assess import assess_claim
from caseworker.rules.calendar import Span, add_months, add_years, split
from caseworker.rules.case import Claim, Person
from caseworker.rules.limits import limits_on
from caseworker.rules.standing import Standing
from caseworker.rules.vocabulary import Outcome
from tests.rules.assessing import assess_one, first_edition, why
from tests.rules.builders import ADULT, EXTENSA, REALA, chf, cover, day, happy, journey


@pytest.mark.parametrize(
    ("on", "insured"),
    [
        ("2025-12-31", False),
        ("2026-01-01", True),
        ("2026-06-30", True),
        ("2026-07-01", False),
        ("2026-09-01", True),
    ],
)
def test_both_its_first_and_its_last_day_are_insured(on: str, insured: bool) -> None:
    covers = (cover(EXTENSA, "2026-01-01", "2026-06-30"), cover(EXTENSA, "2026-09-01"))
    found = assess_one(happy("medicine", first=on), covers=covers)
    assert why(found) == ([] if insured else ["not_insured CGA"])


def test_the_tier_of_the_first_day_decides_where_a_line_is_no_stay() -> None:
    covers = (cover(REALA, "2026-01-01", "2026-06-30"), cover(EXTENSA, "2026-07-01"))
    line = happy("complementary.treatment", "100.00", "2026-06-30", "2026-07-20")
    assert assess_one(line, covers=covers).amount == 5000


def test_a_stay_is_cut_at_a_boundary_also_where_the_tier_stays() -> None:
    covers = (cover(EXTENSA, "2026-01-01", "2026-06-30"), cover(EXTENSA, "2026-07-01"))
    found = assess_one(happy("hospital.acute", "100.00", "2026-06-29", "2026-07-01"), covers=covers)
    assert [(p.share, len(found.components)) for p in found.parts] == [(6667, 2), (3333, 2)]


def test_a_stay_over_a_change_of_tier_pays_each_day_by_its_own() -> None:
    covers = (cover(REALA, "2026-01-01", "2026-06-30"), cover(EXTENSA, "2026-07-01"))
    found = assess_one(happy("cure.thermal", "9000.00", "2026-06-28", "2026-07-04"), covers=covers)
    assert [(p.tier, p.amount) for p in found.parts] == [(REALA, 3 * 6000), (EXTENSA, 4 * 9000)]


@pytest.mark.parametrize("charged", ["0.00", "0.01", "0.02", "0.10", "99.99", "100.00", "100.01", "7777.77"])
def test_the_shares_of_a_stay_are_its_base_to_the_rappen(charged: str) -> None:
    covers = (cover(REALA, "2020-01-01", "2026-05-06"), cover(EXTENSA, "2026-05-07"))
    found = assess_one(happy("hospital.acute", charged, "2025-11-11", "2028-02-03"), covers=covers)
    assert sum(p.share for p in found.parts) == chf(charged)
    assert [p.first.year for p in found.parts] == [2025, 2026, 2026, 2027, 2028]


def test_a_part_of_a_stay_whose_share_is_nothing_is_denied_and_the_rest_is_paid() -> None:
    found = assess_one(happy("hospital.acute", "0.01", "2026-12-31", "2027-01-30"))
    assert (found.outcome, found.amount, why(found)) == (Outcome.PAY, 1, ["no_cost CGA"])
    assert [p.share for p in found.parts] == [0, 1]


def test_while_a_part_of_a_stay_is_open_no_part_is_paid() -> None:
    line = happy("hospital.acute", first="2026-12-30", last="2027-01-02", unknown=["acute_need"])
    found = assess_one(line)
    assert (found.outcome, found.amount, [m.fact for m in found.missing]) == (
        Outcome.PENDING,
        0,
        ["acute_need"],
    )


def test_an_open_stay_lists_the_denials_of_its_parts() -> None:
    covers = (cover(EXTENSA, "2020-01-01", "2026-03-05"),)
    line = happy("hospital.acute", first="2026-03-04", last="2026-03-08", unknown=["acute_need"])
    found = assess_one(line, covers=covers)
    assert (found.outcome, found.amount, why(found)) == (Outcome.PENDING, 0, ["not_insured CGA"])


def test_a_fact_missing_in_two_phases_is_listed_once_with_the_first_parts_article() -> None:
    who = Person(day("2001-05-05"), ADULT.sex)
    line = happy("specific.birth_house", first="2026-12-30", last="2027-01-02", episode=None)
    younger = assess_one(line, who=who)
    assert [(m.fact, m.citation.article) for m in younger.missing] == [("episode", "28.2.f")]


def test_limits_are_told_of_the_tier_in_force_and_none_without_cover() -> None:
    covers = (cover(REALA, "2026-01-01", "2026-06-30"), cover(EXTENSA, "2026-09-01"))
    caps = {}
    for on in ("2026-06-30", "2026-07-01", "2026-09-01"):
        listed = limits_on(ADULT, covers, day(on), Standing(), first_edition())
        caps[on] = next((x.cap for x in listed if x.limit == "complementary"), None)
    assert caps == {"2026-06-30": 150000, "2026-07-01": None, "2026-09-01": 250000}


def test_the_lines_of_a_claim_are_taken_by_day_and_then_as_listed_and_told_as_listed() -> None:
    told = [
        happy("complementary.treatment", "3000.00", "2026-03-03"),
        happy("complementary.treatment", "1000.00", "2026-03-02"),
        happy("complementary.treatment", "1000.00", "2026-03-03"),
    ]
    found = assess_claim(Claim("C1", tuple(told)), ADULT, (cover(),), Standing(), first_edition())
    assert [x.amount for x in found.lines] == [chf("1750.00"), chf("750.00"), 0]
    assert found.amount == chf("2500.00")


def test_16_1_b_a_laser_line_is_taken_by_the_start_of_its_treatment() -> None:
    late = happy("aids.laser_eye", "1000.00", "2026-03-01", treatment_start="2026-03-10")
    early = happy("aids.laser_eye", "1000.00", "2026-03-05", treatment_start="2026-03-05")
    found = assess_claim(Claim("C1", (late, early)), ADULT, (cover(),), Standing(), first_edition())
    assert [why(x) for x in found.lines] == [["frequency 16.1.b"], []]


def test_what_is_paid_is_booked_and_what_is_not_is_not() -> None:
    book = Standing()
    lines = (happy("complementary.treatment"), happy("transport.home", no=["home_transfer_justified"]))
    assess_claim(Claim("C1", lines), ADULT, (cover(),), book, first_edition())
    assert book.used == {"complementary": {"2026": 7500}}


def test_a_claim_with_a_journey_may_hold_other_lines_which_it_does_not_touch() -> None:
    lines = (happy("medicine"), happy("abroad.outpatient"))
    travel = journey(trip="other", country="CH", reduction=5000, facts={"cga_excluded": True})
    found = assess_claim(Claim("C1", lines, travel=travel), ADULT, (cover(),), Standing(), first_edition())
    assert [x.outcome for x in found.lines] == [Outcome.PAY, Outcome.DENY]
    assert found.lines[0].amount == 9000


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2026-01-31", 1, "2026-02-28"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2025-08-31", 6, "2026-02-28"),
        ("2026-12-15", 1, "2027-01-15"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2024-02-29", 48, "2028-02-29"),
        ("9999-06-01", 12, "9999-12-31"),
    ],
)
def test_months_are_added_by_the_calendar(start: str, months: int, end: str) -> None:
    assert add_months(day(start), months) == day(end)
    if months % 12 == 0:
        assert add_years(day(start), months // 12) == day(end)


def test_a_span_is_cut_at_new_year_and_at_each_start_within_it_once() -> None:
    starts = [day("2026-12-30"), day("2026-12-28"), day("2027-01-01"), day("2027-01-05"), day("2026-12-30")]
    parts = split(Span(day("2026-12-28"), day("2027-01-04")), starts)
    assert [(a.isoformat(), b.isoformat()) for a, b in parts] == [
        ("2026-12-28", "2026-12-29"),
        ("2026-12-30", "2026-12-31"),
        ("2027-01-01", "2027-01-04"),
    ]
