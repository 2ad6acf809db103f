"""What a line does to the limits it counts towards: used before, taken by it, left after."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from caseworker.rules.background import Background
from caseworker.rules.finding import Booking, ClaimFinding
from caseworker.rules.limits import limits_on
from caseworker.rules.plan import Limit, Plan
from caseworker.rules.standing import entries_of
from caseworker.rules.vocabulary import Citation, Outcome, Unit


class LimitUse(NamedTuple):
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


def limit_use(
    line_id: str, plan: Plan | None, day: date, finding: ClaimFinding, background: Background
) -> tuple[LimitUse, ...]:
    """The limits that a line of a claim uses, and those of its benefit that it could use."""
    line = next((line for line in finding.lines if line.id == line_id), None)
    touched = booked(line.bookings) if line is not None else []
    names = {use.limit for use in touched}
    others = _standing(plan, day, line_id, finding, background) if plan is not None else ()
    return (*touched, *(use for use in others if use.limit not in names))


def booked(bookings: Sequence[Booking]) -> list[LimitUse]:
    """One use for each limit and period; several parts of a line add up in it."""
    found: dict[tuple[str, str], LimitUse] = {}
    for b in bookings:
        cap = b.cap if b.cap is not None else b.consumed + b.left
        earlier = found.get((b.limit, b.period))
        taken = b.consumed + (earlier.taken if earlier else 0)
        before = max(cap - b.left - taken, 0)
        found[b.limit, b.period] = LimitUse(b.limit, b.period, b.unit, b.citation, cap, before, taken, b.left)
    return list(found.values())


def _standing(
    plan: Plan, day: date, line_id: str, finding: ClaimFinding, background: Background
) -> Iterable[LimitUse]:
    """How the benefit's limits stand with the other lines of the claim booked."""
    standing = background.standing.copy()
    for other in finding.lines:
        if other.id != line_id and other.outcome is Outcome.PAY:
            standing.book(entries_of(other))
    names = {limit.name for limit in _limits(plan)}
    for stand in limits_on(background.person, background.coverages, day, standing, background.conditions):
        if stand.limit in names and ":" not in stand.period:
            yield LimitUse(
                stand.limit, stand.period, stand.unit, stand.citation, stand.cap,
                stand.cap - stand.left, 0, stand.left,
            )  # fmt: skip


def _limits(plan: Plan) -> tuple[Limit, ...]:
    unit = (plan.unit_limit,) if plan.unit_limit else ()
    extra = plan.supplement.limits if plan.supplement else ()
    return (*unit, *plan.money_limits, *extra)
