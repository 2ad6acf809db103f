"""Small words to tell a story in: a person, cover, a line."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from caseworker.rules.case import Case, Claim, Consent, Coverage, Line, Person, Travel
from caseworker.rules.money import hundredths
from caseworker.rules.vocabulary import Sex, Tier
from tests.rules.expected import AGES, TABLE, Benefit

DAY = date(2026, 3, 2)
REALA, EXTENSA = Tier.REALA, Tier.EXTENSA
TIERS = (REALA, EXTENSA)
GRANTED, REFUSED = Consent(granted=True), Consent(granted=False)


def day(text: str | date) -> date:
    """`"2026-03-02"` as a date."""
    return text if isinstance(text, date) else date.fromisoformat(text)


def chf(text: str) -> int:
    """`"12.50"` in Rappen."""
    return hundredths(text)


def person(phase: str = "26-44F", *, year: int = DAY.year, age: int | None = None) -> Person:
    """Somebody in a phase in `year`; in the first one under two years old unless an age is said."""
    stem = phase.rstrip("FM")
    low = {"0-12": 1}.get(stem, AGES[stem][0])
    born = year - (low if age is None else age)
    return Person(date(born, 6, 15), Sex(phase[-1]) if phase[-1] in "FM" else Sex.FEMALE)


ADULT = person(age=35)  # in one phase for years before and after


def cover(tier: Tier = EXTENSA, first: str = "2010-01-01", last: str | None = None) -> Coverage:
    """A period of Mivita; open unless its last day is said."""
    return Coverage(tier, day(first), None if last is None else day(last))


def line(
    benefit: str,
    charged: str = "100.00",
    first: str | date = DAY,
    last: str | date | None = None,
    *,
    yes: Iterable[str] = (),
    no: Iterable[str] = (),
    **rest: Any,
) -> Line:
    """A line; `yes` and `no` are its known facts, amounts are told as text."""
    facts = dict.fromkeys(yes, True) | dict.fromkeys(no, False)
    for key in ("other_payments", "tariff_amount", "assessed_amount", "quantity"):
        if isinstance(rest.get(key), str):
            rest[key] = chf(rest[key])
    for key in ("child_birth_date", "treatment_start", "received", "return_reasonable_from"):
        if key in rest:
            rest[key] = day(rest[key])
    begin = day(first)
    end = begin if last is None else day(last)
    return Line("1", benefit, begin, end, chf(charged), facts=facts, **rest)


def journey(**changes: Any) -> Travel:
    """A holiday in Thailand on which somebody fell ill."""
    told: dict[str, Any] = {"event_id": "E1", "event": "illness", "trip": "holiday", "country": "TH"}
    for key in ("treatment_start", "return_reasonable_from"):
        if key in changes:
            changes[key] = day(changes[key])
    return Travel(**(told | changes))


def happy(
    code: str,
    charged: str = "100.00",
    first: str | date = DAY,
    last: str | date | None = None,
    *,
    phase: str | None = None,
    no: Iterable[str] = (),
    unknown: Iterable[str] = (),
    yes: Iterable[str] = (),
    **rest: Any,
) -> Line:
    """A line against which nothing stands, but for what is told otherwise."""
    row = TABLE[code]
    needed = [f.name for f in row.requires if phase is None or f.phases is None or phase in f.phases]
    facts = [name for name in (*needed, *yes) if name not in {*no, *unknown}]
    return line(code, charged, first, last, yes=facts, no=no, **(_numbers(row) | rest))


def _numbers(row: Benefit) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if "anywhere" not in row.marks and "abroad" in row.marks:
        found["country"] = "DE"
    if "consent" in row.marks:
        found["consent"] = GRANTED
    if row.mark("bmi"):
        found["bmi"] = Decimal(24)
    if row.mark("episode"):
        found["episode"] = "one"
    if row.mark("quantity") == "hours":
        found["quantity"] = "2.00"
    if (row.mark("age") or "").startswith("child"):
        found["child_birth_date"] = "2020-05-05"
    return found


def case_of(*lines: Line, who: Person | None = None, as_of: str = "2026-12-31") -> Case:
    """A case of one claim."""
    return Case(day(as_of), who or ADULT, (cover(),), (Claim("C1", lines),))
