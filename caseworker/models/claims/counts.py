"""How many claims wait, and for what: the figures beside the queue."""

from sqlalchemy import ColumnElement, case, func, select
from sqlalchemy.orm import Session

from caseworker.models.claims.rows import QueueCounts
from caseworker.models.claims.tables import OPEN, Claim, Line


def queue_counts(session: Session) -> QueueCounts:
    """The figures beside the queue, in two statements."""
    waiting = (
        select(
            Line.claim_id,
            func.max(_one(Line.waits == "facts")).label("facts"),
            func.max(_one(Line.waits == "consent")).label("consent"),
        )
        .where(Line.state == OPEN)
        .group_by(Line.claim_id)
        .subquery()
    )
    summed = select(func.count(), func.sum(waiting.c.facts), func.sum(waiting.c.consent)).select_from(waiting)
    counted, facts, consent = session.execute(summed).one()
    claims = session.scalar(select(func.count()).select_from(Claim)) or 0
    return QueueCounts(counted, int(facts or 0), int(consent or 0), claims)


def _one(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return case((condition, 1), else_=0)
