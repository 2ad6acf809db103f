"""A finding told in sentences, each with the article that it rests on, from the charge to what is paid."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from caseworker.rules.finding import Booking, LineFinding, PartFinding, Reason, Step
from caseworker.rules.vocabulary import Citation, Code, Operator, Outcome, Status, Unit
from caseworker.wording.format import (
    NO_BREAK_SPACE,
    format_chf,
    format_date,
    format_exchange_rate,
    format_percent,
    format_period,
    format_quantity,
    format_rappen,
)
from caseworker.wording.texts import article_text, fact_ask, limit_name, reason_text, step_text, word

HOME_CURRENCY = "CHF"

# What makes the amount is told even where it happens to leave the amount as it was (100 %).
_ALWAYS_TOLD = frozenset(
    {Operator.RATE, Operator.DAILY, Operator.HOURLY, Operator.LUMP_SUM, Operator.SUPPLEMENT}
)


class Topic(StrEnum):
    """What a sentence is about."""

    CHARGED = "charged"
    PART = "part"
    STEP = "step"
    LIMIT = "limit"
    OUTCOME = "outcome"
    REASON = "reason"
    MISSING = "missing"
    CONSENT = "consent"


class Sentence(NamedTuple):
    """One sentence; `citation` is what it rests on: the article, and the reading where one was taken."""

    topic: Topic
    text: str
    citation: Citation | None = None

    def cited(self, language: str) -> str:
        """The sentence and its article: `75% of CHF 480.00: CHF 360.00 (art. 11.1).`"""
        if self.citation is None:
            return self.text
        return f"{self.text.removesuffix('.')} ({article_text(self.citation.article, language)})."


def explain_line(
    finding: LineFinding, language: str, *, currency: str = HOME_CURRENCY
) -> tuple[Sentence, ...]:
    """A line's result in words: what was charged, each step, the limits, what is paid, why, what is missing.

    `currency` is the one of the invoice: a finding holds what was charged in the invoice's own currency.
    """
    return tuple(_Teller(finding, language).sentences(currency))


class _Teller:
    def __init__(self, finding: LineFinding, language: str) -> None:
        self.finding, self.language = finding, language
        self.several = len(finding.parts) > 1

    def sentences(self, currency: str) -> Iterator[Sentence]:
        finding = self.finding
        charged = f"{currency}{NO_BREAK_SPACE}{format_rappen(finding.charged)}"
        yield Sentence(Topic.CHARGED, step_text("charged", self.language, after=charged))
        yield from self.steps(finding.steps)
        for part in finding.parts:
            yield from self.part(part)
        yield self.outcome()
        for reason in finding.reasons:
            yield Sentence(Topic.REASON, self.reason(reason), reason.citation)
        for fact, citation in finding.missing:
            yield Sentence(Topic.MISSING, fact_ask(fact, self.language, citation.article), citation)
        if finding.consent_required:
            yield Sentence(Topic.CONSENT, reason_text("consent_required", self.language))

    def part(self, part: PartFinding) -> Iterator[Sentence]:
        """A part of a stay begins with its days and its share; a line in one piece has neither."""
        if self.several:
            first, last = format_date(part.first), format_date(part.last)
            yield Sentence(Topic.PART, word("explain", "part", self.language, first=first, last=last))
            share = step_text("share", self.language, after=format_chf(part.share))
            yield Sentence(Topic.STEP, share)
        yield from self.steps(part.steps)
        for component in part.components:
            yield from (self.booking(booking) for booking in component.bookings if booking.consumed)

    def steps(self, steps: Sequence[Step]) -> Iterator[Sentence]:
        """Each step that changed the amount; that nothing is paid is told once for a line in one piece."""
        unit = Unit.HOURS if any(step.operator is Operator.HOURLY for step in steps) else Unit.DAYS
        for step in steps:
            told = step.status is Status.BINDING or step.operator in _ALWAYS_TOLD
            if told and (self.several or step.operator is not Operator.DENIED):
                text = step_text(step.operator, self.language, **self.values(step, unit))
                yield Sentence(Topic.STEP, text, step.citation)

    def values(self, step: Step, unit: Unit) -> dict[str, str]:
        """All that a step's template may ask for."""
        values = {"before": format_chf(step.before), "after": format_chf(step.after)}
        if step.limit is not None:
            values["limit"] = limit_name(step.limit, self.language)
        if step.units is not None:
            values["units"] = format_quantity(step.units, unit, self.language)
        if step.operator is Operator.CONVERSION and step.operand is not None:
            values["rate"] = format_exchange_rate(step.operand)
        elif step.operand is not None:
            values["rate"] = format_percent(step.operand, self.language)
            values["amount"] = values["unit_amount"] = format_chf(step.operand)
            left = unit if step.operator is Operator.DAYS_LEFT else Unit.CHF
            values["left"] = format_quantity(step.operand, left, self.language)
        return values

    def booking(self, booking: Booking) -> Sentence:
        text = word(
            "explain",
            "limit",
            self.language,
            limit=limit_name(booking.limit, self.language),
            period=format_period(booking.period, self.language),
            consumed=format_quantity(booking.consumed, booking.unit, self.language),
            left=format_quantity(booking.left, booking.unit, self.language),
        )
        return Sentence(Topic.LIMIT, text, booking.citation)

    def outcome(self) -> Sentence:
        if self.finding.outcome is Outcome.PAY:
            text = word("explain", "pay", self.language, amount=format_chf(self.finding.amount))
        else:
            text = word("explain", self.finding.outcome, self.language)
        return Sentence(Topic.OUTCOME, text)

    def reason(self, reason: Reason) -> str:
        """A reason with the phase and tier of the part in which it stands."""
        part = next((p for p in self.finding.parts if reason in p.reasons), None)
        return reason_text(
            reason.code,
            self.language,
            article=reason.citation.article,
            fact=reason.fact,
            limit=reason.limit,
            phase=part.phase if part else None,
            tier=part.tier if part else None,
            percent=self.reduction() if reason.code is Code.GROSS_NEGLIGENCE else None,
        )

    def reduction(self) -> str | None:
        """By how much gross negligence reduced (art. 44); None where it left nothing."""
        steps = (step for part in self.finding.parts for step in part.steps)
        rates = (step.operand for step in steps if step.operator is Operator.REDUCTION)
        rate = next((rate for rate in rates if rate is not None), None)
        return None if rate is None else format_percent(rate, self.language)
