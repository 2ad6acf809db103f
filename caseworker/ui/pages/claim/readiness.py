"""Whether a claim can be decided now, and if not, why, in few words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from caseworker.rules.vocabulary import Outcome
from caseworker.ui.kit import text
from caseworker.ui.pages.claim.judge import Judged
from caseworker.wording.format import format_date

if TYPE_CHECKING:
    from caseworker.services.claims.requesting import Requested

DECIDABLE = (Outcome.PAY, Outcome.DENY)


def can_decide(judged: Judged | None) -> bool:
    """Whether everything can be read and at least one line does not wait."""
    if judged is None or not judged.reading.is_complete:
        return False
    return any(line.outcome in DECIDABLE for line in judged.finding.lines)


def can_request(judged: Judged | None) -> bool:
    """Whether everything can be read and a line waits for what the insured can tell."""
    if judged is None or not judged.reading.is_complete:
        return False
    return any(line.outcome is Outcome.PENDING for line in judged.finding.lines)


def how_to_ask(judged: Judged, requested: Requested | None) -> str:
    """What the button for a request says: ask, or remind; empty where nothing is to be asked now."""
    if not can_request(judged) or (requested is not None and not requested.overdue):
        return ""
    return text.say("claim.command.request" if requested is None else "claim.request.remind")


def hint(judged: Judged, requested: Requested | None) -> str:
    """For which answer the claim waits, or why nothing can be decided; empty where nothing is in the way."""
    if requested is not None:
        key = "claim.request.overdue" if requested.overdue else "claim.request.waits"
        return text.say(key, letter=requested.number, day=format_date(requested.answer_by))
    if not judged.reading.lines or can_decide(judged):
        return ""
    if not judged.reading.is_complete:
        return text.say("claim.mend_first")
    return text.say("claim.lines_wait")


def first_wrong_line(judged: Judged) -> str | None:
    """The first line with something missing or wrong."""
    return next((name for name, read in judged.reading.lines.items() if read.problems), None)
