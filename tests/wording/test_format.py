from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseworker.wording import (
    AmountError,
    AmountProblem,
    Language,
    format_chf,
    format_date,
    format_long_date,
    format_percent,
    format_period,
    format_quantity,
    format_rappen,
    parse_rappen,
)
from caseworker.wording.format import HIGHEST_AMOUNT

AMOUNTS = st.integers(min_value=0, max_value=HIGHEST_AMOUNT)


@pytest.mark.parametrize(
    ("rappen", "told"),
    [
        (0, "0.00"),
        (5, "0.05"),
        (99, "0.99"),
        (100_000, "1’000.00"),
        (150_000, "1’500.00"),
        (123_456_789, "1’234’567.89"),
        (-7_550, "\u221275.50"),
    ],
)
def test_amounts_have_apostrophes_and_two_decimals(rappen: int, told: str) -> None:
    assert format_rappen(rappen) == told


def test_an_amount_is_held_to_its_currency() -> None:
    assert format_chf(150_000) == "CHF\u00a01’500.00"


def test_money_and_short_dates_are_the_same_in_all_languages() -> None:
    assert {format_chf(150_000, each) for each in Language} == {format_chf(150_000)}
    assert {format_date(date(2026, 1, 3), each) for each in Language} == {"03.01.2026"}


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("it", "21 novembre 2026"),
        ("de", "21. November 2026"),
        ("fr", "21 novembre 2026"),
        ("en", "21 November 2026"),
    ],
)
def test_a_long_date_names_its_month(language: str, told: str) -> None:
    assert format_long_date(date(2026, 11, 21), language) == told


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("it", "1° gennaio 2026"),
        ("de", "1. Januar 2026"),
        ("fr", "1er janvier 2026"),
        ("en", "1 January 2026"),
    ],
)
def test_the_first_of_a_month_is_an_ordinal_where_people_say_so(language: str, told: str) -> None:
    assert format_long_date(date(2026, 1, 1), language) == told


def test_the_eleventh_is_no_first() -> None:
    assert format_long_date(date(2026, 1, 11), "it") == "11 gennaio 2026"


@pytest.mark.parametrize(
    ("language", "share", "told"),
    [
        ("de", 7_500, "75\u00a0%"),
        ("fr", 7_500, "75\u00a0%"),
        ("it", 7_500, "75%"),
        ("en", 10_000, "100%"),
        ("en", 1_250, "12.5%"),
        ("en", 1, "0.01%"),
    ],
)
def test_percentages_have_the_space_of_the_language(language: str, share: int, told: str) -> None:
    assert format_percent(share, language) == told


@pytest.mark.parametrize(
    ("value", "unit", "language", "told"),
    [
        (1, "days", "it", "1\u00a0giorno"),
        (5, "days", "it", "5\u00a0giorni"),
        (0, "days", "de", "0\u00a0Tage"),
        (0, "days", "fr", "0\u00a0jour"),
        (250, "hours", "de", "2.5\u00a0Stunden"),
        (100, "hours", "en", "1\u00a0hour"),
        (150, "hours", "en", "1.5\u00a0hours"),
        (1, "times", "de", "1\u00a0Mal"),
        (150_000, "CHF", "fr", "CHF\u00a01’500.00"),
    ],
)
def test_quantities_agree_with_their_number(value: int, unit: str, language: str, told: str) -> None:
    assert format_quantity(value, unit, language) == told


@pytest.mark.parametrize(
    ("period", "told"),
    [
        ("2026", "2026"),
        ("2022/2026", "2022–2026"),
        ("event:E1", "Ereignis E1"),
        ("episode:birth-1", "Geburt oder Zyklus birth-1"),
        ("treatment:2026-03-01", "Behandlung vom 01.03.2026"),
        ("lifetime", "ganzes Leben"),
    ],
)
def test_periods_are_told_as_people_say_them(period: str, told: str) -> None:
    assert format_period(period, "de") == told


@pytest.mark.parametrize(
    ("typed", "rappen"),
    [
        ("1'234.5", 123_450),
        ("1’234,50", 123_450),
        ("1234", 123_400),
        ("0.05", 5),
        ("1 234.50", 123_450),
        ("1\u202f234.50", 123_450),
        ("CHF 90.–", 9_000),
        ("Fr. 90.-", 9_000),
        ("90.", 9_000),
        ("  12.30 ", 1_230),
        ("999'999'999.99", HIGHEST_AMOUNT),
    ],
)
def test_amounts_are_read_as_people_type_them(typed: str, rappen: int) -> None:
    assert parse_rappen(typed) == rappen


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("", AmountProblem.EMPTY),
        ("CHF", AmountProblem.EMPTY),
        ("abc", AmountProblem.NOT_AN_AMOUNT),
        ("12.30.40", AmountProblem.NOT_AN_AMOUNT),
        ("1e3", AmountProblem.NOT_AN_AMOUNT),
        ("١٢", AmountProblem.NOT_AN_AMOUNT),
        ("1,234", AmountProblem.DECIMALS),
        ("1.234", AmountProblem.DECIMALS),
        ("12'34", AmountProblem.GROUPING),
        ("1234'567", AmountProblem.GROUPING),
        ("1'234'", AmountProblem.GROUPING),
        ("-5", AmountProblem.NEGATIVE),
        ("\u22125", AmountProblem.NEGATIVE),
        ("1000000000", AmountProblem.TOO_LARGE),
    ],
)
def test_what_is_no_amount_is_refused_with_its_reason(typed: str, problem: AmountProblem) -> None:
    with pytest.raises(AmountError) as refused:
        parse_rappen(typed)
    assert refused.value.problem is problem
    assert str(refused.value) == refused.value.text("en")
    assert refused.value.text("it") != refused.value.text("en")


@given(AMOUNTS)
def test_what_is_shown_can_be_typed_again(rappen: int) -> None:
    assert parse_rappen(format_chf(rappen)) == rappen


@given(st.text(max_size=20))
def test_any_text_is_an_amount_or_refused(text: str) -> None:
    try:
        rappen = parse_rappen(text)
    except AmountError:
        return
    assert 0 <= rappen <= HIGHEST_AMOUNT
