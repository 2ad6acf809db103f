"""What an assessment finds. Nothing here can be built without the article it rests on."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from caseworker.rules.vocabulary import (
    Citation,
    Code,
    Operator,
    Outcome,
    Rappen,
    Status,
    TenThousandths,
    Tier,
    Unit,
)


class Reason(NamedTuple):
    """Why less is paid, or nothing."""

    code: Code
    citation: Citation
    fact: str | None = None
    limit: str | None = None


class Missing(NamedTuple):
    """A fact, number or date that must be known before the line can be decided."""

    fact: str
    citation: Citation


class Check(NamedTuple):
    """A requirement or exclusion that was looked at, and how it came out."""

    kind: str  # "requirement", "exclusion" or "condition"
    name: str
    citation: Citation
    status: Status


class Step(NamedTuple):
    """One change of the running amount (Rappen). Each `before` is the previous step's `after`.

    `operand` is what the operator worked with: a cap or amount in Rappen, a rate in ten-thousandths, an
    exchange rate in hundred-millionths; `units` are days, or hundredths of an hour.
    """

    operator: Operator
    citation: Citation
    before: Rappen
    after: Rappen
    status: Status
    operand: int | None = None
    units: int | None = None
    limit: str | None = None


class Booking(NamedTuple):
    """What a component took from a limit and what was left after it, in the limit's own unit.

    `period` is what people read (`2022/2026`), `key` the ledger's own period (`2026`), `cap` the cap that
    applied on the decisive date (None: the key has no cap of its own). `entry` is what the ledger books: a
    lifetime limit counts paid lines there, so that reversing one leaves the others standing.
    """

    limit: str
    period: str
    key: str
    unit: Unit
    consumed: int
    left: int
    cap: int | None
    citation: Citation
    entry: int


class Component(NamedTuple):
    """A contribution that pays something, for one part of a line."""

    citation: Citation
    first: date
    last: date
    base: Rappen | None  # None: a lump sum has no base
    rate: TenThousandths | None
    unit: Unit | None
    units: int | None
    unit_amount: Rappen | None
    bookings: tuple[Booking, ...]
    amount: Rappen


class PartFinding(NamedTuple):
    """One part of a line: its days lie in one year, one coverage period and one edition."""

    first: date
    last: date
    edition: str | None
    phase: str | None
    tier: Tier | None
    share: Rappen
    outcome: Outcome
    amount: Rappen
    consent_required: bool
    missing: tuple[Missing, ...]
    reasons: tuple[Reason, ...]
    checks: tuple[Check, ...]
    steps: tuple[Step, ...]  # from `share` to `amount`
    components: tuple[Component, ...]
    consent_cost: Rappen = 0  # what is taken from the consent's highest cost


class LineFinding(NamedTuple):
    """What becomes of a line.

    `steps` lead from what was charged to the sum of the parts' shares; each part's steps from its share
    to its amount.
    """

    id: str
    benefit: str
    outcome: Outcome
    amount: Rappen
    consent_required: bool
    missing: tuple[Missing, ...]
    reasons: tuple[Reason, ...]
    charged: Rappen  # as on the invoice, in its own currency
    steps: tuple[Step, ...]
    parts: tuple[PartFinding, ...]
    consent_id: str | None = None

    @property
    def components(self) -> tuple[Component, ...]:
        """All contributions that pay something; empty unless the line pays."""
        return tuple(c for part in self.parts for c in part.components)

    @property
    def bookings(self) -> tuple[Booking, ...]:
        """All that the line takes from limits."""
        return tuple(b for c in self.components for b in c.bookings)


class ClaimFinding(NamedTuple):
    """The findings of a claim's lines, in the order in which they are listed."""

    id: str
    lines: tuple[LineFinding, ...]

    @property
    def amount(self) -> Rappen:
        """What the claim pays."""
        return sum(line.amount for line in self.lines)


class LimitStanding(NamedTuple):
    """How a limit stands on a day; `cap`, `used` and `left` in its unit."""

    limit: str
    citation: Citation
    period: str
    unit: Unit
    cap: int
    used: int
    left: int


class Profile(NamedTuple):
    """A person in a calendar year (art. 3, 3a, 8.2)."""

    year: int
    age: int
    phase: str
    premium_band: str
    tier: Tier | None
    denta: str | None
    next_phase: tuple[str, date] | None
    next_premium_band: tuple[str, date] | None
