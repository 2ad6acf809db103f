"""The way from what was charged to what is paid, as rows to read."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from caseworker.rules.finding import LineFinding, Step
from caseworker.rules.vocabulary import Operator, Outcome, Rappen, Status, Tier

# Steps that say nothing to a reader when they change nothing.
_SILENT = frozenset({Operator.NO_GAIN, Operator.SHARE, Operator.TARIFF, Operator.ASSESSED})


class PartHead(NamedTuple):
    """The heading of one part of a stay: its days, and what holds for them."""

    first: date
    last: date
    tier: Tier | None
    phase: str | None
    share: Rappen
    outcome: Outcome


class StepRow(NamedTuple):
    """One step; `quiet` when it changed nothing."""

    step: Step
    quiet: bool


class Total(NamedTuple):
    """What a part or the line comes to."""

    amount: Rappen
    whole: bool


Row = PartHead | StepRow | Total


def trace(finding: LineFinding) -> tuple[Row, ...]:
    """All steps of a line that pays or was judged to the end, part by part where a stay was split."""
    rows: list[Row] = list(_steps(finding.steps))
    split = len(finding.parts) > 1
    for part in finding.parts:
        if split:
            rows.append(PartHead(part.first, part.last, part.tier, part.phase, part.share, part.outcome))
        rows += _steps(part.steps)
        if split:
            rows.append(Total(part.amount, whole=False))
    rows.append(Total(finding.amount, whole=True))
    return tuple(rows)


def _steps(steps: tuple[Step, ...]) -> list[Row]:
    return [
        StepRow(step, step.status is Status.NOT_BINDING)
        for step in steps
        if not (step.status is Status.NOT_BINDING and step.operator in _SILENT)
    ]
