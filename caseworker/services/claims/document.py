"""The frozen documents of decisions, read back, held to their hash, and replayed."""

import json
from contextlib import suppress

from sqlalchemy import select
from sqlalchemy.orm import Session

from caseworker import canonical
from caseworker.errors import Refusal
from caseworker.models.claims.decision_tables import Decision
from caseworker.models.store.numbers import decision_key
from caseworker.rules.assess import assess_claim
from caseworker.rules.casefile.writer import fingerprint
from caseworker.services.claims.freezing import Document
from caseworker.services.context import Context

# What reading a text comes to that is no document, or holds values of other kinds.
_SENSELESS = (ValueError, KeyError, TypeError, AttributeError, ArithmeticError)


def read_document(session: Session, number: str) -> Document:
    """What a decision rests on, as it was frozen; Refusal if it is not what was frozen, or makes no sense."""
    found = session.execute(
        select(Decision.document, Decision.sha256).where(Decision.id == decision_key(number))
    ).one_or_none()
    if found is None:
        raise Refusal("There is no decision {number}.", "Look it up on the person's page.", number=number)
    text, sha256 = found
    with suppress(*_SENSELESS):
        if canonical.digest(text) == sha256:
            return canonical.read(Document, json.loads(text))
    raise Refusal(
        "Decision {number} is not as it was frozen.", "Run `caseworker store check`.", number=number
    )


def replay(session: Session, ctx: Context, number: str) -> bool:
    """Whether judging the frozen inputs again gives what was decided, trace and all."""
    document = read_document(session, number)
    finding = assess_claim(
        document.claim, document.person, document.coverages, document.standing, ctx.conditions
    )
    return fingerprint(finding) == document.fingerprint
