"""A queue: pages of work by what is due first, and how many each view has, by the same conditions."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, and_, func, literal_column, or_, select, tuple_
from sqlalchemy.orm import Session

from caseworker.models.work.rows import HELD, READY, Counts, View, WorkRow
from caseworker.models.work.tables import WorkItem

PAGE = 200
COLUMNS = tuple(getattr(WorkItem, name) for name in WorkRow._fields)
# Written out, so that the index of open items may serve.
IS_OPEN: ColumnElement[bool] = WorkItem.state.in_([literal_column(f"'{READY}'"), literal_column(f"'{HELD}'")])
_OPEN_VIEWS = (View.OPEN, View.FACTS, View.CONSENT, View.HELD)


class Position(NamedTuple):
    """Where a page ended: the next one begins after it."""

    due_on: date
    id: int


def in_view(kind: str, view: View, today: date) -> ColumnElement[bool]:
    """The items of one view of a kind."""
    of_kind = WorkItem.kind == kind
    return of_kind if view is View.ALL else and_(IS_OPEN, of_kind, _narrowed(view, today))


def _narrowed(view: View, today: date) -> ColumnElement[bool]:
    """Which of the open items a view has: rows and figures are asked for by this alone."""
    held = WorkItem.held_until > today
    here = or_(WorkItem.held_until.is_(None), WorkItem.held_until <= today)
    narrower: dict[View, tuple[ColumnElement[bool], ...]] = {
        View.OPEN: (here,),
        View.FACTS: (here, WorkItem.lines_facts > 0),
        View.CONSENT: (here, WorkItem.lines_consent > 0),
        View.HELD: (held,),
    }
    return and_(*narrower[view])


def page_of(
    kind: str, view: View, today: date, after: Position | None = None, limit: int = PAGE
) -> Select[*tuple[Any, ...]]:
    """One page: what is due first on top; of all items, the latest first."""
    asked = select(*COLUMNS).where(in_view(kind, view, today)).limit(limit)
    if view is View.ALL:
        asked = asked.order_by(WorkItem.id.desc())
        return asked if after is None else asked.where(WorkItem.id < after.id)
    asked = asked.order_by(WorkItem.due_on, WorkItem.id)
    return asked if after is None else asked.where(tuple_(WorkItem.due_on, WorkItem.id) > tuple_(*after))


def counts_of(kind: str, today: date) -> Select[*tuple[Any, ...]]:
    """How many each view of the open items has."""
    figures = [func.count().filter(_narrowed(view, today)) for view in _OPEN_VIEWS]
    return select(*figures).select_from(WorkItem).where(IS_OPEN, WorkItem.kind == kind)


def work_page(
    session: Session, kind: str, view: View, today: date, after: Position | None, limit: int
) -> list[WorkRow]:
    """The rows of one page."""
    return [WorkRow(*row) for row in session.execute(page_of(kind, view, today, after, limit))]


def work_counts(session: Session, kind: str, today: date) -> Counts:
    """The figures of all views, in two statements."""
    figures = session.execute(counts_of(kind, today)).one()
    of_all = select(func.count()).select_from(WorkItem).where(in_view(kind, View.ALL, today))
    of_open = {view.value: int(figure) for view, figure in zip(_OPEN_VIEWS, figures, strict=True)}
    return Counts(**of_open, all=session.scalar(of_all) or 0)


def work_open(session: Session, kind: str, today: date) -> int:
    """How many are open and not on hold."""
    asked = select(func.count()).select_from(WorkItem).where(in_view(kind, View.OPEN, today))
    return session.scalar(asked) or 0


def work_item(session: Session, kind: str, key: str) -> WorkRow | None:
    """The item of a subject, open or closed; None where there never was one."""
    asked = select(*COLUMNS).where(WorkItem.kind == kind, WorkItem.subject_key == key)
    row = session.execute(asked).one_or_none()
    return None if row is None else WorkRow(*row)
