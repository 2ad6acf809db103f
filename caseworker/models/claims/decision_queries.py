"""Decisions, what they booked, and letters, as the pages show them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from caseworker.errors import Refusal
from caseworker.models.claims.decision_tables import Decision, Reversal
from caseworker.models.claims.rows import DecisionRow
from caseworker.models.people.tables import Person
from caseworker.models.store.columns import cut, labelled, own
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


_DECISION = labelled(
    "decision",
    **own(Decision, ("id", "claim_id", "letter_year")),
    letter=Decision.letter_number,
    replaces=Decision.replaces_id,
    person_number=Person.number,
    by=Decision.by_whom,
    **own(Decision, ("at", "amount", "fingerprint", "edition", "program", "sha256")),
    reversed_at=Reversal.at,
    reversed_by=Reversal.by_whom,
    **own(Reversal, ("reason", "code")),
)
_NUMBERS = cut(_DECISION, "decision", ("id", "claim_id", "letter_year", "letter", "replaces"))
_AS_THEY_ARE = ("person_number", "at", "by", "amount", "fingerprint", "edition", "program", "sha256")
_REVERSAL = ("reversed_at", "reversed_by", "reason", "code")
_PLAIN = cut(_DECISION, "decision", (*_AS_THEY_ARE, *_REVERSAL))


def _decisions() -> Select[*tuple[Any, ...]]:
    return (
        select(*_DECISION)
        .join(Person, Person.id == Decision.person_id)
        .outerjoin(Reversal, Reversal.decision_id == Decision.id)
    )


def _decision(row: Row) -> DecisionRow:
    key, claim_id, year, count, replaces = _NUMBERS(row)
    plain = dict(zip((*_AS_THEY_ARE, *_REVERSAL), _PLAIN(row), strict=True))
    return DecisionRow(
        id=key,
        number=decision_number(key),
        claim_number=claim_number(claim_id),
        letter_number=letter_number(year, count),
        replaces=None if replaces is None else decision_number(replaces),
        **plain,
    )
