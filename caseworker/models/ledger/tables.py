"""Tables: the ledger of the limits and its balances."""

from datetime import datetime

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    ForeignKey,
    Index,
    PrimaryKeyConstraint,
    String,
)
from sqlalchemy.orm import Mapped, mapped_column

from caseworker.models.store.base import Base, Key, Moment, one_of
from caseworker.rules.vocabulary import Unit


class Entry(Base):
    """One use of a limit by one line, or its counter-entry; `amount` in the limit's unit, signed."""

    __tablename__ = "entry"
    __table_args__ = (
        CheckConstraint("amount <> 0", name="amount"),
        CheckConstraint("(amount < 0) = counter", name="counter"),
        one_of("unit", Unit),
        Index("ix_entry_person_id_limit", "person_id", "limit_name", "period_key", "amount"),
        Index("ix_entry_decision_id", "decision_id"),
    )

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    decision_id: Mapped[int] = mapped_column(ForeignKey("decision.id"))
    line_id: Mapped[int] = mapped_column(ForeignKey("line.id"))
    limit_name: Mapped[str] = mapped_column(String(60))
    period_key: Mapped[str]
    amount: Mapped[int] = mapped_column(BigInteger)
    unit: Mapped[str] = mapped_column(String(10))
    article: Mapped[str] = mapped_column(String(60))
    reading: Mapped[str | None]
    cap: Mapped[int | None] = mapped_column(BigInteger)
    counter: Mapped[bool]
    at: Mapped[datetime] = mapped_column(Moment)


class LimitBalance(Base):
    """What is used and reserved of a limit in one period; never more than its cap."""

    __tablename__ = "limit_balance"
    __table_args__ = (
        PrimaryKeyConstraint("person_id", "limit_name", "period_key"),
        CheckConstraint("used >= 0 AND reserved >= 0", name="not_negative"),
        CheckConstraint("cap IS NULL OR used + reserved <= cap", name="within_cap"),
        one_of("unit", Unit),
        {"sqlite_with_rowid": False},
    )

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    limit_name: Mapped[str] = mapped_column(String(60))
    period_key: Mapped[str]
    used: Mapped[int] = mapped_column(BigInteger)
    reserved: Mapped[int] = mapped_column(BigInteger)
    cap: Mapped[int | None] = mapped_column(BigInteger)
    unit: Mapped[str] = mapped_column(String(10))
    article: Mapped[str] = mapped_column(String(60))
    reading: Mapped[str | None]
