"""Table: what was typed and not yet entered."""

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from caseworker.models.store.base import Base, Moment


class Draft(Base):
    """What someone has typed and not yet entered."""

    __tablename__ = "draft"

    by_whom: Mapped[str] = mapped_column(String(100), primary_key=True)
    key: Mapped[str] = mapped_column(String(100), primary_key=True)
    payload: Mapped[str]
    at: Mapped[datetime] = mapped_column(Moment)
