"""Reads single values of an edition's files; what does not hold is refused with file and place."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from caseworker.rules.money import hundredths, ten_thousandths
from caseworker.rules.terms import ConditionsError
from caseworker.rules.vocabulary import Citation, Tier

_Value = TypeVar("_Value")

_AMOUNT = re.compile(r"[0-9]{1,9}\.[0-9]{2}")
_SHARE = re.compile(r"0(\.[0-9]{1,4})?|1")
_COUNT = re.compile(r"[0-9]{1,6}")

Place = tuple[Path, str]  # a file, and the pointer within it


def wrong(place: Place, message: str) -> ConditionsError:
    """The error that something at a place does not hold."""
    file, pointer = place
    return ConditionsError(f"{file}: {pointer}: {message}" if pointer else f"{file}: {message}")


def read_json(path: Path, raw: bytes) -> Node:
    """The JSON object of a file; a key given twice is an error."""

    def once(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            keys = [key for key, _ in pairs]
            raise wrong((path, ""), f"{next(k for k in keys if keys.count(k) > 1)!r} is given twice")
        return found

    try:
        return Node(json.loads(raw, object_pairs_hook=once), (path, ""))
    except ConditionsError:
        raise
    except ValueError as error:
        raise wrong((path, ""), f"not valid JSON: {error}") from error


class Node:
    """A JSON object and where it stands. `keys`: those it may have (None: any)."""

    __slots__ = ("place", "values")

    def __init__(self, value: Any, place: Place, keys: Collection[str] | None = None) -> None:
        if not isinstance(value, dict):
            raise wrong(place, "not an object")
        for key in value:
            if keys is not None and key not in keys:
                raise wrong(place, f"unknown key {key!r}")
        self.values: Mapping[str, Any] = value
        self.place = place

    def __contains__(self, key: str) -> bool:
        return key in self.values

    def under(self, key: str) -> Place:
        """The place of a key."""
        return self.place[0], f"{self.place[1]}/{key}"

    def error(self, key: str, message: str) -> ConditionsError:
        """The error that the value of a key does not hold."""
        return wrong(self.under(key), message)

    def value(self, key: str) -> Any:
        """The value of a key that must be there."""
        if key not in self.values:
            raise wrong(self.place, f"{key!r} is missing")
        return self.values[key]

    def node(self, key: str, keys: Collection[str] | None = None) -> Node:
        """The object of a key."""
        return Node(self.value(key), self.under(key), keys)

    def nodes(self, keys: Collection[str] | None = None) -> list[tuple[str, Node]]:
        """Every entry, each an object."""
        return [(key, self.node(key, keys)) for key in self.values]

    def items(self, key: str) -> list[tuple[Any, Place]]:
        """The items of a list, each with its place; none where the key is not there."""
        found = self.values.get(key, [])
        if not isinstance(found, list):
            raise self.error(key, "not a list")
        file, at = self.under(key)
        return [(item, (file, f"{at}/{i}")) for i, item in enumerate(found)]

    def text(self, key: str) -> str:
        """Text of at least one character."""
        return _text(self.value(key), self.under(key))

    def maybe(self, key: str) -> str | None:
        """Text, None where the key is not there."""
        return self.text(key) if key in self.values else None

    def word(self, key: str, choices: Mapping[str, _Value]) -> _Value:
        """One of a few words."""
        found = self.text(key)
        if found not in choices:
            raise self.error(key, f"{found!r} is none of {', '.join(choices)}")
        return choices[found]

    def words(self, key: str, known: Collection[str] | None = None) -> tuple[str, ...]:
        """A list of words; of `known` ones where these are given."""
        found = tuple(_text(item, place) for item, place in self.items(key))
        for item in found:
            if known is not None and item not in known:
                raise self.error(key, f"{item!r} is not known")
        return found

    def flag(self, key: str) -> bool:
        """True or false; false where the key is not there."""
        found = self.values.get(key, False)
        if not isinstance(found, bool):
            raise self.error(key, "neither true nor false")
        return found

    def whole(self, key: str) -> int:
        """A whole number, zero or above."""
        return whole(self.value(key), self.under(key))

    def day(self, key: str) -> date | None:
        """A date; None where it is null."""
        if self.value(key) is None:
            return None
        try:
            return date.fromisoformat(self.text(key))
        except ValueError:
            raise self.error(key, f"{self.values[key]!r} is not a date") from None

    def citation(self) -> Citation:
        """The article that this stands under, with its reading if one was taken."""
        return Citation(self.text("article"), self.maybe("reading"))

    def by_tier(self, key: str, read: Callable[[Any, Place], int]) -> dict[Tier, int]:
        """A figure for each tier that has one."""
        table = self.node(key, {t.value for t in Tier})
        return {Tier(tier): read(value, table.under(tier)) for tier, value in table.values.items()}


def _text(value: Any, place: Place) -> str:
    if not isinstance(value, str) or not value:
        raise wrong(place, f"{value!r} is not a text")
    return value


def _figure(pattern: re.Pattern[str], what: str, value: Any, place: Place) -> str:
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise wrong(place, f"{value!r} is not {what}")
    return value


def amount(value: Any, place: Place) -> int:
    """`"1500.00"` in hundredths (Rappen, or hundredths of an hour)."""
    return hundredths(_figure(_AMOUNT, "an amount with two decimals", value, place))


def share(value: Any, place: Place) -> int:
    """`"0.75"` in ten-thousandths."""
    return ten_thousandths(_figure(_SHARE, "a share between 0 and 1", value, place))


def count(value: Any, place: Place) -> int:
    """`"50"`."""
    return int(_figure(_COUNT, "a whole number as text", value, place))


def whole(value: Any, place: Place) -> int:
    """50, not true."""
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise wrong(place, f"{value!r} is not a whole number")
    return value
