"""Tables: decisions and letters, which are only added to, the ledger of the limits and its balances."""

from datetime import datetime

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    PrimaryKeyConstraint,
    String,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column

from caseworker.models.store.base import Base, Key, Moment, one_of

DECIDED_OUTCOMES = ("pay", "deny")
REVERSAL_CODES = (AT_ONCE,) = ("at_once",)


class Decision(Base):
    """A frozen decision: `document` is canonical JSON of all that it rests on, `sha256` its hash.

    Its letter is entered in the same transaction: the reference is checked when that ends.
    """

    __tablename__ = "decision"
    __table_args__ = (
        ForeignKeyConstraint(
            ["letter_year", "letter_number"],
            ["letter.year", "letter.number"],
            deferrable=True,
            initially="DEFERRED",
            use_alter=True,
        ),
        UniqueConstraint("letter_year", "letter_number"),
        CheckConstraint("amount >= 0", name="amount"),
        Index("ix_decision_person_id", "person_id"),
        Index("ix_decision_claim_id", "claim_id"),
    )

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    claim_id: Mapped[int] = mapped_column(ForeignKey("claim.id"))
    at: Mapped[datetime] = mapped_column(Moment)
    by_whom: Mapped[str] = mapped_column(String(100))
    amount: Mapped[int] = mapped_column(BigInteger)
    fingerprint: Mapped[str] = mapped_column(String(64))
    edition: Mapped[str]
    edition_hash: Mapped[str]
    program: Mapped[str] = mapped_column(String(40))
    document: Mapped[str]
    sha256: Mapped[str] = mapped_column(String(64))
    replaces_id: Mapped[int | None] = mapped_column(ForeignKey("decision.id"))
    letter_year: Mapped[int]
    letter_number: Mapped[int] = mapped_column(BigInteger)


class DecisionLine(Base):
    """What a decision gave to one line (Rappen)."""

    __tablename__ = "decision_line"
    __table_args__ = (
        PrimaryKeyConstraint("decision_id", "line_id"),
        one_of("outcome", DECIDED_OUTCOMES),
        Index("ix_decision_line_line_id", "line_id"),
    )

    decision_id: Mapped[int] = mapped_column(ForeignKey("decision.id"))
    line_id: Mapped[int] = mapped_column(ForeignKey("line.id"))
    outcome: Mapped[str] = mapped_column(String(10))
    amount: Mapped[int] = mapped_column(BigInteger)


class Reversal(Base):
    """A decision taken back, at most once, with the reason. The decision itself stays.

    `code` stands for a reason that is no text of a person: `at_once`, before its letter was sent.
    """

    __tablename__ = "reversal"
    __table_args__ = (
        CheckConstraint("length(reason) > 0", name="reason"),
        one_of("code", REVERSAL_CODES),
    )

    decision_id: Mapped[int] = mapped_column(ForeignKey("decision.id"), primary_key=True, autoincrement=False)
    at: Mapped[datetime] = mapped_column(Moment)
    by_whom: Mapped[str] = mapped_column(String(100))
    reason: Mapped[str] = mapped_column(String(1000))
    code: Mapped[str | None] = mapped_column(String(20))
