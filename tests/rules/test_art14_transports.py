"""Art. 14: transports in full up to a yearly amount, and half of the way to a distant centre beside it."""

import pytest

from caseworker.rules.vocabulary import Outcome, Tier
from tests.rules.assessing import assess_all, assess_one, why
from tests.rules.builders import EXTENSA, REALA, chf, happy

RIDES = ("transport.emergency", "transport.transfer", "transport.home", "transport.search_rescue")


@pytest.mark.parametrize(("tier", "cap"), [(REALA, "20000.00"), (EXTENSA, "30000.00")])
def test_14_1_the_four_kinds_share_one_amount_a_year(tier: Tier, cap: str) -> None:
    found = assess_all(*[happy(code, "9000.00") for code in RIDES], tier=tier)
    assert sum(f.amount for f in found) == chf(cap)
    assert why(found[-1])[0].endswith("14.1 transport")


def test_14_2_half_and_outside_the_yearly_amount() -> None:
    full, half = assess_all(happy(RIDES[0], "30000.00"), happy("transport.outpatient", "80000.00"))
    assert (full.amount, half.amount, half.bookings) == (chf("30000.00"), chf("40000.00"), ())


def test_14_2_at_most_the_fare_of_public_transport() -> None:
    for fare, paid, reasons in (("59.99", 3000, ["tariff 14.2"]), ("60.00", 3000, []), ("60.01", 3000, [])):
        found = assess_one(happy("transport.outpatient", "60.00", tariff_amount=fare))
        assert (found.amount, why(found)) == (paid, reasons)
    assert assess_one(happy("transport.outpatient", "60.00", tariff_amount="20.00")).amount == 1000


def test_14_1_a_fare_has_no_effect_on_the_other_kinds() -> None:
    for code in RIDES:
        assert assess_one(happy(code, "60.00", tariff_amount="20.00")).amount == 6000


@pytest.mark.parametrize("code", [*RIDES, "transport.outpatient"])
def test_14_3_the_way_to_a_cure_is_excluded(code: str) -> None:
    assert why(assess_one(happy(code, yes=["cure_related"]))) == ["excluded 14.3 cure_related"]


@pytest.mark.parametrize("code", [*RIDES, "transport.outpatient"])
def test_14_4_abroad_the_chapter_on_journeys_holds(code: str) -> None:
    assert why(assess_one(happy(code, country="FR"))) == ["abroad_not_covered 14.4"]


def test_14_1_d_a_search_needs_nothing_to_be_proved() -> None:
    assert assess_one(happy("transport.search_rescue")).outcome is Outcome.PAY
