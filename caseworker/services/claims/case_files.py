"""Case files in and out: a whole story entered and decided, and told again from what the store holds."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from caseworker.models.claims.assessable import load_assessable
from caseworker.models.claims.decision_queries import decisions_of
from caseworker.models.claims.rows import DecisionRow
from caseworker.models.claims.tables import OPEN, Line
from caseworker.models.claims.tables import Claim as SavedClaim
from caseworker.models.people.queries import dossier
from caseworker.models.people.rows import Dossier
from caseworker.models.people.tables import Coverage as SavedCoverage
from caseworker.models.store.numbers import claim_key, claim_number
from caseworker.rights import Right
from caseworker.rules.assess import assess_case
from caseworker.rules.case import Case, Claim
from caseworker.rules.finding import LineFinding
from caseworker.rules.limits import limits_on
from caseworker.services.audit.events import Chain, record
from caseworker.services.claims.assessing import assess
from caseworker.services.claims.at_once import enter_and_decide
from caseworker.services.claims.document import read_document
from caseworker.services.claims.forms import ClaimForm
from caseworker.services.claims.waiting import WAITS
from caseworker.services.context import Context, needs
from caseworker.services.people.entering import enter_person
from caseworker.services.people.forms import PersonForm

SOURCE = "case file"


class Exported(NamedTuple):
    """A case file, the open lines it leaves out because they could be decided, and whether an assessment of
    it gives what the store holds (not so where something before a decision was corrected after it)."""

    case: Case
    left_out: tuple[tuple[str, str], ...]  # claim number, line
    agrees: bool


class _Piece(NamedTuple):
    """What becomes one claim of the file: the lines of one decision, or open ones, each as it was found.

    `positions` are those of all the claim's lines, known where open ones may join those decided.
    """

    claim_id: int
    claim: Claim
    findings: Mapping[str, LineFinding]
    positions: Mapping[str, int] = {}


@needs(Right.PEOPLE_ENTER, Right.CLAIMS_ENTER, Right.CLAIMS_DECIDE)
def import_case(session: Session, ctx: Context, case: Case) -> str:
    """Enter a case file: person, cover, and each claim decided as assessed; lines that wait stay open.

    The person's number. Names are not recorded: a case file has none.
    """
    form = PersonForm(birth_date=case.person.birth_date, sex=case.person.sex)
    person = enter_person(session, ctx, form)
    for cover in case.coverages:
        session.add(
            SavedCoverage(
                person_id=person.id,
                product="mivita",
                tier=cover.tier.value,
                first=cover.first,
                last=cover.last,
                term_years=1,
                entered_by=ctx.by,
                entered_at=ctx.at,
            )
        )
    session.flush()
    record(session, ctx, Chain(person.id, person.number), "case imported", person.number, case)
    for claim in case.claims:
        _import_claim(session, ctx, person.id, person.number, claim)
    return person.number


def _import_claim(session: Session, ctx: Context, person_id: int, number: str, claim: Claim) -> None:
    form = ClaimForm(number, claim.lines, claim.received, claim.travel, label=claim.id, source=SOURCE)
    enter_and_decide(session, ctx, person_id, form)


@needs(Right.CLAIMS_READ)
def export_case(session: Session, ctx: Context, number: str, as_of: date | None = None) -> Exported:
    """A person's story as a case file: their decisions in force in order, then what waits.

    `as_of` is the day for which it is told, today if left out. Refusal if there is no such person.
    """
    person = dossier(session, number)
    decided = [_decided(session, row) for row in decisions_of(session, person.person.id) if row.in_force]
    waiting, left_out = _waiting(session, ctx, person)
    pieces = _in_place(decided, waiting)
    case = _case(person, as_of or ctx.today, pieces)
    if waiting and not _agrees(ctx, person, case, pieces):
        pieces = [*decided, *waiting]
        case = _case(person, case.as_of, pieces)
    return Exported(case, left_out, _agrees(ctx, person, case, pieces))


def _decided(session: Session, row: DecisionRow) -> _Piece:
    document = read_document(session, row.number)
    findings = {line.id: line for line in document.finding.lines}
    return _Piece(claim_key(row.claim_number), document.decided_claim, findings)


def _waiting(
    session: Session, ctx: Context, person: Dossier
) -> tuple[list[_Piece], tuple[tuple[str, str], ...]]:
    """The open lines that wait, claim by claim, and those that could be decided."""
    asked = (
        select(SavedClaim.id)
        .where(SavedClaim.person_id == person.person.id)
        .where(select(Line.id).where(Line.claim_id == SavedClaim.id, Line.state == OPEN).exists())
        .order_by(SavedClaim.id)
    )
    pieces: list[_Piece] = []
    left_out: list[tuple[str, str]] = []
    for key in session.scalars(asked):
        assessable = load_assessable(session, key)
        findings = {line.id: line for line in assess(assessable, ctx).finding.lines}
        waits = {name: found for name, found in findings.items() if found.outcome in WAITS}
        left_out += [(claim_number(key), name) for name in findings if name not in waits]
        if waits:
            positions = select(Line.label, Line.position).where(Line.claim_id == key)
            placed = dict(session.execute(positions).all())
            pieces.append(_Piece(key, _only(assessable.claim, waits), waits, placed))
    return pieces, tuple(left_out)


def _in_place(decided: list[_Piece], waiting: list[_Piece]) -> list[_Piece]:
    """The waiting lines where they came in: behind their claim's last decision, or between the claims."""
    pieces = list(decided)
    for piece in waiting:
        own = [index for index, other in enumerate(pieces) if other.claim_id == piece.claim_id]
        if own:
            pieces[own[-1] : own[-1] + 1] = _joined(pieces[own[-1]], piece)
            continue
        later = (index for index, other in enumerate(pieces) if other.claim_id > piece.claim_id)
        pieces.insert(next(later, len(pieces)), piece)
    return pieces


def _only(claim: Claim, ids: Container[str]) -> Claim:
    lines = tuple(line for line in claim.lines if line.id in ids)
    return Claim(claim.id, lines, claim.received, claim.travel)


def _joined(decided: _Piece, waiting: _Piece) -> list[_Piece]:
    """Both as one claim of the file; apart where the claim was amended in between."""
    one, other = decided.claim, waiting.claim
    if (one.received, one.travel) != (other.received, other.travel):
        return [decided, waiting]
    lines = sorted((*one.lines, *other.lines), key=lambda line: waiting.positions[line.id])
    claim = Claim(one.id, tuple(lines), one.received, one.travel)
    return [_Piece(decided.claim_id, claim, {**decided.findings, **waiting.findings})]


def _case(person: Dossier, as_of: date, pieces: Iterable[_Piece]) -> Case:
    """The case with claims whose ids are told apart."""
    taken: set[str] = set()
    claims = []
    for piece in pieces:
        name, count = piece.claim.id, 1
        while name in taken:
            count += 1
            name = f"{piece.claim.id}-{count}"
        taken.add(name)
        claims.append(Claim(name, piece.claim.lines, piece.claim.received, piece.claim.travel))
    return Case(as_of, person.insured, person.mivita, tuple(claims))


def _agrees(ctx: Context, person: Dossier, case: Case, pieces: Sequence[_Piece]) -> bool:
    """Whether an assessment of the file gives each line as it was found, and the limits as they stand."""
    result = assess_case(case, ctx.conditions)
    limits = limits_on(person.insured, person.mivita, case.as_of, person.standing, ctx.conditions)
    return limits == result.limits and all(
        _same(line, piece.findings[line.id])
        for claim, piece in zip(result.claims, pieces, strict=True)
        for line in claim.lines
    )


def _same(one: LineFinding, other: LineFinding) -> bool:
    return one.outcome == other.outcome and one.amount == other.amount and one.missing == other.missing
