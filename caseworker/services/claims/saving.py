"""Saving what a page has of a claim, and deciding it in the same transaction: either both or nothing."""

from __future__ import annotations

from dataclasses import dataclass, replace

from caseworker.models.claims import queries
from caseworker.models.claims.rows import ClaimRow, DecisionRow
from caseworker.rights import Right
from caseworker.rules.casefile.writer import fingerprint
from caseworker.rules.finding import ClaimFinding
from caseworker.services.claims.deciding import decide
from caseworker.services.claims.entering import amend_claim, enter_claim
from caseworker.services.claims.forms import ClaimForm
from caseworker.services.claims.requesting import RequestRow, request_missing
from caseworker.services.context import Context, Session, needs
from caseworker.services.people.entering import enter_provider
from caseworker.services.people.forms import ProviderForm


@dataclass(frozen=True, slots=True)
class ClaimEntry:
    """What a page has of a claim. `number` is empty and `version` 0 where it is not entered yet; `form` is
    None where nothing was changed; a `provider` who is not known yet is entered with it."""

    number: str
    version: int
    form: ClaimForm | None
    provider: ProviderForm | None = None


@needs(Right.CLAIMS_ENTER)
def save(session: Session, ctx: Context, entry: ClaimEntry) -> ClaimRow:
    """Enter the claim, or bring the entered one to what the page says; Refusal keeps everything as it was."""
    form = entry.form
    if form is None:
        return queries.claim(session, entry.number)
    if entry.provider is not None:
        form = replace(form, provider_id=enter_provider(session, ctx, entry.provider).id)
    if entry.number:
        return amend_claim(session, ctx, entry.number, entry.version, form)
    return enter_claim(session, ctx, form)


@needs(Right.CLAIMS_ENTER, Right.LETTERS_REQUEST)
def save_and_request(session: Session, ctx: Context, entry: ClaimEntry) -> RequestRow:
    """Save, and ask for what is missing then; Refusal as for either."""
    return request_missing(session, ctx, save(session, ctx, entry).number)


@needs(Right.CLAIMS_ENTER, Right.CLAIMS_DECIDE)
def save_and_decide(session: Session, ctx: Context, entry: ClaimEntry, shown: ClaimFinding) -> DecisionRow:
    """Save, and decide if the result is still what was `shown` on the page; Refusal otherwise."""
    row = save(session, ctx, entry)
    return decide(session, ctx, row.number, fingerprint(shown._replace(id=row.label or row.number)))
