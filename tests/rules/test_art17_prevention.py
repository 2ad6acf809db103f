"""Art. 17 and 19: prevention and health promotion, with their areas and the total over all three."""

import pytest

from caseworker.rules.vocabulary import Outcome, Tier
from tests.rules.assessing import assess_all, assess_one, why
from tests.rules.builders import EXTENSA, REALA, chf, happy, person

AREAS = ("back_school", "fitness", "course")


@pytest.mark.parametrize(("tier", "cap"), [(REALA, "200.00"), (EXTENSA, "300.00")])
def test_17_1_any_number_of_visits_within_the_years_amount(tier: Tier, cap: str) -> None:
    found = assess_all(*[happy("prevention.gynaecological", "120.00")] * 4, tier=tier)
    assert sum(f.amount for f in found) == chf(cap)
    assert why(found[-1]) == ["limit_exhausted 17.1 prevention.gynaecological"]


def test_17_1_is_for_women_also_from_60_on() -> None:
    assert why(assess_one(happy("prevention.gynaecological"), who=person("26-44M"))) == ["wrong_sex 17.1"]
    assert assess_one(happy("prevention.gynaecological"), who=person("60+")).outcome is Outcome.PAY


@pytest.mark.parametrize(
    ("charged", "paid"), [("222.20", "199.98"), ("222.22", "200.00"), ("222.23", "200.00"), ("0.06", "0.05")]
)
def test_17_2_ninety_percent_up_to_the_amount(charged: str, paid: str) -> None:
    assert assess_one(happy("prevention.checkup", charged), tier=REALA).amount == chf(paid)


def test_17_3_at_a_third_partys_request_nothing_is_paid() -> None:
    for code in ("prevention.gynaecological", "prevention.checkup"):
        assert why(assess_one(happy(code, yes=["third_party_request"]))) == [
            "excluded 17.3 third_party_request"
        ]


def test_17_the_two_kinds_of_prevention_have_amounts_of_their_own() -> None:
    found = assess_all(happy("prevention.gynaecological", "300.00"), happy("prevention.checkup", "400.00"))
    assert [f.amount for f in found] == [30000, 30000]


@pytest.mark.parametrize(("tier", "paid"), [(REALA, [20000, 20000, 10000]), (EXTENSA, [30000, 30000, 30000])])
def test_19_3_three_areas_are_cut_at_the_total_in_reala(tier: Tier, paid: list[int]) -> None:
    found = assess_all(*[happy(f"health_promotion.{area}", "800.00") for area in AREAS], tier=tier)
    assert [f.amount for f in found] == paid


def test_19_3_area_and_total_are_held_against_the_same_amount() -> None:
    for charged, total in (("800.00", []), ("800.02", ["limit_reached 19.3 health_promotion"])):
        found = assess_all(*[happy(f"health_promotion.{area}", charged) for area in AREAS])
        assert why(found[-1]) == ["limit_reached 19.1 health_promotion.course", *total]


def test_19_3_an_area_that_fits_is_told_of_the_total_alone() -> None:
    lines = [happy(f"health_promotion.{area}", "400.00") for area in AREAS]
    assert why(assess_all(*lines, tier=REALA)[-1]) == ["limit_reached 19.3 health_promotion"]


def test_19_3_one_rappen_left_in_the_total_is_paid() -> None:
    used = [happy("health_promotion.back_school", "400.00"), happy("health_promotion.fitness", "400.00")]
    course = happy("health_promotion.course", "199.98")
    *_, one, none = assess_all(*used, course, course, course, tier=REALA)
    assert (one.amount, why(one)) == (1, ["limit_reached 19.3 health_promotion"])
    assert (none.amount, why(none)) == (0, ["limit_exhausted 19.3 health_promotion"])


def test_19_2_a_subscription_over_new_year_is_not_divided() -> None:
    found = assess_one(happy("health_promotion.fitness", "400.00", "2026-12-31", "2027-12-30"))
    assert [(b.limit, b.period, b.consumed) for b in found.bookings] == [
        ("health_promotion.fitness", "2026", 20000),
        ("health_promotion", "2026", 20000),
    ]


def test_19_1_a_childs_course_is_not_offered() -> None:
    assert why(assess_one(happy("health_promotion.course"), who=person("0-12"))) == ["not_in_phase 8.1"]
