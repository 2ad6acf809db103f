"""Art. 20, 20a and 34.2.f: help at home by the day, a sick child's care by the hour."""

import pytest

from caseworker.rules.case import Line
from caseworker.rules.vocabulary import Outcome, Tier, Unit
from tests.rules.assessing import assess_all, assess_one, lacks, why
from tests.rules.builders import EXTENSA, REALA, chf, cover, happy, person

OLD = person("60+")


@pytest.mark.parametrize(("tier", "daily"), [(REALA, 4000), (EXTENSA, 6000)])
def test_20_1_up_to_a_daily_amount_for_thirty_days_a_year(tier: Tier, daily: int) -> None:
    found = assess_all(
        happy("home_help", "9000.00", "2026-01-01", "2026-01-20"),
        happy("home_help", "9000.00", "2026-06-01", "2026-06-20"),
        happy("home_help", "9000.00", "2026-09-01"),
        happy("home_help", "9000.00", "2027-01-01"),
        tier=tier,
    )
    assert [f.amount for f in found] == [20 * daily, 10 * daily, 0, daily]
    assert why(found[1]) == ["limit_reached 20.1 home_help_days"]
    assert why(found[2]) == ["limit_exhausted 20.1 home_help_days"]


def test_20_1_help_on_some_days_counts_those_days_only() -> None:
    whole = happy("home_help", "500.00", "2026-03-01", "2026-03-10")
    some = happy("home_help", "500.00", "2026-03-01", "2026-03-10", quantity="4.00")
    assert [assess_one(x).amount for x in (whole, some)] == [50000, 24000]
    assert assess_one(some).components[0].units == 4


def test_20_1_with_a_quantity_the_line_is_not_split_and_its_first_day_decides() -> None:
    covers = (cover(REALA, "2020-01-01", "2026-12-31"), cover(EXTENSA, "2027-01-01"))
    line = happy("home_help", "900.00", "2026-12-28", "2027-01-06", quantity="5")
    (part,) = assess_one(line, covers=covers).parts
    assert (part.amount, [b.period for b in part.components[0].bookings]) == (5 * 4000, ["2026"])
    split = assess_one(happy("home_help", "900.00", "2026-12-28", "2027-01-06"), covers=covers)
    assert [p.amount for p in split.parts] == [4 * 4000, 6 * 6000]


def test_20_1_where_days_are_left_for_some_of_them_the_base_follows() -> None:
    _, found = assess_all(
        happy("home_help", "9000.00", "2026-01-01", "2026-01-28"),
        happy("home_help", "100.00", "2026-03-01", "2026-03-10", quantity="3"),
    )
    (part,) = found.components
    assert (part.units, part.base, part.amount) == (2, chf("66.67"), chf("66.67"))


def test_20_3_in_an_institution_no_help_is_paid() -> None:
    assert why(assess_one(happy("home_help", yes=["institutional_stay"]))) == [
        "excluded 20.3 institutional_stay"
    ]


@pytest.mark.parametrize(
    ("hours", "paid"), [("0.01", 40), ("0.25", 1000), ("2.50", 10000), ("29.99", 119960)]
)
def test_20a_2_forty_francs_an_hour(hours: str, paid: int) -> None:
    found = assess_one(happy("childcare", "5000.00", quantity=hours))
    (part,) = found.components
    assert (found.amount, part.unit, part.unit_amount) == (paid, Unit.HOURS, 4000)


def test_20a_2_thirty_hours_a_year_whichever_child() -> None:
    lines = [
        happy("childcare", "5000.00", quantity="20.00", child_birth_date=d)
        for d in ("2018-01-01", "2020-01-01")
    ]
    first, second = assess_all(*lines)
    assert (first.amount, second.amount) == (80000, 40000)
    assert why(second) == ["limit_reached 20a.2 childcare_hours"]


def test_20a_2_never_more_than_was_charged_and_the_base_follows_the_hours() -> None:
    assert assess_one(happy("childcare", "79.99", quantity="2")).amount == 7999
    _, found = assess_all(
        happy("childcare", "5000.00", quantity="28.50"), happy("childcare", "100.00", quantity="3.50")
    )
    assert (found.components[0].base, found.amount) == (chf("42.86"), chf("42.86"))


def test_20a_2_hours_not_told_are_missing() -> None:
    found = assess_one(happy("childcare", quantity=None))
    assert (found.outcome, lacks(found)) == (Outcome.PENDING, ["quantity 20a.2"])


@pytest.mark.parametrize(
    ("born", "denied"),
    [
        ("2014-03-01", True),
        ("2014-03-02", True),
        ("2014-03-03", False),
        ("2026-03-02", False),
        ("2030-01-01", False),
    ],
)
def test_20a_1_until_the_twelfth_birthday(born: str, denied: bool) -> None:
    found = assess_one(happy("childcare", first="2026-03-02", child_birth_date=born))
    assert why(found) == (["age_limit 20a.1"] if denied else [])


def test_20a_1_a_child_of_29_february_is_twelve_on_that_day() -> None:
    for on, denied in (("2024-02-28", False), ("2024-02-29", True)):
        found = assess_one(happy("childcare", first=on, child_birth_date="2012-02-29"))
        assert why(found) == (["age_limit 20a.1"] if denied else [])


def test_20a_1_the_childs_birth_date_is_asked_for() -> None:
    line = Line("1", "childcare", happy("childcare").first, happy("childcare").last, 10000)
    assert lacks(assess_one(line)) == [
        "child_birth_date 20a.1",
        "child_ill 20a.1",
        "organised_by_centre 20a.3",
        "parents_employed 20a.1",
        "quantity 20a.2",
        "working_hours 20a.3",
    ]


def test_20a_2_is_for_extensa_and_from_13_on() -> None:
    assert why(assess_one(happy("childcare"), tier=REALA)) == ["not_in_tier 20a.2"]
    assert why(assess_one(happy("childcare"), who=person("0-12"))) == ["not_in_phase 8.3"]


@pytest.mark.parametrize(("tier", "daily"), [(REALA, 4000), (EXTENSA, 6000)])
def test_34_2_f_home_assistance_by_the_day_within_the_specific_amount(tier: Tier, daily: int) -> None:
    line = happy("specific.home_assistance", "9000.00", "2026-03-01", "2026-03-30", quantity="26")
    found = assess_one(line, who=OLD, tier=tier)
    cap = {REALA: 100000, EXTENSA: 150000}[tier]
    assert (found.amount, why(found)) == (min(26 * daily, cap), ["limit_reached 34.1 specific"])


@pytest.mark.parametrize(
    ("yes", "no", "reasons"),
    [
        (["relative_or_household"], [], ["excluded 34.2.f relative_or_household"]),
        (["relative_or_household"], ["gave_up_work"], ["excluded 34.2.f relative_or_household"]),
        (["relative_or_household", "gave_up_work"], [], []),
        (["gave_up_work"], [], []),
        (["qualified_carer", "gave_up_work"], [], ["excluded 34.2.f qualified_carer"]),
    ],
)
def test_34_2_f_relatives_only_if_they_gave_up_work(
    yes: list[str], no: list[str], reasons: list[str]
) -> None:
    assert why(assess_one(happy("specific.home_assistance", yes=yes, no=no), who=OLD)) == reasons
