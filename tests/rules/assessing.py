"""Small words for what becomes of a story: lines assessed, their reasons, what they wait for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from caseworker.resources import resource
from caseworker.rules.assess import assess_claim
from caseworker.rules.case import Claim, Coverage, Line, Person, Travel
from caseworker.rules.conditions import Conditions, load_conditions
from caseworker.rules.finding import LineFinding, Reason
from caseworker.rules.standing import Standing
from caseworker.rules.vocabulary import Tier
from tests.rules.builders import ADULT, EXTENSA, cover, day, journey
from tests.rules.expected import TABLE

Sequenceable = Line | tuple[Line, Travel]


@cache
def first_edition() -> Conditions:
    """The conditions as they come with the program, read once."""
    return load_conditions(resource("conditions", "mivita"))


def assess_all(
    *told: Sequenceable,
    who: Person | None = None,
    covers: Sequence[Coverage] | None = None,
    tier: Tier = EXTENSA,
    conditions: Conditions | None = None,
    standing: Standing | None = None,
    received: str | None = None,
) -> list[LineFinding]:
    """What becomes of lines, each a claim of its own, decided one after the other."""
    book = Standing() if standing is None else standing
    found = []
    for number, item in enumerate(told):
        single, travel = item if isinstance(item, tuple) else (item, None)
        if travel is None and "travel" in TABLE[single.benefit].marks:
            travel = journey()
        claim = Claim(f"C{number}", (single,), None if received is None else day(received), travel)
        finding = assess_claim(
            claim,
            who or ADULT,
            (cover(tier),) if covers is None else covers,
            book,
            conditions or first_edition(),
        )
        found.append(finding.lines[0])
    return found


def assess_one(told: Sequenceable, **rest: Any) -> LineFinding:
    """What becomes of one line."""
    return assess_all(told, **rest)[0]


def said(reason: Reason) -> str:
    """`"excluded 43 motor_race"`: code, article, fact, limit."""
    return " ".join(
        x for x in (reason.code.value, reason.citation.article, reason.fact, reason.limit) if x is not None
    )


def why(finding: LineFinding) -> list[str]:
    """A line's reasons, in order."""
    return [said(reason) for reason in finding.reasons]


def lacks(finding: LineFinding) -> list[str]:
    """What a line is waiting for: `"prescribed 26.2"`."""
    return [f"{missing.fact} {missing.citation.article}" for missing in finding.missing]
