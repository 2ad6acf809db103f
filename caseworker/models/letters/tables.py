"""Tables: letters, which are only added to."""

from datetime import datetime

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    ForeignKey,
    ForeignKeyConstraint,
    LargeBinary,
    PrimaryKeyConstraint,
    String,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column

from caseworker.models.store.base import Base, Moment


class Letter(Base):
    """The letter entry of a decision; `record` is canonical JSON of all that stands in the letter."""

    __tablename__ = "letter"
    __table_args__ = (
        PrimaryKeyConstraint("year", "number"),
        UniqueConstraint("decision_id"),
        CheckConstraint("number > 0", name="number"),
    )

    year: Mapped[int] = mapped_column(autoincrement=False)
    number: Mapped[int] = mapped_column(BigInteger, autoincrement=False)
    decision_id: Mapped[int] = mapped_column(ForeignKey("decision.id"))
    record: Mapped[str]
    sha256: Mapped[str] = mapped_column(String(64))


class LetterFile(Base):
    """The letter as it was drawn: the bytes and their hash."""

    __tablename__ = "letter_file"
    __table_args__ = (
        PrimaryKeyConstraint("year", "number"),
        ForeignKeyConstraint(["year", "number"], ["letter.year", "letter.number"]),
    )

    year: Mapped[int] = mapped_column(autoincrement=False)
    number: Mapped[int] = mapped_column(BigInteger, autoincrement=False)
    content: Mapped[bytes] = mapped_column(LargeBinary)
    sha256: Mapped[str] = mapped_column(String(64))
    by_whom: Mapped[str] = mapped_column(String(100))
    at: Mapped[datetime] = mapped_column(Moment)
