"""How much of a limit is left, and under which key its use is booked."""

from __future__ import annotations

from collections.abc import Mapping

from caseworker.rules.calendar import Span
from caseworker.rules.judging import Look
from caseworker.rules.standing import Standing

RUN = 5  # calendar years in a run (art. 12.5, 13.3)


def ledger_key(period: str, look: Look, span: Span) -> str:
    """Under what the use of a limit is booked: the year, the episode, the event or the treatment."""
    if period in ("year", "five_years"):
        return str(span.first.year)
    if period == "event":
        return f"event:{look.travel.event_id}" if look.travel else "event:"
    if period == "treatment":
        return f"treatment:{(look.line.treatment_start or look.line.first).isoformat()}"
    return f"episode:{look.line.episode}"


def shown_period(period: str, key: str) -> str:
    """The period as people read it: five years for cures, a lifetime for the cycle."""
    if period == "five_years":
        return f"{int(key) - RUN + 1:04d}/{int(key):04d}"
    return "lifetime" if period == "lifetime" else key


def used_in(standing: Standing, limit: str, period: str, key: str) -> int:
    """What counts as used for what is left in `key`: in the fullest run of years, or simply there."""
    if period == "five_years":
        return fullest_run(standing.used.get(limit, {}), int(key))
    if period == "lifetime":
        return sum(1 for amount in standing.used.get(limit, {}).values() if amount > 0)
    return standing.of(limit, key)


def fullest_run(by_year: Mapping[str, int], year: int) -> int:
    """The most days in any run of five years that contains `year`, in whatever order decided (12.5)."""
    days = [by_year.get(str(y), 0) for y in range(year - RUN + 1, year + RUN)]
    return max(sum(days[start : start + RUN]) for start in range(RUN))
