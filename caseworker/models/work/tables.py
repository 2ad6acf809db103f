"""Tables: what waits for somebody, and what was typed and not yet entered."""

from datetime import date, datetime

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from caseworker.models.store.base import Base, Key, Moment, one_of
from caseworker.models.work.rows import HELD, READY, WORK_STATES, WORK_WAITS

COUNTED = ("held_until", "lines_facts", "lines_consent", "kind", "state")
OPEN_STATES = f"state IN ('{READY}', '{HELD}')"


class Draft(Base):
    """What someone has typed and not yet entered."""

    __tablename__ = "draft"

    by_whom: Mapped[str] = mapped_column(String(100), primary_key=True)
    key: Mapped[str] = mapped_column(String(100), primary_key=True)
    payload: Mapped[str]
    at: Mapped[datetime] = mapped_column(Moment)


class WorkItem(Base):
    """What there is to do about a subject: one row for each, opened again where it has to be.

    `received_on`: when its subject came in; `complete_on`: the day since which nothing is missing. An item on
    hold is ready again by itself from `held_until` on; `stopped_since` where that hold stops the clock,
    `stopped_days` what earlier holds did. A closed item keeps what it was put off for. `lines_facts` and
    `lines_consent`: how many of `lines_open` wait for that.
    """

    __tablename__ = "work"
    __table_args__ = (
        UniqueConstraint("subject_key", "kind"),
        one_of("state", WORK_STATES),
        one_of("waits", WORK_WAITS),
        CheckConstraint(f"(closed_at IS NULL) = ({OPEN_STATES})", name="closed"),
        CheckConstraint("(closed_at IS NULL) = (closed_by IS NULL)", name="closed_by"),
        CheckConstraint(
            f"state <> '{READY}' OR (held_until IS NULL AND held_why IS NULL AND stopped_since IS NULL)",
            name="ready",
        ),
        CheckConstraint(
            f"state <> '{HELD}' OR (held_until IS NOT NULL AND held_why IS NOT NULL AND waits IS NOT NULL)",
            name="held",
        ),
        CheckConstraint("stopped_days >= 0", name="stopped_days"),
        CheckConstraint("amount_rp >= 0", name="amount"),
        CheckConstraint(
            "lines_facts >= 0 AND lines_consent >= 0 AND lines_facts + lines_consent <= lines_open",
            name="lines",
        ),
        Index(
            "ix_work_next",
            "due_on",
            "id",
            sqlite_where=text(OPEN_STATES),
            postgresql_where=text(OPEN_STATES),
        ),
        # All that the queue narrows by, and few values: counting reads little and nothing else.
        Index(
            "ix_work_count",
            *COUNTED,
            sqlite_where=text(OPEN_STATES),
            postgresql_where=text(OPEN_STATES),
        ),
    )

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    kind: Mapped[str] = mapped_column(String(20))
    subject_key: Mapped[str] = mapped_column(String(60))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    title_key: Mapped[str] = mapped_column(String(60))
    state: Mapped[str] = mapped_column(String(10))
    waits: Mapped[str | None] = mapped_column(String(10))
    received_on: Mapped[date]
    complete_on: Mapped[date | None]
    due_on: Mapped[date]
    held_until: Mapped[date | None]
    held_why: Mapped[str | None] = mapped_column(String(200))
    stopped_since: Mapped[date | None]
    stopped_days: Mapped[int]
    amount_rp: Mapped[int] = mapped_column(BigInteger)
    lines_open: Mapped[int]
    lines_facts: Mapped[int]
    lines_consent: Mapped[int]
    opened_at: Mapped[datetime] = mapped_column(Moment)
    closed_at: Mapped[datetime | None] = mapped_column(Moment)
    closed_by: Mapped[str | None] = mapped_column(String(100))
    version: Mapped[int]
