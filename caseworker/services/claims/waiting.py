"""What open lines wait for, noted on them whenever something about them changes: the queue counts it."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from caseworker.models.claims.assessable import load_assessable
from caseworker.models.claims.statements import UPDATE_LINE_STATE
from caseworker.models.claims.tables import OPEN, Line
from caseworker.models.store.prepared import driver_of
from caseworker.rights import Right
from caseworker.rules.finding import ClaimFinding
from caseworker.rules.vocabulary import Outcome
from caseworker.services.claims.assessing import assess
from caseworker.services.context import Context, needs

WAITS = {Outcome.PENDING: "facts", Outcome.CONSENT: "consent"}


@needs(Right.WORK_KEEP)
def note_waits(session: Session, ctx: Context, claim: int) -> ClaimFinding:
    """Judge a claim's open lines and note what each waits for; the finding."""
    assessable = load_assessable(session, claim)
    finding = assess(assessable, ctx).finding
    asked = select(Line.id, Line.waits).where(Line.claim_id == claim, Line.state == OPEN)
    noted = dict(session.execute(asked).all())
    changed = [
        {"line": key, "state": OPEN, "waits": WAITS.get(line.outcome), "decision_id": None}
        for line in finding.lines
        if noted[key := assessable.line_ids[line.id]] != WAITS.get(line.outcome)
    ]
    if changed:
        UPDATE_LINE_STATE.run_many(driver_of(session), changed)
    return finding
