"""Tables: providers, claims with their travel case, lines, facts, consents."""

from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from caseworker.models.store.base import Base, Exact, Key, Moment, one_of

OPEN, DECIDED, WITHDRAWN = LINE_STATES = ("open", "decided", "withdrawn")
WAITS = ("facts", "consent")


class Claim(Base):
    """Lines that came in together, with the invoice's data and, for lines abroad, the travel case.

    `label` is the claim's name in a case file. The travel's moments keep their own offset as ISO text.
    """

    __tablename__ = "claim"
    __table_args__ = (
        CheckConstraint("travel_reduction BETWEEN 0 AND 10000", name="travel_reduction"),
        Index("ix_claim_person_id", "person_id"),
    )

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    label: Mapped[str | None]
    received: Mapped[date | None]
    provider_id: Mapped[int | None] = mapped_column(ForeignKey("provider.id"))
    invoice_number: Mapped[str | None] = mapped_column(String(100))
    invoice_date: Mapped[date | None]
    travel_event_id: Mapped[str | None]
    travel_event: Mapped[str | None] = mapped_column(String(20))
    travel_trip: Mapped[str | None] = mapped_column(String(20))
    travel_country: Mapped[str | None] = mapped_column(String(2))
    travel_event_at: Mapped[str | None] = mapped_column(String(40))
    travel_notified_at: Mapped[str | None] = mapped_column(String(40))
    travel_treatment_start: Mapped[date | None]
    travel_return_reasonable_from: Mapped[date | None]
    travel_reduction: Mapped[int | None]
    entered_by: Mapped[str] = mapped_column(String(100))
    entered_at: Mapped[datetime] = mapped_column(Moment)
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy reads it from the class body


class Consent(Base):
    """The trusted doctor's answer; lines that name the same consent share its highest cost (Rappen)."""

    __tablename__ = "consent"
    __table_args__ = (
        CheckConstraint("max_amount > 0", name="max_amount"),
        Index("ix_consent_person_id", "person_id"),
    )

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    name: Mapped[str | None]
    granted: Mapped[bool]
    valid_from: Mapped[date | None]
    valid_until: Mapped[date | None]
    max_amount: Mapped[int | None] = mapped_column(BigInteger)
    by_whom: Mapped[str] = mapped_column(String(100))
    at: Mapped[datetime] = mapped_column(Moment)
    source: Mapped[str] = mapped_column(String(200))


class Line(Base):
    """One line of an invoice, with all that a case file's line has.

    `charged` is in hundredths of `currency`, other amounts in Rappen, `quantity` in hundredths. `waits` says
    what an open line waited for when it was last judged; `decision_id` is the decision in force.
    """

    __tablename__ = "line"
    __table_args__ = (
        UniqueConstraint("claim_id", "label"),
        one_of("state", LINE_STATES),
        one_of("waits", WAITS),
        CheckConstraint("last >= first", name="last_after_first"),
        CheckConstraint("charged >= 0", name="charged"),
        CheckConstraint("(currency IS NULL) = (rate IS NULL)", name="rate"),
        CheckConstraint("(state = 'decided') = (decision_id IS NOT NULL)", name="decided"),
        Index("ix_line_claim_id", "claim_id"),
        Index(
            "ix_line_open",
            "claim_id",
            sqlite_where=text("state = 'open'"),
            postgresql_where=text("state = 'open'"),
        ),
        Index("ix_line_decision_id", "decision_id"),
    )

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    claim_id: Mapped[int] = mapped_column(ForeignKey("claim.id"))
    position: Mapped[int]
    label: Mapped[str]
    benefit: Mapped[str] = mapped_column(String(60))
    first: Mapped[date]
    last: Mapped[date]
    charged: Mapped[int] = mapped_column(BigInteger)
    currency: Mapped[str | None] = mapped_column(String(3))
    rate: Mapped[Decimal | None] = mapped_column(Exact)
    other_payments: Mapped[int] = mapped_column(BigInteger)
    tariff_amount: Mapped[int | None] = mapped_column(BigInteger)
    assessed_amount: Mapped[int | None] = mapped_column(BigInteger)
    country: Mapped[str] = mapped_column(String(2))
    quantity: Mapped[int | None] = mapped_column(BigInteger)
    bmi: Mapped[Decimal | None] = mapped_column(Exact)
    child_birth_date: Mapped[date | None]
    treatment_start: Mapped[date | None]
    episode: Mapped[str | None]
    received: Mapped[date | None]
    invoice_language: Mapped[str | None] = mapped_column(String(20))
    return_reasonable_from: Mapped[date | None]
    consent_id: Mapped[int | None] = mapped_column(ForeignKey("consent.id"))
    state: Mapped[str] = mapped_column(String(10), default=OPEN)
    waits: Mapped[str | None] = mapped_column(String(10))
    decision_id: Mapped[int | None] = mapped_column(ForeignKey("decision.id"))


class Fact(Base):
    """What was established, by whom, when and from what; only added to. The last one of a name counts.

    `line_id` NULL: a fact of the whole travel case. `value` NULL: not known (again).
    """

    __tablename__ = "fact"
    __table_args__ = (Index("ix_fact_claim_id", "claim_id"),)

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    claim_id: Mapped[int] = mapped_column(ForeignKey("claim.id"))
    line_id: Mapped[int | None] = mapped_column(ForeignKey("line.id"))
    name: Mapped[str] = mapped_column(String(60))
    value: Mapped[bool | None]
    by_whom: Mapped[str] = mapped_column(String(100))
    at: Mapped[datetime] = mapped_column(Moment)
    source: Mapped[str] = mapped_column(String(200))
