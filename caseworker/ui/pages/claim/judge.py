"""The claim on the desk judged as it stands: in this process, on a copy of what was used, booking nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from caseworker.rules.assess import assess_claim
from caseworker.rules.case import Claim, Coverage, Person
from caseworker.rules.conditions import Conditions
from caseworker.rules.cover import cover_on
from caseworker.rules.finding import ClaimFinding, LineFinding
from caseworker.rules.plan import Plan
from caseworker.rules.profile import phase_name
from caseworker.rules.standing import Standing
from caseworker.rules.vocabulary import Code, Outcome, Rappen
from caseworker.ui.pages.claim.form import ClaimForm, LineForm
from caseworker.ui.pages.claim.from_form import ClaimReading, Setting, read_claim
from caseworker.ui.pages.claim.shape import Asked, Kind, asked_facts
from caseworker.wording.parse import FieldError, read_date


@dataclass(frozen=True, slots=True)
class Background:
    """What a claim is judged against, loaded once: the person, the cover, what is used, the conditions."""

    person: Person
    coverages: tuple[Coverage, ...]
    standing: Standing
    conditions: Conditions
    today: date

    @property
    def setting(self) -> Setting:
        """What reading the page needs of it."""
        return Setting(self.person.birth_date, self.today)

    def judge(self, claim: Claim) -> ClaimFinding:
        """What becomes of a claim; the standing stays as it is."""
        return assess_claim(claim, self.person, self.coverages, self.standing.copy(), self.conditions)


@dataclass(frozen=True, slots=True)
class Judged:
    """A form, what could be read of it, and what becomes of that."""

    form: ClaimForm
    reading: ClaimReading
    finding: ClaimFinding
    lines: Mapping[str, LineFinding]


class Change(NamedTuple):
    """A fact that would change the line's result, and what would come out."""

    fact: Asked
    value: bool
    outcome: Outcome
    amount: Rappen


class BestCase(NamedTuple):
    """What the line would come to if every requirement that is not known were confirmed."""

    facts: tuple[Asked, ...]
    outcome: Outcome
    amount: Rappen


def judge(form: ClaimForm, claim_id: str, background: Background) -> Judged:
    """Read the page and judge what can be judged."""
    reading = read_claim(form, claim_id, background.setting)
    finding = background.judge(reading.claim)
    return Judged(form, reading, finding, {line.id: line for line in finding.lines})


def decisive_day(line: LineForm, reading: ClaimReading, background: Background) -> date:
    """The day from which a line counts; the day of receipt, else today, while none was typed."""
    dates = reading.invoice.value
    near = dates.received if dates and dates.received else background.today
    try:
        return read_date(line.first, near)
    except FieldError:
        return near


def plan_of(line: LineForm, day: date, background: Background) -> Plan | None:
    """The benefit's terms for the person on a day; None without cover, edition or benefit."""
    edition = background.conditions.on(day)
    cover = cover_on(background.coverages, day)
    if edition is None or cover is None or line.benefit not in edition.terms.benefits:
        return None
    person = background.person
    phase = phase_name(edition, day.year - person.birth_date.year, person.sex)
    return edition.plan(line.benefit, phase, cover.tier, person.sex)


def asked_of(line: LineForm, plan: Plan | None, judged: Judged) -> tuple[Asked, ...]:
    """The facts that the line asks for; none where nothing could make it pay."""
    if plan is None or plan.denials:
        return ()
    finding = judged.lines.get(line.id)
    late = finding is not None and any(reason.code is Code.LATE_DOCUMENTS for reason in finding.reasons)
    return asked_facts(plan, line, judged.form.travel.facts if line.is_abroad else {}, late)


def flips(line_id: str, asked: Sequence[Asked], judged: Judged, background: Background) -> tuple[Change, ...]:
    """Every single fact that would change what becomes of a line, the others staying as they are."""
    now = judged.lines.get(line_id)
    if now is None:
        return ()
    known = _known(line_id, judged)
    found = []
    for fact in asked:
        for value in (True, False):
            if known.get(fact.fact) is value:
                continue
            then = _with_facts(line_id, {fact.fact: value}, judged, background)
            if (then.outcome, then.amount) != (now.outcome, now.amount):
                found.append(Change(fact, value, then.outcome, then.amount))
    return tuple(found)


def best(line_id: str, asked: Sequence[Asked], judged: Judged, background: Background) -> BestCase | None:
    """What a line would come to once all that is asked for is confirmed; None where nothing is asked."""
    known = _known(line_id, judged)
    open_facts = tuple(a for a in asked if a.kind is Kind.REQUIREMENT and not a.lifts and a.fact not in known)
    if line_id not in judged.lines or not open_facts:
        return None
    then = _with_facts(line_id, dict.fromkeys((a.fact for a in open_facts), True), judged, background)
    return BestCase(open_facts, then.outcome, then.amount)


def _known(line_id: str, judged: Judged) -> Mapping[str, bool]:
    line = judged.form.line(line_id)
    if line is None:
        return {}
    return {**judged.form.travel.facts, **line.facts} if line.is_abroad else line.facts


def _with_facts(
    line_id: str, facts: Mapping[str, bool], judged: Judged, background: Background
) -> LineFinding:
    claim = judged.reading.claim
    lines = tuple(
        replace(line, facts={**line.facts, **facts}) if line.id == line_id else line for line in claim.lines
    )
    finding = background.judge(replace(claim, lines=lines))
    return next(line for line in finding.lines if line.id == line_id)
