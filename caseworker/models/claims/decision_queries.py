"""Decisions, what they booked, and letters, as the pages show them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from caseworker.errors import Refusal
from caseworker.models.claims.decision_tables import Decision, Reversal
from caseworker.models.claims.rows import DecisionRow
from caseworker.models.people.tables import Person
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
