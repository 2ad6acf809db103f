"""What the stories of the told people are written with."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from caseworker.demo.claims import Decided, Entered
from caseworker.demo.events import Event
from caseworker.demo.forms import Told
from caseworker.demo.invented.people import person_number
from caseworker.demo.providers import Directory
from caseworker.demo.staff import ENTRY_DESK, EXAMINERS
from caseworker.demo.stories.roll import Calendar
from caseworker.rules.case import Line, Travel
from caseworker.services.claims.forms import ClaimForm


class Writer:
    """Writes the claims of the told people."""

    def __init__(self, directory: Directory, calendar: Calendar) -> None:
        self._directory, self.calendar = directory, calendar

    def told(
        self,
        who: int,
        trade: str,
        place: str,
        received: str,
        lines: tuple[Line, ...],
        *events: Event,
        by: str | None = EXAMINERS[0],
        travel: Travel | None = None,
        house: int = 0,
    ) -> Told:
        """A claim; `by` decides it two days after its receipt (None: it is open), then follow `events`."""
        day = self.calendar.day(received)
        form = ClaimForm(
            person=person_number(who + 1),
            lines=lines,
            received=day,
            travel=travel,
            provider_id=self._directory.of(trade, place)[house],
            invoice_number=f"{day:%y%m}-{who + 1:02}{day.day:02}",
            invoice_date=max(max(line.last for line in lines), day - timedelta(days=6)),
            source="invoice and enclosures",
        )
        story: list[Event] = [Entered(at(day, 8, 20), ENTRY_DESK[who % 2], form)]
        if by is not None:
            story.append(Decided(at(day + timedelta(days=2), 10, 5), by))
        return Told(who, (*story, *events), drawn=True)

    def line(
        self,
        label: str,
        benefit: str,
        first: str,
        francs: int,
        last: str | None = None,
        facts: tuple[str, ...] = (),
        **more: Any,
    ) -> Line:
        """A line of so many francs (or units of `currency`); `facts` are those known to be true."""
        day = self.calendar.day
        known = dict.fromkeys(facts, True) | more.pop("known", {})
        return Line(label, benefit, day(first), day(last or first), francs * 100, facts=known, **more)

    def decided(self, day: str, by: str) -> Decided:
        """A later decision."""
        return Decided(at(self.calendar.day(day), 14, 30), by)


def at(day: date, hour: int, minute: int) -> datetime:
    """A moment of a day."""
    return datetime.combine(day, time(hour, minute), UTC)
