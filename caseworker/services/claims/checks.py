"""What may be entered: a claim is held to the same rules as a case file."""

from __future__ import annotations

from datetime import date

from caseworker.errors import Refusal
from caseworker.rules.case import Claim
from caseworker.rules.casefile.fields import CaseFileError
from caseworker.rules.casefile.reader import CaseReader
from caseworker.rules.casefile.writer import render_claim_input
from caseworker.rules.conditions import Conditions
from caseworker.services.claims.forms import ClaimForm
from caseworker.services.people.checks import check_text


def check_claim(form: ClaimForm, birth_date: date, conditions: Conditions) -> None:
    """Refusal if a case file with this claim would be refused."""
    claim = Claim(form.label or "claim", form.lines, form.received, form.travel)
    document = {
        "as_of": date.max.isoformat(),
        "person": {"birth_date": birth_date.isoformat(), "sex": "F"},
        "coverages": [],
        "claims": [render_claim_input(claim)],
    }
    try:
        CaseReader(conditions).read(document)
    except CaseFileError as error:
        raise Refusal(
            "The claim cannot be entered: {wrong} ({pointer}).",
            "Mend it.",
            wrong=error.message,
            pointer=error.pointer,
        ) from error
    check_text(form)
