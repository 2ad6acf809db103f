"""When work is due, put off, back: what becomes of an item, worked out without a store."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import NamedTuple

from caseworker.models.work.rows import CONSENT, FACTS, HELD, PAPERS, READY, WorkRow
from caseworker.services.work.kinds import KINDS, STOPS


class Subject(NamedTuple):
    """What a subject says of the work on it. `key`: the number it is known by; `title_key`: what it is about;
    `received_on`: when it came in; `opened_at`: when it was entered; amounts in Rappen."""

    key: str
    person_id: int
    title_key: str
    received_on: date
    opened_at: datetime
    amount_rp: int = 0
    lines_open: int = 1
    lines_facts: int = 0
    lines_consent: int = 0

    @property
    def waits(self) -> str | None:
        """What has to come first: the trusted doctor's answer is asked for once the facts are known."""
        if self.lines_consent:
            return CONSENT
        return FACTS if self.lines_facts else None


def opened(kind: str, subject: Subject) -> WorkRow:
    """A new item."""
    item = WorkRow(
        id=0,
        kind=kind,
        subject_key=subject.key,
        person_id=subject.person_id,
        title_key=subject.title_key,
        state=READY,
        waits=subject.waits,
        received_on=subject.received_on,
        complete_on=None if subject.lines_facts else subject.received_on,
        due_on=subject.received_on,
        held_until=None,
        held_why=None,
        stopped_since=None,
        stopped_days=0,
        amount_rp=subject.amount_rp,
        lines_open=subject.lines_open,
        lines_facts=subject.lines_facts,
        lines_consent=subject.lines_consent,
        opened_at=subject.opened_at,
        closed_at=None,
        closed_by=None,
        version=1,
    )
    return item._replace(due_on=due_on(item))


def closed(kind: str, subject: Subject, state: str, at: datetime, by: str) -> WorkRow:
    """An item of which nothing is left to do."""
    nothing = subject._replace(amount_rp=0, lines_open=0, lines_facts=0, lines_consent=0)
    return opened(kind, nothing)._replace(state=state, closed_at=at, closed_by=by)


def followed(item: WorkRow, subject: Subject, at: datetime) -> WorkRow:
    """An item after its subject has changed: opened again, back from hold, complete, as the subject is."""
    today = at.date()
    if item.closed_at is not None:
        item = _opened_again(item, at)
    elif item.state == HELD and _is_over(item, subject, today):
        item = taken_up(item, today)
    item = _completed(item, subject, today)
    if item.state == READY:
        item = item._replace(waits=subject.waits)
    return item._replace(due_on=due_on(item))


def put_off(item: WorkRow, until: date, why: str, waits: str, today: date) -> WorkRow:
    """An item on hold until a day; while somebody else owes something, the clock stands still."""
    item = taken_up(item, today)._replace(
        state=HELD,
        waits=waits,
        held_until=until,
        held_why=why,
        stopped_since=today if waits in STOPS else None,
    )
    return item._replace(due_on=due_on(item))


def taken_up(item: WorkRow, today: date) -> WorkRow:
    """An item that is ready again; the days for which the clock stood still are counted."""
    stopped = item.stopped_days
    if item.stopped_since is not None:
        end = today if item.held_until is None else min(today, item.held_until)
        stopped += max(0, (end - item.stopped_since).days)
    item = item._replace(
        state=READY, waits=None, held_until=None, held_why=None, stopped_since=None, stopped_days=stopped
    )
    if item.lines_facts or item.lines_consent:
        item = item._replace(waits=CONSENT if item.lines_consent else FACTS)
    return item._replace(due_on=due_on(item))


def due_on(item: WorkRow) -> date:
    """The kind's days after the papers were complete, or else after it came in, and what stood still."""
    days = KINDS[item.kind].days + item.stopped_days
    if item.stopped_since is not None and item.held_until is not None:
        days += (item.held_until - item.stopped_since).days
    return (item.complete_on or item.received_on) + timedelta(days=days)


def _opened_again(item: WorkRow, at: datetime) -> WorkRow:
    return item._replace(
        state=READY,
        complete_on=None,
        held_until=None,
        held_why=None,
        stopped_since=None,
        stopped_days=0,
        opened_at=at,
        closed_at=None,
        closed_by=None,
    )


def _completed(item: WorkRow, subject: Subject, today: date) -> WorkRow:
    """Since when nothing is missing; what stood still before counts for nothing then."""
    came_complete = item.complete_on == item.received_on
    item = item._replace(received_on=subject.received_on)
    if subject.lines_facts:
        return item._replace(complete_on=None)
    if item.complete_on is None:
        since = None if item.stopped_since is None else today
        return item._replace(complete_on=today, stopped_days=0, stopped_since=since)
    return item._replace(complete_on=subject.received_on) if came_complete else item


def _is_over(item: WorkRow, subject: Subject, today: date) -> bool:
    """Whether the day of a hold has come, or what it waits for."""
    if not item.is_held(today):
        return True
    if item.waits in (FACTS, PAPERS):
        return not subject.lines_facts
    return item.waits == CONSENT and not subject.lines_consent
