"""Art. 11: complementary medicine, 50 or 75 percent, CHF 1500 or 2500 a year for both kinds together."""

import pytest

from caseworker.rules.vocabulary import Outcome, Tier
from tests.rules.assessing import assess_all, assess_one, why
from tests.rules.builders import EXTENSA, REALA, chf, cover, happy


@pytest.mark.parametrize(
    ("tier", "charged", "paid"),
    [
        (REALA, "480.00", "240.00"),
        (REALA, "0.01", "0.01"),
        (REALA, "33.33", "16.67"),
        (EXTENSA, "480.00", "360.00"),
        (EXTENSA, "33.33", "25.00"),
        (EXTENSA, "33.34", "25.01"),
        (EXTENSA, "0.01", "0.01"),
    ],
)
def test_11_1_pays_half_in_reala_three_quarters_in_extensa(tier: Tier, charged: str, paid: str) -> None:
    for code in ("complementary.treatment", "complementary.preparation"):
        assert assess_one(happy(code, charged), tier=tier).amount == chf(paid)


@pytest.mark.parametrize(
    ("tier", "charged", "paid", "cut"),
    [
        (REALA, "2999.98", "1499.99", False),
        (REALA, "3000.00", "1500.00", False),
        (REALA, "3000.02", "1500.00", True),
        (EXTENSA, "3333.32", "2499.99", False),
        (EXTENSA, "3333.33", "2500.00", False),
        (EXTENSA, "3333.35", "2500.00", True),
    ],
)
def test_11_1_at_one_rappen_below_and_above_the_cap(tier: Tier, charged: str, paid: str, cut: bool) -> None:
    found = assess_one(happy("complementary.treatment", charged), tier=tier)
    assert (found.amount, why(found)) == (chf(paid), ["limit_reached 11.1 complementary"] if cut else [])


def test_11_1_treatments_and_preparations_share_the_amount_in_the_order_decided() -> None:
    lines = [happy("complementary.treatment", "2000.00"), happy("complementary.preparation", "2000.00")]
    assert [f.amount for f in assess_all(*lines, tier=REALA)] == [chf("1000.00"), chf("500.00")]
    assert [f.amount for f in assess_all(*lines[::-1], tier=REALA)] == [chf("1000.00"), chf("500.00")]


def test_11_1_a_change_of_tier_keeps_what_was_used_and_brings_the_other_cap() -> None:
    covers = (cover(REALA, "2020-01-01", "2026-06-30"), cover(EXTENSA, "2026-07-01"))
    spring = happy("complementary.treatment", "4000.00", "2026-06-30")
    autumn = happy("complementary.treatment", "4000.00", "2026-07-01")
    first, second = assess_all(spring, autumn, covers=covers)
    assert [first.amount, second.amount] == [chf("1500.00"), chf("1000.00")]
    assert why(second) == ["limit_reached 11.1 complementary"]
    later, earlier = assess_all(autumn, spring, covers=covers)
    assert (later.amount, earlier.outcome) == (chf("2500.00"), Outcome.DENY)
    assert why(earlier) == ["limit_exhausted 11.1 complementary"]
    down = (cover(EXTENSA, "2020-01-01", "2026-06-30"), cover(REALA, "2026-07-01"))
    most, nothing = assess_all(spring, autumn, covers=down)
    assert (most.amount, why(nothing)) == (chf("2500.00"), ["limit_exhausted 11.1 complementary"])


def test_11_1_the_year_of_treatment_counts_whenever_it_is_decided() -> None:
    told = [happy("complementary.treatment", "9000.00", f"{year}-12-31") for year in (2027, 2025, 2026, 2025)]
    assert [f.amount for f in assess_all(*told)] == [chf("2500.00")] * 3 + [0]


def test_11_4_a_preparation_outside_the_list_is_denied_under_10_2() -> None:
    found = assess_one(happy("complementary.preparation", yes=["excluded_list", "experimental"]))
    assert why(found) == ["excluded 10.2 excluded_list", "excluded 10.2 experimental"]
