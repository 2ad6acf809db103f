"""The trusted doctor's consent: owed, refused, first and last day, highest cost, shared and used up."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from caseworker.rules.case import Consent
from caseworker.rules.vocabulary import Outcome
from tests.rules.assessing import assess_all, assess_one, why
from tests.rules.builders import DAY, GRANTED, chf, happy

ONE = timedelta(1)
CODE = "specific.scar_correction"


def told(consent: Consent | None, charged: str = "100.00", on: date = DAY) -> tuple[str, int, list[str]]:
    found = assess_one(happy(CODE, charged, on, consent=consent))
    return found.outcome.value, found.amount, why(found)


@pytest.mark.parametrize(
    ("start", "end", "valid"),
    [
        (None, None, True),
        (DAY, None, True),
        (DAY + ONE, None, False),
        (DAY - ONE, None, True),
        (None, DAY, True),
        (None, DAY - ONE, False),
        (None, DAY + ONE, True),
        (DAY, DAY, True),
        (DAY + ONE, DAY - ONE, False),
    ],
)
def test_both_its_first_and_its_last_day_are_within(
    start: date | None, end: date | None, valid: bool
) -> None:
    consent = Consent(granted=True, valid_from=start, valid_until=end)
    assert told(consent) == (("pay", 6000, []) if valid else ("consent", 0, []))


def test_not_there_or_not_valid_the_line_waits_and_says_so() -> None:
    found = assess_one(happy(CODE, consent=None))
    assert (found.outcome, found.consent_required, found.missing, found.reasons) == (
        Outcome.CONSENT,
        True,
        (),
        (),
    )


def test_refused_denies_whatever_its_dates_and_highest_cost() -> None:
    for consent in (
        Consent(granted=False),
        Consent(granted=False, valid_until=DAY - ONE),
        Consent(granted=False, id="K", max_amount=1),
    ):
        assert told(consent) == ("deny", 0, ["consent_refused 30.2.d"])


def test_a_denial_goes_before_consent_that_is_owed() -> None:
    found = assess_one(happy(CODE, no=["covered_area"], consent=None))
    assert (found.outcome, found.consent_required) == (Outcome.DENY, False)


def test_what_is_missing_goes_before_consent_and_both_are_said() -> None:
    found = assess_one(happy(CODE, unknown=["covered_area"], consent=None))
    assert (found.outcome, found.consent_required) == (Outcome.PENDING, True)


@pytest.mark.parametrize(
    ("highest", "paid", "reasons"),
    [
        ("99.99", 5999, ["consent_limit 30.2.d"]),
        ("100.00", 6000, []),
        ("100.01", 6000, []),
        ("0.01", 1, ["consent_limit 30.2.d"]),
    ],
)
def test_above_its_highest_cost_the_base_is_cut(highest: str, paid: int, reasons: list[str]) -> None:
    assert told(Consent(granted=True, max_amount=chf(highest))) == ("pay", paid, reasons)


def test_lines_that_name_it_share_its_highest_cost_and_used_up_it_is_owed_again() -> None:
    consent = Consent(granted=True, id="K1", max_amount=chf("250.00"))
    found = assess_all(*[happy(CODE, consent=consent)] * 4)
    assert [(f.outcome.value, f.amount) for f in found] == [
        ("pay", 6000),
        ("pay", 6000),
        ("pay", 3000),
        ("consent", 0),
    ]
    assert why(found[2]) == ["consent_limit 30.2.d"]
    assert found[3].consent_required


def test_without_an_id_or_with_another_nothing_is_shared() -> None:
    for first, second in pairwise([None, "K1", "K2", None]):
        lines = [
            happy(CODE, consent=Consent(granted=True, id=name, max_amount=chf("100.00")))
            for name in (first, second)
        ]
        assert [f.amount for f in assess_all(*lines)] == [6000, 6000]


def test_different_benefits_share_it_too_and_the_cost_counts_and_not_what_is_paid() -> None:
    consent = Consent(granted=True, id="K1", max_amount=chf("3000.00"))
    scar = happy(CODE, "2900.00", consent=consent)
    lenses = happy("aids.contact_lenses_medical", "500.00", consent=consent)
    first, second = assess_all(scar, lenses)
    assert (first.amount, second.amount) == (chf("1500.00"), chf("50.00"))
    assert why(first) == ["limit_reached 30.1 specific"]


def test_a_line_that_is_not_paid_uses_nothing_of_it() -> None:
    consent = Consent(granted=True, id="K1", max_amount=chf("100.00"))
    denied = happy(CODE, no=["covered_area"], consent=consent)
    open_line = happy(CODE, unknown=["covered_area"], consent=consent)
    assert [f.amount for f in assess_all(denied, open_line, happy(CODE, consent=consent))] == [0, 0, 6000]


def test_a_line_whose_own_highest_cost_is_not_said_uses_the_shared_one_up() -> None:
    free = Consent(granted=True, id="K1")
    capped = Consent(granted=True, id="K1", max_amount=chf("150.00"))
    assert [f.amount for f in assess_all(happy(CODE, consent=free), happy(CODE, consent=capped))] == [
        6000,
        3000,
    ]


def test_a_benefit_without_consent_takes_no_notice_of_one() -> None:
    for consent in (None, GRANTED, Consent(granted=False), Consent(granted=True, max_amount=1)):
        assert assess_one(happy("specific.contraception", consent=consent)).amount == 6000
