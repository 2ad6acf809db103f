"""Amounts, dates and times as they are typed in Switzerland."""

from datetime import date, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseworker.wording import parse as fields
from caseworker.wording.format import format_rappen
from caseworker.wording.parse import FieldError, Problem

NEAR = date(2026, 3, 20)


@pytest.mark.parametrize(
    ("text", "rappen"),
    [
        ("1'234.50", 123450),
        ("1’234.50", 123450),
        ("1 234,5", 123450),
        ("1234.50", 123450),
        ("0.05", 5),
        ("80.-", 8000),
        ("80.--", 8000),
        ("80.—", 8000),
        ("CHF 412'000.00", 41200000),
        ("Fr. 12", 1200),
        (" 7 ", 700),
    ],
)
def test_an_amount_is_read_as_people_write_it(text: str, rappen: int) -> None:
    assert fields.read_amount(text) == rappen


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("abc", Problem.NOT_AN_AMOUNT),
        ("1.234,50", Problem.NOT_AN_AMOUNT),
        ("-5", Problem.NEGATIVE),
        ("1'23", Problem.GROUPING),
        ("12.345", Problem.DECIMALS),
        ("1,234", Problem.DECIMALS),
        ("9999999999", Problem.TOO_LARGE),
    ],
)
def test_an_amount_that_could_mean_two_things_is_not_guessed(text: str, problem: Problem) -> None:
    with pytest.raises(FieldError) as error:
        fields.read_amount(text)
    assert error.value.problem is problem


@given(st.integers(0, 99_999_999_999))
def test_a_written_amount_reads_back_as_itself(rappen: int) -> None:
    assert fields.read_amount(format_rappen(rappen)) == rappen


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("12.3.2026", date(2026, 3, 12)),
        ("12.03.26", date(2026, 3, 12)),
        ("12/3/26", date(2026, 3, 12)),
        ("120326", date(2026, 3, 12)),
        ("12032026", date(2026, 3, 12)),
        ("2026-03-12", date(2026, 3, 12)),
        ("12.3.", date(2026, 3, 12)),
        ("12 3", date(2026, 3, 12)),
        ("20.3.", date(2026, 3, 20)),
        ("21.3.", date(2025, 3, 21)),
        ("31.12.", date(2025, 12, 31)),
    ],
)
def test_a_date_is_read_as_people_write_it(text: str, day: date) -> None:
    assert fields.read_date(text, NEAR) == day


@pytest.mark.parametrize(
    "text", ["31.2.2026", "29.2.2025", "12", "12.13.2026", "0.1.2026", "yesterday", "1.1.202"]
)
def test_a_day_that_does_not_exist_is_an_error(text: str) -> None:
    with pytest.raises(FieldError):
        fields.read_date(text, NEAR)


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_a_written_date_reads_back_as_itself(day: date) -> None:
    assert fields.read_date(fields.write_date(day), NEAR) == day


def test_a_time_without_offset_is_swiss_time_in_winter_and_in_summer() -> None:
    assert fields.read_time("10.2.2026 22:40", NEAR).utcoffset() == timedelta(hours=1)
    assert fields.read_time("10.7.2025 22:40", NEAR).utcoffset() == timedelta(hours=2)
    assert fields.read_time("29.3.2026 01:59", NEAR).utcoffset() == timedelta(hours=1)
    assert fields.read_time("29.3.2026 03:00", NEAR).utcoffset() == timedelta(hours=2)
    assert fields.read_time("25.10.2026 02:59", NEAR).utcoffset() == timedelta(hours=2)
    assert fields.read_time("25.10.2026 03:00", NEAR).utcoffset() == timedelta(hours=1)


@pytest.mark.parametrize("hours", [-5, 0, 1, 2, 7])
def test_a_time_keeps_its_offset_there_and_back(hours: int) -> None:
    moment = datetime(2026, 2, 10, 22, 40, tzinfo=timezone(timedelta(hours=hours)))
    assert fields.read_time(fields.write_time(moment), NEAR) == moment


def test_swiss_time_is_written_without_an_offset() -> None:
    assert (
        fields.write_time(datetime(2026, 2, 10, 9, 5, tzinfo=timezone(timedelta(hours=1))))
        == "10.02.2026 09:05"
    )
    abroad = datetime(2026, 2, 10, 9, 5, tzinfo=timezone(-timedelta(hours=3, minutes=30)))
    assert fields.write_time(abroad) == "10.02.2026 09:05 -03:30"


@pytest.mark.parametrize("text", ["10.2.2026", "10.2.2026 25:00", "10.2.2026 10:61", "10.2.2026 10:00 +15"])
def test_a_time_that_does_not_exist_is_an_error(text: str) -> None:
    with pytest.raises(FieldError):
        fields.read_time(text, NEAR)


def test_hours_may_be_typed_as_a_clock_shows_them() -> None:
    assert fields.read_quantity("2:30") == fields.read_quantity("2,5") == 250
    assert fields.read_quantity("0:20") == 33
    assert fields.write_hundredths(250) == "2.5"
    assert fields.write_hundredths(300) == "3"
    with pytest.raises(FieldError) as error:
        fields.read_quantity("0")
    assert error.value.problem is Problem.ABOVE_ZERO
    with pytest.raises(FieldError):
        fields.read_quantity("1.005")


def test_a_reduction_is_typed_in_percent_and_ends_at_a_hundred() -> None:
    assert fields.read_share("20 %") == 2000
    assert fields.read_share("12,5") == 1250
    assert fields.read_share("100") == 10000
    with pytest.raises(FieldError):
        fields.read_share("100.01")


def test_a_rate_keeps_every_digit() -> None:
    assert fields.read_decimal("0,02614500") == Decimal("0.02614500")
    assert fields.write_decimal(Decimal("0.02610")) == "0.0261"
