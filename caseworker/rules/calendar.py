"""Days, months and years by the calendar; where a day does not exist the month's last day is taken."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import MAXYEAR, date, timedelta
from typing import NamedTuple

ONE_DAY = timedelta(days=1)


class Span(NamedTuple):
    """Days from `first` to `last`, both counted."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days."""
        return (self.last - self.first).days + 1


def add_months(day: date, months: int) -> date:
    """The same day `months` later; the last day there is where the calendar ends."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if year > MAXYEAR:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def add_years(day: date, years: int) -> date:
    """The same day `years` later."""
    return add_months(day, 12 * years)


def day_after(day: date) -> date:
    """The next day; the last day there is where the calendar ends."""
    return day + ONE_DAY if day < date.max else day


def split(span: Span, starts: Iterable[date]) -> tuple[Span, ...]:
    """The span cut so that a part begins at each of `starts` within it, and at each 1 January."""
    years = (date(year, 1, 1) for year in range(span.first.year + 1, span.last.year + 1))
    cuts = sorted({s for s in (*years, *starts) if span.first < s <= span.last})
    firsts = [span.first, *cuts]
    lasts = [cut - ONE_DAY for cut in cuts] + [span.last]
    return tuple(Span(a, b) for a, b in zip(firsts, lasts, strict=True))
