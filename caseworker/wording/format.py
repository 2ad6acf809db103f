"""Amounts, dates and quantities as people in Switzerland write them: on paper and on screen the same.

Money has one form in all four languages. Nothing here rounds: amounts are whole Rappen.
"""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum

from caseworker.wording.catalogue import say, say_count

NO_BREAK_SPACE = "\u00a0"
APOSTROPHE = "\u2019"
MINUS = "\u2212"
NOT_RECORDED = "–"
"""What stands where nothing is recorded, or nothing is paid."""
HIGHEST_AMOUNT = 99_999_999_999
"""The most that can be typed, in Rappen: nine digits before the point."""

_SCALE = {"hours": 100}
"""Days and times are counted whole, hours in hundredths."""
_SPACED_PERCENT = ("de", "fr")
_LONG_DATE = {"it": "d MMMM y", "de": "d. MMMM y", "fr": "d MMMM y", "en": "d MMMM y"}
_CURRENCY = re.compile(r"^(?:CHF|SFr\.?|Fr\.?)\s*", re.IGNORECASE)
_APOSTROPHES = re.compile("['`\u00b4\u2018\u2019\u02bc\u2032]")
_AMOUNT = re.compile(r"(?P<whole>[0-9][0-9' ]*)(?:[.,](?P<rest>[0-9]*|[-\u2013\u2014]+))?")


class AmountProblem(StrEnum):
    """Why a typed amount cannot be taken; the words for it are those of `parse`."""

    EMPTY = "empty"
    NOT_AN_AMOUNT = "not_an_amount"
    DECIMALS = "decimals"
    GROUPING = "grouping"
    NEGATIVE = "negative"
    TOO_LARGE = "too_large"


class AmountError(ValueError):
    """A typed amount that cannot be taken."""

    def __init__(self, problem: AmountProblem) -> None:
        super().__init__(say(f"parse.{problem}", "en"))
        self.problem = problem

    def text(self, language: str) -> str:
        """What is wrong, and how to go on."""
        return say(f"parse.{self.problem}", language)


def format_count(number: int) -> str:
    """12345 as `12’345`, not below zero."""
    return _grouped(number)


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


def format_span(first: date, last: date | None) -> str:
    """A period: one day, from day to day, or from a day on."""
    if last is None:
        return f"{format_date(first)} –"
    return format_date(first) if first == last else f"{format_date(first)} – {format_date(last)}"


def format_long_date(day: date, language: str) -> str:
    """A day with its month in letters: `21. November 2026`; in Italian and French the first is 1°, 1er."""
    # Slow to import, and only letters write a month in letters.
    from babel.core import Locale
    from babel.dates import format_date as babel_date

    locale = Locale(language, "CH" if language != "en" else None)
    text = babel_date(day, _LONG_DATE[language], locale=locale)
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
    whole, rest = divmod(value, _SCALE.get(unit, 1))
    number = _decimal(value, _SCALE.get(unit, 1))
    # 1.5 takes the form of many, but in French that of one.
    count = 2 if rest and whole == 1 and language != "fr" else whole
    return f"{number}{NO_BREAK_SPACE}{say_count(f'words.unit.{unit}', count, language)}"


def format_measure(value: int, unit: str, language: str) -> str:
    """A quantity in the unit of a limit, short: `1’234.50` CHF, `12 days`, `2.5 h`, `3 ×`."""
    if unit == "CHF":
        return format_rappen(value)
    if unit == "hours":
        return say("words.hours_short", language, hours=_decimal(value, _SCALE[unit]))
    return say_count("words.days", value, language) if unit == "days" else f"{value} ×"


def format_period(period: str, language: str) -> str:
    """The period of a limit, told as in a case file: `2026`, `2022/2026`, `event:E1`, `lifetime`."""
    if period == "lifetime":
        return say("words.period.lifetime", language)
    kind, colon, value = period.partition(":")
    if colon:
        shown = format_date(date.fromisoformat(value)) if kind == "treatment" else value
        return say(f"words.period.{kind}", language, value=shown)
    first, slash, last = period.partition("/")
    if slash:
        return say("words.period.years", language, first=first, last=last)
    return say("words.period.year", language, value=period)


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
