"""Art. 39.4, 40 and 44: papers in time and in a language read here, own assessment, gross negligence."""

import pytest

from caseworker.rules.finding import LineFinding
from caseworker.rules.vocabulary import Outcome
from tests.rules.assessing import assess_all, assess_one, lacks, why
from tests.rules.builders import chf, happy, journey

OUT = "abroad.outpatient"


@pytest.mark.parametrize(
    ("start", "received", "late"),
    [
        ("2026-03-02", "2026-09-01", False),
        ("2026-03-02", "2026-09-02", False),
        ("2026-03-02", "2026-09-03", True),
        ("2025-08-31", "2026-02-28", False),
        ("2025-08-31", "2026-03-01", True),
        ("2026-03-02", "2026-03-01", False),
    ],
)
def test_40_1_within_six_months_of_the_start_of_treatment(start: str, received: str, late: bool) -> None:
    denied = ["late_documents 40.1"] if late else []
    assert why(assess_one(happy(OUT, first=start, received=received))) == denied
    assert why(assess_one(happy(OUT, first=start), received=received)) == denied
    assert why(assess_one(happy(OUT, first=start, received=received), received="2030-01-01")) == denied


def test_40_1_the_lines_start_goes_before_the_journeys_and_that_before_the_first_day() -> None:
    received = "2026-09-10"
    late = ["late_documents 40.1"]
    assert why(assess_one(happy(OUT, first="2026-03-10", received=received))) == []
    travel = journey(treatment_start="2026-03-09")
    assert why(assess_one((happy(OUT, first="2026-03-10", received=received), travel))) == late
    own = happy(OUT, first="2026-03-10", received=received, treatment_start="2026-03-11")
    assert why(assess_one((own, travel))) == []
    earlier = happy(OUT, first="2026-03-10", received=received, treatment_start="2026-03-09")
    assert why(assess_one(earlier)) == late


def test_40_1_late_papers_that_are_accepted_do_not_deny() -> None:
    late = happy(OUT, received="2027-01-01", yes=["late_accepted"])
    assert assess_one(late).outcome is Outcome.PAY
    assert why(assess_one(happy(OUT, received="2027-01-01", no=["late_accepted"]))) == ["late_documents 40.1"]
    assert (
        assess_one((happy(OUT, received="2027-01-01"), journey(facts={"late_accepted": True}))).amount
        == 10000
    )


def test_40_1_without_a_date_of_receipt_there_is_nothing_to_check() -> None:
    assert assess_one(happy(OUT, first="2020-01-01")).outcome is Outcome.PAY


def test_40_1_is_about_lines_abroad_only() -> None:
    assert assess_one(happy("medicine", received="2030-01-01")).outcome is Outcome.PAY


@pytest.mark.parametrize("language", ["de", "fr", "it", "rm", "en"])
def test_39_4_these_languages_are_read_here(language: str) -> None:
    assert assess_one(happy(OUT, invoice_language=language)).outcome is Outcome.PAY
    assert assess_one(happy(OUT, invoice_language=language, no=["translation"])).outcome is Outcome.PAY


@pytest.mark.parametrize("language", ["th", "es", "pt"])
def test_39_4_any_other_needs_a_translation(language: str) -> None:
    assert lacks(assess_one(happy(OUT, invoice_language=language))) == ["translation 39.4"]
    denied = assess_one(happy(OUT, invoice_language=language, no=["translation"]))
    assert why(denied) == ["requirement_not_met 39.4 translation"]
    assert assess_one(happy(OUT, invoice_language=language, yes=["translation"])).outcome is Outcome.PAY
    assert assess_one(happy("vaccination", invoice_language=language)).outcome is Outcome.PAY


@pytest.mark.parametrize(
    ("assessed", "paid", "reasons"),
    [
        ("99.99", 9999, ["assessed 40.3"]),
        ("100.00", 10000, []),
        ("100.01", 10000, []),
        ("0.00", 0, ["no_cost CGA"]),
    ],
)
def test_40_3_the_insurers_own_assessment_cuts_the_base(assessed: str, paid: int, reasons: list[str]) -> None:
    found = assess_one(happy(OUT, assessed_amount=assessed, invoice_language="th"))
    assert (found.amount, why(found)) == (paid, reasons)


def test_40_3_comes_after_tariff_and_other_payments_and_concerns_lines_abroad_only() -> None:
    line = happy(OUT, "1000.00", tariff_amount="900.00", other_payments="300.00", assessed_amount="500.00")
    found = assess_one(line)
    assert (found.amount, set(why(found))) == (chf("500.00"), {"tariff 41.1", "assessed 40.3"})
    assert assess_one(happy("medicine", assessed_amount="1.00")).amount == 9000


def test_40_2_where_another_insurer_is_liable_its_statements_are_needed() -> None:
    liable = happy(OUT, yes=["other_insurer_liable"])
    assert lacks(assess_one(liable)) == ["other_insurer_statements 40.2"]
    both = happy(OUT, yes=["other_insurer_liable", "other_insurer_statements"])
    assert assess_one(both).outcome is Outcome.PAY
    without = happy(OUT, yes=["other_insurer_liable"], no=["other_insurer_statements"])
    assert why(assess_one(without)) == ["requirement_not_met 40.2 other_insurer_statements"]
    assert assess_one(happy(OUT, no=["other_insurer_liable"])).outcome is Outcome.PAY
    assert assess_one(happy("medicine", yes=["other_insurer_liable"])).outcome is Outcome.PAY


def reduced(share: int, charged: str = "100.00", code: str = OUT) -> LineFinding:
    return assess_one((happy(code, charged), journey(reduction=share)))


@pytest.mark.parametrize(
    ("share", "charged", "paid"),
    [
        (0, "100.00", "100.00"),
        (1, "100.00", "99.99"),
        (3333, "100.00", "66.67"),
        (5000, "0.01", "0.01"),
        (5000, "0.03", "0.02"),
        (5000, "100.00", "50.00"),
        (9999, "100.00", "0.01"),
    ],
)
def test_44_pays_what_is_left_half_up(share: int, charged: str, paid: str) -> None:
    found = reduced(share, charged)
    assert found.amount == chf(paid)
    assert why(found) == (["gross_negligence 44"] if share else [])
    assert [c.amount for c in found.components] == [chf(paid)]


def test_44_a_whole_reduction_denies() -> None:
    for charged in ("100.00", "0.01"):
        found = reduced(10_000, charged)
        assert (found.outcome, why(found)) == (Outcome.DENY, ["gross_negligence 44"])


def test_44_reduced_to_nothing_by_rounding_denies_and_books_nothing() -> None:
    found = reduced(9999, "0.01")
    assert (found.outcome, found.amount, why(found), found.bookings) == (
        Outcome.DENY,
        0,
        ["gross_negligence 44"],
        (),
    )


def test_44_the_limit_is_used_up_by_the_benefit_before_the_reduction() -> None:
    travel = journey(reduction=5000)
    first, second, third = assess_all(
        (happy("abroad.rebooking", "4000.00"), travel),
        (happy("abroad.rebooking", "2000.00"), travel),
        (happy("abroad.rebooking", "1.00"), travel),
    )
    assert [first.amount, second.amount, third.amount] == [chf("2000.00"), chf("500.00"), 0]
    assert [b.consumed for b in (*first.bookings, *second.bookings)] == [chf("4000.00"), chf("1000.00")]
    assert set(why(second)) == {"limit_reached 41.4 abroad.assistance", "gross_negligence 44"}
    assert why(third) == ["limit_exhausted 41.4 abroad.assistance"]


def test_44_each_part_of_a_stay_is_reduced_on_its_own() -> None:
    stay = happy("abroad.inpatient", "0.06", "2026-12-31", "2027-01-01")
    found = assess_one((stay, journey(reduction=5000)))
    assert [p.amount for p in found.parts] == [2, 2]


def test_44_is_about_lines_abroad_only() -> None:
    assert assess_one((happy("medicine"), journey(reduction=10_000))).amount == 9000
