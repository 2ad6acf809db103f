"""What would be decided now: everything loaded once, judged in memory, nothing saved."""

from typing import NamedTuple

from sqlalchemy.orm import Session

from caseworker.models.claims.assessable import Assessable, load_assessable
from caseworker.models.store.numbers import claim_key
from caseworker.rights import Right
from caseworker.rules.assess import assess_claim
from caseworker.rules.casefile.writer import fingerprint
from caseworker.rules.finding import ClaimFinding
from caseworker.services.context import Context, needs


class Assessment(NamedTuple):
    """A finding as shown."""

    finding: ClaimFinding

    @property
    def fingerprint(self) -> str:
        """By what a decision knows that it was shown; worked out when it is asked for."""
        return fingerprint(self.finding)


@needs(Right.CLAIMS_READ)
def load_claim(session: Session, ctx: Context, number: str) -> Assessable:
    """A claim's open lines with all that their assessment looks at; Refusal if there is no such claim."""
    return load_assessable(session, claim_key(number))


def assess(assessable: Assessable, ctx: Context) -> Assessment:
    """Judge the open lines. Books nothing: the standing of `assessable` stays as it is."""
    finding = assess_claim(
        assessable.claim,
        assessable.person,
        assessable.coverages,
        assessable.standing.copy(),
        ctx.conditions,
    )
    return Assessment(finding)
