"""Art. 10, 15 and 18: ninety percent without a limit. What the base of a line is (section 2)."""

from decimal import Decimal

import pytest

from caseworker.rules.vocabulary import Operator, Outcome, Status
from tests.rules.assessing import assess_all, assess_one, why
from tests.rules.builders import chf, happy


@pytest.mark.parametrize("code", ["medicine", "vaccination", "equipment_rental"])
@pytest.mark.parametrize(
    ("charged", "paid"),
    [
        ("0.01", "0.01"),
        ("0.05", "0.05"),
        ("0.06", "0.05"),
        ("33.33", "30.00"),
        ("999999999.99", "899999999.99"),
    ],
)
def test_10_1_pays_ninety_percent_half_up_and_without_a_cap(code: str, charged: str, paid: str) -> None:
    found = assess_one(happy(code, charged))
    assert (found.amount, found.bookings) == (chf(paid), ())


@pytest.mark.parametrize(
    ("charged", "rate", "base"),
    [
        ("100.00", "0.9376", "93.76"),
        ("0.01", "0.50000000", "0.01"),
        ("0.01", "0.49999999", "0.00"),
        ("10.05", "0.1", "1.01"),
        ("10.04", "0.1", "1.00"),
        ("123.45", "2", "246.90"),
        ("100.00", "0", "0.00"),
    ],
)
def test_money_abroad_is_converted_half_up_before_anything_else(charged: str, rate: str, base: str) -> None:
    found = assess_one(happy("medicine", charged, currency="EUR", rate=Decimal(rate)))
    assert found.steps[0].operator is Operator.CONVERSION
    assert (found.charged, found.steps[0].after) == (chf(charged), chf(base))
    assert found.steps[0].operand == int(Decimal(rate) * 10**8)
    assert sum(part.share for part in found.parts) == chf(base)
    assert found.outcome is (Outcome.PAY if chf(base) else Outcome.DENY)


def test_other_payments_are_taken_off_and_what_is_left_is_the_base() -> None:
    paid = [assess_one(happy("medicine", other_payments=x)).amount for x in ("0.00", "99.00", "99.99")]
    assert paid == [9000, 90, 1]
    for much in ("100.00", "100.01", "5000.00"):
        none = assess_one(happy("medicine", other_payments=much))
        assert (none.outcome, why(none)) == (Outcome.DENY, ["no_cost CGA"])


def test_the_tariff_cuts_before_other_payments_are_taken_off() -> None:
    line = happy("hospital.acute", "1000.00", tariff_amount="700.00", other_payments="300.00")
    found = assess_one(line)
    assert (found.amount, why(found)) == (chf("400.00"), ["tariff 23.2"])
    assert [(s.operator, s.after, s.status) for s in found.steps] == [
        (Operator.TARIFF, chf("700.00"), Status.BINDING),
        (Operator.OTHER_PAYMENTS, chf("400.00"), Status.BINDING),
    ]


def test_a_denied_line_is_not_told_of_its_tariff() -> None:
    line = happy("hospital.acute", "1000.00", tariff_amount="700.00", other_payments="700.00")
    assert why(assess_one(line)) == ["no_cost CGA"]


def test_no_cost_stands_among_the_benefits_own_denials() -> None:
    found = assess_one(happy("medicine", "0.00", no=["prescribed"], yes=["experimental"]))
    assert set(why(found)) == {
        "requirement_not_met 10.1 prescribed",
        "excluded 10.2 experimental",
        "no_cost CGA",
    }
    assert why(assess_one(happy("medicine", "0.00", unknown=["prescribed"]))) == ["no_cost CGA"]


def test_without_a_limit_one_line_does_not_know_of_another() -> None:
    assert [f.amount for f in assess_all(*[happy("vaccination", "80.00")] * 5)] == [7200] * 5
