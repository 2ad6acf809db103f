"""What open lines wait for, noted on them whenever something about them changes, and the work on a claim."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC

from sqlalchemy import select
from sqlalchemy.orm import Session

from caseworker.models.claims.assessable import Assessable, load_assessable
from caseworker.models.claims.statements import UPDATE_LINE_STATE
from caseworker.models.claims.tables import OPEN, Line
from caseworker.models.store.numbers import claim_number
from caseworker.models.store.prepared import driver_of
from caseworker.models.work.rows import CANCELLED, CLAIM
from caseworker.rights import Right
from caseworker.rules.finding import ClaimFinding, LineFinding
from caseworker.rules.money import in_rappen
from caseworker.rules.vocabulary import Outcome
from caseworker.services.claims.assessing import assess
from caseworker.services.claims.forms import ClaimForm
from caseworker.services.context import Context, needs
from caseworker.services.work import items
from caseworker.services.work.schedule import Subject

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
    keep_work(session, ctx, assessable, finding.lines)
    return finding


@needs(Right.WORK_KEEP)
def keep_work(session: Session, ctx: Context, assessable: Assessable, left: Collection[LineFinding]) -> None:
    """The work on a claim of which these lines are left open."""
    subject = _subject(assessable, left)
    if left:
        items.keep(session, ctx, CLAIM, subject)
    else:
        items.close(session, ctx, CLAIM, subject)


@needs(Right.WORK_KEEP)
def open_work(session: Session, ctx: Context, person_id: int, claim: int, form: ClaimForm) -> None:
    """The work on a claim that is being entered and was not judged yet."""
    subject = Subject(
        key=claim_number(claim),
        person_id=person_id,
        title_key=next((line.benefit for line in form.lines), ""),
        received_on=form.received or ctx.at.astimezone(UTC).date(),
        opened_at=ctx.at,
        amount_rp=sum(in_rappen(line.charged, line.rate) for line in form.lines),
        lines_open=len(form.lines),
    )
    items.enter(session, ctx, CLAIM, subject)


@needs(Right.WORK_KEEP)
def cancel_work(session: Session, ctx: Context, claim: int) -> None:
    """The work on a claim of which every line was withdrawn."""
    items.close(session, ctx, CLAIM, _subject(load_assessable(session, claim), ()), CANCELLED)


def _subject(assessable: Assessable, left: Collection[LineFinding]) -> Subject:
    row, ids = assessable.row, {line.id for line in left}
    lines = assessable.claim.lines
    open_lines = [line for line in lines if line.id in ids]
    waits = [WAITS.get(line.outcome) for line in left]
    return Subject(
        key=row.number,
        person_id=assessable.person_id,
        title_key=next((line.benefit for line in (*open_lines, *lines)), ""),
        received_on=row.received or row.entered_at.date(),
        opened_at=row.entered_at,
        amount_rp=sum(in_rappen(line.charged, line.rate) for line in open_lines),
        lines_open=len(left),
        lines_facts=waits.count("facts"),
        lines_consent=waits.count("consent"),
    )
