"""Whether each item of work is what its subject says, worked out from the subject anew."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta
from typing import Any, NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from caseworker.models.audit.tables import Event
from caseworker.models.claims.tables import OPEN, Claim, Line
from caseworker.models.store.numbers import claim_number
from caseworker.models.work.queries import COLUMNS
from caseworker.models.work.rows import CLAIM, CONSENT, FACTS, HELD, WorkRow
from caseworker.models.work.tables import WorkItem
from caseworker.rules.conditions import Conditions
from caseworker.rules.money import in_rappen
from caseworker.services.work.kinds import KINDS
from caseworker.services.work.schedule import Subject, due_on

_MOVED = ("work put off", "work taken up")


class _OpenLine(NamedTuple):
    """What an open line gives to the item of its claim."""

    claim: int
    benefit: str
    waits: str | None
    amount: int


def work_items(session: Session, _: Conditions) -> Iterator[str]:
    """Each open claim has one open item that says what its lines do; no claim that is decided has one."""
    items = {(row[1], row[2]): WorkRow(*row) for row in session.execute(select(*COLUMNS)).all()}
    lines = _open_lines(session)
    for claim in session.execute(
        select(Claim.id, Claim.person_id, Claim.received, Claim.entered_at).order_by(Claim.id)
    ).all():
        number = claim_number(claim.id)
        item, own = items.pop((CLAIM, number), None), lines.pop(claim.id, [])
        if item is None:
            yield f"claim {number}: there is no work on it on record"
        elif (item.closed_at is None) != bool(own):
            said = "open, its lines are not" if item.closed_at is None else "closed, its lines are open"
            yield f"claim {number}: the work on it is {said}"
        elif wrong := _differences(item, _subject(number, claim, own)):
            yield f"claim {number}: the work on it differs in {', '.join(wrong)}"
    for kind, key in items:
        yield f"work on {kind} {key}: there is no such {kind}"
    yield from _impossible(session)
    yield from _put_off(session)


def _open_lines(session: Session) -> dict[int, list[_OpenLine]]:
    asked = select(Line.claim_id, Line.benefit, Line.waits, Line.charged, Line.rate)
    found: dict[int, list[_OpenLine]] = defaultdict(list)
    for row in session.execute(asked.where(Line.state == OPEN).order_by(Line.claim_id, Line.position)):
        amount = in_rappen(row.charged, row.rate)
        found[row.claim_id].append(_OpenLine(row.claim_id, row.benefit, row.waits, amount))
    return found


def _subject(number: str, claim: Any, lines: list[_OpenLine]) -> Subject:
    waits = [line.waits for line in lines]
    return Subject(
        key=number,
        person_id=claim.person_id,
        title_key=lines[0].benefit if lines else "",
        received_on=claim.received or claim.entered_at.date(),
        opened_at=claim.entered_at,
        amount_rp=sum(line.amount for line in lines),
        lines_open=len(lines),
        lines_facts=waits.count(FACTS),
        lines_consent=waits.count(CONSENT),
    )


def _differences(item: WorkRow, subject: Subject) -> list[str]:
    """The columns in which an item is not what its subject says; of a closed one only whose it is."""
    wanted: dict[str, Any] = {"person_id": subject.person_id}
    if item.closed_at is None:
        names = ("title_key", "received_on", "amount_rp", "lines_open", "lines_facts", "lines_consent")
        wanted |= {name: getattr(subject, name) for name in names} | {"due_on": due_on(item)}
        if item.state == "ready":
            wanted["waits"] = subject.waits
        if bool(subject.lines_facts) != (item.complete_on is None):
            wanted["complete_on"] = None
    return sorted(name for name, value in wanted.items() if getattr(item, name) != value)


def _impossible(session: Session) -> Iterator[str]:
    """The clock of no item stood still for longer than the item has been there; every kind is known."""
    last = session.scalar(select(func.max(Event.at)))
    today = date.max if last is None else last.date() + timedelta(days=1)
    asked = select(WorkItem.kind, WorkItem.subject_key, WorkItem.received_on, WorkItem.stopped_days)
    for kind, key, received, stopped in session.execute(asked.where(WorkItem.stopped_days > 0)):
        if stopped > (today - received).days:
            yield f"work on {kind} {key}: it stood still for {stopped} days, longer than it has been there"
    kinds = session.scalars(select(WorkItem.kind).distinct())
    for kind in kinds:
        if kind not in KINDS:
            yield f"work on {kind}: no such kind is known"


def _put_off(session: Session) -> Iterator[str]:
    """Each item on hold is so until the day and for the reason that the record of what was done says."""
    asked = select(Event.kind, Event.subject, Event.data, Event.chain).where(Event.kind.in_(_MOVED))
    last = {row.subject: row for row in session.execute(asked.order_by(Event.chain, Event.sequence))}
    on_hold = session.execute(select(*COLUMNS).where(WorkItem.state == HELD).order_by(WorkItem.id))
    for item in (WorkRow(*row) for row in on_hold):
        until = None if item.held_until is None else item.held_until.isoformat()
        wanted = {"kind": item.kind, "until": until, "why": item.held_why, "waits": item.waits}
        said = last.get(item.subject_key)
        told = said is not None and (said.kind, said.chain) == (_MOVED[0], item.person_id)
        if said is None or not told or _data(said.data) != wanted:
            wrong = "it is not put off as the record of what was done says"
            yield f"work on {item.kind} {item.subject_key}: {wrong}"


def _data(text: str) -> object:
    with suppress(ValueError):
        return json.loads(text)
    return None
