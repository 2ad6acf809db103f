"""Claims that are entered and decided in one go."""

from __future__ import annotations

from sqlalchemy.orm import Session

from caseworker.models.claims.rows import DecisionRow
from caseworker.models.store.numbers import claim_number
from caseworker.rights import Right
from caseworker.services.claims.deciding import NothingToDecide, decide_as_assessed
from caseworker.services.claims.entering import insert_claim
from caseworker.services.claims.forms import ClaimForm
from caseworker.services.claims.waiting import note_waits
from caseworker.services.context import Context, needs


@needs(Right.CLAIMS_ENTER, Right.CLAIMS_DECIDE)
def enter_and_decide(
    session: Session, ctx: Context, person_id: int, form: ClaimForm
) -> tuple[str, DecisionRow | None]:
    """Enter a claim that was checked and decide it as assessed; its number, and None where it waits."""
    key = insert_claim(session, ctx, person_id, form)
    number = claim_number(key)
    try:
        return number, decide_as_assessed(session, ctx, number)
    except NothingToDecide:
        note_waits(session, ctx, key)
        return number, None
