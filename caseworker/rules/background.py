"""What a claim is judged against, loaded once: nothing that is asked of it is written down in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from caseworker.rules.assess import assess_claim
from caseworker.rules.case import Claim, Coverage, Person
from caseworker.rules.conditions import Conditions
from caseworker.rules.cover import cover_on
from caseworker.rules.finding import ClaimFinding
from caseworker.rules.plan import Plan
from caseworker.rules.profile import phase_name
from caseworker.rules.standing import Standing


@dataclass(frozen=True, slots=True)
class Background:
    """The person, the cover, what was used of the limits, the conditions, and the day at the desk."""

    person: Person
    coverages: tuple[Coverage, ...]
    standing: Standing
    conditions: Conditions
    today: date

    def judge(self, claim: Claim) -> ClaimFinding:
        """What becomes of a claim; the standing stays as it is."""
        return assess_claim(claim, self.person, self.coverages, self.standing.copy(), self.conditions)

    def plan(self, benefit: str, day: date) -> Plan | None:
        """A benefit's terms for the person on a day; None without cover, edition or benefit."""
        edition = self.conditions.on(day)
        cover = cover_on(self.coverages, day)
        if edition is None or cover is None or benefit not in edition.terms.benefits:
            return None
        phase = phase_name(edition, day.year - self.person.birth_date.year, self.person.sex)
        return edition.plan(benefit, phase, cover.tier, self.person.sex)
