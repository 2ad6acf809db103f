"""Letters of every kind: numbered and frozen, drawn once from what was frozen, kept with their hash."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from typing import NamedTuple

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from caseworker import canonical
from caseworker.errors import Refusal
from caseworker.letters.drawing import draw_letter
from caseworker.letters.kinds import kind_of
from caseworker.letters.printable import check_drawable
from caseworker.letters.record import Record
from caseworker.models.letters.queries import letter as letter_by_number
from caseworker.models.letters.rows import LetterRow
from caseworker.models.letters.statements import insert_with_event
from caseworker.models.letters.tables import READY, LetterFile
from caseworker.models.people.queries import LOCK_PERSON
from caseworker.models.people.tables import Person
from caseworker.models.store.counters import LETTERS, next_number
from caseworker.models.store.numbers import letter_key, letter_number
from caseworker.models.store.prepared import Driver, driver_of
from caseworker.rights import Right
from caseworker.services.audit.events import Chain, record
from caseworker.services.context import Context, needs


class Number(NamedTuple):
    """The number that a letter will have: no other gets it, and a failed transaction gives it back."""

    year: int
    serial: int

    @property
    def text(self) -> str:
        """As it stands on the letter."""
        return letter_number(self.year, self.serial)


class NewLetter(NamedTuple):
    """A letter to enter: its record with its JSON, and what the store knows of it besides.

    `about`: kind and key, such as ("claim", "C12"); `corrects`: the number of the letter that it replaces.
    """

    number: Number
    record: Record
    told: str
    person_id: int
    about: tuple[str, str] | None = None
    decision_id: int | None = None
    corrects: str | None = None
    recipient_kind: str = "insured"
    answer_by: date | None = None


def reserve(driver: Driver, ctx: Context) -> Number:
    """The next number of the year; others who ask for one wait until this transaction ends."""
    year = ctx.at.year
    return Number(year, next_number(driver, LETTERS, year))


def drawable(letter: Record) -> str:
    """The record's JSON; Refusal where the letter could not be drawn."""
    told = letter.to_json()
    check_drawable(letter, told)
    return told


def enter(driver: Driver, ctx: Context, new: NewLetter) -> str:
    """Freeze a letter under its number: from now on it is ready. The record's hash."""
    digest = canonical.digest(new.told)
    about_kind, about_key = new.about or (None, None)
    corrects = None if new.corrects is None else letter_key(new.corrects)
    place = {"year": new.number.year, "number": new.number.serial}
    letter = {
        **place,
        "kind": new.record.kind,
        "decision_id": new.decision_id,
        "person_id": new.person_id,
        "about_kind": about_kind,
        "about_key": about_key,
        "corrects_year": None if corrects is None else corrects[0],
        "corrects_number": None if corrects is None else corrects[1],
        "recipient_kind": new.recipient_kind,
        "language": new.record.head.language.value,
        "answer_by": new.answer_by,
        "record": new.told,
        "sha256": digest,
    }
    ready = {**place, "kind": READY, "at": ctx.at, "by_whom": ctx.by, "cause": None}
    insert_with_event(driver, letter, ready)
    return digest


@needs(Right.LETTERS_READ)
def letter_record(session: Session, ctx: Context, number: str) -> Record:
    """What a letter says, for a preview; Refusal if it is not what was frozen."""
    return frozen(letter_by_number(session, number))


@needs(Right.LETTERS_READ)
def letter(session: Session, ctx: Context, number: str) -> LetterRow:
    """A letter by its own number or its decision's, with its bytes if there are any; Refusal if it is not."""
    return letter_by_number(session, number)


@needs(Right.LETTERS_READ)
def owner(session: Session, ctx: Context, number: str) -> str:
    """The insured number of the person whose letter it is."""
    return person_of(session, letter_by_number(session, number)).number


@needs(Right.LETTERS_READ)
def kept_letter(session: Session, ctx: Context, number: str) -> LetterRow | None:
    """The letter as it was kept; None if it was never drawn, Refusal if it is not as it was kept."""
    found = letter_by_number(session, number)
    if found.content is None:
        return None
    if sha256(found.content).hexdigest() != found.sha256:
        raise Refusal(
            "Letter {number} is not as it was kept.", "Run `caseworker store check`.", number=found.number
        )
    return found


@needs(Right.LETTERS_READ)
def issue_letter(session: Session, ctx: Context, number: str) -> LetterRow:
    """The letter with its bytes: drawn the first time, afterwards the bytes that were kept.

    Refusal if what was frozen or kept has been tampered with.
    """
    kept = kept_letter(session, ctx, number)
    if kept is not None:
        return kept
    found = letter_by_number(session, number)
    LOCK_PERSON.rows(driver_of(session), {"person": found.person_id})
    kept = kept_letter(session, ctx, number)
    if kept is not None:
        return kept
    content = draw_letter(frozen(found), found.record)
    digest = sha256(content).hexdigest()
    place = letter_key(found.number)
    assert place is not None
    session.execute(
        insert(LetterFile).values(
            year=place[0], number=place[1], content=content, sha256=digest, by_whom=ctx.by, at=ctx.at
        )
    )
    person = person_of(session, found)
    record(session, ctx, person, "letter issued", found.number, {"sha256": digest}, *touched_by(found))
    return found._replace(sha256=digest, content=content)


def person_of(session: Session, row: LetterRow) -> Chain:
    """Whose letter it is."""
    number = session.scalars(select(Person.number).where(Person.id == row.person_id)).one()
    return Chain(row.person_id, number)


def touched_by(row: LetterRow) -> tuple[str, ...]:
    """What shows a letter: itself, and the claim that it is about."""
    about = (f"{row.about_kind}:{row.about_key}",) if row.about_kind else ()
    return (f"letter:{row.number}", *about)


def frozen(row: LetterRow) -> Record:
    """The record of a letter; Refusal if it is not what was frozen."""
    if canonical.digest(row.record) != row.record_sha256:
        raise Refusal(
            "Letter {number} is not as it was frozen.", "Run `caseworker store check`.", number=row.number
        )
    return kind_of(row.kind).read(row.record)
