"""What happens to a letter: it goes out by print or file, or is called off before it did."""

from __future__ import annotations

from sqlalchemy import select

from caseworker.errors import Refusal
from caseworker.models.audit.tables import Event
from caseworker.models.claims.decision_queries import decision
from caseworker.models.claims.decision_tables import Decision
from caseworker.models.claims.rows import DecisionRow
from caseworker.models.people.queries import LOCK_PERSON
from caseworker.models.store.prepared import driver_of
from caseworker.rights import Right
from caseworker.services.audit.events import Chain, record
from caseworker.services.context import Context, Session, needs

SENT, CANCELLED = "letter sent", "letter cancelled"


@needs(Right.LETTERS_READ)
def was_sent(session: Session, ctx: Context, number: str) -> bool:
    """Whether the letter of a decision was printed, saved or exported, not just looked at."""
    return _happened(session, _found(session, number), SENT)


@needs(Right.LETTERS_ISSUE)
def note_printed(session: Session, ctx: Context, number: str) -> None:
    """Note that the letter of a decision goes to the printer; Refusal if it was called off."""
    _goes_out(session, ctx, number, "printed")


@needs(Right.LETTERS_ISSUE)
def note_saved(session: Session, ctx: Context, number: str) -> None:
    """Note that the letter of a decision is saved as a file; Refusal if it was called off."""
    _goes_out(session, ctx, number, "saved")


@needs(Right.LETTERS_ISSUE)
def note_exported(session: Session, ctx: Context, number: str) -> None:
    """Note that a command hands the letter of a decision out; Refusal if it was called off."""
    _goes_out(session, ctx, number, "exported")


@needs(Right.LETTERS_ISSUE)
def cancel_letter(session: Session, ctx: Context, number: str, cause: str) -> None:
    """Call the letter of a decision off: it keeps its number and is never sent. Refusal if it went out."""
    found = _locked(session, number)
    if _happened(session, found, SENT):
        raise Refusal(
            "Letter {number} was printed, saved or exported.",
            "It can no longer be called off: write another one.",
            number=found[1].letter_number,
        )
    _note(session, ctx, found, CANCELLED, {"cause": cause})


_Found = tuple[Chain, DecisionRow]


def _found(session: Session, number: str) -> _Found:
    made = decision(session, number)
    person = session.scalars(select(Decision.person_id).where(Decision.id == made.id)).one()
    return Chain(person, made.person_number), made


def _locked(session: Session, number: str) -> _Found:
    found = _found(session, number)
    LOCK_PERSON.rows(driver_of(session), {"person": found[0].key})
    return found


def _goes_out(session: Session, ctx: Context, number: str, how: str) -> None:
    found = _locked(session, number)
    if _happened(session, found, CANCELLED):
        raise Refusal(
            "Letter {number} was called off: it is not sent.",
            "Look for the one after it.",
            number=found[1].letter_number,
        )
    _note(session, ctx, found, SENT, {"how": how})


def _happened(session: Session, found: _Found, kind: str) -> bool:
    chain, made = found
    of_letter = (Event.chain == chain.key, Event.kind == kind, Event.subject == made.letter_number)
    return session.scalar(select(Event.id).where(*of_letter).limit(1)) is not None


def _note(session: Session, ctx: Context, found: _Found, kind: str, data: dict[str, str]) -> None:
    chain, made = found
    touched = (f"letter:{made.letter_number}", f"claim:{made.claim_number}")
    record(session, ctx, chain, kind, made.letter_number, data, *touched)
