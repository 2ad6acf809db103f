"""Tables: letters, what happened to them, and their bytes; all are only added to."""

from datetime import date, datetime

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    LargeBinary,
    PrimaryKeyConstraint,
    String,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column

from caseworker.models.store.base import Base, Key, Moment, one_of

RECIPIENTS = ("insured", "parent", "representative", "heirs", "provider")
READY, HELD, FREED, CANCELLED = "ready", "held", "freed", "cancelled"
PRINTED, SAVED, EXPORTED = "printed", "saved", "exported"
LATER = ("batched", "spoiled", "posted", "made_available", "notified", "opened", "returned")
HAPPENINGS = (READY, HELD, FREED, CANCELLED, PRINTED, SAVED, EXPORTED, *LATER)
OUT = (PRINTED, SAVED, EXPORTED, "posted", "made_available")
"""After one of these the letter may be in somebody's hands."""


class Letter(Base):
    """A letter to or about a person; `record` is canonical JSON of all that stands in it.

    It is about something (`claim`, C12); `answer_by` is the day by which it asks for an answer; it may
    correct an earlier letter. Only a decision's letter names a decision.
    """

    __tablename__ = "letter"
    __table_args__ = (
        PrimaryKeyConstraint("year", "number"),
        UniqueConstraint("decision_id"),
        ForeignKeyConstraint(["corrects_year", "corrects_number"], ["letter.year", "letter.number"]),
        CheckConstraint("number > 0", name="number"),
        CheckConstraint("(kind = 'decision') = (decision_id IS NOT NULL)", name="kind"),
        CheckConstraint("(about_kind IS NULL) = (about_key IS NULL)", name="about"),
        CheckConstraint("(corrects_year IS NULL) = (corrects_number IS NULL)", name="corrects"),
        one_of("recipient_kind", RECIPIENTS),
        Index("ix_letter_person_id", "person_id"),
        Index("ix_letter_about", "about_key", "kind"),
        # Without it each letter that a step takes out or puts in is looked for among all the others.
        Index("ix_letter_corrects", "corrects_year", "corrects_number"),
    )

    year: Mapped[int] = mapped_column(autoincrement=False)
    number: Mapped[int] = mapped_column(BigInteger, autoincrement=False)
    kind: Mapped[str] = mapped_column(String(30))
    decision_id: Mapped[int | None] = mapped_column(ForeignKey("decision.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    about_kind: Mapped[str | None] = mapped_column(String(20))
    about_key: Mapped[str | None] = mapped_column(String(40))
    corrects_year: Mapped[int | None]
    corrects_number: Mapped[int | None] = mapped_column(BigInteger)
    recipient_kind: Mapped[str] = mapped_column(String(20))
    language: Mapped[str] = mapped_column(String(2))
    answer_by: Mapped[date | None]
    record: Mapped[str]
    sha256: Mapped[str] = mapped_column(String(64))


class LetterEvent(Base):
    """What happened to a letter, when, by whom and, where that is not plain, why."""

    __tablename__ = "letter_event"
    __table_args__ = (
        ForeignKeyConstraint(["year", "number"], ["letter.year", "letter.number"]),
        one_of("kind", HAPPENINGS),
        Index("ix_letter_event_year_number", "year", "number"),
    )

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    year: Mapped[int]
    number: Mapped[int] = mapped_column(BigInteger)
    kind: Mapped[str] = mapped_column(String(20))
    at: Mapped[datetime] = mapped_column(Moment)
    by_whom: Mapped[str] = mapped_column(String(100))
    cause: Mapped[str | None] = mapped_column(String(200))


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
