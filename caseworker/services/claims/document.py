"""What a decision is frozen as: its document, and the record that its letter is drawn from."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from caseworker import __version__, canonical
from caseworker.errors import Refusal
from caseworker.models.claims.assessable import Addressee, Assessable
from caseworker.models.claims.decision_tables import Decision
from caseworker.models.claims.rows import ClaimRow
from caseworker.models.store.numbers import decision_key
from caseworker.rights import Right
from caseworker.rules.assess import assess_claim
from caseworker.rules.case import Claim, Coverage, Person
from caseworker.rules.casefile.writer import fingerprint
from caseworker.rules.finding import ClaimFinding, LineFinding
from caseworker.rules.standing import Entry, Standing
from caseworker.services.claims.assessing import Assessment
from caseworker.services.context import Context, needs

FORMAT = 1


class Document(NamedTuple):
    """Everything that a decision rests on. `decided` are the ids of the lines that it decides."""

    format: int
    program: str
    by: str
    at: datetime
    letter: str
    editions: tuple[tuple[str, str], ...]  # name, hash
    person_number: str
    addressee: Addressee
    person: Person
    coverages: tuple[Coverage, ...]
    claim_row: ClaimRow
    claim: Claim
    used: Mapping[str, Mapping[str, int]]
    terms: tuple[Entry, ...]
    finding: ClaimFinding
    fingerprint: str
    decided: tuple[str, ...]
    replaces: tuple[int, ...]

    @property
    def standing(self) -> Standing:
        """What was used of each limit before the decision."""
        used = {limit: dict(pool) for limit, pool in self.used.items()}
        return Standing.of_sums(used, lambda: {(entry.limit, entry.key): entry for entry in self.terms})

    @property
    def decided_claim(self) -> Claim:
        """The claim with only the lines that were decided."""
        return Claim(
            self.claim.id,
            tuple(line for line in self.claim.lines if line.id in self.decided),
            self.claim.received,
            self.claim.travel,
        )


def freeze(
    ctx: Context,
    assessable: Assessable,
    assessment: Assessment,
    letter: str,
    decided: tuple[LineFinding, ...],
) -> Document:
    """The document of a decision on `decided`, out of all the open lines that were judged."""
    assert assessable.deciding is not None
    ids = tuple(line.id for line in decided)
    earlier = assessable.deciding.earlier
    return Document(
        format=FORMAT,
        program=__version__,
        by=ctx.by,
        at=ctx.at,
        letter=letter,
        editions=_editions(ctx, decided),
        person_number=assessable.row.person_number,
        addressee=assessable.deciding.addressee,
        person=assessable.person,
        coverages=assessable.coverages,
        claim_row=assessable.row,
        claim=assessable.claim,
        used=assessable.standing.used,
        terms=tuple(assessable.standing.terms.values()),
        finding=assessment.finding,
        fingerprint=assessment.fingerprint,
        decided=ids,
        replaces=tuple(sorted({earlier[each] for each in ids if each in earlier})),
    )


def _editions(ctx: Context, decided: tuple[LineFinding, ...]) -> tuple[tuple[str, str], ...]:
    names = {part.edition for line in decided for part in line.parts}
    return tuple((edition.name, edition.hash) for edition in ctx.conditions.editions if edition.name in names)


# What reading a text comes to that is no document, or holds values of other kinds.
_SENSELESS = (ValueError, KeyError, TypeError, AttributeError, ArithmeticError)


def read_document(session: Session, number: str) -> Document:
    """What a decision rests on, as it was frozen; Refusal if it is not what was frozen, or makes no sense."""
    found = session.execute(
        select(Decision.document, Decision.sha256).where(Decision.id == decision_key(number))
    ).one_or_none()
    if found is None:
        raise Refusal("There is no decision {number}.", "Look it up on the person's page.", number=number)
    text, sha256 = found
    with suppress(*_SENSELESS):
        if canonical.digest(text) == sha256:
            return canonical.read(Document, json.loads(text))
    raise Refusal(
        "Decision {number} is not as it was frozen.", "Run `caseworker store check`.", number=number
    )


@needs(Right.CLAIMS_READ)
def replay(session: Session, ctx: Context, number: str) -> bool:
    """Whether judging the frozen inputs again gives what was decided, trace and all."""
    document = read_document(session, number)
    finding = assess_claim(
        document.claim, document.person, document.coverages, document.standing, ctx.conditions
    )
    return fingerprint(finding) == document.fingerprint
