"""Letters as the pages show them."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from caseworker.errors import Refusal
from caseworker.models.letters.rows import LetterRow
from caseworker.models.letters.tables import Letter, LetterFile
from caseworker.models.store.numbers import decision_key, decision_number, letter_number


def letter_of_decision(session: Session, number: str) -> LetterRow:
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
