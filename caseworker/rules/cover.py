"""Which cover was in force on a day, and since when without a gap."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from caseworker.rules.calendar import ONE_DAY, day_after
from caseworker.rules.case import Coverage


def cover_on(coverages: Sequence[Coverage], day: date) -> Coverage | None:
    """The Mivita period in force on a day; None where there is none."""
    for cover in coverages:
        if cover.first <= day and (cover.last is None or day <= cover.last):
            return cover
    return None


def boundaries(coverages: Sequence[Coverage]) -> list[date]:
    """The days on which a period begins, and the first days after its end: stays are split there."""
    ends = [day_after(c.last) for c in coverages if c.last is not None]
    return [c.first for c in coverages] + ends


def uninterrupted_since(coverages: Sequence[Coverage], cover: Coverage) -> date:
    """The start of the unbroken cover that a period belongs to, whatever the tier (art. 16.1.b)."""
    ends = {c.last: c for c in coverages if c.last is not None}
    first = cover.first
    while first > date.min and (earlier := ends.get(first - ONE_DAY)) is not None:
        first = earlier.first
    return first
