"""Deciding a claim: the person locked, judged again, refused if it is not what was shown, booked at once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from caseworker import canonical
from caseworker.errors import Facts, Refusal
from caseworker.letters.kinds.decision.record import Replaced
from caseworker.models.claims.assessable import LOCK_PERSON_OF_CLAIM, Assessable, load_assessable
from caseworker.models.claims.decision_tables import Decision, Reversal
from caseworker.models.claims.rows import DecisionRow
from caseworker.models.claims.statements import INSERT_DECISION, INSERT_DECISION_LINES, UPDATE_LINE_STATE
from caseworker.models.claims.tables import DECIDED, OPEN
from caseworker.models.ledger.statements import BOOK, INSERT_ENTRIES
from caseworker.models.store.numbers import claim_key, decision_number, letter_number
from caseworker.models.store.prepared import Driver, driver_of
from caseworker.rights import Right
from caseworker.rules.finding import ClaimFinding, LineFinding
from caseworker.rules.standing import Entry, entries_of
from caseworker.rules.vocabulary import Outcome
from caseworker.services.audit.events import BEGINNING, Chain, append
from caseworker.services.claims.assessing import Assessment, assess
from caseworker.services.claims.document import Document, freeze
from caseworker.services.claims.letter_record import letter_record
from caseworker.services.claims.reversing import take_back
from caseworker.services.claims.waiting import WAITS, keep_work
from caseworker.services.context import Context, needs
from caseworker.services.letters.issuing import NewLetter, drawable, enter, reserve

_DECIDABLE = (Outcome.PAY, Outcome.DENY)


class NothingToDecide(Refusal):
    """No open line can be decided now."""


class NotAsShown(Refusal):
    """The result is no longer what was shown."""


@needs(Right.CLAIMS_DECIDE)
def decide(session: Session, ctx: Context, claim_number: str, shown: str) -> DecisionRow:
    """Decide all open lines of a claim that can be decided; lines that wait stay open.

    `shown` is the fingerprint of the assessment that the person saw. Refusal if it is not what an assessment
    gives now (NotAsShown), or if no line can be decided (NothingToDecide). Everything is booked in the
    session's transaction; nothing is if it fails.
    """
    return _decide(session, ctx, claim_key(claim_number), shown)


@needs(Right.CLAIMS_DECIDE)
def decide_as_assessed(session: Session, ctx: Context, claim_number: str) -> DecisionRow:
    """Decide what can be decided where nobody looks on: for a case file, a command, a made-up insurer."""
    return _decide(session, ctx, claim_key(claim_number), None)


def _decide(session: Session, ctx: Context, claim: int, shown: str | None) -> DecisionRow:
    driver = driver_of(session)
    if driver.dialect.name != "sqlite":  # which locks the whole store when a writing transaction begins
        LOCK_PERSON_OF_CLAIM.rows(driver, {"claim": claim})
    assessable = load_assessable(session, claim, for_deciding=True)
    assessment = assess(assessable, ctx)
    if shown is not None and shown != assessment.fingerprint:
        raise NotAsShown(
            "The result has changed since it was shown: other decisions or facts have come in between.",
            "Nothing was decided. Look at the new result, then decide.",
        )
    decided = tuple(line for line in assessment.finding.lines if line.outcome in _DECIDABLE)
    if not decided:
        raise _nothing(assessable, assessment.finding)
    return _append(session, driver, ctx, assessable, assessment, decided)


def _append(
    session: Session,
    driver: Driver,
    ctx: Context,
    assessable: Assessable,
    assessment: Assessment,
    decided: tuple[LineFinding, ...],
) -> DecisionRow:
    number = reserve(driver, ctx)
    document = freeze(ctx, assessable, assessment, number.text, decided)
    letter = letter_record(document, _replaced(session, document), ctx.settings)
    told = drawable(letter)
    text = canonical.dumps(document)
    values: dict[str, Any] = {
        "person_id": assessable.person_id,
        "claim_id": assessable.row.id,
        "at": ctx.at,
        "by_whom": ctx.by,
        "amount": sum(line.amount for line in decided),
        "fingerprint": document.fingerprint,
        "edition": ", ".join(name for name, _ in document.editions),
        "edition_hash": ", ".join(digest for _, digest in document.editions),
        "program": document.program,
        "document": text,
        "sha256": canonical.digest(text),
        "replaces_id": document.replaces[-1] if document.replaces else None,
        "letter_year": number.year,
        "letter_number": number.serial,
    }
    row = INSERT_DECISION.row(driver, values)
    assert row is not None
    key: int = row[0]
    enter(
        driver,
        ctx,
        NewLetter(
            number,
            letter,
            told,
            person_id=assessable.person_id,
            about=("claim", assessable.row.number),
            decision_id=key,
            corrects=letter.replaces.number if letter.replaces else None,
            answer_by=letter.answer_by,
        ),
    )
    _append_lines(driver, ctx, key, assessable, decided)
    _settle_lines(session, ctx, key, assessable, assessment.finding)
    _append_event(driver, ctx, assessable, key, document, values["sha256"])
    ctx.can_be_undone(take_back, decision_number(key))
    return _row(key, document, values)


def _append_lines(
    driver: Driver, ctx: Context, decision: int, assessable: Assessable, decided: tuple[LineFinding, ...]
) -> None:
    """What each line is given, what it uses of the limits, and the balances that follow."""
    ids, person = assessable.line_ids, assessable.person_id
    outcomes = [
        {"decision_id": decision, "line_id": ids[f.id], "outcome": f.outcome.value, "amount": f.amount}
        for f in decided
    ]
    INSERT_DECISION_LINES.run(driver, outcomes)
    booked = [(ids[f.id], e) for f in decided if f.outcome is Outcome.PAY for e in entries_of(f) if e.amount]
    if not booked:
        return
    common = {"person_id": person, "decision_id": decision, "counter": False, "at": ctx.at}
    INSERT_ENTRIES.run(
        driver, [{**common, "line_id": line, **_entry_values(entry)} for line, entry in booked]
    )
    BOOK.run(
        driver,
        [
            {
                "person_id": person,
                "limit_name": entry.limit,
                "period_key": entry.key,
                "used": used,
                "reserved": 0,
                "cap": entry.cap,
                "unit": entry.unit.value,
                "article": entry.citation.article,
                "reading": entry.citation.reading,
            }
            for entry, used in _sums(entry for _, entry in booked)
        ],
    )


def _sums(entries: Iterable[Entry]) -> list[tuple[Entry, int]]:
    """Of each limit and period the entry with the highest cap, with what all of them use.

    Lines stand in the order of the invoice, but use a limit in the order of their dates: where the tier
    changes in between, the last line listed need not be the one whose cap holds for the sum.
    """
    found: dict[tuple[str, str], tuple[Entry, int]] = {}
    for entry in entries:
        known, before = found.get((entry.limit, entry.key), (entry, 0))
        highest = max(entry, known, key=lambda e: e.cap or 0)
        found[entry.limit, entry.key] = (highest, before + entry.amount)
    return list(found.values())


def _entry_values(entry: Entry) -> dict[str, Any]:
    return {
        "limit_name": entry.limit,
        "period_key": entry.key,
        "amount": entry.amount,
        "unit": entry.unit.value,
        "article": entry.citation.article,
        "reading": entry.citation.reading,
        "cap": entry.cap,
    }


def _settle_lines(
    session: Session, ctx: Context, decision: int, assessable: Assessable, finding: ClaimFinding
) -> None:
    """Decided lines are closed; the others are told what they wait for; the work on the claim follows."""
    settled = []
    for line in finding.lines:
        closed = line.outcome in _DECIDABLE
        settled.append(
            {
                "line": assessable.line_ids[line.id],
                "state": DECIDED if closed else OPEN,
                "waits": WAITS.get(line.outcome),
                "decision_id": decision if closed else None,
            }
        )
    UPDATE_LINE_STATE.run_many(driver_of(session), settled)
    left = [line for line in finding.lines if line.outcome not in _DECIDABLE]
    keep_work(session, ctx, assessable, left)


def _append_event(
    driver: Driver, ctx: Context, assessable: Assessable, key: int, document: Document, sha256: str
) -> None:
    assert assessable.deciding is not None
    sequence, digest = assessable.deciding.chain
    last = (sequence or 0, digest or BEGINNING)
    data = {"claim": assessable.row.number, "letter": document.letter, "sha256": sha256}
    chain = Chain(assessable.person_id, assessable.row.person_number)
    claim = f"claim:{assessable.row.number}"
    append(driver, ctx, chain, last, "decided", decision_number(key), data, claim)


def _replaced(session: Session, document: Document) -> Replaced | None:
    """The letter that the new one takes the place of, and why the decision was taken back.

    Of a decision that was taken back at once nobody has a letter: the one before it counts.
    """
    earlier = document.replaces[-1] if document.replaces else None
    while earlier is not None:
        found = session.execute(
            select(
                Decision.letter_year,
                Decision.letter_number,
                Decision.replaces_id,
                Reversal.reason,
                Reversal.code,
            )
            .join(Reversal, Reversal.decision_id == Decision.id)
            .where(Decision.id == earlier)
        ).one()
        if found.code is None:
            return Replaced(letter_number(found.letter_year, found.letter_number), found.reason)
        earlier = found.replaces_id
    return None


def _nothing(assessable: Assessable, finding: ClaimFinding) -> NothingToDecide:
    number = assessable.row.number
    if not finding.lines:
        return NothingToDecide(
            "No line of claim {number} is open.", "Everything in it has been decided.", number=number
        )
    missing = sorted({m.fact for line in finding.lines for m in line.missing})
    if missing:
        return NothingToDecide(
            "Claim {number} cannot be decided yet: {facts} must be known first.",
            "Establish what is missing, or ask for it.",
            number=number,
            facts=Facts(missing),
        )
    return NothingToDecide(
        "Claim {number} waits for the medical examiner's consent.",
        "Note the answer when it is there.",
        number=number,
    )


def _row(key: int, document: Document, values: dict[str, Any]) -> DecisionRow:
    return DecisionRow(
        id=key,
        number=decision_number(key),
        claim_number=document.claim_row.number,
        person_number=document.person_number,
        at=document.at,
        by=document.by,
        amount=values["amount"],
        fingerprint=document.fingerprint,
        edition=values["edition"],
        program=document.program,
        sha256=values["sha256"],
        letter_number=document.letter,
        replaces=decision_number(document.replaces[-1]) if document.replaces else None,
        reversed_at=None,
        reversed_by=None,
        reason=None,
        code=None,
    )
