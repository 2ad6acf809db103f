"""The base of a line: what a contribution is taken of, before anything is looked at."""

from __future__ import annotations

from typing import NamedTuple

from caseworker.rules.case import Line
from caseworker.rules.finding import Reason, Step
from caseworker.rules.money import converted
from caseworker.rules.terms import BenefitTerm, TravelTerm
from caseworker.rules.vocabulary import (
    GENERAL_CONDITIONS,
    Citation,
    Code,
    Operator,
    Rappen,
    Status,
)

EXCHANGE = 100_000_000  # an exchange rate in the trace is counted in hundred-millionths

_CGA = Citation(GENERAL_CONDITIONS)
_NO_GAIN = Citation(GENERAL_CONDITIONS, "no-gain")


class Base(NamedTuple):
    """The amount with the steps that lead to it and the reasons for what was cut (tariff, own assessment)."""

    amount: Rappen
    steps: tuple[Step, ...]
    cuts: tuple[Reason, ...]


def base_of(line: Line, term: BenefitTerm | None, travel: TravelTerm | None) -> Base:
    """Charged, in CHF, at most the tariff, less other payments, at most the insurer's own assessment (40.3).

    May be zero or less. A benefit that is not known (`term` None) has no tariff and no own assessment.
    """
    amount = line.charged
    steps: list[Step] = []
    cuts: list[Reason] = []
    if line.rate is not None:
        amount = converted(line.charged, line.rate)
        rate = int(line.rate * EXCHANGE)
        steps.append(Step(Operator.CONVERSION, _CGA, line.charged, amount, Status.BINDING, rate))
    if term is not None and term.tariff is not None and line.tariff_amount is not None:
        cited = Citation(term.tariff, term.reading)
        amount = _at_most(
            amount, line.tariff_amount, Operator.TARIFF, Reason(Code.TARIFF, cited), steps, cuts
        )
    if line.other_payments:
        less = amount - line.other_payments
        steps.append(
            Step(Operator.OTHER_PAYMENTS, _NO_GAIN, amount, less, Status.BINDING, line.other_payments)
        )
        amount = less
    if term is not None and term.travel and travel is not None and line.assessed_amount is not None:
        reason = Reason(Code.ASSESSED, travel.own_assessment)
        amount = _at_most(amount, line.assessed_amount, Operator.ASSESSED, reason, steps, cuts)
    return Base(amount, tuple(steps), tuple(cuts))


def _at_most(
    amount: Rappen, ceiling: Rappen, operator: Operator, reason: Reason, steps: list[Step], cuts: list[Reason]
) -> Rappen:
    after = min(amount, ceiling)
    status = Status.BINDING if after < amount else Status.NOT_BINDING
    steps.append(Step(operator, reason.citation, amount, after, status, ceiling))
    if after < amount:
        cuts.append(reason)
    return after
