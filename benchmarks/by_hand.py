"""The floor for the rules: one slice of the conditions (11, 12.5, 19, 27 to 34) written out by hand.

No trace, no articles as data, no editions: what a programmer would write who only wanted the amount.
"""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

CENT = Decimal("0.01")
RATES = {"reala": Decimal("0.5"), "extensa": Decimal("0.75")}
COMPLEMENTARY = {"reala": Decimal(1500), "extensa": Decimal(2500)}
AREA = {"reala": Decimal(200), "extensa": Decimal(300)}
PROMOTION = {"reala": Decimal(500), "extensa": Decimal(1000)}
SPECIFIC = {"reala": Decimal(1000), "extensa": Decimal(1500)}
SPECIFIC_CHILD = {"reala": Decimal(750), "extensa": Decimal(1000)}
A_DAY = {"reala": Decimal(60), "extensa": Decimal(90)}
ZERO = Decimal(0)
CURE_FACTS = (
    "prescribed",
    "inpatient",
    "provider_recognised",
    "cure_indicated",
    "entry_examination",
    "treatment_plan",
    "prior_request",
)


class Invoice(NamedTuple):
    """One line with everything that the slice needs."""

    benefit: str
    first: date
    last: date
    charged: Decimal
    facts: dict[str, bool]


class Cover(NamedTuple):
    """A period of cover."""

    tier: str
    first: date
    last: date | None


Used = dict[tuple[str, int], Decimal]
Result = tuple[str, Decimal, list[str]]


def assess(invoice: Invoice, birth_year: int, covers: tuple[Cover, ...], used: Used) -> Result:
    """Outcome, amount and reasons of one line; books what it pays."""
    day = invoice.first
    tier = next((c.tier for c in covers if c.first <= day and (c.last is None or day <= c.last)), None)
    if tier is None:
        return "deny", ZERO, ["not_insured"]
    age = day.year - birth_year
    if invoice.benefit == "complementary.treatment":
        return _complementary(invoice, tier, used)
    if invoice.benefit.startswith("health_promotion."):
        return _promotion(invoice, tier, age, used)
    if invoice.benefit == "specific.psychotherapy":
        return _specific(invoice, tier, age, used)
    return _cure(invoice, tier, age, used)


def _facts(invoice: Invoice, names: tuple[str, ...]) -> Result | None:
    if any(invoice.facts.get(name) is False for name in names) or invoice.facts.get("cga_excluded"):
        return "deny", ZERO, ["requirement_not_met"]
    if any(name not in invoice.facts for name in names):
        return "pending", ZERO, []
    return None


def _cut(amount: Decimal, caps: tuple[tuple[str, Decimal], ...], year: int, used: Used) -> Result:
    paid, reasons = amount, []
    for limit, cap in caps:
        left = max(cap - used.get((limit, year), ZERO), ZERO)
        if left < amount:
            reasons.append("limit_reached" if left else "limit_exhausted")
            paid = min(paid, left)
    if not paid:
        return "deny", ZERO, ["limit_exhausted"]
    for limit, _ in caps:
        used[limit, year] = used.get((limit, year), ZERO) + paid
    return "pay", paid, reasons


def _complementary(invoice: Invoice, tier: str, used: Used) -> Result:
    stopped = _facts(invoice, ("provider_recognised",))
    if stopped:
        return stopped
    amount = (invoice.charged * RATES[tier]).quantize(CENT, ROUND_HALF_UP)
    return _cut(amount, (("complementary", COMPLEMENTARY[tier]),), invoice.first.year, used)


def _promotion(invoice: Invoice, tier: str, age: int, used: Used) -> Result:
    if age < 13:
        return "deny", ZERO, ["not_in_phase"]
    asked = ("provider_recognised", "subscription_eligible")
    stopped = _facts(invoice, asked if invoice.benefit.endswith("fitness") else asked[:1])
    if stopped:
        return stopped
    amount = (invoice.charged * Decimal("0.5")).quantize(CENT, ROUND_HALF_UP)
    caps = ((invoice.benefit, AREA[tier]), ("health_promotion", PROMOTION[tier]))
    return _cut(amount, caps, invoice.first.year, used)


def _specific(invoice: Invoice, tier: str, age: int, used: Used) -> Result:
    if age < 13:
        return "deny", ZERO, ["not_in_phase"]
    stopped = _facts(invoice, ("prescribed", "provider_recognised"))
    if stopped:
        return stopped
    amount = (invoice.charged * Decimal("0.6")).quantize(CENT, ROUND_HALF_UP)
    cap = (SPECIFIC if age >= 13 else SPECIFIC_CHILD)[tier]
    return _cut(amount, (("specific", cap),), invoice.first.year, used)


def _cure(invoice: Invoice, tier: str, age: int, used: Used) -> Result:
    if age < 26:
        return "deny", ZERO, ["not_in_phase"]
    stopped = _facts(invoice, CURE_FACTS)
    if stopped:
        return stopped
    year, days = invoice.first.year, (invoice.last - invoice.first).days + 1
    by_year = [int(used.get(("cure_days", y), ZERO)) for y in range(year - 4, year + 5)]
    left = max(50 - max(sum(by_year[i : i + 5]) for i in range(5)), 0)
    paid_days = min(days, left)
    if not paid_days:
        return "deny", ZERO, ["limit_exhausted"]
    base = invoice.charged
    if paid_days < days:
        base = (base * paid_days / days).quantize(CENT, ROUND_HALF_UP)
    used["cure_days", year] = used.get(("cure_days", year), ZERO) + paid_days
    return "pay", min(A_DAY[tier] * paid_days, base), ["limit_reached"] if paid_days < days else []
