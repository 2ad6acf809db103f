"""The queue of claims: how many wait."""

from sqlalchemy.orm import Session

from caseworker.models.claims.counts import queue_counts
from caseworker.rights import Right
from caseworker.services.context import Context, needs


@needs(Right.WORK_READ)
def count_open(session: Session, ctx: Context) -> int:
    """How many claims have open lines."""
    return queue_counts(session).open
