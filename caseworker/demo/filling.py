"""Filling a store with the made-up insurer, in one transaction: a store is filled, or as it was."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, time
from itertools import islice
from typing import NamedTuple

from caseworker.demo.batches import Part, Size
from caseworker.demo.events import House
from caseworker.demo.people import enter_directory, enter_part
from caseworker.demo.replay import play
from caseworker.demo.workers import parts_of
from caseworker.errors import Refusal
from caseworker.rights import Right
from caseworker.rules.calendar import add_years
from caseworker.rules.conditions import Conditions
from caseworker.services.access import Access
from caseworker.services.context import SETTINGS_TOUCHED, Context, Session, anybody, needs
from caseworker.services.people.bulk import Entered, has_people
from caseworker.services.settings.setting import set_value
from caseworker.settings import DEMONSTRATION_DAY

# Claims of so many parts are played in one order of time; more of them would take more memory.
PARTS_AT_ONCE = 10
SET_UP_BY = "Set-up"
WHY = "made-up people, told up to this day"
_YEARS_BEFORE = 15


class Progress(NamedTuple):
    """How far the filling has come."""

    persons: int
    claims: int
    decisions: int
    size: Size


Report = Callable[[Progress], None]


def fill(access: Access, size: Size, report: Report) -> Progress:
    """Enter and decide everything; what was made. Refusal where the store has people already."""
    return access.write(_fill, size, report).result


@needs(Right.STORE_FILL)
def _fill(session: Session, ctx: Context, size: Size, report: Report) -> Progress:
    if has_people(session, ctx):
        raise Refusal(
            "There are people in this store already.",
            "Name another place with --store, or remove the store first.",
        )
    filling = _Filling(session, ctx.conditions, size, report)
    filling.set_day()
    ctx.touch(SETTINGS_TOUCHED)
    parts = parts_of(size, ctx.conditions)
    with _few_collections():
        while batch := list(islice(parts, PARTS_AT_ONCE)):
            filling.batch(batch)
    return filling.progress()


@contextmanager
def _few_collections() -> Iterator[None]:
    """Looking for garbage among the many stories that wait to be played takes a fifth of the time."""
    before = gc.get_threshold()
    gc.set_threshold(200_000, 20, 100)
    try:
        yield
    finally:
        gc.set_threshold(*before)


class _Filling:
    def __init__(self, session: Session, conditions: Conditions, size: Size, report: Report) -> None:
        self._session, self._conditions = session, conditions
        self._size, self._report = size, report
        self._persons = 0
        self._house = House(session, enter_directory(session, self._context()))

    def progress(self) -> Progress:
        made = self._house.made
        return Progress(self._persons, made["claims"], made["decisions"], self._size)

    def set_day(self) -> None:
        """Let the store say which day stands for today: nothing happens on it or after it."""
        set_value(self._session, self._context(), DEMONSTRATION_DAY.name, f"{self._size.anchor}", WHY)

    def batch(self, parts: list[Part]) -> None:
        """Enter the people of some parts, then play what is told of them together."""
        insured = [self._enter(part) for part in parts]
        stories = [
            (people[told.place], told)
            for part, people in zip(parts, insured, strict=True)
            for told in part.stories
        ]
        for _ in play(self._house, self._conditions, self._size.anchor, stories):
            self._report(self.progress())

    def _enter(self, part: Part) -> list[Entered]:
        found = enter_part(self._session, self._context(), part.households)
        self._persons += len(found)
        self._report(self.progress())
        return found

    def _context(self) -> Context:
        """Who set the insurer up, long before the first claim."""
        day = add_years(self._size.anchor, -_YEARS_BEFORE)
        return Context(anybody(SET_UP_BY), datetime.combine(day, time(8), UTC), self._conditions)
