"""From a line to its finding: split it, judge each part, pay what nothing stands against."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from caseworker.rules.base import Base, base_of
from caseworker.rules.calendar import Span, split
from caseworker.rules.case import Case, Claim, Coverage, Line, Person
from caseworker.rules.conditions import Conditions, Edition
from caseworker.rules.cover import boundaries, cover_on
from caseworker.rules.finding import (
    ClaimFinding,
    LimitStanding,
    LineFinding,
    Missing,
    PartFinding,
    Profile,
    Reason,
    Step,
)
from caseworker.rules.judging import Judgement, Look, before_benefit, judge
from caseworker.rules.limits import limits_on
from caseworker.rules.money import half_up
from caseworker.rules.paying import Payment, pay
from caseworker.rules.plan import Plan
from caseworker.rules.profile import profile_on
from caseworker.rules.standing import Standing, entries_of, entries_of_part
from caseworker.rules.terms import BenefitTerm
from caseworker.rules.vocabulary import (
    GENERAL_CONDITIONS,
    Citation,
    Code,
    Operator,
    Outcome,
    Rappen,
    Status,
)

_CGA = Citation(GENERAL_CONDITIONS)
_NO_EDITION = Missing("edition", _CGA)
_OPEN = (Outcome.PENDING, Outcome.CONSENT)


class CaseResult(NamedTuple):
    """What a case file comes to: the person on the day, each claim, the limits."""

    profile: Profile
    claims: tuple[ClaimFinding, ...]
    limits: tuple[LimitStanding, ...]


class _Part(NamedTuple):
    """A part of a line with what holds for it; `plan` None where no plan could be looked up."""

    span: Span
    share: Rappen
    edition: Edition | None
    phase: str | None
    cover: Coverage | None
    plan: Plan | None
    judgement: Judgement


def assess_case(case: Case, conditions: Conditions) -> CaseResult:
    """Assess the claims in order, each using up the limits that the next one finds."""
    standing = Standing()
    claims = tuple(assess_claim(c, case.person, case.coverages, standing, conditions) for c in case.claims)
    profile = profile_on(case.person, case.coverages, case.as_of, conditions)
    return CaseResult(
        profile, claims, limits_on(case.person, case.coverages, case.as_of, standing, conditions)
    )


def assess_claim(
    claim: Claim, person: Person, coverages: Sequence[Coverage], standing: Standing, conditions: Conditions
) -> ClaimFinding:
    """Assess a claim's lines in order of decisive date, then as listed; books what pays into `standing`."""
    lines = claim.lines
    found: dict[int, LineFinding] = {}
    for i in _in_order(lines, conditions):
        finding = found[i] = assess_line(lines[i], claim, person, coverages, standing, conditions)
        if finding.outcome is Outcome.PAY:
            standing.book(entries_of(finding))
    return ClaimFinding(claim.id, tuple([found[i] for i in range(len(lines))]))


def _in_order(lines: Sequence[Line], conditions: Conditions) -> Sequence[int]:
    if len(lines) == 1:
        return (0,)
    days = [_decisive(line, _terms(line, conditions)[1]) for line in lines]
    return sorted(range(len(lines)), key=days.__getitem__)


def assess_line(
    line: Line,
    claim: Claim,
    person: Person,
    coverages: Sequence[Coverage],
    standing: Standing,
    conditions: Conditions,
) -> LineFinding:
    """Assess one line against what is used so far. Books nothing."""
    edition, term = _terms(line, conditions)
    look = _look(line, claim, person, coverages, standing, term)
    base = base_of(line, term, None if edition is None else edition.terms.checks.travel)
    return _line_finding(line, base, _parts(base.amount, term, look, conditions), look)


def _terms(line: Line, conditions: Conditions) -> tuple[Edition | None, BenefitTerm | None]:
    """The first day's edition and what it says of the benefit; for a stay that begins before there is such a
    benefit, the first edition that knows it."""
    edition = conditions.on(line.first)
    term = None if edition is None else edition.terms.benefits.get(line.benefit)
    if term is None:
        for day in conditions.boundaries:
            later = conditions.on(day) if line.first < day <= line.last else None
            found = None if later is None else later.terms.benefits.get(line.benefit)
            if found is not None and found.stay:
                return later, found
    return edition, term


def _decisive(line: Line, term: BenefitTerm | None) -> date:
    """The day that decides: the first day, for a laser treatment its start (16.1.b)."""
    start = line.treatment_start if term is not None and term.decisive == "treatment_start" else None
    return start or line.first


def _look(
    line: Line,
    claim: Claim,
    person: Person,
    coverages: Sequence[Coverage],
    standing: Standing,
    term: BenefitTerm | None,
) -> Look:
    travel = claim.travel if term is not None and term.travel else None
    facts = {**travel.facts, **line.facts} if travel is not None and travel.facts else line.facts
    return Look(line, travel, facts, line.received or claim.received, person, coverages, standing)


def _parts(base: Rappen, term: BenefitTerm | None, look: Look, conditions: Conditions) -> list[_Part]:
    spans = _spans(term, look, conditions)
    if len(spans) == 1:
        return [_part(spans[0], _decisive(look.line, term), base, look, conditions)]
    shares = _shares(base, spans)
    return [
        _part(span, span.first, share, look, conditions) for span, share in zip(spans, shares, strict=True)
    ]


def _spans(term: BenefitTerm | None, look: Look, conditions: Conditions) -> tuple[Span, ...]:
    """A stay is split where the year, the cover, the edition or the reason to stay abroad changes."""
    line = look.line
    whole = Span(line.first, line.last)
    if term is None or not term.stay or line.first == line.last:
        return (whole,)
    if term.quantity is not None and line.quantity is not None:
        return (whole,)
    starts = [*boundaries(look.coverages), *conditions.boundaries]
    if term.until_return is not None and look.return_reasonable_from is not None:
        starts.append(look.return_reasonable_from)
    return split(whole, starts)


def _shares(base: Rappen, spans: Sequence[Span]) -> list[Rappen]:
    """The base in proportion to the days; the last part takes the rest. Nothing to divide: it stays whole."""
    if base <= 0:
        return [base] + [0] * (len(spans) - 1)
    days = [span.days for span in spans]
    shares = [half_up(base * n, sum(days)) for n in days[:-1]]
    return [*shares, base - sum(shares)]


def _part(span: Span, day: date, share: Rappen, look: Look, conditions: Conditions) -> _Part:
    person, line = look.person, look.line
    edition = conditions.on(day)
    cover = cover_on(look.coverages, day)
    term = None if edition is None else edition.phase(day.year - person.birth_date.year, person.sex)
    phase = None if term is None else term.name
    plan = None
    if edition is not None and phase is not None and cover is not None:
        plan = edition.plan(line.benefit, phase, cover.tier, person.sex)
    return _Part(
        span, share, edition, phase, cover, plan, _judgement(plan, edition, cover, look, span, share)
    )


def _judgement(
    plan: Plan | None, edition: Edition | None, cover: Coverage | None, look: Look, span: Span, share: Rappen
) -> Judgement:
    if cover is None:
        cited = _CGA if edition is None else edition.terms.checks.not_insured
        return _denied((Reason(Code.NOT_INSURED, cited),))
    if edition is None:
        return Judgement(Outcome.PENDING, (), (_NO_EDITION,), False, ())
    if plan is None:
        return _denied((Reason(Code.NOT_IN_PHASE, edition.terms.checks.not_in_phase),))
    before = before_benefit(plan, look.country)
    return _denied(before) if before else judge(plan, look, span, cover, share)


def _denied(reasons: tuple[Reason, ...]) -> Judgement:
    return Judgement(Outcome.DENY, reasons, (), False, ())


def _line_finding(line: Line, base: Base, parts: Sequence[_Part], look: Look) -> LineFinding:
    findings = _settle(parts, look)
    amount = sum([part.amount for part in findings])
    outcome = _outcome(findings, amount)
    cuts = base.cuts if outcome is Outcome.PAY else ()
    return LineFinding(
        line.id,
        line.benefit,
        outcome,
        amount,
        any(p.consent_required for p in findings),
        _first_of_each(findings),
        _distinct(cuts, findings),
        line.charged,
        base.steps,
        findings,
        line.consent.id if line.consent is not None else None,
    )


def _outcome(parts: Sequence[PartFinding], amount: Rappen) -> Outcome:
    """Open while a part is open; else paid where any part pays."""
    if amount:
        return Outcome.PAY
    outcomes = {part.outcome for part in parts}
    return next((o for o in _OPEN if o in outcomes), Outcome.DENY)


def _settle(parts: Sequence[_Part], look: Look) -> tuple[PartFinding, ...]:
    """Pay the parts, each after the one before it; nothing is paid while one of them is open."""
    undecided = any(p.judgement.outcome in _OPEN for p in parts)
    if len(parts) == 1:
        return (_settle_part(parts[0], look, undecided),)
    settled = []
    look = look._replace(standing=look.standing.copy())
    for part in parts:
        finding = _settle_part(part, look, undecided)
        look.standing.book(entries_of_part(finding))
        settled.append(finding)
    return tuple(settled)


def _settle_part(part: _Part, look: Look, undecided: bool) -> PartFinding:
    judged, share = part.judgement, part.share
    if judged.outcome is Outcome.PAY and not undecided and part.plan is not None:
        paid = pay(part.plan, look, part.span, share)
        return _finding(part, Outcome.PAY if paid.amount else Outcome.DENY, paid)
    steps: tuple[Step, ...] = ()
    if judged.outcome is Outcome.DENY:
        status = Status.BINDING if share else Status.NOT_BINDING
        steps = (Step(Operator.DENIED, judged.reasons[0].citation, share, 0, status),)
    return _finding(part, judged.outcome, Payment(0, judged.reasons, steps, (), 0))


def _finding(part: _Part, outcome: Outcome, paid: Payment) -> PartFinding:
    judged = part.judgement
    return PartFinding(
        part.span.first,
        part.span.last,
        part.edition.name if part.edition is not None else None,
        part.phase,
        part.cover.tier if part.cover is not None else None,
        part.share,
        outcome,
        paid.amount,
        judged.consent_required,
        judged.missing,
        paid.reasons,
        judged.checks,
        paid.steps,
        paid.components,
        paid.consent_cost,
    )


def _first_of_each(parts: Sequence[PartFinding]) -> tuple[Missing, ...]:
    """What is missing, once a fact, with the first part's article; sorted by fact."""
    found: dict[str, Missing] = {}
    for part in parts:
        for missing in part.missing:
            found.setdefault(missing.fact, missing)
    return tuple([found[fact] for fact in sorted(found)])


def _distinct(cuts: tuple[Reason, ...], parts: Sequence[PartFinding]) -> tuple[Reason, ...]:
    if not cuts and len(parts) == 1:
        return parts[0].reasons
    return tuple(dict.fromkeys([*cuts, *(r for part in parts for r in part.reasons)]))
