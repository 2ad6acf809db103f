"""Art. 6 and 35 to 43: emergencies abroad, what they need, what they exclude, and the amounts of an event."""

from typing import Any

import pytest

from caseworker.rules.case import Line, Travel
from caseworker.rules.finding import LineFinding
from caseworker.rules.limits import limits_on
from caseworker.rules.standing import Standing
from caseworker.rules.vocabulary import Outcome, Tier
from tests.rules.assessing import assess_all, assess_one, first_edition, lacks, why
from tests.rules.builders import ADULT, REALA, chf, cover, day, happy, journey, line
from tests.rules.expected import TABLE

ABROAD = tuple(code for code in TABLE if code.startswith("abroad."))
SERIOUS = tuple(c for c in ABROAD if any(f.name == "serious_event" for f in TABLE[c].requires))


def told(code: str, travel: Travel | None = None, **more: Any) -> LineFinding:
    return assess_one((happy(code, **more), travel or journey()))


@pytest.mark.parametrize("code", ABROAD)
def test_35_3_holiday_and_business_and_no_other_trip(code: str) -> None:
    outcomes = {trip: why(told(code, journey(trip=trip))) for trip in ("holiday", "business", "other")}
    assert outcomes == {"holiday": [], "business": [], "other": ["excluded 35.3 trip"]}


@pytest.mark.parametrize("code", ABROAD)
def test_35_3_the_journeys_country_counts_and_not_the_lines(code: str) -> None:
    assert why(told(code, journey(country="CH"), country="TH")) == ["not_abroad 35.3"]
    assert told(code, journey(country="TH"), country="CH").outcome is Outcome.PAY


@pytest.mark.parametrize("code", ABROAD)
def test_6_2_a_third_country_is_excluded_under_two_articles(code: str) -> None:
    assert why(told(code, yes=["third_country"])) == [
        "excluded 6.2 third_country",
        "excluded 43 third_country",
    ]


@pytest.mark.parametrize("code", ABROAD)
def test_the_journeys_facts_hold_for_its_lines_and_a_lines_own_fact_wins(code: str) -> None:
    needed = {fact.name: True for fact in TABLE[code].requires}
    bare = line(code)
    assert assess_one((bare, journey(facts=needed))).outcome is Outcome.PAY
    assert assess_one((bare, journey(facts=needed | {"motor_race": True}))).outcome is Outcome.DENY
    own = line(code, no=["motor_race"])
    assert assess_one((own, journey(facts=needed | {"motor_race": True}))).outcome is Outcome.PAY
    doubted = line(code, no=["emergency"])
    assert why(assess_one((doubted, journey(facts=needed)))) == ["requirement_not_met 6.2 emergency"]


@pytest.mark.parametrize("code", SERIOUS)
def test_41_3_death_is_a_serious_event_unless_said_otherwise(code: str) -> None:
    for event in ("illness", "accident", "maternity"):
        assert lacks(told(code, journey(event=event), unknown=["serious_event"])) == ["serious_event 41.3"]
    death = journey(event="death")
    assert told(code, death, unknown=["serious_event"]).outcome is Outcome.PAY
    assert why(told(code, death, no=["serious_event"])) == ["requirement_not_met 41.3 serious_event"]
    denied = journey(event="death", facts={"serious_event": False})
    assert why(told(code, denied, unknown=["serious_event"])) == ["requirement_not_met 41.3 serious_event"]


@pytest.mark.parametrize("tier", Tier)
def test_41_1_in_full_and_without_a_limit_at_the_local_tariff(tier: Tier) -> None:
    for code in ("abroad.outpatient", "abroad.inpatient"):
        found = assess_one(happy(code, "250000.00"), tier=tier)
        assert (found.amount, found.bookings) == (chf("250000.00"), ())
        cut = told(code, charged="900.00", tariff_amount="700.00", other_payments="100.00")
        assert (cut.amount, why(cut)) == (chf("600.00"), ["tariff 41.1"])


def test_38_1_outpatient_care_needs_no_notice_all_else_does() -> None:
    notice = {code: any(f.name == "notified_in_time" for f in TABLE[code].requires) for code in ABROAD}
    assert [code for code, needed in notice.items() if not needed] == ["abroad.outpatient"]
    assert told("abroad.outpatient", no=["notified_in_time"]).outcome is Outcome.PAY


@pytest.mark.parametrize(
    ("codes", "limit", "cap", "article"),
    [
        (("abroad.search_recovery", "abroad.body_transport"), "abroad.search_body", "50000.00", "41.3"),
        (("abroad.accommodation", "abroad.rebooking"), "abroad.assistance", "5000.00", "41.4"),
    ],
)
def test_41_3_and_41_4_amounts_of_an_event(
    codes: tuple[str, str], limit: str, cap: str, article: str
) -> None:
    for tier in Tier:
        near = f"{chf(cap) // 100 - 1}.00"
        found = assess_all(happy(codes[0], near), happy(codes[1], "2.00"), happy(codes[0], "0.01"), tier=tier)
        assert [f.amount for f in found] == [chf(cap) - 100, 100, 0]
        assert why(found[1]) == [f"limit_reached {article} {limit}"]
        assert why(found[2]) == [f"limit_exhausted {article} {limit}"]


def test_41_4_an_event_keeps_its_amount_over_years_and_claims_and_another_has_its_own() -> None:
    told_lines = [
        (happy("abroad.rebooking", "3000.00", "2026-12-30"), journey(event_id="E1")),
        (happy("abroad.rebooking", "3000.00", "2027-01-02"), journey(event_id="E1")),
        (happy("abroad.rebooking", "3000.00", "2027-01-02"), journey(event_id="E2")),
    ]
    book = Standing()
    found = assess_all(*told_lines, standing=book)
    assert [f.amount for f in found] == [chf("3000.00"), chf("2000.00"), chf("3000.00")]
    listed = limits_on(ADULT, (cover(REALA),), day("2030-12-31"), book, first_edition())
    assert [(x.period, x.used, x.left) for x in listed if x.limit == "abroad.assistance"] == [
        ("event:E1", chf("5000.00"), 0),
        ("event:E2", chf("3000.00"), chf("2000.00")),
    ]


@pytest.mark.parametrize(
    ("home_from", "paid", "reasons"),
    [
        ("2026-03-01", 0, ["excluded 41.2 return_reasonable"]),
        ("2026-03-02", 0, ["excluded 41.2 return_reasonable"]),
        ("2026-03-03", 14286, ["excluded 41.2 return_reasonable"]),
        ("2026-03-08", 85714, ["excluded 41.2 return_reasonable"]),
        ("2026-03-09", 100000, []),
    ],
)
def test_41_2_from_the_day_return_is_reasonable_nothing_more(
    home_from: str, paid: int, reasons: list[str]
) -> None:
    stay = happy("abroad.inpatient", "1000.00", "2026-03-02", "2026-03-08", return_reasonable_from=home_from)
    found = assess_one(stay)
    assert (found.amount, why(found)) == (paid, reasons)
    by_journey = happy("abroad.inpatient", "1000.00", "2026-03-02", "2026-03-08")
    assert assess_one((by_journey, journey(return_reasonable_from=home_from))).amount == paid


def test_41_2_the_lines_own_day_wins_over_the_journeys() -> None:
    travel = journey(return_reasonable_from="2026-01-01")
    assert told("abroad.outpatient", travel).outcome is Outcome.DENY
    assert told("abroad.outpatient", travel, return_reasonable_from="2026-03-03").outcome is Outcome.PAY


@pytest.mark.parametrize("code", [c for c in ABROAD if c not in ("abroad.outpatient", "abroad.inpatient")])
def test_41_2_is_about_treatment_only(code: str) -> None:
    assert told(code, journey(return_reasonable_from="2026-01-01")).outcome is Outcome.PAY


def test_41_2_outpatient_care_is_not_split() -> None:
    visits = happy(
        "abroad.outpatient", first="2026-03-02", last="2026-03-20", return_reasonable_from="2026-03-05"
    )
    found = assess_one(visits)
    assert (found.amount, len(found.parts)) == (10000, 1)


def test_7_3_and_7_5_hold_for_hospitals_abroad_and_for_no_other_line() -> None:
    for code in ABROAD:
        for fact, article in (("personal_expenses", "7.3"), ("dental_purpose", "7.5")):
            expected = [f"excluded {article} {fact}"] if code == "abroad.inpatient" else []
            assert why(told(code, yes=[fact])) == expected


@pytest.mark.parametrize("code", ABROAD)
def test_43_treatment_travelled_for_but_not_an_early_birth_or_a_check_up_in_pregnancy(code: str) -> None:
    denied = ["excluded 43 travelled_for_treatment"]
    assert why(told(code, yes=["travelled_for_treatment"])) == denied
    for lifting in ("premature_birth", "pregnancy_checkup"):
        assert why(told(code, yes=["travelled_for_treatment", lifting])) == []
        assert why(told(code, yes=["travelled_for_treatment"], no=[lifting])) == denied


@pytest.mark.parametrize("code", ABROAD)
def test_42_1_a_chronic_illness_unless_it_got_worse_unforeseen(code: str) -> None:
    assert why(told(code, yes=["chronic"])) == ["excluded 42.1 chronic"]
    assert why(told(code, yes=["chronic", "acute_deterioration_certified"])) == []


def test_return_and_trip_are_facts_of_the_journey_and_not_of_a_line() -> None:
    for fact in ("return_reasonable", "trip"):
        assert told("abroad.outpatient", yes=[fact]).outcome is Outcome.PAY
        assert told("abroad.outpatient", no=[fact]).outcome is Outcome.PAY


def test_12_2_and_16_4_are_no_journeys() -> None:
    other: dict[str, Line] = {
        "cure.thermal_europe": happy("cure.thermal_europe", country="DE"),
        "aids.insoles": happy("aids.insoles", country="DE"),
    }
    for single in other.values():
        assert (
            assess_one((single, journey(trip="other", country="CH", reduction=10000))).outcome is Outcome.PAY
        )
        assert assess_one(single).outcome is Outcome.PAY
