"""The claims of a queue: work alone says which and in what order; names are looked up for each page."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from caseworker.models.claims.rows import QueueRow
from caseworker.models.claims.tables import Claim
from caseworker.models.people.provider_tables import Provider
from caseworker.models.people.tables import Person
from caseworker.models.store.numbers import claim_key
from caseworker.models.work.queries import PAGE, Position, work_page
from caseworker.models.work.rows import CANCELLED, CLAIM, View, WorkRow

# The person's number, names and birth; when the claim came in and was entered; the provider.
_Names = tuple[str, str, str, date, date | None, datetime, str | None]


def queue_page(
    session: Session,
    today: date,
    view: View = View.OPEN,
    after: QueueRow | None = None,
    limit: int = PAGE,
) -> tuple[QueueRow, ...]:
    """A page of claims, those due first on top (of all claims, the latest); it begins after a row."""
    position = None if after is None else Position(after.due_on, after.item)
    items = work_page(session, CLAIM, view, today, position, limit)
    named = _named(session, [claim_key(item.subject_key) for item in items])
    rows = ((item, named.get(claim_key(item.subject_key))) for item in items)
    return tuple(_row(item, names, today) for item, names in rows if names is not None)


def _named(session: Session, keys: list[int]) -> dict[int, _Names]:
    """What is shown of claims besides their work."""
    if not keys:
        return {}
    found = session.execute(
        select(
            Claim.id,
            Person.number,
            Person.name,
            Person.given_name,
            Person.birth_date,
            Claim.received,
            Claim.entered_at,
            Provider.name,
        )
        .select_from(Claim)
        .join(Person, Person.id == Claim.person_id)
        .outerjoin(Provider, Provider.id == Claim.provider_id)
        .where(Claim.id.in_(keys))
    )
    return {row[0]: row[1:] for row in found}


def _row(item: WorkRow, names: _Names, today: date) -> QueueRow:
    held = item.is_held(today)
    return QueueRow(
        item.subject_key,
        *names,
        item.lines_open,
        item.lines_facts,
        item.lines_consent,
        item.amount_rp,
        item.due_on,
        item.held_until if held else None,
        item.held_why if held else None,
        item.state == CANCELLED,
        item.id,
    )
