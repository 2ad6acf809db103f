"""Decisions, what they booked, and letters, as the pages show them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Session

from caseworker.errors import Refusal
from caseworker.models.claims.decision_tables import Decision, Entry, Letter, LetterFile, Reversal
from caseworker.models.claims.tables import Line
from caseworker.models.people.tables import Person
from caseworker.models.rows import DecisionRow, EntryRow, LetterRow
from caseworker.models.store.numbers import claim_number, decision_key, decision_number, letter_number
from caseworker.models.store.prepared import Row


def decision(session: Session, number: str) -> DecisionRow:
    """One decision; Refusal if there is none of that number."""
    row = session.execute(_decisions().where(Decision.id == decision_key(number))).one_or_none()
    if row is None:
        raise Refusal("There is no decision {number}.", "Look it up on the person's page.", number=number)
    return _decision(tuple(row))


def decisions_of(session: Session, person_id: int) -> tuple[DecisionRow, ...]:
    """A person's decisions in the order in which they were made, those taken back too."""
    found = session.execute(_decisions().where(Decision.person_id == person_id).order_by(Decision.id))
    return tuple(_decision(tuple(row)) for row in found)


def decisions_of_claim(session: Session, claim_id: int) -> tuple[DecisionRow, ...]:
    """A claim's decisions in the order in which they were made, those taken back too."""
    found = session.execute(_decisions().where(Decision.claim_id == claim_id).order_by(Decision.id))
    return tuple(_decision(tuple(row)) for row in found)


def document(session: Session, number: str) -> str:
    """The frozen document of a decision, canonical JSON."""
    found = session.scalar(select(Decision.document).where(Decision.id == decision_key(number)))
    if found is None:
        raise Refusal("There is no decision {number}.", "Look it up on the person's page.", number=number)
    return found


def entries(session: Session, person_id: int, limit: str, keys: tuple[str, ...] = ()) -> tuple[EntryRow, ...]:
    """What was booked on a limit of a person, in order; `keys`: only in these periods of the ledger."""
    asked: list[ColumnElement[bool]] = [Entry.person_id == person_id, Entry.limit_name == limit]
    if keys:
        asked.append(Entry.period_key.in_(keys))
    found = session.execute(
        select(
            Entry.limit_name,
            Entry.period_key,
            Entry.amount,
            Entry.unit,
            Entry.article,
            Line.claim_id,
            Line.label,
            Line.benefit,
            Line.first,
            Line.last,
            Entry.decision_id,
            Entry.at,
            Entry.counter,
        )
        .join(Line, Line.id == Entry.line_id)
        .where(*asked)
        .order_by(Entry.id)
    )
    return tuple(_entry(tuple(row)) for row in found)


def letter(session: Session, number: str) -> LetterRow:
    """The letter of a decision, with its bytes if it was drawn; Refusal if there is no such decision."""
    row = session.execute(
        select(
            Letter.year,
            Letter.number,
            Letter.decision_id,
            Letter.record,
            Letter.sha256,
            LetterFile.sha256.label("drawn"),
            LetterFile.content,
        )
        .outerjoin(LetterFile, (LetterFile.year == Letter.year) & (LetterFile.number == Letter.number))
        .where(Letter.decision_id == decision_key(number))
    ).one_or_none()
    if row is None:
        raise Refusal("There is no decision {number}.", "Look it up on the person's page.", number=number)
    year, count, decision_id, record, sha256, drawn, content = row
    return LetterRow(letter_number(year, count), decision_number(decision_id), record, sha256, drawn, content)


def _decisions() -> Select[*tuple[Any, ...]]:
    return (
        select(
            Decision.id,
            Decision.claim_id,
            Person.number,
            Decision.at,
            Decision.by_whom,
            Decision.amount,
            Decision.fingerprint,
            Decision.edition,
            Decision.program,
            Decision.sha256,
            Decision.letter_year,
            Decision.letter_number,
            Decision.replaces_id,
            Reversal.at.label("reversed_at"),
            Reversal.by_whom.label("reversed_by"),
            Reversal.reason,
        )
        .join(Person, Person.id == Decision.person_id)
        .outerjoin(Reversal, Reversal.decision_id == Decision.id)
    )


def _entry(row: Row) -> EntryRow:
    values: Row = (*row[:5], claim_number(row[5]), *row[6:10], decision_number(row[10]), *row[11:])
    return EntryRow(*values)


def _decision(row: Row) -> DecisionRow:
    key, claim_id, person, *known, year, count, replaces = row[:13]
    values: Row = (
        key,
        decision_number(key),
        claim_number(claim_id),
        person,
        *known,
        letter_number(year, count),
        None if replaces is None else decision_number(replaces),
        *row[13:],
    )
    return DecisionRow(*values)
