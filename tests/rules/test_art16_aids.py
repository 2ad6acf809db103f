"""Art. 16: half of aids, glasses and lenses, and laser treatment once in five years after a year's wait."""

import pytest

from caseworker.rules.case import Line
from caseworker.rules.finding import LineFinding
from caseworker.rules.limits import limits_on
from caseworker.rules.standing import Standing
from caseworker.rules.vocabulary import Outcome
from tests.rules.assessing import assess_all, assess_one, first_edition, why
from tests.rules.builders import ADULT, EXTENSA, REALA, chf, cover, day, happy


def laser(first: str, charged: str = "1000.00", **more: str) -> Line:
    return happy("aids.laser_eye", charged, first, **more)


def amounts(found: list[LineFinding]) -> list[int]:
    return [f.amount for f in found]


def test_16_1_half_of_glasses_up_to_the_amount_of_the_year() -> None:
    for tier, charged, paid in ((REALA, "600.01", "300.00"), (EXTENSA, "800.01", "400.00")):
        assert assess_one(happy("aids.vision", charged), tier=tier).amount == chf(paid)


def test_16_1_c_glasses_and_other_aids_have_amounts_of_their_own() -> None:
    found = assess_all(happy("aids.vision", "900.00"), happy("aids.insoles", "2100.00"))
    assert amounts(found) == [chf("400.00"), chf("1000.00")]


def test_16_2_a_repair_needs_no_prescription_but_all_the_rest() -> None:
    line = happy("aids.glucose_meter", unknown=["prescribed", "diabetes"], yes=["repair_or_replacement"])
    assert [m.fact for m in assess_one(line).missing] == ["diabetes"]
    refused = happy("aids.other", no=["prescribed"], yes=["repair_or_replacement"], consent=None)
    assert assess_one(refused).outcome is Outcome.CONSENT


def test_16_1_b_laser_knows_no_repair() -> None:
    line = happy("aids.laser_eye", no=["medically_indicated"], yes=["repair_or_replacement"])
    assert why(assess_one(line)) == ["requirement_not_met 16.1.b medically_indicated"]


def test_16_3_the_day_of_delivery_decides_the_year() -> None:
    delivered = [happy("aids.insoles", "2000.00", d) for d in ("2026-12-31", "2027-01-01", "2026-01-01")]
    assert amounts(assess_all(*delivered)) == [100000, 100000, 0]


def test_16_4_aids_may_be_bought_abroad_laser_may_not() -> None:
    assert assess_one(happy("aids.vision", country="DE")).outcome is Outcome.PAY
    assert why(assess_one(happy("aids.laser_eye", country="DE"))) == ["abroad_not_covered 6.1"]


@pytest.mark.parametrize(
    ("insured", "start", "denied"),
    [
        ("2025-03-02", "2026-03-01", True),
        ("2025-03-02", "2026-03-02", False),
        ("2024-02-29", "2025-02-27", True),
        ("2024-02-29", "2025-02-28", False),
        ("2025-12-31", "2026-12-30", True),
        ("2025-12-31", "2026-12-31", False),
    ],
)
def test_16_1_b_twelve_months_from_the_start_of_cover(insured: str, start: str, denied: bool) -> None:
    found = assess_one(laser(start), covers=(cover(EXTENSA, insured),))
    assert why(found) == (["waiting_period 16.1.b"] if denied else [])


def test_16_1_b_the_wait_runs_through_a_change_of_tier_but_not_through_a_gap() -> None:
    unbroken = (cover(REALA, "2024-01-01", "2025-12-31"), cover(EXTENSA, "2026-01-01"))
    assert assess_one(laser("2026-03-02"), covers=unbroken).outcome is Outcome.PAY
    assert assess_one(laser("2026-03-02"), covers=unbroken[::-1]).outcome is Outcome.PAY
    broken = (cover(REALA, "2024-01-01", "2025-12-30"), cover(EXTENSA, "2026-01-01"))
    assert why(assess_one(laser("2026-12-31"), covers=broken)) == ["waiting_period 16.1.b"]
    assert assess_one(laser("2027-01-01"), covers=broken).outcome is Outcome.PAY


def test_16_1_b_the_start_of_treatment_decides_cover_tier_and_wait() -> None:
    covers = (cover(REALA, "2024-01-01", "2026-02-28"), cover(EXTENSA, "2026-03-01"))
    assert why(assess_one(laser("2026-03-02", treatment_start="2026-02-28"), covers=covers)) == [
        "not_in_tier 16.1.b"
    ]
    assert assess_one(laser("2026-02-27", treatment_start="2026-03-01"), covers=covers).outcome is Outcome.PAY
    early = laser("2026-06-01", treatment_start="2023-12-31")
    assert why(assess_one(early, covers=covers)) == ["not_insured CGA"]


@pytest.mark.parametrize(
    ("other", "denied"),
    [
        ("2021-03-01", False),
        ("2021-03-02", False),
        ("2021-03-03", True),
        ("2026-03-01", True),
        ("2026-03-03", True),
        ("2031-03-01", True),
        ("2031-03-02", False),
        ("2031-03-03", False),
    ],
)
def test_16_1_b_once_in_five_years_before_and_after(other: str, denied: bool) -> None:
    first, second = assess_all(laser("2026-03-02"), laser(other))
    assert first.outcome is Outcome.PAY
    assert why(second) == (["frequency 16.1.b"] if denied else [])


def test_16_1_b_five_years_from_29_february_end_on_the_28th() -> None:
    for start, denied in (("2029-02-27", True), ("2029-02-28", False)):
        _, found = assess_all(laser("2024-02-29"), laser(start))
        assert why(found) == (["frequency 16.1.b"] if denied else [])


def test_16_1_b_only_a_paid_treatment_counts() -> None:
    unpaid = happy("aids.laser_eye", first="2025-03-02", no=["medically_indicated"])
    assert [f.outcome for f in assess_all(unpaid, laser("2026-03-02"))] == [Outcome.DENY, Outcome.PAY]


def test_16_1_b_invoices_of_one_treatment_share_its_amount_also_over_new_year() -> None:
    told = [
        laser(d, "1500.00", treatment_start="2026-12-20") for d in ("2026-12-20", "2027-01-10", "2027-02-01")
    ]
    found = assess_all(*told)
    assert amounts(found) == [75000, 25000, 0]
    assert [why(f) for f in found[1:]] == [
        ["limit_reached 16.1.b aids.laser_eye"],
        ["limit_exhausted 16.1.b aids.laser_eye"],
    ]


def test_16_1_b_each_treatment_is_told_with_what_is_left_of_it() -> None:
    book = Standing()
    assess_all(laser("2020-03-02"), laser("2026-03-02", "500.00"), standing=book)
    listed = limits_on(ADULT, (cover(REALA),), day("2026-12-31"), book, first_edition())
    assert [(x.period, x.used, x.left) for x in listed if x.limit == "aids.laser_eye"] == [
        ("treatment:2020-03-02", 50000, 50000),
        ("treatment:2026-03-02", 25000, 75000),
    ]


def test_16_1_b_cover_from_the_first_to_the_last_day_of_the_calendar() -> None:
    for covers in ((cover(EXTENSA, "0001-01-01"),), (cover(EXTENSA, "0001-01-01", "9999-12-31"),)):
        assert assess_one(laser("2026-03-02"), covers=covers).outcome is Outcome.PAY
