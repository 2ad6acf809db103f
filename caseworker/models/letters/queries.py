"""Letters as the pages show them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Session

from caseworker.errors import Refusal
from caseworker.models.letters.rows import LetterEventRow, LetterListRow, LetterRow, LetterState
from caseworker.models.letters.tables import CANCELLED, FREED, HELD, OUT, Letter, LetterEvent, LetterFile
from caseworker.models.store.numbers import (
    decision_key,
    decision_number,
    letter_key,
    letter_number,
)

_FILE = (LetterFile.year == Letter.year) & (LetterFile.number == Letter.number)
_EVENT = (LetterEvent.year == Letter.year) & (LetterEvent.number == Letter.number)


def letter(session: Session, number: str) -> LetterRow:
    """A letter by its own number or by its decision's; Refusal if there is none."""
    key = letter_key(number)
    if key is None:
        return _letter(session, Letter.decision_id == decision_key(number), "decision", number)
    return _letter(session, (Letter.year == key[0]) & (Letter.number == key[1]), "letter", number)


def _letter(session: Session, wanted: ColumnElement[bool], what: str, number: str) -> LetterRow:
    row = session.execute(
        select(
            Letter.year,
            Letter.number,
            Letter.kind,
            Letter.decision_id,
            Letter.person_id,
            Letter.about_kind,
            Letter.about_key,
            Letter.corrects_year,
            Letter.corrects_number,
            Letter.recipient_kind,
            Letter.language,
            Letter.answer_by,
            Letter.record,
            Letter.sha256,
            LetterFile.sha256.label("drawn"),
            LetterFile.content,
        )
        .outerjoin(LetterFile, _FILE)
        .where(wanted)
    ).one_or_none()
    if row is None and what == "decision":
        raise Refusal("There is no decision {number}.", "Look it up on the person's page.", number=number)
    if row is None:
        raise Refusal("There is no letter {number}.", "Look it up on the person's page.", number=number)
    return LetterRow(
        number=letter_number(row.year, row.number),
        kind=row.kind,
        decision_number=None if row.decision_id is None else decision_number(row.decision_id),
        person_id=row.person_id,
        about_kind=row.about_kind,
        about_key=row.about_key,
        corrects=None if row.corrects_year is None else letter_number(row.corrects_year, row.corrects_number),
        recipient_kind=row.recipient_kind,
        language=row.language,
        answer_by=row.answer_by,
        record=row.record,
        record_sha256=row.sha256,
        sha256=row.drawn,
        content=row.content,
    )


def letters_of(session: Session, person_id: int) -> tuple[LetterListRow, ...]:
    """A person's letters of every kind, in the order in which they were written."""
    return _listed(session, _list().where(Letter.person_id == person_id))


def letters_about(session: Session, key: str, kind: str) -> tuple[LetterListRow, ...]:
    """The letters of a kind about a claim (C12), in the order in which they were written."""
    return _listed(session, _list().where(Letter.about_key == key, Letter.kind == kind))


def events_of(session: Session, year: int, number: int) -> tuple[LetterEventRow, ...]:
    """All that happened to a letter, in order."""
    asked = select(LetterEvent.kind, LetterEvent.at, LetterEvent.by_whom, LetterEvent.cause)
    of_letter = asked.where(LetterEvent.year == year, LetterEvent.number == number).order_by(LetterEvent.id)
    return tuple(LetterEventRow(*row) for row in session.execute(of_letter))


def state_of(happened: set[str], last_hold: str | None) -> LetterState:
    """Where a letter stands after all that happened to it; what went out is not called back by anything."""
    if happened & set(OUT):
        return LetterState.SENT
    if CANCELLED in happened:
        return LetterState.NOT_SENT
    return LetterState.HELD if last_hold == HELD else LetterState.READY


def _list() -> Select[*tuple[Any, ...]]:
    return (
        select(
            Letter.year,
            Letter.number,
            Letter.kind,
            Letter.decision_id,
            Letter.about_kind,
            Letter.about_key,
            Letter.answer_by,
            LetterEvent.kind.label("happened"),
            LetterEvent.at,
            LetterEvent.by_whom,
        )
        .join(LetterEvent, _EVENT)
        .order_by(Letter.year, Letter.number, LetterEvent.id)
    )


def _listed(session: Session, asked: Select[*tuple[Any, ...]]) -> tuple[LetterListRow, ...]:
    """Rows of letters with their events, one after the other, made one row a letter."""
    found: dict[tuple[int, int], list[Any]] = {}
    for row in session.execute(asked):
        found.setdefault((row.year, row.number), []).append(row)
    return tuple(_line(rows) for rows in found.values())


def _line(rows: list[Any]) -> LetterListRow:
    first = rows[0]
    happened = [row.happened for row in rows]
    holds = [each for each in happened if each in (HELD, FREED)]
    return LetterListRow(
        number=letter_number(first.year, first.number),
        kind=first.kind,
        decision_number=None if first.decision_id is None else decision_number(first.decision_id),
        about_kind=first.about_kind,
        about_key=first.about_key,
        answer_by=first.answer_by,
        at=first.at,
        by=first.by_whom,
        state=state_of(set(happened), holds[-1] if holds else None),
    )
