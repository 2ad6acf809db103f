"""Art. 12, 13 and 34.2.e: cures by the day, fifty days in five years, and the supplement from 60 on."""

from datetime import timedelta

import pytest

from caseworker.rules.case import Line
from caseworker.rules.finding import LineFinding
from caseworker.rules.limits import limits_on
from caseworker.rules.standing import Standing
from caseworker.rules.vocabulary import Operator, Outcome
from tests.rules.assessing import assess_all, assess_one, first_edition, why
from tests.rules.builders import ADULT, EXTENSA, REALA, chf, cover, day, happy, person

CURES = ("cure.thermal", "cure.thermal_europe", "cure.convalescence")


def cure(year: int, days: int, code: str = "cure.thermal", charged: str = "90000.00") -> Line:
    start = day(f"{year}-03-01")
    return happy(code, charged, start, start + timedelta(days - 1))


def days(found: LineFinding) -> int:
    return sum(b.consumed for b in found.bookings if b.limit == "cure_days")


@pytest.mark.parametrize(("tier", "daily"), [(REALA, "60.00"), (EXTENSA, "90.00")])
def test_12_1_pays_by_the_day(tier: str, daily: str) -> None:
    for code in ("cure.thermal", "cure.convalescence"):
        found = assess_one(cure(2026, 7, code), tier=EXTENSA if tier == "extensa" else REALA)
        assert found.amount == 7 * chf(daily)


def test_12_1_never_more_than_was_charged() -> None:
    for charged, paid in (("629.99", "629.99"), ("630.00", "630.00"), ("630.01", "630.00")):
        assert assess_one(cure(2026, 7, charged=charged)).amount == chf(paid)


def test_12_2_in_europe_extensa_only() -> None:
    assert assess_one(cure(2026, 7, "cure.thermal_europe")).amount == 7 * chf("90.00")
    assert why(assess_one(cure(2026, 7, "cure.thermal_europe"), tier=REALA)) == ["not_in_tier 12.2"]


def test_12_2_needs_no_travel_case_and_takes_the_lines_own_country() -> None:
    at_home = happy("cure.thermal_europe", country="CH")
    assert why(assess_one(at_home)) == ["not_abroad 12.2"]


def test_13_4_convalescence_abroad_is_not_covered() -> None:
    assert why(assess_one(happy("cure.convalescence", country="DE"))) == ["abroad_not_covered 13.4"]


def test_12_5_all_cures_share_the_fifty_days_and_each_cites_its_own_article() -> None:
    for code, article in zip(CURES, ("12.5", "12.5", "13.3"), strict=True):
        lines = [
            cure(2025, 30, CURES[0]),
            cure(2025, 15, CURES[2]),
            cure(2026, 10, code),
            cure(2026, 1, code),
        ]
        found = assess_all(*lines)
        assert [days(f) for f in found] == [30, 15, 5, 0]
        assert why(found[2]) == [f"limit_reached {article} cure_days"]
        assert why(found[3]) == [f"limit_exhausted {article} cure_days"]


@pytest.mark.parametrize(
    ("decided", "year", "left"),
    [
        ({2022: 50}, 2026, 0),
        ({2022: 50}, 2027, 50),
        ({2026: 50}, 2022, 0),
        ({2026: 50}, 2021, 50),
        ({2030: 50}, 2026, 0),
        ({2030: 50}, 2025, 50),
        ({2022: 30, 2028: 30}, 2025, 20),
        ({2022: 30, 2027: 30}, 2025, 20),
        ({2022: 30, 2026: 20}, 2024, 0),
        ({2022: 30, 2026: 20}, 2027, 30),
        ({2022: 20, 2024: 20, 2028: 20}, 2026, 10),
        ({2028: 20, 2024: 20, 2022: 20}, 2025, 10),
        ({2021: 50, 2027: 50}, 2024, 0),
        ({2020: 50, 2029: 50}, 2024, 0),
        ({2019: 50, 2029: 50}, 2024, 50),
        ({2024: 49}, 2024, 1),
    ],
)
def test_12_5_no_five_years_hold_more_than_fifty_days_in_whatever_order(
    decided: dict[int, int], year: int, left: int
) -> None:
    found = assess_all(*[cure(y, n) for y, n in decided.items()], cure(year, 50))
    assert days(found[-1]) == left
    assert found[-1].outcome is (Outcome.PAY if left else Outcome.DENY)


def test_13_3_one_day_more_in_the_middle_would_break_two_runs() -> None:
    found = assess_all(cure(2022, 25), cure(2030, 25), cure(2026, 25), cure(2026, 1), cure(2034, 25))
    assert [days(f) for f in found] == [25, 25, 25, 0, 25]


def test_12_5_what_is_told_is_used_in_the_years_up_to_now_and_left_for_a_day_in_this_one() -> None:
    book = Standing()
    assess_all(cure(2024, 30), cure(2028, 15), standing=book)
    told = {}
    for year in (2023, 2024, 2026, 2028, 2029):
        listed = limits_on(ADULT, (cover(),), day(f"{year}-05-05"), book, first_edition())
        told[year] = next((x.period, x.used, x.left) for x in listed if x.limit == "cure_days")
    assert told == {
        2023: ("2019/2023", 0, 20),
        2024: ("2020/2024", 30, 5),
        2026: ("2022/2026", 30, 5),
        2028: ("2024/2028", 45, 5),
        2029: ("2025/2029", 15, 35),
    }


def test_12_5_where_days_are_cut_the_base_is_cut_with_them() -> None:
    _, found = assess_all(cure(2025, 48), cure(2026, 7, charged="100.00"))
    (part,) = found.components
    assert (part.units, part.base, part.amount) == (2, chf("28.57"), chf("28.57"))


def test_12_5_days_that_are_all_left_leave_no_step() -> None:
    all_left, cut = assess_all(cure(2025, 48), cure(2026, 7))
    assert [step.operator for step in all_left.parts[0].steps] == [Operator.DAILY]
    assert [(s.operator, s.operand, s.units) for s in cut.parts[0].steps] == [
        (Operator.DAYS_LEFT, 2, 7),
        (Operator.DAILY, 9000, 2),
    ]


def test_a_cure_over_new_year_is_split_and_the_last_part_takes_the_rest() -> None:
    found = assess_one(happy("cure.thermal", "100.00", "2026-12-30", "2027-01-01"))
    assert [(p.first, p.last, p.share) for p in found.parts] == [
        (day("2026-12-30"), day("2026-12-31"), chf("66.67")),
        (day("2027-01-01"), day("2027-01-01"), chf("33.33")),
    ]
    assert [c.amount for c in found.components] == [chf("66.67"), chf("33.33")]
    assert [(b.period, b.consumed) for b in found.bookings] == [("2022/2026", 2), ("2023/2027", 1)]


def test_8_1_a_cure_begun_at_25_is_paid_from_the_year_of_the_26th_birthday() -> None:
    who = person("13-25F", age=25)
    found = assess_one(happy("cure.thermal", "700.00", "2026-12-28", "2027-01-03"), who=who)
    assert (found.outcome, found.amount, why(found)) == (Outcome.PAY, 27000, ["not_in_phase 8.1"])
    assert [p.outcome for p in found.parts] == [Outcome.DENY, Outcome.PAY]


OLD = person("60+")


@pytest.mark.parametrize(("tier", "daily", "extra"), [(REALA, 6000, 4000), (EXTENSA, 9000, 6000)])
@pytest.mark.parametrize("code", ["cure.thermal", "cure.convalescence"])
def test_34_2_e_each_day_pays_a_second_contribution(code: str, tier: str, daily: int, extra: int) -> None:
    found = assess_one(cure(2026, 4, code), who=OLD, tier=EXTENSA if tier == "extensa" else REALA)
    first, second = found.components
    assert (first.amount, second.amount, second.citation.article) == (4 * daily, 4 * extra, "34.2.e")
    assert [b.limit for b in second.bookings] == ["specific"]


def test_34_2_e_both_together_never_exceed_the_base() -> None:
    for charged, amounts in (
        ("360.00", [36000]),
        ("360.01", [36000, 1]),
        ("599.99", [36000, 23999]),
        ("600.00", [36000, 24000]),
        ("600.01", [36000, 24000]),
    ):
        found = assess_one(cure(2026, 4, charged=charged), who=OLD)
        assert [c.amount for c in found.components] == amounts
    assert found.components[1].base == chf("240.01")


def test_34_2_e_goes_on_when_the_fifty_days_are_used_up() -> None:
    _, beyond = assess_all(cure(2024, 50), cure(2026, 4), who=person("60+", age=62))
    assert (beyond.outcome, beyond.amount) == (Outcome.PAY, 4 * 6000)
    assert why(beyond) == ["limit_exhausted 12.5 cure_days"]
    assert [c.citation.article for c in beyond.components] == ["34.2.e"]


def test_34_2_e_counts_towards_the_specific_benefits_and_theirs_towards_it() -> None:
    psychotherapy = happy("specific.psychotherapy", "2400.00", "2026-01-10")
    _, found = assess_all(psychotherapy, cure(2026, 4), who=OLD)
    assert [c.amount for c in found.components] == [4 * 9000, chf("60.00")]
    assert why(found) == ["limit_reached 34.1 specific"]
    _, _, third = assess_all(psychotherapy, cure(2026, 4), cure(2026, 1), who=OLD)
    assert (third.amount, why(third)) == (9000, ["limit_exhausted 34.1 specific"])


def test_34_2_e_with_days_and_amount_used_up_the_line_is_denied_for_both() -> None:
    psychotherapy = happy("specific.psychotherapy", "2500.00", "2026-01-10")
    *_, found = assess_all(psychotherapy, cure(2025, 50), cure(2026, 4), who=person("60+", age=61))
    assert (found.outcome, found.amount) == (Outcome.DENY, 0)
    assert why(found) == ["limit_exhausted 12.5 cure_days", "limit_exhausted 34.1 specific"]


def test_34_2_e_begins_with_the_year_in_which_60_is_reached() -> None:
    line = happy("cure.thermal", "9000.00", "2026-12-30", "2027-01-02")
    found = assess_one(line, who=person("45-59M", age=59))
    assert [(c.citation.article, c.amount) for c in found.components] == [
        ("12.1", 18000),
        ("12.1", 18000),
        ("34.2.e", 12000),
    ]


def test_where_anything_is_paid_all_its_days_are_used_even_if_only_the_supplement_is() -> None:
    tiny = cure(2026, 30, charged="0.10")
    _, found, after = assess_all(cure(2025, 49), tiny, cure(2026, 1), who=person("60+", age=61))
    assert found.outcome is Outcome.PAY
    assert days(found) == 1
    assert "limit_exhausted 12.5 cure_days" in why(after)
