"""Table: what the house set for itself, which is only added to."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, String
from sqlalchemy.orm import Mapped, mapped_column

from caseworker.models.store.base import Base, Key, Moment


class Setting(Base):
    """A value that counts from a day on; no value: the default again. No language: the same in all."""

    __tablename__ = "setting"
    __table_args__ = (CheckConstraint("length(why) > 0", name="why"),)

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    name: Mapped[str] = mapped_column(String(60))
    language: Mapped[str] = mapped_column(String(2))
    value: Mapped[str | None]
    valid_from: Mapped[date]
    by_whom: Mapped[str] = mapped_column(String(100))
    at: Mapped[datetime] = mapped_column(Moment)
    why: Mapped[str] = mapped_column(String(1000))
