"""Claims as the pages show them: the claims of a person, a claim's lines and facts."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Select, and_, select
from sqlalchemy.orm import Session

from caseworker.errors import Refusal
from caseworker.models.claims.decision_tables import DecisionLine
from caseworker.models.claims.reading import (
    CLAIM_COLUMNS,
    CONSENT_COLUMNS,
    LINE_COLUMNS,
    FactTable,
    claim_row,
    fact_table,
    line_of,
)
from caseworker.models.claims.rows import ClaimRow, FactRow, LineRow
from caseworker.models.claims.tables import WITHDRAWN, Claim, Consent, Fact, Line
from caseworker.models.people.provider_tables import Provider
from caseworker.models.people.tables import Person
from caseworker.models.store.columns import cut, labelled, own
from caseworker.models.store.numbers import claim_key, claim_number, decision_number
from caseworker.models.store.prepared import Row
from caseworker.rules.case import Consent as Answer

_STORED = ("id", "claim_id", "position", "state", "waits", "decision_id")
_DECIDED = ("outcome", "amount")
_LINES = (
    *LINE_COLUMNS,
    *CONSENT_COLUMNS,
    *labelled("stored", **own(Line, _STORED), **own(DecisionLine, _DECIDED)),
)
_OF_LINE = cut(_LINES, "stored", (*_STORED, *_DECIDED))


def claim(session: Session, number: str) -> ClaimRow:
    """One claim; Refusal if there is none of that number."""
    row = session.execute(_claims().where(Claim.id == claim_key(number))).one_or_none()
    if row is None:
        raise Refusal("There is no claim {number}.", "Look it up in the queue.", number=number)
    return claim_row(tuple(row))


def claims_of(session: Session, person_id: int) -> tuple[ClaimRow, ...]:
    """A person's claims, in the order in which they were entered."""
    found = session.execute(_claims().where(Claim.person_id == person_id).order_by(Claim.id))
    return tuple(claim_row(tuple(row)) for row in found)


def lines_of(session: Session, number: str) -> tuple[LineRow, ...]:
    """All lines of a claim that are not withdrawn, with what was decided on them."""
    return _lines(session, Line.claim_id == claim_key(number), Fact.claim_id == claim_key(number))


def lines_of_person(session: Session, person_id: int) -> tuple[LineRow, ...]:
    """All lines of a person's claims, claim by claim."""
    own = select(Claim.id).where(Claim.person_id == person_id)
    return _lines(session, Line.claim_id.in_(own), Fact.claim_id.in_(own))


def consent_of(session: Session, line: int) -> Answer | None:
    """The trusted doctor's answer on a line; None while there is none."""
    asked = select(
        Consent.granted, Consent.name, Consent.valid_from, Consent.valid_until, Consent.max_amount
    ).join(Line, Line.consent_id == Consent.id)
    found = session.execute(asked.where(Line.id == line)).one_or_none()
    return None if found is None else Answer(*found)


def facts_of(session: Session, number: str) -> tuple[FactRow, ...]:
    """Everything that was ever established on a claim, in order: the last one of a name counts."""
    found = session.execute(
        select(Fact.line_id, Fact.name, Fact.value, Fact.by_whom, Fact.at, Fact.source)
        .where(Fact.claim_id == claim_key(number))
        .order_by(Fact.id)
    )
    return tuple(FactRow(*row) for row in found)


def _claims() -> Select[*tuple[Any, ...]]:
    return (
        select(*CLAIM_COLUMNS)
        .select_from(Claim)
        .join(Person, Person.id == Claim.person_id)
        .outerjoin(Provider, Provider.id == Claim.provider_id)
    )


def _lines(
    session: Session, of_lines: ColumnElement[bool], of_facts: ColumnElement[bool]
) -> tuple[LineRow, ...]:
    asked = select(Fact.line_id, Fact.name, Fact.value).where(of_facts).order_by(Fact.id)
    facts = fact_table([tuple(row) for row in session.execute(asked)])
    decided = and_(DecisionLine.decision_id == Line.decision_id, DecisionLine.line_id == Line.id)
    found = session.execute(
        select(*_LINES)
        .select_from(Line)
        .outerjoin(Consent, Consent.id == Line.consent_id)
        .outerjoin(DecisionLine, decided)
        .where(of_lines, Line.state != WITHDRAWN)
        .order_by(Line.claim_id, Line.position)
    )
    return tuple(_line(tuple(row), facts) for row in found)


def _line(row: Row, facts: FactTable) -> LineRow:
    key, claim_id, position, state, waits, decision, outcome, amount = _OF_LINE(row)
    return LineRow(
        id=key,
        claim_number=claim_number(claim_id),
        position=position,
        line=line_of(row, facts.get(key, {})),
        state=state,
        waits=waits,
        decision_number=None if decision is None else decision_number(decision),
        outcome=outcome,
        amount=amount,
    )
