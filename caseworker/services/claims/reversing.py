"""Taking a decision back: counter-entries and a reason; the decision stays, its lines are open again."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from caseworker.errors import Refusal
from caseworker.letters.printable import unprintable
from caseworker.models.claims.decision_queries import decision as decision_by_number
from caseworker.models.claims.decision_queries import decisions_of
from caseworker.models.claims.decision_tables import AT_ONCE, Decision, Reversal
from caseworker.models.claims.rows import DecisionRow, ReversalRow
from caseworker.models.claims.statements import INSERT_REVERSAL, UPDATE_LINE_STATE
from caseworker.models.claims.tables import OPEN, Line
from caseworker.models.ledger.statements import INSERT_ENTRIES, UNBOOK
from caseworker.models.ledger.tables import Entry as SavedEntry
from caseworker.models.people.queries import LOCK_PERSON
from caseworker.models.store.numbers import claim_key
from caseworker.models.store.prepared import Driver, driver_of
from caseworker.rights import Right
from caseworker.rules.assess import assess_claim
from caseworker.rules.finding import LineFinding
from caseworker.rules.standing import Entry, Standing
from caseworker.rules.vocabulary import Citation, Unit
from caseworker.services.audit.events import Chain, record
from caseworker.services.claims.document import read_document
from caseworker.services.claims.waiting import note_waits
from caseworker.services.context import Context, needs
from caseworker.services.letters.sending import cancel_letter, was_sent

# What stands for a coded reason in the store and its record; no letter and no page says it.
REASONS = {AT_ONCE: "taken back at once"}


class Moved(NamedTuple):
    """A later decision that would come out otherwise; amounts in Rappen."""

    decision: DecisionRow
    before: int
    after: int
    lines: tuple[tuple[str, str, int, str, int], ...]  # line, outcome and amount before, and after


@needs(Right.CLAIMS_REVERSE)
def reverse(session: Session, ctx: Context, number: str, reason: str) -> ReversalRow:
    """Take a decision back. Refusal without a reason that a letter can show, or if it is back already."""
    return _reverse(session, ctx, number, _checked(reason), None)


@needs(Right.CLAIMS_DECIDE, Right.LETTERS_ISSUE)
def take_back(session: Session, ctx: Context, number: str) -> ReversalRow:
    """Undo a decision of one's own before its letter left the house: no reason is asked for.

    The letter keeps its number and is not sent. Refusal if someone else decided, if the letter was printed,
    saved or exported, or if the decision is back already.
    """
    if decision_by_number(session, number).by != ctx.by:
        raise Refusal(
            "Somebody else made decision {number}.", "Take it back with a reason instead.", number=number
        )
    cancel_letter(session, ctx, number, REASONS[AT_ONCE])
    return _reverse(session, ctx, number, REASONS[AT_ONCE], AT_ONCE)


@needs(Right.CLAIMS_READ)
def can_take_back(session: Session, ctx: Context, number: str) -> bool:
    """Whether who asks can undo a decision without a reason: it is theirs, and its letter never went out."""
    found = decision_by_number(session, number)
    allowed = {Right.CLAIMS_DECIDE, Right.LETTERS_ISSUE} <= ctx.actor.rights
    return allowed and found.in_force and found.by == ctx.by and not was_sent(session, ctx, number)


def _reverse(session: Session, ctx: Context, number: str, reason: str, code: str | None) -> ReversalRow:
    found = decision_by_number(session, number)
    person = session.scalars(select(Decision.person_id).where(Decision.id == found.id)).one()
    driver = driver_of(session)
    LOCK_PERSON.rows(driver, {"person": person})
    if session.scalar(select(Reversal.decision_id).where(Reversal.decision_id == found.id)) is not None:
        raise Refusal(
            "Decision {number} was taken back already.", "Decide the claim anew.", number=found.number
        )
    reversal = {"decision_id": found.id, "at": ctx.at, "by_whom": ctx.by, "reason": reason, "code": code}
    INSERT_REVERSAL.run(driver, reversal)
    _counter(session, driver, ctx, person, found.id)
    lines = session.scalars(select(Line.id).where(Line.decision_id == found.id)).all()
    reopened = {"state": OPEN, "waits": None, "decision_id": None}
    UPDATE_LINE_STATE.run_many(driver, [{"line": line, **reopened} for line in lines])
    note_waits(session, ctx, claim_key(found.claim_number))
    chain, claim = Chain(person, found.person_number), f"claim:{found.claim_number}"
    told = {"reason": reason} if code is None else {"reason": reason, "code": code}
    record(session, ctx, chain, "reversed", found.number, told, claim)
    return ReversalRow(found.number, ctx.at, ctx.by, reason)


def _checked(reason: str) -> str:
    """The reason on one line: the letter of the next decision names it."""
    told = " ".join(reason.split())
    if not told:
        raise Refusal("A reversal needs a reason.", "Say why the decision is taken back.")
    if (character := unprintable(told)) is not None:
        raise Refusal(
            "The reason holds the character {character}, which the letter cannot show.",
            "Write it without this character.",
            character=f"U+{ord(character):04X}",
        )
    return told


@needs(Right.CLAIMS_READ)
def later_decisions(session: Session, ctx: Context, number: str) -> tuple[Moved, ...]:
    """The person's later decisions in force that would come out otherwise without this one.

    Each is judged again from what it was frozen with, against what would then have been used. Saves nothing.
    """
    found = decision_by_number(session, number)
    person = session.scalars(select(Decision.person_id).where(Decision.id == found.id)).one()
    standing = _standing_before(session, person, found.id)
    moved = []
    for later in _later(session, person, found.id):
        document = read_document(session, later.number)
        claim = document.decided_claim
        finding = assess_claim(claim, document.person, document.coverages, standing, ctx.conditions)
        had = {line.id: line for line in document.finding.lines}
        changed = tuple(
            _change(had[line.id], line) for line in finding.lines if _result(had[line.id]) != _result(line)
        )
        if changed:
            moved.append(Moved(later, later.amount, finding.amount, changed))
    return tuple(moved)


def _later(session: Session, person: int, key: int) -> list[DecisionRow]:
    return [row for row in decisions_of(session, person) if row.id > key and row.in_force]


def _standing_before(session: Session, person: int, key: int) -> Standing:
    """What the decisions before one have used, less what was taken back since."""
    standing = Standing()
    asked = select(SavedEntry).where(SavedEntry.person_id == person, SavedEntry.decision_id < key)
    for entry in session.scalars(asked.order_by(SavedEntry.id)):
        citation = Citation(entry.article, entry.reading)
        unit = Unit(entry.unit)
        standing.book([Entry(entry.limit_name, entry.period_key, entry.amount, unit, citation, entry.cap)])
    for pool in standing.used.values():
        for period in [period for period, amount in pool.items() if amount == 0]:
            del pool[period]
    return standing


def _change(before: LineFinding, after: LineFinding) -> tuple[str, str, int, str, int]:
    return before.id, before.outcome.value, before.amount, after.outcome.value, after.amount


def _result(line: LineFinding) -> tuple[str, int]:
    return line.outcome.value, line.amount


def _counter(session: Session, driver: Driver, ctx: Context, person: int, decision: int) -> None:
    """An entry against each of the decision's entries, and the balances back by as much."""
    asked = select(SavedEntry).where(SavedEntry.decision_id == decision).order_by(SavedEntry.id)
    booked = session.scalars(asked).all()
    if not booked:
        return
    INSERT_ENTRIES.run(
        driver,
        [
            {
                "person_id": person,
                "decision_id": decision,
                "line_id": entry.line_id,
                "limit_name": entry.limit_name,
                "period_key": entry.period_key,
                "amount": -entry.amount,
                "unit": entry.unit,
                "article": entry.article,
                "reading": entry.reading,
                "cap": entry.cap,
                "counter": True,
                "at": ctx.at,
            }
            for entry in booked
        ],
    )
    UNBOOK.run_many(
        driver,
        [{"person": person, "name": e.limit_name, "key": e.period_key, "amount": e.amount} for e in booked],
    )
