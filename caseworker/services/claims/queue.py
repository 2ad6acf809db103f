"""The queue of claims: which wait, for what, and how many."""

from __future__ import annotations

from caseworker.models.claims import counts, queries
from caseworker.models.claims.rows import QueueCounts, QueueRow
from caseworker.rights import Right
from caseworker.services.context import Context, Session, needs


@needs(Right.WORK_READ)
def queue(
    session: Session, ctx: Context, open_only: bool, waits: str | None, limit: int
) -> tuple[QueueRow, ...]:
    """Claims with open lines, those received first on top; or all claims, the latest first.

    `waits`: only claims with an open line that waits for `facts` or for `consent`.
    """
    return queries.queue(session, open_only, waits, limit)


@needs(Right.WORK_READ)
def queue_counts(session: Session, ctx: Context) -> QueueCounts:
    """The figures beside the queue."""
    return counts.queue_counts(session)


@needs(Right.WORK_READ)
def count_open(session: Session, ctx: Context) -> int:
    """How many claims have open lines."""
    return counts.queue_counts(session).open
