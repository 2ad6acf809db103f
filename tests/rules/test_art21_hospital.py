"""Art. 21 to 25: the general ward in full, ninety days of psychiatry a year, the healthy newborn."""

from datetime import timedelta

import pytest

from caseworker.rules.case import Line
from caseworker.rules.vocabulary import Outcome, Sex
from tests.rules.assessing import assess_all, assess_one, why
from tests.rules.builders import chf, cover, day, happy, person


def psychiatry(first: str, days: int, charged: str = "9000.00") -> Line:
    start = day(first)
    return happy("hospital.psychiatric", charged, start, start + timedelta(days - 1))


def test_23_1_what_compulsory_insurance_leaves_is_paid_in_full() -> None:
    line = happy("hospital.acute", "12345.67", "2026-03-02", "2026-03-20", other_payments="12000.00")
    assert assess_one(line).amount == chf("345.67")


def test_22_2_a_hospital_neither_listed_nor_contracted_is_denied_under_both_articles() -> None:
    for code in ("hospital.acute", "hospital.psychiatric"):
        assert set(why(assess_one(happy(code, no=["hospital_recognised"])))) == {
            "requirement_not_met 7.4 hospital_recognised",
            "requirement_not_met 22.2 hospital_recognised",
        }


@pytest.mark.parametrize(
    ("fact", "article"),
    [("private_ward", "25.1"), ("outpatient", "7.1"), ("chronic", "7.2"), ("personal_expenses", "7.3")],
)
def test_7_what_is_no_hospital_care_of_this_kind(fact: str, article: str) -> None:
    assert why(assess_one(happy("hospital.acute", yes=[fact]))) == [f"excluded {article} {fact}"]


def test_24_1_an_acute_stay_has_no_limit_of_days() -> None:
    found = assess_one(happy("hospital.acute", "50000.00", "2026-01-01", "2026-12-31"))
    assert (found.amount, found.bookings) == (chf("50000.00"), ())


@pytest.mark.parametrize(
    ("days", "paid", "reasons"),
    [
        (89, "9000.00", []),
        (90, "9000.00", []),
        (91, "8901.10", ["limit_reached 24.2 psychiatric_days"]),
        (180, "4500.00", ["limit_reached 24.2 psychiatric_days"]),
    ],
)
def test_24_2_beyond_ninety_days_in_proportion(days: int, paid: str, reasons: list[str]) -> None:
    found = assess_one(psychiatry("2026-01-01", days))
    assert (found.amount, why(found)) == (chf(paid), reasons)


def test_24_2_days_left_over_are_paid_and_none_left_denies() -> None:
    found = assess_all(
        psychiatry("2026-01-01", 89), psychiatry("2026-05-01", 7, "100.00"), psychiatry("2026-06-01", 1)
    )
    assert [f.amount for f in found[1:]] == [chf("14.29"), 0]
    assert why(found[2]) == ["limit_exhausted 24.2 psychiatric_days"]


def test_24_2_each_year_of_a_stay_has_its_ninety_days() -> None:
    found = assess_one(happy("hospital.psychiatric", "20000.00", "2026-09-01", "2027-04-30"))
    assert [(b.period, b.consumed) for b in found.bookings] == [("2026", 90), ("2027", 90)]
    # 122 days of 242 in 2026, 120 in 2027
    assert [p.share for p in found.parts] == [chf("10082.64"), chf("9917.36")]
    assert [p.amount for p in found.parts] == [chf("7438.01"), chf("7438.02")]


def test_24_2_an_acute_stay_takes_no_psychiatric_days() -> None:
    _, found = assess_all(
        happy("hospital.acute", "10.00", "2026-01-01", "2026-06-30"), psychiatry("2026-07-01", 90)
    )
    assert found.amount == chf("9000.00")


@pytest.mark.parametrize("phase", ["0-12", "13-25F", "26-44F", "45-59F", "60+"])
def test_25_2_the_newborn_is_on_the_mothers_policy(phase: str) -> None:
    assert assess_one(happy("hospital.newborn", "777.77"), who=person(phase)).amount == chf("777.77")


@pytest.mark.parametrize("phase", ["13-25M", "26-44M", "45-59M"])
def test_25_2_not_on_a_mans(phase: str) -> None:
    who = person(phase)
    assert who.sex is Sex.MALE
    assert why(assess_one(happy("hospital.newborn"), who=who)) == ["wrong_sex 25.2"]


def test_25_2_the_newborns_line_is_not_split() -> None:
    (part,) = assess_one(happy("hospital.newborn", "700.00", "2026-12-30", "2027-01-05")).parts
    assert (part.first, part.last) == (day("2026-12-30"), day("2027-01-05"))


def test_a_stay_pays_the_days_that_are_insured_and_names_the_denial_of_the_others() -> None:
    covers = (cover(first="2010-01-01", last="2026-03-03"), cover(first="2026-03-06"))
    found = assess_one(happy("hospital.acute", "1000.00", "2026-03-01", "2026-03-07"), covers=covers)
    assert (found.outcome, found.amount, why(found)) == (Outcome.PAY, chf("714.29"), ["not_insured CGA"])
    assert [p.share for p in found.parts] == [chf("428.57"), chf("285.71"), chf("285.72")]
    assert [p.outcome for p in found.parts] == [Outcome.PAY, Outcome.DENY, Outcome.PAY]
