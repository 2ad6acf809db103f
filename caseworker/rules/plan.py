"""A benefit compiled for one phase, tier and sex: all that does not depend on the line is settled here.

Checks, reasons and citations are built once and shared by all findings, so that a trace costs little.
"""

from __future__ import annotations

from typing import NamedTuple

from caseworker.rules.finding import Check, Missing, Reason
from caseworker.rules.terms import BenefitTerm, EditionTerms, FactTerm, LimitTerm
from caseworker.rules.vocabulary import RETURN_REASONABLE, TRIP, Citation, Code, Sex, Status, Tier, Unit

BURDEN_OF_PROOF = "burden-of-proof"


class Requirement(NamedTuple):
    """A fact that must be true, with each way it can come out."""

    fact: str
    unless: tuple[str, ...]
    event: str | None
    met: Check
    failed: Check
    unknown: Check
    waived: Check
    reasons: tuple[Reason, ...]
    missing: Missing


class Exclusion(NamedTuple):
    """A fact that denies when it is true, with each way it can come out."""

    fact: str
    unless: tuple[str, ...]
    met: Check  # known not to hold
    failed: Check  # holds
    open: Check  # not known: counts as not so, and is shown as open
    lifted: Check
    reasons: tuple[Reason, ...]


class Limit(NamedTuple):
    """A limit as it stands for one phase and tier; `citation` is the one its reasons cite."""

    name: str
    unit: Unit
    period: str
    cap: int
    citation: Citation
    reached: Reason
    exhausted: Reason


class Supplement(NamedTuple):
    """The daily contribution on top (art. 34.2.e), Rappen a day."""

    citation: Citation
    a_day: int
    limits: tuple[Limit, ...]


class AgeRule(NamedTuple):
    """The age that may not be completed."""

    of: str
    years: int
    reason: Reason
    missing: Missing


class TravelRules(NamedTuple):
    """What a travel case adds to the checks."""

    trips: tuple[str, ...]
    trip: Reason
    papers_months: int
    papers_unless: str
    late: Reason
    languages: tuple[str, ...]
    translation: Requirement
    other_insurer: str
    statements: Requirement
    negligence: Reason
    assessed: Reason


class Plan(NamedTuple):
    """A benefit for one phase, tier and sex. `denials` settle it before any fact is looked at."""

    benefit: BenefitTerm
    edition: EditionTerms
    phase: str
    tier: Tier
    citation: Citation
    denials: tuple[Reason, ...]
    at_home: Reason | None  # denies in Switzerland
    abroad: Reason | None  # denies outside it
    requirements: tuple[Requirement, ...]
    exclusions: tuple[Exclusion, ...]
    consent_refused: Reason
    consent_limit: Reason
    tariff: Reason | None
    no_cost: Reason
    age: AgeRule | None
    bmi: tuple[int, Reason, Missing] | None
    episode: Missing
    quantity: Missing
    frequency: Reason
    waiting: Reason
    until_return: Reason | None
    travel: TravelRules | None
    kind: str
    value: int
    unit_limit: Limit | None
    money_limits: tuple[Limit, ...]
    supplement: Supplement | None


def compile_plan(edition: EditionTerms, code: str, phase: str, tier: Tier, sex: Sex) -> Plan | None:
    """The plan of a benefit; None where the edition does not know it."""
    term = edition.benefits.get(code)
    return None if term is None else _Compiler(edition, term, phase, tier, sex).plan()


class _Compiler:
    def __init__(self, edition: EditionTerms, term: BenefitTerm, phase: str, tier: Tier, sex: Sex) -> None:
        self.edition, self.term, self.phase, self.tier, self.sex = edition, term, phase, tier, sex
        article = term.articles.get(phase) or next(iter(term.articles.values()), "CGA")
        self.own = Citation(article, term.reading)

    def plan(self) -> Plan:
        term, own = self.term, self.own
        limits = self.limits()
        return Plan(
            benefit=term,
            edition=self.edition,
            phase=self.phase,
            tier=self.tier,
            citation=own,
            denials=self.denials(),
            at_home=self.place(term.served == "abroad", Code.NOT_ABROAD),
            abroad=self.place(term.served == "home", Code.ABROAD_NOT_COVERED),
            requirements=tuple(self.requirement(f) for f in term.requires if self.holds(f)),
            exclusions=self.exclusions(),
            consent_refused=Reason(Code.CONSENT_REFUSED, own),
            consent_limit=Reason(Code.CONSENT_LIMIT, own),
            tariff=Reason(Code.TARIFF, Citation(term.tariff, term.reading)) if term.tariff else None,
            no_cost=Reason(Code.NO_COST, self.edition.checks.no_cost),
            age=self.age(),
            bmi=self.bmi(),
            episode=Missing("episode", own),
            quantity=Missing("quantity", own),
            frequency=Reason(Code.FREQUENCY, own),
            waiting=Reason(Code.WAITING_PERIOD, own),
            until_return=self.until_return(),
            travel=self.travel() if term.travel else None,
            kind=term.pays.kind,
            value=term.pays.by_tier.get(self.tier, 0),
            unit_limit=next((x for x in limits if x.unit is not Unit.CHF), None),
            money_limits=tuple(x for x in limits if x.unit is Unit.CHF),
            supplement=self.supplement(),
        )

    def denials(self) -> tuple[Reason, ...]:
        term, found = self.term, []
        if self.phase not in term.articles:
            fallback = self.edition.checks.not_in_phase
            found.append(
                Reason(Code.NOT_IN_PHASE, Citation(term.outside_phase) if term.outside_phase else fallback)
            )
        if self.tier not in term.pays.by_tier:
            found.append(Reason(Code.NOT_IN_TIER, self.own))
        if term.sex is not None and self.sex is not term.sex:
            found.append(Reason(Code.WRONG_SEX, self.own))
        return tuple(found)

    def place(self, denies: bool, code: Code) -> Reason | None:
        if not denies:
            return None
        article = self.term.outside_home
        return Reason(code, Citation(article) if article else self.edition.checks.abroad_not_covered)

    def holds(self, fact: FactTerm) -> bool:
        return fact.phases is None or self.phase in fact.phases

    def cited(self, fact: FactTerm) -> Citation:
        return fact.citation or Citation(self.own.article)

    def requirement(self, fact: FactTerm) -> Requirement:
        cited = self.cited(fact)
        articles = (*(Citation(a, cited.reading) for a in fact.also), cited)
        return Requirement(
            fact=fact.fact,
            unless=fact.unless,
            event=fact.event,
            met=Check("requirement", fact.fact, cited, Status.MET),
            failed=Check("requirement", fact.fact, cited, Status.FAILED),
            unknown=Check("requirement", fact.fact, cited, Status.UNKNOWN),
            waived=Check("requirement", fact.fact, cited, Status.NOT_APPLIED),
            reasons=tuple(Reason(Code.REQUIREMENT_NOT_MET, c, fact.fact) for c in articles),
            missing=Missing(fact.fact, cited),
        )

    def exclusions(self) -> tuple[Exclusion, ...]:
        """The benefit's own, then the general conditions' (art. 7.6, for journeys also 43)."""
        own = [self.exclusion(f) for f in self.term.excludes if self.holds(f)]
        second = {f.fact: f for f in self.edition.checks.travel.excludes} if self.term.travel else {}
        for fact in self.edition.checks.excludes:
            exclusion = self.exclusion(fact)
            if fact.fact in second:
                more = Reason(Code.EXCLUDED, self.cited(second[fact.fact]), fact.fact)
                exclusion = exclusion._replace(reasons=(*exclusion.reasons, more))
            own.append(exclusion)
        return tuple(own)

    def exclusion(self, fact: FactTerm) -> Exclusion:
        cited = self.cited(fact)
        unknown = Citation(cited.article, cited.reading or BURDEN_OF_PROOF)
        articles = (cited, *(Citation(a, cited.reading) for a in fact.also))
        return Exclusion(
            fact=fact.fact,
            unless=fact.unless,
            met=Check("exclusion", fact.fact, cited, Status.MET),
            failed=Check("exclusion", fact.fact, cited, Status.FAILED),
            open=Check("exclusion", fact.fact, unknown, Status.UNKNOWN),
            lifted=Check("exclusion", fact.fact, cited, Status.NOT_APPLIED),
            reasons=tuple(Reason(Code.EXCLUDED, c, fact.fact) for c in articles),
        )

    def age(self) -> AgeRule | None:
        rule = self.term.age_limit
        if rule is None:
            return None
        cited = rule.citation or self.own
        return AgeRule(rule.of, rule.years, Reason(Code.AGE_LIMIT, cited), Missing("child_birth_date", cited))

    def bmi(self) -> tuple[int, Reason, Missing] | None:
        highest = self.term.highest_bmi
        if highest is None:
            return None
        return highest, Reason(Code.BMI_OVER_LIMIT, self.own), Missing("bmi", self.own)

    def until_return(self) -> Reason | None:
        article = self.term.until_return
        return Reason(Code.EXCLUDED, Citation(article), RETURN_REASONABLE) if article else None

    def travel(self) -> TravelRules:
        term = self.edition.checks.travel
        return TravelRules(
            trips=term.trips,
            trip=Reason(Code.EXCLUDED, term.trip, TRIP),
            papers_months=term.papers_months,
            papers_unless=term.papers_unless,
            late=Reason(Code.LATE_DOCUMENTS, term.papers),
            languages=term.languages,
            translation=self.requirement(term.translation),
            other_insurer=term.other_insurer,
            statements=self.requirement(term.statements),
            negligence=Reason(Code.GROSS_NEGLIGENCE, term.negligence),
            assessed=Reason(Code.ASSESSED, term.own_assessment),
        )

    def limits(self) -> list[Limit]:
        """The benefit's limits that phase and tier have."""
        terms = self.edition.limits
        found = (self.limit(terms[name], article) for name, article in self.term.limits)
        return [limit for limit in found if limit is not None]

    def limit(self, term: LimitTerm, article: str | None = None) -> Limit | None:
        cap = term.cap(self.phase, self.tier)
        if cap is None:
            return None
        citation = term.citations[term.key(self.phase)]
        if article is not None:
            citation = Citation(article, citation.reading)
        return Limit(
            name=term.name,
            unit=term.unit,
            period=term.period,
            cap=cap,
            citation=citation,
            reached=Reason(Code.LIMIT_REACHED, citation, limit=term.name),
            exhausted=Reason(Code.LIMIT_EXHAUSTED, citation, limit=term.name),
        )

    def supplement(self) -> Supplement | None:
        term = self.term.supplement
        if term is None or self.phase not in term.phases or self.tier not in term.a_day:
            return None
        limits = (self.limit(self.edition.limits[name]) for name in term.limits)
        return Supplement(term.citation, term.a_day[self.tier], tuple(x for x in limits if x is not None))
