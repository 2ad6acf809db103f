"""What is read of claims: those of a person, single claims and decisions."""

from __future__ import annotations

from caseworker.models.claims import decision_queries, queries
from caseworker.models.claims.rows import ClaimRow, DecisionRow, LineRow
from caseworker.models.people.queries import find_person
from caseworker.rights import Right
from caseworker.services.context import Context, Session, needs


@needs(Right.CLAIMS_READ)
def claim(session: Session, ctx: Context, number: str) -> ClaimRow:
    """One claim; Refusal if there is none of that number."""
    return queries.claim(session, number)


@needs(Right.CLAIMS_READ)
def claims_of(
    session: Session, ctx: Context, person: str
) -> tuple[tuple[ClaimRow, tuple[LineRow, ...]], ...]:
    """The claims of an insured number with their lines, in the order in which they were entered."""
    key = find_person(session, person).id
    lines: dict[str, list[LineRow]] = {}
    for line in queries.lines_of_person(session, key):
        lines.setdefault(line.claim_number, []).append(line)
    return tuple((row, tuple(lines.get(row.number, ()))) for row in queries.claims_of(session, key))


@needs(Right.CLAIMS_READ)
def decision(session: Session, ctx: Context, number: str) -> DecisionRow:
    """One decision; Refusal if there is none of that number."""
    return decision_queries.decision(session, number)
