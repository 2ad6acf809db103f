"""What happens to a letter: it goes out by print or file, or is called off before it did."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select, tuple_
from sqlalchemy.orm import Session

from caseworker.errors import Refusal
from caseworker.models.letters.queries import events_of, state_of
from caseworker.models.letters.queries import letter as letter_by_number
from caseworker.models.letters.queries import letters_of as letters_of_person
from caseworker.models.letters.rows import LetterEventRow, LetterListRow, LetterRow, LetterState
from caseworker.models.letters.statements import INSERT_LETTER_EVENT
from caseworker.models.letters.tables import (
    CANCELLED,
    EXPORTED,
    FREED,
    HELD,
    PRINTED,
    SAVED,
    Letter,
    LetterEvent,
)
from caseworker.models.people.queries import LOCK_PERSON, find_person
from caseworker.models.people.tables import Person
from caseworker.models.store.numbers import letter_key
from caseworker.models.store.prepared import driver_of
from caseworker.rights import Right
from caseworker.services.audit.events import record
from caseworker.services.context import Context, needs
from caseworker.services.letters.issuing import issue_letter, person_of, touched_by


class CalledOff(Refusal):
    """The letter was called off before it went out."""


@needs(Right.LETTERS_READ)
def letters_of(session: Session, ctx: Context, person: str) -> tuple[LetterListRow, ...]:
    """A person's letters of every kind, the latest first; Refusal if there is no such person."""
    return letters_of_person(session, find_person(session, person).id)[::-1]


@needs(Right.LETTERS_READ)
def happened_to(session: Session, ctx: Context, number: str) -> tuple[LetterEventRow, ...]:
    """All that happened to a letter, in order; by its own number or its decision's."""
    return _events(session, letter_by_number(session, number))


@needs(Right.LETTERS_READ)
def state(session: Session, ctx: Context, number: str) -> LetterState:
    """Where a letter stands."""
    return _state(session, letter_by_number(session, number))


@needs(Right.LETTERS_READ)
def was_sent(session: Session, ctx: Context, number: str) -> bool:
    """Whether a letter was printed, saved or exported, not just looked at: somebody may have it."""
    return _state(session, letter_by_number(session, number)) is LetterState.SENT


@needs(Right.LETTERS_ISSUE)
def note_printed(session: Session, ctx: Context, number: str) -> None:
    """Note that a letter goes to the printer; Refusal if it was called off."""
    _goes_out(session, ctx, number, PRINTED)


@needs(Right.LETTERS_ISSUE)
def note_printed_together(session: Session, ctx: Context, numbers: Sequence[str]) -> None:
    """Note that letters go to the printer in one go; those that were called off are left out."""
    _lock_persons(session, [place for number in numbers if (place := letter_key(number))])
    off = select(LetterEvent.year, LetterEvent.number).where(LetterEvent.kind == CANCELLED)
    called_off = {tuple(row) for row in session.execute(off)}
    places = [place for number in numbers if (place := letter_key(number)) and place not in called_off]
    happened = {"kind": PRINTED, "cause": None, "at": ctx.at, "by_whom": ctx.by}
    if places:
        INSERT_LETTER_EVENT.run_many(
            driver_of(session), [{**happened, "year": year, "number": serial} for year, serial in places]
        )


@needs(Right.LETTERS_ISSUE)
def note_saved(session: Session, ctx: Context, number: str) -> None:
    """Note that a letter is saved as a file; Refusal if it was called off."""
    _goes_out(session, ctx, number, SAVED)


@needs(Right.LETTERS_ISSUE)
def note_exported(session: Session, ctx: Context, number: str) -> None:
    """Note that a command hands a letter out; Refusal if it was called off."""
    _goes_out(session, ctx, number, EXPORTED)


@needs(Right.LETTERS_ISSUE)
def export_letter(session: Session, ctx: Context, number: str) -> LetterRow:
    """The letter with its bytes for a command that hands it out; Refusal if it was called off."""
    note_exported(session, ctx, number)
    return issue_letter(session, ctx, number)


@needs(Right.LETTERS_ISSUE)
def cancel_letter(session: Session, ctx: Context, number: str, cause: str) -> None:
    """Call a letter off: it keeps its number and is never sent. Refusal if it went out or was called off."""
    found = letter_by_number(session, number)
    LOCK_PERSON.rows(driver_of(session), {"person": found.person_id})
    where = _state(session, found)
    if where is LetterState.SENT:
        raise Refusal(
            "Letter {number} was printed, saved or exported.",
            "It can no longer be called off: write another one.",
            number=found.number,
        )
    if where is LetterState.NOT_SENT:
        raise Refusal("Letter {number} was called off already.", "Nothing was changed.", number=found.number)
    _note(session, ctx, found, CANCELLED, cause)
    person = person_of(session, found)
    record(session, ctx, person, "letter cancelled", found.number, {"cause": cause})


def _lock_persons(session: Session, places: list[tuple[int, int]]) -> None:
    """Lock whose letters these are, in the order of their keys; a file has one writer at a time anyway."""
    if places and driver_of(session).engine == "postgresql":
        theirs = select(Letter.person_id).where(tuple_(Letter.year, Letter.number).in_(places))
        locked = select(Person.id).where(Person.id.in_(theirs)).order_by(Person.id)
        session.execute(locked.with_for_update())


def _goes_out(session: Session, ctx: Context, number: str, how: str) -> None:
    found = letter_by_number(session, number)
    LOCK_PERSON.rows(driver_of(session), {"person": found.person_id})
    if _state(session, found) is LetterState.NOT_SENT:
        raise CalledOff(
            "Letter {number} was called off: it is not sent.",
            "Look for the one after it.",
            number=found.number,
        )
    _note(session, ctx, found, how, None)


def _note(session: Session, ctx: Context, found: LetterRow, kind: str, cause: str | None) -> None:
    place = letter_key(found.number)
    assert place is not None
    values = {"year": place[0], "number": place[1], "kind": kind, "cause": cause}
    INSERT_LETTER_EVENT.run(driver_of(session), {**values, "at": ctx.at, "by_whom": ctx.by})
    ctx.touch(f"person:{person_of(session, found).number}", *touched_by(found))


def _state(session: Session, found: LetterRow) -> LetterState:
    happened = [event.kind for event in _events(session, found)]
    holds = [kind for kind in happened if kind in (HELD, FREED)]
    return state_of(set(happened), holds[-1] if holds else None)


def _events(session: Session, found: LetterRow) -> tuple[LetterEventRow, ...]:
    place = letter_key(found.number)
    assert place is not None
    return events_of(session, *place)
