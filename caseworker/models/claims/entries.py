"""What was booked on a limit, with the lines it comes from."""

from __future__ import annotations

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from caseworker.models.claims.rows import EntryRow
from caseworker.models.claims.tables import Line
from caseworker.models.ledger.tables import Entry
from caseworker.models.store.numbers import claim_number, decision_number
from caseworker.models.store.prepared import Row


def entries(session: Session, person_id: int, limit: str, keys: tuple[str, ...] = ()) -> tuple[EntryRow, ...]:
    """What was booked on a limit of a person, in order; `keys`: only in these periods of the ledger."""
    asked: list[ColumnElement[bool]] = [Entry.person_id == person_id, Entry.limit_name == limit]
    if keys:
        asked.append(Entry.period_key.in_(keys))
    found = session.execute(
        select(
            Entry.limit_name,
            Entry.period_key,
            Entry.amount,
            Entry.unit,
            Entry.article,
            Line.claim_id,
            Line.label,
            Line.benefit,
            Line.first,
            Line.last,
            Entry.decision_id,
            Entry.at,
            Entry.counter,
        )
        .join(Line, Line.id == Entry.line_id)
        .where(*asked)
        .order_by(Entry.id)
    )
    return tuple(_entry(tuple(row)) for row in found)


def _entry(row: Row) -> EntryRow:
    values: Row = (*row[:5], claim_number(row[5]), *row[6:10], decision_number(row[10]), *row[11:])
    return EntryRow(*values)
