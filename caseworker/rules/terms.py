"""The terms of an edition: what its files say, typed. One edition is complete, dated and never changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from caseworker.rules.vocabulary import RETURN_REASONABLE, TRIP, Citation, Sex, Tier, Unit


class ConditionsError(ValueError):
    """An edition's files do not hold together; says the file and the place."""


@dataclass(frozen=True, slots=True)
class PhaseTerm:
    """A life phase (art. 3.1): ages reached in the calendar year, both ends counted."""

    name: str
    from_age: int
    to_age: int | None
    sexes: tuple[Sex, ...]


@dataclass(frozen=True, slots=True)
class LimitTerm:
    """A limit: in what unit, over what period, how much, under which article.

    `caps` and `citations` by phase where they depend on it, else under None; caps by tier, in the unit
    (Rappen, days, hundredths of an hour, times).
    """

    name: str
    unit: Unit
    period: str
    citations: Mapping[str | None, Citation]
    caps: Mapping[str | None, Mapping[Tier, int]]

    def key(self, phase: str) -> str | None:
        """Under what the phase's terms stand; None where one set holds for all."""
        return phase if phase in self.caps else None

    def cap(self, phase: str, tier: Tier) -> int | None:
        """The cap, None where phase or tier have none."""
        return self.caps.get(self.key(phase), {}).get(tier)


@dataclass(frozen=True, slots=True)
class FactTerm:
    """A requirement or an exclusion. `also`: further articles it is denied under; `unless`: facts that
    lift it; `phases`: where it holds (None: everywhere); `event`: the travel event that proves it."""

    fact: str
    citation: Citation | None
    also: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    phases: tuple[str, ...] | None = None
    event: str | None = None


@dataclass(frozen=True, slots=True)
class PayTerm:
    """What is paid by tier: `percent` in ten-thousandths; `a_day`, `an_hour`, `lump_sum` in Rappen."""

    kind: str
    by_tier: Mapping[Tier, int]


@dataclass(frozen=True, slots=True)
class SupplementTerm:
    """A second daily contribution on the same line (art. 34.2.e), Rappen by tier."""

    citation: Citation
    phases: tuple[str, ...]
    a_day: Mapping[Tier, int]
    limits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AgeTerm:
    """The age that may not be completed, of the insured `person` or the `child` named on the line."""

    of: str
    years: int
    citation: Citation | None


@dataclass(frozen=True, slots=True)
class BenefitTerm:
    """A benefit: where it is offered, under which article, what it pays and asks."""

    code: str
    articles: Mapping[str, str]  # by phase in which it is offered
    reading: str | None
    pays: PayTerm
    limits: tuple[tuple[str, str | None], ...]  # limit, article of its reason where it differs
    requires: tuple[FactTerm, ...]
    excludes: tuple[FactTerm, ...]
    supplement: SupplementTerm | None
    stay: bool
    served: str  # "home", "anywhere" or "abroad"
    outside_phase: str | None
    outside_home: str | None
    sex: Sex | None
    consent: bool
    tariff: str | None
    quantity: str | None
    episode: str | None  # "any", "new" (one paid line an episode) or "same" (one episode in a lifetime)
    age_limit: AgeTerm | None
    highest_bmi: int | None
    waiting_months: int | None
    once_in_years: int | None
    decisive: str | None  # "treatment_start" where that day decides rather than the line's first
    travel: bool
    until_return: str | None


@dataclass(frozen=True, slots=True)
class TravelTerm:
    """What holds for every travel case (art. 35 to 44)."""

    trip: Citation
    trips: tuple[str, ...]
    excludes: tuple[FactTerm, ...]
    papers: Citation
    papers_months: int
    papers_unless: str
    languages: tuple[str, ...]
    translation: FactTerm
    own_assessment: Citation
    other_insurer: str
    statements: FactTerm
    negligence: Citation


@dataclass(frozen=True, slots=True)
class CheckTerms:
    """The checks before a benefit's own rules, and what holds for every benefit."""

    not_insured: Citation
    not_in_phase: Citation
    abroad_not_covered: Citation
    no_cost: Citation
    excludes: tuple[FactTerm, ...]
    travel: TravelTerm


@dataclass(frozen=True, slots=True)
class AskingTerms:
    """How the desk asks for what an edition needs. Nothing of it decides, so it is not part of the hash.

    `event_facts` are usually one answer for everything that happened on a journey; a benefit that excludes
    one of `paid_by_others` is usually paid in part by somebody else.
    """

    event_facts: frozenset[str]
    paid_by_others: frozenset[str]


@dataclass(frozen=True, slots=True)
class EditionTerms:
    """All that an edition says. `first`/`last` None: no beginning, no end."""

    name: str
    product: str
    hash: str
    first: date | None
    last: date | None
    phases: tuple[PhaseTerm, ...]
    phase_citation: Citation
    premium_ages: tuple[int, ...]
    premium_citation: Citation
    highest_entry_age: int
    entry_citation: Citation
    denta_phases: tuple[str, ...]
    denta_citation: Citation
    limits: Mapping[str, LimitTerm]
    benefits: Mapping[str, BenefitTerm]
    checks: CheckTerms
    asking: AskingTerms


def facts_of(benefits: Mapping[str, BenefitTerm], checks: CheckTerms) -> set[str]:
    """The names of all facts that an edition's terms ask for or look at."""
    travel = checks.travel
    found = {
        travel.papers_unless,
        travel.translation.fact,
        travel.other_insurer,
        travel.statements.fact,
        RETURN_REASONABLE,
        TRIP,
    }
    tables = [(*b.requires, *b.excludes) for b in benefits.values()]
    for fact in (f for table in (*tables, checks.excludes) for f in table):
        found.update((fact.fact, *fact.unless))
    return found
