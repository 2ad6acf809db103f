"""What is typed into a field, read as people in Switzerland write it, and written back the same way."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from enum import StrEnum

from caseworker.rules.vocabulary import WHOLE, Hundredths, Rappen, TenThousandths
from caseworker.wording.format import AmountError, AmountProblem, format_date, parse_rappen


class Problem(StrEnum):
    """What is wrong with a field; the page says it in words."""

    REQUIRED = "required"
    NOT_AN_AMOUNT = "not_an_amount"
    DECIMALS = "decimals"
    GROUPING = "grouping"
    NEGATIVE = "negative"
    TOO_LARGE = "too_large"
    NOT_A_DATE = "not_a_date"
    NOT_A_TIME = "not_a_time"
    NOT_A_NUMBER = "not_a_number"
    NOT_A_RATE = "not_a_rate"
    NOT_A_SHARE = "not_a_share"
    NOT_A_CODE = "not_a_code"
    ABOVE_ZERO = "above_zero"
    WHOLE_DAYS = "whole_days"
    MORE_DAYS_THAN_LINE = "more_days_than_line"
    END_BEFORE_START = "end_before_start"
    BEFORE_BIRTH = "before_birth"
    RATE_NEEDED = "rate_needed"
    CURRENCY_NEEDED = "currency_needed"
    TRAVEL_NEEDED = "travel_needed"


class FieldError(ValueError):
    """A text that cannot be read; `problem` says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.value)
        self.problem = problem


_AMOUNT_PROBLEMS = {
    AmountProblem.DECIMALS: Problem.DECIMALS,
    AmountProblem.GROUPING: Problem.GROUPING,
    AmountProblem.NEGATIVE: Problem.NEGATIVE,
    AmountProblem.TOO_LARGE: Problem.TOO_LARGE,
}
_NUMBER = re.compile(r"\d{1,6}(?:[.,]\d{1,8})?")
_HOURS = re.compile(r"(\d{1,3}):([0-5]\d)")
_DATE = re.compile(r"(\d{1,2})[./ -]+(\d{1,2})(?:[./ -]+(\d{4}|\d{2})?)?")
_DIGITS = re.compile(r"(\d{2})(\d{2})(\d{4}|\d{2})?")
_ISO_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_TIME = re.compile(
    r"(?P<day>\S+)[ ,]+(?P<hour>\d{1,2})[:.h](?P<minute>\d{2})\s*(?P<offset>[+-]\d{1,2}(?::?\d{2})?)?"
)
_OFFSET = re.compile(r"([+-])(\d{1,2})(?::?(\d{2}))?")


def read_amount(text: str) -> Rappen:
    """An amount as it stands on an invoice (`1'234.50`, `1234,5`, `Fr. 80.-`), in hundredths."""
    try:
        return parse_rappen(text)
    except AmountError as error:
        raise FieldError(_AMOUNT_PROBLEMS.get(error.problem, Problem.NOT_AN_AMOUNT)) from None


def read_decimal(text: str, problem: Problem = Problem.NOT_A_NUMBER) -> Decimal:
    """A number with a point or a comma, above zero."""
    if _NUMBER.fullmatch(text.strip()) is None:
        raise FieldError(problem)
    number = Decimal(text.strip().replace(",", "."))
    if not number:
        raise FieldError(Problem.ABOVE_ZERO)
    return number


def read_quantity(text: str) -> Hundredths:
    """Hours or days in hundredths: `2.5`, `2,5` or, for hours, `2:30`."""
    clock = _HOURS.fullmatch(text.strip())
    if clock is not None:
        hundredths = Decimal(((int(clock[1]) * 60 + int(clock[2])) * 100 + 30) // 60)
    else:
        hundredths = read_decimal(text) * 100
    if hundredths != hundredths.to_integral_value():
        raise FieldError(Problem.NOT_A_NUMBER)
    if not hundredths:
        raise FieldError(Problem.ABOVE_ZERO)
    return int(hundredths)


def write_hundredths(number: Hundredths) -> str:
    """`2.5`, `3`."""
    return f"{number // 100}.{number % 100:02d}".rstrip("0").rstrip(".")


def write_decimal(number: Decimal) -> str:
    """A number as it was entered, without trailing zeros or exponents."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def read_share(text: str) -> TenThousandths:
    """A share in percent (`20`, `20 %`, `12.5`), from 0 to 100, in ten-thousandths."""
    plain = text.strip().removesuffix("%").strip()
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{1,2})?", plain) is None:
        raise FieldError(Problem.NOT_A_SHARE)
    share = int(Decimal(plain.replace(",", ".")) * 100)
    if share > WHOLE:
        raise FieldError(Problem.NOT_A_SHARE)
    return share


def read_date(text: str, near: date) -> date:
    """A date as typed: `12.3.2026`, `12.3.26`, `120326`, `12.3.` or `2026-03-12`.

    Without a year it is the last such day up to `near`.
    """
    typed = text.strip()
    iso = _ISO_DATE.fullmatch(typed)
    if iso is not None:
        return _day(int(iso[1]), int(iso[2]), int(iso[3]))
    match = _DATE.fullmatch(typed) or _DIGITS.fullmatch(typed)
    if match is None:
        raise FieldError(Problem.NOT_A_DATE)
    day, month = int(match[1]), int(match[2])
    if match[3]:
        year = int(match[3])
        return _day(year + 2000 if year < 100 else year, month, day)
    year = near.year if (month, day) <= (near.month, near.day) else near.year - 1
    return _day(year, month, day)


def _day(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise FieldError(Problem.NOT_A_DATE) from None


def write_date(day: date | None) -> str:
    """`12.03.2026`, nothing for no date."""
    return format_date(day) if day else ""


def swiss_offset(moment: datetime) -> timezone:
    """The offset of Swiss time at a moment of the wall clock; what zone the moment says does not count."""
    wall = moment.replace(tzinfo=UTC)
    begin = datetime(moment.year, 3, _last_sunday(moment.year, 3), 2, tzinfo=UTC)
    end = datetime(moment.year, 10, _last_sunday(moment.year, 10), 3, tzinfo=UTC)
    return timezone(timedelta(hours=2 if begin <= wall < end else 1))


def _last_sunday(year: int, month: int) -> int:
    """The day on which summer time begins or ends, in a month of 31 days."""
    return 31 - (date(year, month, 31).weekday() + 1) % 7


def read_time(text: str, near: date) -> datetime:
    """A moment: `10.2.2026 22:40` in Swiss time, or with an offset, `10.2.2026 22:40 +07:00`."""
    match = _TIME.fullmatch(text.strip())
    if match is None:
        raise FieldError(Problem.NOT_A_TIME)
    day = read_date(match["day"], near)
    try:
        moment = datetime(day.year, day.month, day.day, int(match["hour"]), int(match["minute"]), tzinfo=UTC)
    except ValueError:
        raise FieldError(Problem.NOT_A_TIME) from None
    zone = _zone(match["offset"]) if match["offset"] else swiss_offset(moment)
    return moment.replace(tzinfo=zone)


def _zone(text: str) -> timezone:
    match = _OFFSET.fullmatch(text)
    if match is None or int(match[2]) > 14:
        raise FieldError(Problem.NOT_A_TIME)
    size = timedelta(hours=int(match[2]), minutes=int(match[3] or 0))
    return timezone(-size if match[1] == "-" else size)


def write_time(moment: datetime | None) -> str:
    """`10.02.2026 22:40`, with the offset where it is not Swiss time."""
    if moment is None:
        return ""
    text = f"{write_date(moment.date())} {moment:%H:%M}"
    offset = moment.utcoffset()
    if offset is None or offset == swiss_offset(moment).utcoffset(None):
        return text
    minutes = int(offset.total_seconds()) // 60
    return f"{text} {'-' if minutes < 0 else '+'}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"


def read_code(text: str, length: int) -> str:
    """A country, currency or language code of so many letters, as typed."""
    code = text.strip()
    if len(code) != length or not code.isascii() or not code.isalpha():
        raise FieldError(Problem.NOT_A_CODE)
    return code
