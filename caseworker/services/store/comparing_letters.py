"""Whether each letter is what its record, its decision and what happened to it say."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from caseworker.letters.kinds import kind_of
from caseworker.models.claims.decision_tables import Decision
from caseworker.models.letters.tables import READY, Letter, LetterEvent
from caseworker.models.people.tables import Person
from caseworker.models.store.numbers import claim_number, letter_number
from caseworker.rules.conditions import Conditions

_WITHOUT_LETTER = """
SELECT e.year, e.number, count(*) FROM letter_event AS e
WHERE NOT EXISTS (SELECT 1 FROM letter WHERE letter.year = e.year AND letter.number = e.number)
GROUP BY e.year, e.number ORDER BY e.year, e.number
"""
_OUT_AND_OFF = """
SELECT DISTINCT o.year, o.number FROM letter_event AS o JOIN letter_event AS e
  ON e.year = o.year AND e.number = o.number AND e.kind IN ('printed', 'saved', 'exported')
WHERE o.kind = 'cancelled' ORDER BY o.year, o.number
"""
_ABOUT = """
SELECT l.year, l.number FROM letter AS l WHERE l.about_kind = 'claim' AND NOT EXISTS (
  SELECT 1 FROM claim WHERE claim.id = CAST(substr(l.about_key, 2) AS BIGINT)
  AND claim.person_id = l.person_id)
"""
_CORRECTED = """
SELECT l.year, l.number FROM letter AS l WHERE l.corrects_year IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM letter AS e WHERE e.year = l.corrects_year AND e.number = l.corrects_number
  AND e.person_id = l.person_id)
"""


def letters(session: Session, _: Conditions) -> Iterator[str]:
    """Each letter says what it was frozen with and was ready once; each event has its letter."""
    of_letter = (LetterEvent.year == Letter.year) & (LetterEvent.number == Letter.number)
    ready = select(func.count()).where(of_letter, LetterEvent.kind == READY).scalar_subquery()
    columns = [c for c in Letter.__table__.columns if c.name != "sha256"]
    asked = (
        select(
            *columns,
            Decision.id.label("decision"),
            Decision.person_id.label("decided_for"),
            Decision.claim_id,
            ready.label("ready"),
            Person.number.label("person_number"),
        )
        .outerjoin(Person, Person.id == Letter.person_id)
        .outerjoin(Decision, Decision.id == Letter.decision_id)
        .order_by(Letter.year, Letter.number)
    )
    for row in session.execute(asked).yield_per(500):
        for wrong in _wrong(row):
            yield f"letter {letter_number(row.year, row.number)} {wrong}"
    for year, number, count in session.execute(text(_WITHOUT_LETTER)):
        yield f"letter {letter_number(year, number)} is not there, but {count} events of it are"
    for year, number in session.execute(text(_OUT_AND_OFF)):
        yield f"letter {letter_number(year, number)} was called off, but it went out"
    for year, number in session.execute(text(_ABOUT)):
        yield f"letter {letter_number(year, number)} is about a claim that is not there or another person's"
    for year, number in session.execute(text(_CORRECTED)):
        yield f"letter {letter_number(year, number)} corrects one that is not there or is another person's"


def _wrong(row: Any) -> Iterator[str]:
    if (row.kind == "decision") != (row.decision_id is not None):
        yield f"is of kind {row.kind}, which does not go with its decision"
    elif row.decision_id is not None:
        if row.decision is None:
            yield "has lost its decision"
        elif (row.person_id, row.about_key) != (row.decided_for, claim_number(row.claim_id)):
            yield "is not for the person and about the claim that were decided"
    if row.ready != 1:
        yield f"was ready {row.ready} times"
    with suppress(ValueError, TypeError):
        record = kind_of(row.kind).read(row.record)
        head = record.head
        more = (getattr(record, name, None) for name in ("answer_by", "claim_number"))
        frozen = [head.number, head.language.value, head.insured.number, *more]
        own = [letter_number(row.year, row.number), row.language, row.person_number]
        if frozen != [*own, row.answer_by, row.about_key]:
            yield "does not say of itself what it was frozen with"
        return
    yield "holds no record of its kind"
