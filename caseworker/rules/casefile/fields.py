"""Reads JSON values one at a time; every error names its place as a JSON pointer."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from datetime import date, datetime
from decimal import Decimal
from difflib import get_close_matches
from typing import Any, TypeVar

from caseworker.rules.money import hundredths, ten_thousandths

Value = TypeVar("Value")
Choice = TypeVar("Choice")

_TOLD = 80  # so much of a word stands in an error

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?([Zz]|[+-][0-9]{2}:[0-9]{2})"
)
_MONEY = re.compile(r"[0-9]{1,9}\.[0-9]{2}")
_RATE = re.compile(r"[0-9]{1,6}(\.[0-9]{1,8})?")
_QUANTITY = re.compile(r"[0-9]{1,4}(\.[0-9]{1,2})?")
_LARGEST_EXPONENT = 300  # what any reader of JSON still holds as a number
_REDUCTION = re.compile(r"0(\.[0-9]{1,4})?|1(\.0{1,4})?")


class CaseFileError(ValueError):
    """Something in a case file is wrong; `pointer` (RFC 6901) says where."""

    def __init__(self, pointer: str, message: str) -> None:
        super().__init__(f"{pointer}: {message}" if pointer else message)
        self.pointer = pointer
        self.message = message


def escaped(key: str) -> str:
    """A key as a JSON pointer writes it."""
    return key.replace("~", "~0").replace("/", "~1")


def shortened(word: str) -> str:
    """A word in quotes as an error tells it: the beginning of a very long one."""
    return repr(word) if len(word) <= _TOLD else f"{word[:_TOLD]!r} …"


def did_you_mean(word: str, known: Collection[str]) -> str:
    """` (did you mean 'x'?)` where a known word is near, else nothing."""
    near = get_close_matches(word, known, n=1) if len(word) <= _TOLD else []
    return f" (did you mean {near[0]!r}?)" if near else ""


class Table:
    """A JSON object at a pointer, whose keys are all known."""

    __slots__ = ("at", "values")

    def __init__(self, value: Any, at: str, keys: Collection[str], required: Collection[str] = ()) -> None:
        if not isinstance(value, dict):
            raise CaseFileError(at, f"expected an object, not {kind_of(value)}")
        for key in value:
            if key not in keys:
                raise CaseFileError(
                    f"{at}/{escaped(key)}", f"unknown key {shortened(key)}{did_you_mean(key, keys)}"
                )
        for key in required:
            if key not in value:
                raise CaseFileError(at, f"{key!r} is missing")
        self.values: Mapping[str, Any] = value
        self.at = at

    def __contains__(self, key: str) -> bool:
        return key in self.values

    def pointer(self, key: str) -> str:
        """Where a key of this object stands."""
        return f"{self.at}/{escaped(key)}"

    def error(self, key: str, message: str) -> CaseFileError:
        """An error at a key of this object."""
        return CaseFileError(self.pointer(key), message)

    def get(self, key: str, read: Callable[[Any, str], Value]) -> Value:
        """The value of a key that is there."""
        return read(self.values[key], self.pointer(key))

    def maybe(self, key: str, read: Callable[[Any, str], Value]) -> Value | None:
        """The value of a key, None where the key is not there."""
        return read(self.values[key], self.pointer(key)) if key in self.values else None


def kind_of(value: Any) -> str:
    """What a JSON value is, in words."""
    if value is None:
        return "null"
    kinds = {bool: "true or false", str: "text", dict: "an object", list: "a list"}
    return kinds.get(type(value), "a number")


def text(value: Any, at: str) -> str:
    """Text of at least one character that can be written as UTF-8."""
    if not isinstance(value, str):
        raise CaseFileError(at, f"expected text, not {kind_of(value)}")
    if not value:
        raise CaseFileError(at, "may not be empty")
    if any("\ud800" <= character <= "\udfff" for character in value):
        raise CaseFileError(at, "holds half a character (a lone surrogate)")
    return value


def matching(pattern: str, what: str) -> Callable[[Any, str], str]:
    """A reader of text that fits a pattern as a whole."""
    compiled = re.compile(pattern)

    def read(value: Any, at: str) -> str:
        return _fitting(compiled, what, value, at)

    return read


def _fitting(pattern: re.Pattern[str], what: str, value: Any, at: str) -> str:
    if not isinstance(value, str):
        raise CaseFileError(at, f"expected {what} as text, not {kind_of(value)}")
    if not pattern.fullmatch(value):
        raise CaseFileError(at, f"{shortened(value)} is not {what}")
    return value


def one_of(choices: Mapping[str, Choice]) -> Callable[[Any, str], Choice]:
    """A reader of one of a few words."""

    def read(value: Any, at: str) -> Choice:
        if not isinstance(value, str) or value not in choices:
            raise CaseFileError(at, f"{value!r} is none of {', '.join(choices)}")
        return choices[value]

    return read


def day(value: Any, at: str) -> date:
    """A date, `2026-11-30`."""
    found = _fitting(_DATE, "a date (YYYY-MM-DD)", value, at)
    try:
        return date.fromisoformat(found)
    except ValueError:
        raise CaseFileError(at, f"the date {found} does not exist") from None


def moment(value: Any, at: str) -> datetime:
    """A time with its offset, `2026-02-10T22:40:00+07:00`."""
    found = _fitting(_MOMENT, "a time with its offset (ISO 8601)", value, at)
    try:
        return datetime.fromisoformat(found.upper())
    except ValueError:
        raise CaseFileError(at, f"the time {found} does not exist") from None


def money(value: Any, at: str) -> int:
    """An amount with two decimals, in hundredths."""
    if isinstance(value, str) and value.startswith("-"):
        raise CaseFileError(at, f"{value} is negative: an amount may not be below 0.00")
    return hundredths(_fitting(_MONEY, 'an amount with two decimals ("123.45")', value, at))


def exchange_rate(value: Any, at: str) -> Decimal:
    """CHF for one unit of a currency."""
    return Decimal(_fitting(_RATE, "an exchange rate", value, at))


def quantity(value: Any, at: str) -> int:
    """A number of hours or days above zero, in hundredths."""
    found = hundredths(_fitting(_QUANTITY, "a quantity with two decimals at most", value, at))
    if not found:
        raise CaseFileError(at, "a quantity of zero: leave it out, or say how much it was")
    return found


def reduction(value: Any, at: str) -> int:
    """A share between 0 and 1, in ten-thousandths."""
    return ten_thousandths(_fitting(_REDUCTION, 'a share between "0" and "1"', value, at))


def number(value: Any, at: str) -> Decimal:
    """A number above zero."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise CaseFileError(at, f"expected a number, not {kind_of(value)}")
    found = Decimal(str(value)) if isinstance(value, float) else Decimal(value)
    if not found.is_finite() or found <= 0 or abs(found.adjusted()) > _LARGEST_EXPONENT:
        raise CaseFileError(at, f"{value} is not a number above zero")
    return found


def items(value: Any, at: str) -> list[tuple[Any, str]]:
    """The items of a list, each with its pointer."""
    if not isinstance(value, list):
        raise CaseFileError(at, f"expected a list, not {kind_of(value)}")
    return [(item, f"{at}/{i}") for i, item in enumerate(value)]
