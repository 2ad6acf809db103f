"""What a line does to the limits it counts towards: used before, taken by it, left after."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from caseworker.rules.finding import Booking
from caseworker.rules.limits import limits_on
from caseworker.rules.plan import Limit, Plan
from caseworker.rules.standing import entries_of
from caseworker.rules.vocabulary import Citation, Outcome, Unit
from caseworker.ui.pages.claim.judge import Background, Judged


class Impact(NamedTuple):
    """One limit, in its own unit: `before` was used before the line, `taken` by it, `left` remains."""

    limit: str
    period: str
    unit: Unit
    citation: Citation
    cap: int
    before: int
    taken: int
    left: int

    @property
    def is_exhausted(self) -> bool:
        """Whether nothing remains."""
        return self.left == 0


def impacts(
    line_id: str, plan: Plan | None, day: date, judged: Judged, background: Background
) -> tuple[Impact, ...]:
    """The limits that a line uses, and those of its benefit that it could use."""
    finding = judged.lines.get(line_id)
    touched = booked(finding.bookings) if finding is not None else []
    names = {impact.limit for impact in touched}
    others = _standing(plan, day, line_id, judged, background) if plan is not None else ()
    return (*touched, *(impact for impact in others if impact.limit not in names))


def booked(bookings: Sequence[Booking]) -> list[Impact]:
    """One bar for each limit and period; several parts of a line add up in it."""
    found: dict[tuple[str, str], Impact] = {}
    for b in bookings:
        cap = b.cap if b.cap is not None else b.consumed + b.left
        earlier = found.get((b.limit, b.period))
        taken = b.consumed + (earlier.taken if earlier else 0)
        before = max(cap - b.left - taken, 0)
        found[b.limit, b.period] = Impact(b.limit, b.period, b.unit, b.citation, cap, before, taken, b.left)
    return list(found.values())


def _standing(
    plan: Plan, day: date, line_id: str, judged: Judged, background: Background
) -> Iterable[Impact]:
    """How the benefit's limits stand with the other lines of the claim booked."""
    standing = background.standing.copy()
    for other in judged.finding.lines:
        if other.id != line_id and other.outcome is Outcome.PAY:
            standing.book(entries_of(other))
    names = {limit.name for limit in _limits(plan)}
    for stand in limits_on(background.person, background.coverages, day, standing, background.conditions):
        if stand.limit in names and ":" not in stand.period:
            yield Impact(
                stand.limit, stand.period, stand.unit, stand.citation, stand.cap,
                stand.cap - stand.left, 0, stand.left,
            )  # fmt: skip


def _limits(plan: Plan) -> tuple[Limit, ...]:
    unit = (plan.unit_limit,) if plan.unit_limit else ()
    extra = plan.supplement.limits if plan.supplement else ()
    return (*unit, *plan.money_limits, *extra)
