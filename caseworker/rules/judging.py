"""Whether a part of a line may be paid: requirements, exclusions, conditions, consent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from caseworker.rules.calendar import Span, add_months, add_years
from caseworker.rules.case import Coverage, Line, Person, Travel
from caseworker.rules.cover import uninterrupted_since
from caseworker.rules.finding import Check, Missing, Reason
from caseworker.rules.plan import AgeRule, Plan, Requirement, TravelRules
from caseworker.rules.standing import CONSENT, Standing
from caseworker.rules.vocabulary import (
    HOME,
    RETURN_REASONABLE,
    TRIP,
    WHOLE,
    Citation,
    Outcome,
    Rappen,
    Status,
)


class Look(NamedTuple):
    """Everything that a line is assessed against; `facts` are the line's own over the travel case's."""

    line: Line
    travel: Travel | None
    facts: Mapping[str, bool]
    received: date | None
    person: Person
    coverages: Sequence[Coverage]
    standing: Standing

    @property
    def country(self) -> str:
        """Where the service was given."""
        return self.line.country if self.travel is None else self.travel.country

    @property
    def treatment_start(self) -> date:
        """The start of treatment for the papers' term (art. 40.1)."""
        travel = self.travel.treatment_start if self.travel else None
        return self.line.treatment_start or travel or self.line.first

    @property
    def return_reasonable_from(self) -> date | None:
        """From when returning home was reasonable (art. 41.2)."""
        travel = self.travel.return_reasonable_from if self.travel else None
        return self.line.return_reasonable_from or travel


class Judgement(NamedTuple):
    """How the checks came out; `outcome` PAY says that nothing stands against paying."""

    outcome: Outcome
    reasons: tuple[Reason, ...]
    missing: tuple[Missing, ...]
    consent_required: bool
    checks: tuple[Check, ...]


class _Findings:
    """Collects what a part's checks find."""

    __slots__ = ("checks", "missing", "reasons")

    def __init__(self) -> None:
        self.checks: list[Check] = []
        self.reasons: list[Reason] = []
        self.missing: list[Missing] = []

    def condition(self, name: str, citation: Citation, denied: Reason | None) -> None:
        status = Status.MET if denied is None else Status.FAILED
        self.checks.append(Check("condition", name, citation, status))
        if denied is not None:
            self.reasons.append(denied)

    def unknown(self, missing: Missing) -> None:
        self.checks.append(Check("condition", missing.fact, missing.citation, Status.UNKNOWN))
        self.missing.append(missing)


def before_benefit(plan: Plan, country: str) -> tuple[Reason, ...]:
    """What denies before the benefit's own rules (art. 6.1, 8.1, 8.3, 12.2, 13.4, 14.4, 35.3)."""
    place = plan.at_home if country == HOME else plan.abroad
    return plan.denials if place is None else (*plan.denials, place)


def judge(plan: Plan, look: Look, span: Span, cover: Coverage, base: Rappen) -> Judgement:
    """The benefit's own rules for one part; `base` is the part's share of the line's base."""
    found = _Findings()
    _requirements(plan.requirements, look, found)
    if plan.travel is not None and look.travel is not None:
        _travel_requirements(plan.travel, look, found)
    _exclusions(plan, look, found)
    if plan.travel is not None and look.travel is not None:
        _travel_conditions(plan.travel, look, look.travel, found)
    if plan.until_return is not None and look.return_reasonable_from is not None:
        late = span.first >= look.return_reasonable_from
        found.condition(RETURN_REASONABLE, plan.until_return.citation, plan.until_return if late else None)
    if base <= 0 and plan.kind != "lump_sum":
        found.condition("no_cost", plan.no_cost.citation, plan.no_cost)
    _numbers(plan, look, span, found)
    if plan.benefit.waiting_months is not None or plan.benefit.once_in_years is not None:
        _treatment(plan, look, cover, found)
    if plan.benefit.episode is not None:
        _episode(plan, look, found)
    owed = plan.benefit.consent and _consent_owed(plan, look, span.first, found)
    return _judgement(found, owed)


def _judgement(found: _Findings, owed: bool) -> Judgement:
    checks = tuple(found.checks)
    if found.reasons:
        return Judgement(Outcome.DENY, tuple(found.reasons), (), False, checks)
    if found.missing:
        return Judgement(Outcome.PENDING, (), tuple(found.missing), owed, checks)
    return Judgement(Outcome.CONSENT if owed else Outcome.PAY, (), (), owed, checks)


def _requirements(requirements: Sequence[Requirement], look: Look, found: _Findings) -> None:
    facts, checks = look.facts, found.checks
    for rule in requirements:
        value = facts.get(rule.fact)
        if value is None and rule.event is not None and look.travel is not None:
            value = True if look.travel.event == rule.event else None
        if rule.unless and any(facts.get(name) for name in rule.unless):
            checks.append(rule.waived)
        elif value:
            checks.append(rule.met)
        elif value is None:
            checks.append(rule.unknown)
            found.missing.append(rule.missing)
        else:
            checks.append(rule.failed)
            found.reasons.extend(rule.reasons)


def _travel_requirements(rules: TravelRules, look: Look, found: _Findings) -> None:
    """Papers in a language that is read here (39.4), other insurers' statements (40.2)."""
    language = look.line.invoice_language
    if language is not None and language not in rules.languages and look.line.assessed_amount is None:
        _requirements((rules.translation,), look, found)
    if look.facts.get(rules.other_insurer):
        _requirements((rules.statements,), look, found)


def _exclusions(plan: Plan, look: Look, found: _Findings) -> None:
    facts, checks = look.facts, found.checks
    for rule in plan.exclusions:
        value = facts.get(rule.fact)
        if value is None:
            checks.append(rule.open)
        elif not value:
            checks.append(rule.met)
        elif rule.unless and any(facts.get(name) for name in rule.unless):
            checks.append(rule.lifted)
        else:
            checks.append(rule.failed)
            found.reasons.extend(rule.reasons)


def _travel_conditions(rules: TravelRules, look: Look, travel: Travel, found: _Findings) -> None:
    """The kind of journey (35.3), late papers (40.1), a reduction to nothing (44)."""
    found.condition(TRIP, rules.trip.citation, None if travel.trip in rules.trips else rules.trip)
    if look.received is not None:
        late = look.received > add_months(look.treatment_start, rules.papers_months)
        denied = late and not look.facts.get(rules.papers_unless)
        found.condition("papers", rules.late.citation, rules.late if denied else None)
    if travel.reduction >= WHOLE:
        found.condition("reduction", rules.negligence.citation, rules.negligence)


def _numbers(plan: Plan, look: Look, span: Span, found: _Findings) -> None:
    """Ages, the BMI, the hours."""
    if plan.age is not None:
        _age(plan.age, look, span.first, found)
    if plan.bmi is not None:
        highest, over, missing = plan.bmi
        if look.line.bmi is None:
            found.unknown(missing)
        else:
            found.condition("bmi", over.citation, over if look.line.bmi > highest else None)
    if plan.benefit.quantity == "hours" and look.line.quantity is None:
        found.unknown(plan.quantity)


def _age(rule: AgeRule, look: Look, day: date, found: _Findings) -> None:
    birth = look.person.birth_date if rule.of == "person" else look.line.child_birth_date
    if birth is None:
        found.unknown(rule.missing)
    else:
        completed = day >= add_years(birth, rule.years)
        found.condition("age_limit", rule.reason.citation, rule.reason if completed else None)


def _treatment(plan: Plan, look: Look, cover: Coverage, found: _Findings) -> None:
    """The waiting period and the years between two treatments (16.1.b)."""
    start = look.line.treatment_start or look.line.first
    if plan.benefit.waiting_months is not None:
        since = uninterrupted_since(look.coverages, cover)
        early = start < add_months(since, plan.benefit.waiting_months)
        found.condition("waiting_period", plan.waiting.citation, plan.waiting if early else None)
    years = plan.benefit.once_in_years
    if years is not None:
        near = any(
            _less_than_years_apart(start, other, years) for other in _paid_treatments(plan, look.standing)
        )
        found.condition("frequency", plan.frequency.citation, plan.frequency if near else None)


def _paid_treatments(plan: Plan, standing: Standing) -> list[date]:
    names = [limit.name for limit in plan.money_limits if limit.period == "treatment"]
    keys = (key for name in names for key, used in standing.used.get(name, {}).items() if used > 0)
    return [date.fromisoformat(key.removeprefix("treatment:")) for key in keys]


def _less_than_years_apart(one: date, other: date, years: int) -> bool:
    earlier, later = min(one, other), max(one, other)
    return one != other and later < add_years(earlier, years)


def _episode(plan: Plan, look: Look, found: _Findings) -> None:
    """A birth or cycle must be named; some are paid once (28.2.h, 30.2.i), one in a lifetime (30.2.f)."""
    episode, kind = look.line.episode, plan.benefit.episode
    if episode is None:
        found.unknown(plan.episode)
        return
    if kind == "any" or plan.unit_limit is None:
        return
    used = look.standing.used.get(plan.unit_limit.name, {})
    paid = {key for key, amount in used.items() if amount > 0}
    own = f"episode:{episode}"
    again = own in paid if kind == "new" else bool(paid - {own})
    found.condition("frequency", plan.frequency.citation, plan.frequency if again else None)


def _consent_owed(plan: Plan, look: Look, day: date, found: _Findings) -> bool:
    """Refused denies; not there, not valid on the day or used up: still owed."""
    consent = look.line.consent
    if consent is not None and not consent.granted:
        found.condition("consent", plan.consent_refused.citation, plan.consent_refused)
        return False
    valid = (
        consent is not None
        and (consent.valid_from is None or consent.valid_from <= day)
        and (consent.valid_until is None or day <= consent.valid_until)
        and consent_left(look) != 0
    )
    status = Status.MET if valid else Status.UNKNOWN
    found.checks.append(Check("condition", "consent", plan.consent_refused.citation, status))
    return not valid


def consent_left(look: Look) -> Rappen | None:
    """What is left of the consent's highest cost; None where it has none."""
    consent = look.line.consent
    if consent is None or consent.max_amount is None:
        return None
    used = look.standing.of(CONSENT, consent.id) if consent.id is not None else 0
    return max(consent.max_amount - used, 0)
