"""Amounts, dates and quantities as people in Switzerland write them: on paper and on screen the same.

Money has one form in all four languages. Nothing here rounds: amounts are whole Rappen.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache

from babel.core import Locale
from babel.dates import format_date as babel_date

from caseworker.wording.texts import word

NO_BREAK_SPACE = "\u00a0"
APOSTROPHE = "\u2019"
MINUS = "\u2212"
HIGHEST_AMOUNT = 99_999_999_999
"""The most that can be typed, in Rappen: nine digits before the point."""

_SPACED_PERCENT = ("de", "fr")
_LONG_DATE = {"it": "d MMMM y", "de": "d. MMMM y", "fr": "d MMMM y", "en": "d MMMM y"}
_CURRENCY = re.compile(r"^(?:CHF|SFr\.?|Fr\.?)\s*", re.IGNORECASE)
_APOSTROPHES = re.compile("['`\u00b4\u2018\u2019\u02bc\u2032]")
_AMOUNT = re.compile(r"(?P<whole>[0-9][0-9' ]*)(?:[.,](?P<rest>[0-9]*|[-\u2013\u2014]+))?")


class AmountProblem(StrEnum):
    """Why a typed amount cannot be taken; the words for it are `word("amount_error", ...)`."""

    EMPTY = "empty"
    NOT_AN_AMOUNT = "not_an_amount"
    DECIMALS = "decimals"
    GROUPING = "grouping"
    NEGATIVE = "negative"
    TOO_LARGE = "too_large"


class AmountError(ValueError):
    """A typed amount that cannot be taken."""

    def __init__(self, problem: AmountProblem) -> None:
        super().__init__(word("amount_error", problem, "en"))
        self.problem = problem

    def text(self, language: str) -> str:
        """What is wrong, and how to go on."""
        return word("amount_error", self.problem, language)


def format_rappen(rappen: int) -> str:
    """150000 as `1’500.00`."""
    francs, rest = divmod(abs(rappen), 100)
    sign = MINUS if rappen < 0 else ""
    return f"{sign}{_grouped(francs)}.{rest:02d}"


def format_chf(rappen: int, language: str | None = None) -> str:
    """150000 as `CHF 1’500.00`, held together by a no-break space; the same whatever the language."""
    return f"CHF{NO_BREAK_SPACE}{format_rappen(rappen)}"


def format_date(day: date, language: str | None = None) -> str:
    """A day as `21.11.2026`, the same whatever the language."""
    return f"{day.day:02d}.{day.month:02d}.{day.year:04d}"


def format_long_date(day: date, language: str) -> str:
    """A day with its month in letters: `21. November 2026`; in Italian and French the first is 1°, 1er."""
    text = babel_date(day, _LONG_DATE[language], locale=_locale(language))
    if day.day == 1 and language == "it":
        return text.replace("1 ", "1° ", 1)
    if day.day == 1 and language == "fr":
        return text.replace("1 ", "1er ", 1)
    return text


def format_percent(ten_thousandths: int, language: str) -> str:
    """7500 as `75 %` (German, French) or `75%` (Italian, English)."""
    space = NO_BREAK_SPACE if language in _SPACED_PERCENT else ""
    return f"{_decimal(ten_thousandths, 100)}{space}%"


def format_exchange_rate(hundred_millionths: int) -> str:
    """2610000 -> `0.0261`: CHF for one unit, without trailing zeros."""
    whole, decimals = divmod(hundred_millionths, 100_000_000)
    return f"{whole}.{decimals:08d}".rstrip("0").rstrip(".")


def format_quantity(value: int, unit: str, language: str) -> str:
    """A quantity in the unit of a limit: Rappen as money, hundredths of an hour, days or times."""
    if unit == "CHF":
        return format_chf(value)
    scale = 100 if unit == "hours" else 1
    number = _decimal(value, scale)
    plural = _locale(language).plural_form(Decimal(value) / scale)
    kind = "unit_one" if plural == "one" else "unit"
    return f"{number}{NO_BREAK_SPACE}{word(kind, unit, language)}"


def format_period(period: str, language: str) -> str:
    """The period of a limit, told as in a case file: `2026`, `2022/2026`, `event:E1`, `lifetime`."""
    if period == "lifetime":
        return word("period", "lifetime", language)
    kind, colon, value = period.partition(":")
    if colon:
        shown = format_date(date.fromisoformat(value)) if kind == "treatment" else value
        return word("period", kind, language, value=shown)
    first, slash, last = period.partition("/")
    if slash:
        return word("period", "years", language, first=first, last=last)
    return word("period", "year", language, value=period)


def parse_rappen(text: str) -> int:
    """The Rappen of an amount as people type it: `1'234.5`, `1’234,50`, `CHF 90.–`; raises AmountError.

    Exact, never guessed at: `1,234` and `1.234` are refused, as they may be thousands or decimals.
    """
    typed = _CURRENCY.sub("", _APOSTROPHES.sub("'", " ".join(text.split())))
    if not typed:
        raise AmountError(AmountProblem.EMPTY)
    if typed[0] in f"-{MINUS}":
        raise AmountError(AmountProblem.NEGATIVE)
    match = _AMOUNT.fullmatch(typed)
    if match is None:
        raise AmountError(AmountProblem.NOT_AN_AMOUNT)
    rappen = _francs(match["whole"]) * 100 + _rest(match["rest"] or "")
    if rappen > HIGHEST_AMOUNT:
        raise AmountError(AmountProblem.TOO_LARGE)
    return rappen


def _francs(typed: str) -> int:
    first, *groups = re.split("[' ]", typed)
    if any(len(group) != 3 for group in groups) or (groups and len(first) > 3):
        raise AmountError(AmountProblem.GROUPING)
    return int(first + "".join(groups))


def _rest(typed: str) -> int:
    digits = typed.strip("-\u2013\u2014")
    if len(digits) > 2:
        raise AmountError(AmountProblem.DECIMALS)
    return int(digits.ljust(2, "0"))


def _grouped(number: int) -> str:
    return f"{number:,}".replace(",", APOSTROPHE)


def _decimal(value: int, scale: int) -> str:
    """A whole number of `scale`ths without trailing zeros: 250 hundredths as `2.5`."""
    whole, rest = divmod(value, scale)
    digits = str(scale + rest)[1:].rstrip("0")
    return _grouped(whole) + (f".{digits}" if digits else "")


@cache
def _locale(language: str) -> Locale:
    return Locale(language, "CH" if language != "en" else None)
