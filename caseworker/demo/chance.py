"""Chance that repeats itself: the same seed and place give the same choices, on every machine."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence
from datetime import date, timedelta
from math import exp, log
from random import Random
from typing import TypeVar

T = TypeVar("T")


class Chance:
    """Draws for one place of the made-up world, such as `Chance(7, "chunk", 3)`.

    Everything rests on `Random.random`, whose sequence Python keeps from version to version.
    """

    __slots__ = ("_draw",)

    def __init__(self, *place: object) -> None:
        self._draw = Random("/".join(map(str, place))).random

    def happens(self, share: float) -> bool:
        """True in that share of all draws."""
        return self._draw() < share

    def whole(self, lowest: int, highest: int) -> int:
        """A whole number, both ends counted."""
        return lowest + int(self._draw() * (highest - lowest + 1))

    def one(self, choices: Sequence[T]) -> T:
        """One of the choices, all alike."""
        return choices[int(self._draw() * len(choices))]

    def weighed(self, choices: Sequence[T], sums: Sequence[float]) -> T:
        """One of the choices; `sums` are their weights, added up as they stand."""
        return choices[min(bisect(sums, self._draw() * sums[-1]), len(choices) - 1)]

    def day(self, first: date, last: date) -> date:
        """A day, both ends counted; the first where the last lies before it."""
        return first + timedelta(days=self.whole(0, max((last - first).days, 0)))

    def francs(self, lowest: int, highest: int) -> int:
        """A price in Rappen, in steps of five, between two amounts in francs; low prices are more common."""
        price = exp(log(lowest) + self._draw() * log(highest / lowest))
        return round(price * 20) * 5
