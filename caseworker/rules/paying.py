"""How much a part of a line pays, step by step, and what it takes from the limits."""

from __future__ import annotations

from typing import NamedTuple

from caseworker.rules.calendar import Span
from caseworker.rules.finding import Booking, Component, Reason, Step
from caseworker.rules.judging import Look, consent_left
from caseworker.rules.money import half_up
from caseworker.rules.plan import Limit, Plan, Supplement
from caseworker.rules.pools import ledger_key, shown_period, used_in
from caseworker.rules.vocabulary import WHOLE, Citation, Code, Operator, Rappen, Status, Unit

_DENYING = frozenset({Code.LIMIT_EXHAUSTED, Code.GROSS_NEGLIGENCE})


class Payment(NamedTuple):
    """What a part pays. `amount` 0: it comes to nothing, and only what makes it so is in `reasons`."""

    amount: Rappen
    reasons: tuple[Reason, ...]
    steps: tuple[Step, ...]
    components: tuple[Component, ...]
    consent_cost: Rappen


def pay(plan: Plan, look: Look, span: Span, share: Rappen) -> Payment:
    """The amount of a part that nothing stands against; `share` is its part of the line's base."""
    till = _Till(plan, look, span, share)
    till.consent()
    if plan.kind == "percent":
        till.percent()
    elif plan.kind == "lump_sum":
        till.lump_sum()
    else:
        till.by_time()
    if plan.supplement is not None:
        till.add(plan.supplement)
    return till.payment()


class _Till:
    """The running amount of one part, with its steps, reasons and components."""

    __slots__ = (
        "amount",
        "base",
        "components",
        "consent_cost",
        "look",
        "plan",
        "reasons",
        "share",
        "span",
        "steps",
        "unpaid",
    )

    def __init__(self, plan: Plan, look: Look, span: Span, share: Rappen) -> None:
        self.plan, self.look, self.span, self.share = plan, look, span, share
        self.base = self.amount = share
        self.consent_cost: Rappen = 0
        self.steps: list[Step] = []
        self.reasons: list[Reason] = []
        self.components: list[Component] = []
        self.unpaid: tuple[Booking, ...] = ()  # of contributions that came to nothing

    def step(
        self,
        operator: Operator,
        citation: Citation,
        after: Rappen,
        operand: int | None = None,
        units: int | None = None,
        limit: str | None = None,
    ) -> None:
        status = Status.NOT_BINDING if after == self.amount else Status.BINDING
        self.steps.append(Step(operator, citation, self.amount, after, status, operand, units, limit))
        self.amount = after

    def consent(self) -> None:
        """Cut the base to what the consent still approves."""
        if not self.plan.benefit.consent:
            return
        left = consent_left(self.look)
        if left is not None and left < self.base:
            self.base = left
            self.step(Operator.CONSENT_LIMIT, self.plan.consent_limit.citation, left, left)
            self.reasons.append(self.plan.consent_limit)
        self.consent_cost = self.base

    def percent(self) -> None:
        plan, unit = self.plan, self.plan.unit_limit
        taken: list[Booking] = []
        base = self.base
        if unit is not None and unit.unit is Unit.DAYS:
            days = self.days()
            paid, booking = self.units(unit, days)
            if paid < days:
                base = half_up(base * paid, days)
                self.step(Operator.DAYS_LEFT, unit.citation, base, paid, days, unit.name)
            taken.append(booking)
        elif unit is not None:
            taken += self.once(unit)
        self.step(Operator.RATE, plan.citation, half_up(base * plan.value, WHOLE), plan.value)
        taken += self.money(plan.money_limits, 0)
        self.finish(
            Component(
                plan.citation, *self.span, base, plan.value, None, None, None, tuple(taken), self.amount
            )
        )

    def lump_sum(self) -> None:
        plan = self.plan
        self.step(Operator.LUMP_SUM, plan.citation, plan.value, plan.value)
        taken = self.once(plan.unit_limit) if plan.unit_limit is not None else []
        taken += self.money(plan.money_limits, 0)
        self.finish(
            Component(
                plan.citation, *self.span, None, None, Unit.TIMES, 1, plan.value, tuple(taken), self.amount
            )
        )

    def by_time(self) -> None:
        """A contribution for each day or hour, never above the base of the days or hours paid."""
        plan, base = self.plan, self.base
        hourly = plan.kind == "an_hour"
        units = paid = self.hours() if hourly else self.days()
        taken: list[Booking] = []
        if plan.unit_limit is not None:
            paid, booking = self.units(plan.unit_limit, units)
            if paid < units:
                base = half_up(base * paid, units)
                self.step(
                    Operator.DAYS_LEFT, plan.unit_limit.citation, base, paid, units, plan.unit_limit.name
                )
            taken.append(booking)
        due = half_up(paid * plan.value, 100) if hourly else paid * plan.value
        self.step(Operator.HOURLY if hourly else Operator.DAILY, plan.citation, due, plan.value, paid)
        self.no_gain(base, base)
        taken += self.money(plan.money_limits, 0)
        unit = Unit.HOURS if hourly else Unit.DAYS
        self.finish(
            Component(
                plan.citation, *self.span, base, None, unit, paid, plan.value, tuple(taken), self.amount
            )
        )

    def add(self, extra: Supplement) -> None:
        """The daily supplement to a cure, also for days beyond the fifty (34.2.e)."""
        already, days = self.amount, self.days()
        left_of_base = self.base - already
        self.step(Operator.SUPPLEMENT, extra.citation, already + days * extra.a_day, extra.a_day, days)
        self.no_gain(self.base, left_of_base)
        taken = self.money(extra.limits, already)
        amount = self.amount - already
        self.finish(
            Component(
                extra.citation,
                *self.span,
                left_of_base,
                None,
                Unit.DAYS,
                days,
                extra.a_day,
                tuple(taken),
                amount,
            )
        )

    def no_gain(self, ceiling: Rappen, base: Rappen) -> None:
        if self.amount > ceiling:
            self.step(Operator.NO_GAIN, self.plan.no_cost.citation, ceiling, base)

    def money(self, limits: tuple[Limit, ...], already: Rappen) -> list[Booking]:
        """Cut what is above `already` to what is left of each limit; each is held against the same amount."""
        asked, taken = self.amount - already, []
        lefts = []
        for limit in limits:
            key, left = self.left(limit)
            self.step(
                Operator.LIMIT,
                limit.citation,
                already + min(self.amount - already, left),
                left,
                None,
                limit.name,
            )
            if left < asked:
                self.reasons.append(limit.reached if left else limit.exhausted)
            lefts.append((limit, key, left))
        amount = self.amount - already
        for limit, key, left in lefts:
            taken.append(self.booking(limit, key, amount, left - amount))
        return taken

    def units(self, limit: Limit, asked: int) -> tuple[int, Booking]:
        """How many of the days or hours are left, and their booking."""
        key, left = self.left(limit)
        paid = min(asked, left)
        if paid < asked:
            self.reasons.append(limit.reached if left else limit.exhausted)
        return paid, self.booking(limit, key, paid, left - paid)

    def once(self, limit: Limit) -> list[Booking]:
        """One of one: a first line uses it up; further lines of the same cycle share it (30.2.f)."""
        key = ledger_key(limit.period, self.look, self.span)
        if limit.period != "lifetime":
            return [self.booking(limit, key, 1, limit.cap - 1)]
        consumed = 0 if self.look.standing.of(limit.name, key) else 1
        shared = self.booking(limit, key, consumed, limit.cap - 1)
        return [shared._replace(cap=None, entry=1)]

    def left(self, limit: Limit) -> tuple[str, int]:
        key = ledger_key(limit.period, self.look, self.span)
        return key, max(limit.cap - used_in(self.look.standing, limit.name, limit.period, key), 0)

    def booking(self, limit: Limit, key: str, consumed: int, left: int) -> Booking:
        period = shown_period(limit.period, key)
        return Booking(
            limit.name, period, key, limit.unit, consumed, left, limit.cap, limit.citation, consumed
        )

    def finish(self, component: Component) -> None:
        if component.amount > 0:
            self.components.append(component)
        else:
            self.unpaid += component.bookings

    def days(self) -> int:
        quantity = self.look.line.quantity
        counted = self.plan.benefit.quantity == "days" and quantity is not None
        return quantity // 100 if counted and quantity is not None else self.span.days

    def hours(self) -> int:
        return self.look.line.quantity or 0

    def reduce(self) -> None:
        """Gross negligence: the limit is used up by the benefit before the reduction (art. 44)."""
        travel, rules = self.look.travel, self.plan.travel
        if travel is None or rules is None or not travel.reduction or not self.amount:
            return
        kept = WHOLE - travel.reduction
        self.step(
            Operator.REDUCTION,
            rules.negligence.citation,
            half_up(self.amount * kept, WHOLE),
            travel.reduction,
        )
        self.reasons.append(rules.negligence)
        self.components = [c._replace(amount=half_up(c.amount * kept, WHOLE)) for c in self.components]

    def book_unpaid_days(self) -> None:
        """Where a part pays anything, all its days within the limit are used."""
        days = tuple(b for b in self.unpaid if b.consumed)
        if days:
            first = self.components[0]
            self.components[0] = first._replace(bookings=(*days, *first.bookings))

    def payment(self) -> Payment:
        self.reduce()
        if self.amount:
            self.book_unpaid_days()
            return Payment(
                self.amount, tuple(self.reasons), tuple(self.steps), tuple(self.components), self.consent_cost
            )
        denying = tuple(r for r in self.reasons if r.code in _DENYING)
        return Payment(0, denying or (self.plan.no_cost,), tuple(self.steps), (), 0)
