"""The queue of claims: which wait, for what, and how many."""

from __future__ import annotations

from caseworker.models.claims.queue import queue_page
from caseworker.models.claims.rows import QueueRow
from caseworker.models.work.queries import PAGE, work_counts, work_open
from caseworker.models.work.rows import CLAIM, Counts, View
from caseworker.rights import Right
from caseworker.services.context import Context, Session, needs


@needs(Right.WORK_READ)
def queue(
    session: Session, ctx: Context, view: View, count: int = PAGE, after: QueueRow | None = None
) -> tuple[QueueRow, ...]:
    """So many claims of a view, page by page, those due first on top; of all claims, the latest first.

    They begin after a row where one is given.
    """
    rows: list[QueueRow] = []
    while len(rows) < count:
        wanted = min(PAGE, count - len(rows))
        page = queue_page(session, ctx.today, view, after, wanted)
        rows += page
        if len(page) < wanted:
            break
        after = page[-1]
    return tuple(rows)


@needs(Right.WORK_READ)
def queue_counts(session: Session, ctx: Context) -> Counts:
    """How many claims each view has."""
    return work_counts(session, CLAIM, ctx.today)


@needs(Right.WORK_READ)
def count_open(session: Session, ctx: Context) -> int:
    """How many claims wait for somebody: with open lines, and not on hold."""
    return work_open(session, CLAIM, ctx.today)
