"""Tables: who treats or delivers."""

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from caseworker.models.store.base import Base, Folded, Key, one_of

PROVIDER_KINDS = ("physician", "therapist", "hospital", "pharmacy", "spa", "transport", "home_care", "other")


class Provider(Base):
    """Who treats or delivers; `contracted`: a hospital with a recognised tariff by contract (22.2)."""

    __tablename__ = "provider"
    __table_args__ = (one_of("kind", PROVIDER_KINDS), Index("ix_provider_name_key", "name_key"))

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    name: Mapped[str] = mapped_column(String(200))
    name_key: Mapped[str] = mapped_column(Folded)
    kind: Mapped[str] = mapped_column(String(20))
    town: Mapped[str] = mapped_column(String(200))
    country: Mapped[str] = mapped_column(String(2))
    contracted: Mapped[bool]
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy reads it from the class body


class ProviderMethod(Base):
    """A method for which a provider is recognised (art. 11.2)."""

    __tablename__ = "provider_method"

    provider_id: Mapped[int] = mapped_column(ForeignKey("provider.id"), primary_key=True, autoincrement=False)
    method: Mapped[str] = mapped_column(String(100), primary_key=True)
