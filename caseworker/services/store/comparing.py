"""Whether what stands twice in the store stands there alike: rows, frozen documents, events, balances."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from caseworker.errors import Refusal
from caseworker.models.audit.tables import Event
from caseworker.models.claims.decision_tables import Decision, DecisionLine, Reversal
from caseworker.models.claims.tables import Claim, Line
from caseworker.models.letters.tables import CANCELLED, READY, Letter, LetterEvent, LetterFile
from caseworker.models.schema import APPEND_ONLY
from caseworker.models.store.numbers import decision_number, letter_number
from caseworker.rules.conditions import Conditions
from caseworker.rules.standing import entries_of
from caseworker.services.claims.document import Document, read_document

_RESERVED = """
SELECT person.number, b.limit_name, b.period_key, b.reserved
FROM limit_balance AS b JOIN person ON person.id = b.person_id WHERE b.reserved <> 0
"""
_TERMS = """
SELECT person.number, b.limit_name, b.period_key
FROM limit_balance AS b JOIN person ON person.id = b.person_id
WHERE NOT EXISTS (
  SELECT 1 FROM entry WHERE entry.person_id = b.person_id AND entry.limit_name = b.limit_name
  AND entry.period_key = b.period_key AND entry.unit = b.unit
  AND coalesce(entry.cap, -1) = coalesce(b.cap, -1))
"""
_ENTRIES = text(
    "SELECT line.label, entry.limit_name, entry.period_key, entry.amount FROM entry"
    " JOIN line ON line.id = entry.line_id WHERE entry.decision_id = :key AND NOT entry.counter"
)
_OF_LETTER = (Letter.year == LetterEvent.year) & (Letter.number == LetterEvent.number)
_HAPPENED = (LetterEvent.year, LetterEvent.number, LetterEvent.by_whom, LetterEvent.at, Letter.person_id)
_OTHER_LETTERS = (
    select(*_HAPPENED, Letter.sha256)
    .join(Letter, _OF_LETTER)
    .where(LetterEvent.kind == READY, Letter.decision_id.is_(None))
)
_CANCELLED = (
    select(*_HAPPENED, LetterEvent.cause).join(Letter, _OF_LETTER).where(LetterEvent.kind == CANCELLED)
)
_LETTER_FILES = select(
    LetterFile.year, LetterFile.number, LetterFile.sha256, LetterFile.by_whom, LetterFile.at, Letter.person_id
).outerjoin(Letter, (Letter.year == LetterFile.year) & (Letter.number == LetterFile.number))
_TRIGGERS = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": (
        "SELECT t.tgname FROM pg_trigger AS t JOIN pg_class AS c ON c.oid = t.tgrelid"
        " WHERE c.relnamespace = current_schema()::regnamespace AND t.tgenabled IN ('O', 'A')"
    ),
}
_VERBS = {"sqlite": ("update", "delete", "insert"), "postgresql": ("change", "truncate")}


class _Witness(NamedTuple):
    """What an event says about a decision, a reversal or a letter."""

    chain: int
    by: str
    at: datetime
    data: Any


_WITNESSED = ("decided", "reversed", "letter issued", "letter entered", "letter cancelled")
_Witnesses = dict[tuple[str, str], list[_Witness]]


def guards(session: Session, _: Conditions) -> Iterator[str]:
    """What keeps the tables that are only added to from being changed is there, and on."""
    engine = session.get_bind().dialect.name
    found = set(session.scalars(text(_TRIGGERS[engine])))
    for table in APPEND_ONLY:
        for verb in _VERBS[engine]:
            if f"tr_{table}_{verb}" not in found:
                yield f"table {table}: the guard tr_{table}_{verb} is missing or off"


def reserved(session: Session, _: Conditions) -> Iterator[str]:
    """No balance holds anything back: nothing in the program reserves."""
    for number, limit, key, amount in session.execute(text(_RESERVED)):
        yield f"person {number}, {limit} {key}: {amount} is reserved by nothing"


def terms(session: Session, _: Conditions) -> Iterator[str]:
    """Each balance has the cap and the unit of one of its entries."""
    for number, limit, key in session.execute(text(_TERMS)):
        yield f"person {number}, {limit} {key}: no entry has the cap and the unit of the balance"


def booked(session: Session, _: Conditions) -> Iterator[str]:
    """Each decision says of itself what it was frozen with, and gave and booked that, line by line."""
    columns = [c for c in Decision.__table__.columns if c.name not in ("document", "sha256")]
    asked = select(*columns, Claim.person_id.label("claimant")).outerjoin(
        Claim, Claim.id == Decision.claim_id
    )
    for row in session.execute(asked.order_by(Decision.id)).all():
        number = decision_number(row.id)
        try:
            document = read_document(session, number)
        except Refusal:
            yield f"decision {number} cannot be read"
            continue
        wrong = sorted(name for name, value in _columns(document).items() if getattr(row, name) != value)
        if wrong or row.person_id != row.claimant:
            yield f"decision {number} does not say what it was frozen with: {', '.join(wrong) or 'person_id'}"
        if not _gave(session, row.id, document):
            yield f"decision {number}: its lines are not as they were frozen"
        if not _used(session, row.id, document):
            yield f"decision {number} is not booked as it was frozen"


def _columns(document: Document) -> dict[str, Any]:
    return {
        "claim_id": document.claim_row.id,
        "at": document.at,
        "by_whom": document.by,
        "amount": sum(line.amount for line in document.finding.lines if line.id in document.decided),
        "fingerprint": document.fingerprint,
        "edition": ", ".join(name for name, _ in document.editions),
        "edition_hash": ", ".join(digest for _, digest in document.editions),
        "program": document.program,
        "replaces_id": document.replaces[-1] if document.replaces else None,
    }


def _gave(session: Session, key: int, document: Document) -> bool:
    asked = (
        select(Line.label, DecisionLine.outcome, DecisionLine.amount)
        .join(Line, Line.id == DecisionLine.line_id)
        .where(DecisionLine.decision_id == key)
    )
    frozen = Counter(
        (line.id, line.outcome.value, line.amount)
        for line in document.finding.lines
        if line.id in document.decided
    )
    return frozen == Counter(tuple(row) for row in session.execute(asked))


def _used(session: Session, key: int, document: Document) -> bool:
    frozen = Counter(
        (line.id, entry.limit, entry.key, entry.amount)
        for line in document.finding.lines
        if line.id in document.decided
        for entry in entries_of(line)
        if entry.amount
    )
    return frozen == Counter(tuple(row) for row in session.execute(_ENTRIES, {"key": key}))


class _Told(NamedTuple):
    """A row that an event must tell too: of which kind, about what, with which data; what to say if not."""

    kind: str
    subject: str
    row: Any
    data: dict[str, Any]
    wrong: str


def witnessed(session: Session, _: Conditions) -> Iterator[str]:
    """Each decision, reversal and letter has one event that says the same; no event lacks its row."""
    left = _witnesses(session)
    for told in (*_decisions_told(session), *_letters_told(session)):
        if not _says(left.pop((told.kind, told.subject), []), told.row, told.data):
            yield told.wrong
    for kind, subject in left:
        yield f"{subject}: the record of what was done says {kind}, the store does not"


def _decisions_told(session: Session) -> Iterator[_Told]:
    asked = select(Decision.id, Decision.person_id, Decision.at, Decision.by_whom, Decision.sha256)
    for row in session.execute(asked).all():
        number = decision_number(row.id)
        wrong = f"decision {number} is not what the record of what was done says"
        yield _Told("decided", number, row, {"sha256": row.sha256}, wrong)
    reversals = select(
        Reversal.decision_id, Decision.person_id, Reversal.at, Reversal.by_whom, Reversal.reason
    ).join(Decision, Decision.id == Reversal.decision_id)
    for back in session.execute(reversals).all():
        number = decision_number(back.decision_id)
        wrong = f"the reversal of decision {number} is not what the record of what was done says"
        yield _Told("reversed", number, back, {"reason": back.reason}, wrong)


def _letters_told(session: Session) -> Iterator[_Told]:
    for row in session.execute(_LETTER_FILES).all():
        number = letter_number(row.year, row.number)
        wrong = f"letter {number} was drawn otherwise than the record of what was done says"
        yield _Told("letter issued", number, row, {"sha256": row.sha256}, wrong)
    for new in session.execute(_OTHER_LETTERS).all():
        number = letter_number(new.year, new.number)
        wrong = f"letter {number} is not what the record of what was done says"
        yield _Told("letter entered", number, new, {"sha256": new.sha256}, wrong)
    for off in session.execute(_CANCELLED).all():
        number = letter_number(off.year, off.number)
        wrong = f"letter {number} was called off otherwise than the record of what was done says"
        yield _Told("letter cancelled", number, off, {"cause": off.cause}, wrong)


def _witnesses(session: Session) -> _Witnesses:
    asked = select(Event.kind, Event.subject, Event.chain, Event.by_whom, Event.at, Event.data)
    found: _Witnesses = defaultdict(list)
    for kind, subject, chain, by, at, data in session.execute(asked.where(Event.kind.in_(_WITNESSED))):
        try:
            told = json.loads(data)
        except ValueError:
            told = None
        found[kind, subject].append(_Witness(chain, by, at, told))
    return found


def _says(witnesses: list[_Witness], row: Any, data: dict[str, Any]) -> bool:
    if len(witnesses) != 1 or not isinstance(witnesses[0].data, dict):
        return False
    (witness,) = witnesses
    same = (witness.chain, witness.by, witness.at) == (row.person_id, row.by_whom, row.at)
    return same and data.items() <= witness.data.items()
