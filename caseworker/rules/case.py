"""What is assessed: a person, their cover, claims with lines, a journey. Frozen; checked by its builder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from caseworker.rules.vocabulary import HOME, Hundredths, Rappen, Sex, TenThousandths, Tier


@dataclass(frozen=True, slots=True)
class Person:
    """The insured person, as far as the conditions ask (art. 3)."""

    birth_date: date
    sex: Sex


@dataclass(frozen=True, slots=True)
class Coverage:
    """One period of Mivita; `last` is the last insured day, None while open."""

    tier: Tier
    first: date
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Consent:
    """The trusted doctor's answer. Lines with the same `id` share `max_amount` (Rappen, of cost)."""

    granted: bool
    id: str | None = None
    valid_from: date | None = None
    valid_until: date | None = None
    max_amount: Rappen | None = None


@dataclass(frozen=True, slots=True)
class Travel:
    """The travel case of a claim (art. 35 to 44). `reduction` in ten-thousandths (art. 44)."""

    event_id: str
    event: str
    trip: str
    country: str
    event_at: datetime | None = None
    notified_at: datetime | None = None
    treatment_start: date | None = None
    return_reasonable_from: date | None = None
    reduction: TenThousandths = 0
    facts: Mapping[str, bool] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an invoice.

    `charged` is in hundredths of `currency`; `rate` is CHF for one unit of it (None: CHF). The other
    amounts are Rappen. `quantity` is in hundredths of an hour (childcare) or of a day (home help). A fact
    that is not in `facts` is not known.
    """

    id: str
    benefit: str
    first: date
    last: date
    charged: Rappen
    currency: str | None = None
    rate: Decimal | None = None
    other_payments: Rappen = 0
    tariff_amount: Rappen | None = None
    assessed_amount: Rappen | None = None
    country: str = HOME
    quantity: Hundredths | None = None
    facts: Mapping[str, bool] = field(default_factory=dict)
    bmi: Decimal | None = None
    child_birth_date: date | None = None
    treatment_start: date | None = None
    episode: str | None = None
    received: date | None = None
    invoice_language: str | None = None
    consent: Consent | None = None
    return_reasonable_from: date | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """The lines that came in together; `travel` is there for lines abroad."""

    id: str
    lines: tuple[Line, ...]
    received: date | None = None
    travel: Travel | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """One insured person's whole story, claims in the order in which they were decided."""

    as_of: date
    person: Person
    coverages: tuple[Coverage, ...]
    claims: tuple[Claim, ...] = ()
