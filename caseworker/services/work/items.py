"""Work items: subjects keep theirs in their own transaction; holding and taking up are verbs of work."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from caseworker.errors import Refusal
from caseworker.models.people.queries import LOCK_PERSON
from caseworker.models.people.tables import Person
from caseworker.models.store.failures import AMENDED
from caseworker.models.store.prepared import driver_of
from caseworker.models.work.queries import work_item
from caseworker.models.work.rows import DONE, WORK_WAITS, WorkRow
from caseworker.models.work.statements import CLOSE, ENTER, KEEP, RESCHEDULE
from caseworker.rights import Right
from caseworker.services.audit.events import Chain, record
from caseworker.services.context import Context, needs
from caseworker.services.work import schedule
from caseworker.services.work.schedule import Subject

_LONGEST_REASON = 200


@needs(Right.WORK_KEEP)
def enter(session: Session, ctx: Context, kind: str, subject: Subject) -> None:
    """The item of a subject that is being entered itself."""
    ENTER.run(driver_of(session), schedule.opened(kind, subject)._asdict())


@needs(Right.WORK_KEEP)
def keep(session: Session, ctx: Context, kind: str, subject: Subject) -> None:
    """Let the item of a subject follow it: opened (again) where it is not, back where nothing is waited for.

    Called by whoever changes the subject, in that transaction, the person locked.
    """
    wanted = schedule.opened(kind, subject)
    row = KEEP.row(driver_of(session), _changes(wanted))
    if row is None:
        ENTER.run(driver_of(session), wanted._asdict())
        return
    item = WorkRow(*row)
    _reschedule(session, item, schedule.followed(item, subject, ctx.at))


@needs(Right.WORK_KEEP)
def close(session: Session, ctx: Context, kind: str, subject: Subject, state: str = DONE) -> None:
    """Close the item of a subject of which nothing is left to do, or CANCELLED; called as `keep` is."""
    wanted = schedule.closed(kind, subject, state, ctx.at, ctx.by)
    if CLOSE.row(driver_of(session), _changes(wanted)) is None:
        ENTER.run(driver_of(session), wanted._asdict())


@needs(Right.WORK_READ)
def item_of(session: Session, ctx: Context, kind: str, key: str) -> WorkRow | None:
    """The item of a subject, open or closed; None where there never was one."""
    return work_item(session, kind, key)


@needs(Right.WORK_KEEP)
def hold(
    session: Session,
    ctx: Context,
    kind: str,
    key: str,
    until: date,
    why: str,
    waits: str,
    anew: bool = False,
) -> WorkRow:
    """Put an item off until a day, from which it is back by itself; sooner where what it waits for comes.

    `waits`: one of WORK_WAITS; facts, papers and payee stop the clock. On hold already: until the new day.
    Refusal without an open item, a day to come, or a reason; `anew`: also if it is on hold already.
    """
    item, chain = _open_item(session, kind, key)
    if anew and item.is_held(ctx.today):
        raise Refusal(*AMENDED.templates)
    why = _checked(ctx, until, why, waits)
    held = schedule.put_off(item, until, why, waits, ctx.today)
    _reschedule(session, item, held)
    data = {"kind": kind, "until": until, "why": why, "waits": waits}
    record(session, ctx, chain, "work put off", key, data, f"{kind}:{key}")
    ctx.can_be_undone(ready_again, kind, key, (held.held_until, held.held_why))
    return held


@needs(Right.WORK_KEEP)
def ready_again(
    session: Session, ctx: Context, kind: str, key: str, held: tuple[date | None, str | None] | None = None
) -> WorkRow:
    """Take an item up before its day has come. Refusal where it is not on hold, or not as it was `held`."""
    item, chain = _open_item(session, kind, key)
    if not item.is_held(ctx.today):
        raise Refusal("{key} is not on hold.", "Open the queue again.", key=key)
    if held is not None and (item.held_until, item.held_why) != held:
        raise Refusal(*AMENDED.templates)
    ready = schedule.taken_up(item, ctx.today)
    _reschedule(session, item, ready)
    record(session, ctx, chain, "work taken up", key, {"kind": kind}, f"{kind}:{key}")
    if item.held_until is not None:
        ctx.can_be_undone(hold, kind, key, item.held_until, item.held_why, item.waits, True)
    return ready


def _open_item(session: Session, kind: str, key: str) -> tuple[WorkRow, Chain]:
    """The open item of a subject, its person locked, and that person's chain."""
    found = work_item(session, kind, key)
    if found is not None:
        LOCK_PERSON.rows(driver_of(session), {"person": found.person_id})
        found = work_item(session, kind, key)
    if found is None or found.closed_at is not None:
        raise Refusal("There is nothing left to do about {key}.", "Open the queue again.", key=key)
    number = session.scalars(select(Person.number).where(Person.id == found.person_id)).one()
    return found, Chain(found.person_id, number)


def _checked(ctx: Context, until: date, why: str, waits: str) -> str:
    if waits not in WORK_WAITS:
        raise ValueError(f"nothing waits for {waits!r}")
    if until <= ctx.today:
        raise Refusal("The day until which to wait must be one to come.", "Choose a later day.")
    told = " ".join(why.split())
    if not told or len(told) > _LONGEST_REASON:
        raise Refusal(
            "A reason of at most {count} characters is needed.",
            "Say why it is put off.",
            count=_LONGEST_REASON,
        )
    return told


def _reschedule(session: Session, before: WorkRow, after: WorkRow) -> None:
    if after != before:
        RESCHEDULE.run(driver_of(session), {"item": before.id, **_changes(after)})


def _changes(item: WorkRow) -> dict[str, Any]:
    """An item as the statements that change one take it."""
    values = {f"new_{name}": value for name, value in item._asdict().items()}
    return {**values, "of_subject": item.subject_key, "of_kind": item.kind}
