"""Opening a claim: what the store has of it, and all that judging it needs, from one state of the store."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from caseworker.models.claims.decision_queries import decisions_of_claim
from caseworker.models.claims.queries import facts_of, lines_of
from caseworker.models.claims.rows import ClaimRow, DecisionRow, FactRow, LineRow
from caseworker.models.people.queries import dossier
from caseworker.models.people.rows import Dossier
from caseworker.rights import Right
from caseworker.rules.case import Claim
from caseworker.rules.finding import LineFinding
from caseworker.rules.profile import profile_on
from caseworker.services.claims.assessing import load_claim
from caseworker.services.claims.document import read_document
from caseworker.services.claims.requesting import Requested, requested
from caseworker.services.context import Context, Session, needs
from caseworker.services.people.identity import identity_of
from caseworker.services.people.rows import Identity


@dataclass(frozen=True, slots=True)
class Established:
    """Who established a fact, and when."""

    value: bool | None
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class OpenedClaim:
    """A claim as the store has it, and whom it is for; `row` and `claim` are None for one not entered yet.

    `claim` holds the open lines, `facts` is by line (empty: the travel case) and name, `findings` are those
    of decided lines as they were frozen, `requested` is the answer that the claim waits for.
    """

    person: Dossier
    identity: Identity
    row: ClaimRow | None = None
    claim: Claim | None = None
    lines: tuple[LineRow, ...] = ()
    decisions: tuple[DecisionRow, ...] = ()
    facts: Mapping[tuple[str, str], Established] | None = None
    findings: Mapping[str, LineFinding] | None = None
    requested: Requested | None = None


@needs(Right.CLAIMS_READ)
def open_claim(session: Session, ctx: Context, number: str) -> OpenedClaim:
    """A claim of the store; Refusal if there is none."""
    assessable = load_claim(session, ctx, number)
    row, lines = assessable.row, lines_of(session, number)
    decisions = decisions_of_claim(session, row.id)
    person = dossier(session, row.person_number)
    return OpenedClaim(
        person=person,
        identity=_identity(ctx, person),
        row=row,
        claim=assessable.claim,
        lines=lines,
        decisions=decisions,
        facts=_established(facts_of(session, number), lines),
        findings=_frozen(session, decisions, lines),
        requested=requested(session, ctx, number),
    )


@needs(Right.CLAIMS_READ)
def open_new(session: Session, ctx: Context, person_number: str) -> OpenedClaim:
    """A claim that is not entered yet, for a person; Refusal if there is no such person."""
    person = dossier(session, person_number)
    return OpenedClaim(person, _identity(ctx, person))


def _identity(ctx: Context, person: Dossier) -> Identity:
    profile = profile_on(person.insured, person.mivita, ctx.today, ctx.conditions)
    return identity_of(person, profile, ctx.today)


def _frozen(
    session: Session, decisions: Sequence[DecisionRow], rows: Sequence[LineRow]
) -> dict[str, LineFinding]:
    """What each decided line was found to be, from the decision in force."""
    found: dict[str, LineFinding] = {}
    known = {decision.number for decision in decisions}
    for number in {row.decision_number for row in rows if row.decision_number} & known:
        own = {row.line.id for row in rows if row.decision_number == number}
        document = read_document(session, number)
        found |= {line.id: line for line in document.finding.lines if line.id in own}
    return found


def _established(facts: Sequence[FactRow], rows: Sequence[LineRow]) -> dict[tuple[str, str], Established]:
    names: dict[int | None, str] = {row.id: row.line.id for row in rows}
    names[None] = ""
    return {(names[f.line_id], f.fact): Established(f.value, f.by, f.at) for f in facts if f.line_id in names}
