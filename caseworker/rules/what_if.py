"""Which fact would change what becomes of a line, and what would come out then. Books nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from caseworker.rules.asking import Asked, Side
from caseworker.rules.background import Background
from caseworker.rules.case import Claim
from caseworker.rules.finding import ClaimFinding, LineFinding
from caseworker.rules.vocabulary import Outcome, Rappen


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


class WhatIf:
    """A line of a claim, as it was found, asked what it would be if something else were so."""

    def __init__(self, line_id: str, claim: Claim, finding: ClaimFinding, background: Background) -> None:
        self._line_id, self._claim, self._background = line_id, claim, background
        self._now = next((line for line in finding.lines if line.id == line_id), None)
        self._known = _known(line_id, claim, background)

    def changes(self, asked: Sequence[Asked]) -> tuple[Change, ...]:
        """Every single fact that would change what becomes of the line, the others staying as they are."""
        now, found = self._now, []
        if now is None:
            return ()
        for one in asked:
            for value in (True, False):
                if self._known.get(one.fact) is value:
                    continue
                then = self._with({one.fact: value})
                if (then.outcome, then.amount) != (now.outcome, now.amount):
                    found.append(Change(one, value, then.outcome, then.amount))
        return tuple(found)

    def best_case(self, asked: Sequence[Asked]) -> BestCase | None:
        """What it would come to once all that is asked for is confirmed; None where nothing is asked."""
        unknown = tuple(
            a for a in asked if a.side is Side.REQUIREMENT and not a.lifts and a.fact not in self._known
        )
        if self._now is None or not unknown:
            return None
        then = self._with(dict.fromkeys((a.fact for a in unknown), True))
        return BestCase(unknown, then.outcome, then.amount)

    def _with(self, facts: Mapping[str, bool]) -> LineFinding:
        lines = tuple(
            replace(line, facts={**line.facts, **facts}) if line.id == self._line_id else line
            for line in self._claim.lines
        )
        finding = self._background.judge(replace(self._claim, lines=lines))
        return next(line for line in finding.lines if line.id == self._line_id)


def _known(line_id: str, claim: Claim, background: Background) -> Mapping[str, bool]:
    line = next((line for line in claim.lines if line.id == line_id), None)
    if line is None:
        return {}
    if claim.travel is None or line.benefit not in background.conditions.travel_benefits:
        return line.facts
    return {**claim.travel.facts, **line.facts}
