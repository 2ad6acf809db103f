"""Tables: households, persons, addresses, cover."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from caseworker.models.store.base import Base, Folded, Key, Moment, one_of
from caseworker.rules.vocabulary import Sex, Tier

LANGUAGES = ("it", "de", "fr", "en")
PRODUCTS = ("mivita", "comforta", "denta")
WARDS = ("semi_private", "private")


class Household(Base):
    """People who live together."""

    __tablename__ = "household"

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    name: Mapped[str] = mapped_column(String(200))


class Person(Base):
    """An insured person. Names may be empty: not recorded. The folded keys serve the search."""

    __tablename__ = "person"
    __table_args__ = (
        UniqueConstraint("number"),
        UniqueConstraint("ahv"),
        one_of("sex", Sex),
        one_of("language", LANGUAGES),
        CheckConstraint("death_date IS NULL OR death_date >= birth_date", name="death_after_birth"),
        CheckConstraint("father_id <> id AND mother_id <> id", name="own_parent"),
        Index("ix_person_name_given_birth", "name_key", "given_key", "birth_date"),
        Index("ix_person_given_name_birth", "given_key", "name_key", "birth_date"),
        Index("ix_person_birth_date", "birth_date"),
        Index("ix_person_household_id", "household_id"),
        Index("ix_person_father_id", "father_id"),
        Index("ix_person_mother_id", "mother_id"),
    )

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    number: Mapped[str] = mapped_column(Folded)
    ahv: Mapped[str | None] = mapped_column(Folded)
    name: Mapped[str] = mapped_column(String(200))
    given_name: Mapped[str] = mapped_column(String(200))
    name_key: Mapped[str] = mapped_column(Folded)
    given_key: Mapped[str] = mapped_column(Folded)
    birth_date: Mapped[date]
    death_date: Mapped[date | None]
    sex: Mapped[str] = mapped_column(String(1))
    language: Mapped[str] = mapped_column(String(2))
    email: Mapped[str | None] = mapped_column(String(200))
    phone: Mapped[str | None] = mapped_column(String(40))
    iban: Mapped[str | None] = mapped_column(String(34))
    household_id: Mapped[int | None] = mapped_column(ForeignKey("household.id"))
    father_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    mother_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    entered_by: Mapped[str] = mapped_column(String(100))
    entered_at: Mapped[datetime] = mapped_column(Moment)
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy reads it from the class body


class Address(Base):
    """Where a person's post goes; earlier addresses stand in the audit events."""

    __tablename__ = "address"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True, autoincrement=False)
    care_of: Mapped[str | None] = mapped_column(String(200))
    street: Mapped[str] = mapped_column(String(200))
    house_number: Mapped[str] = mapped_column(String(20))
    postcode: Mapped[str] = mapped_column(String(20))
    town: Mapped[str] = mapped_column(String(200))
    country: Mapped[str] = mapped_column(String(2))


class Coverage(Base):
    """One dated period of a product; `last` is the last insured day, NULL while open (art. 2, 5a, 8.2)."""

    __tablename__ = "coverage"
    __table_args__ = (
        one_of("product", PRODUCTS),
        CheckConstraint("last IS NULL OR last >= first", name="last_after_first"),
        CheckConstraint("term_years IN (1, 3)", name="term_years"),
        CheckConstraint(
            f"(product = 'mivita' AND tier IN {tuple(t.value for t in Tier)})"
            f" OR (product = 'comforta' AND tier IN {WARDS})"
            " OR (product = 'denta' AND tier IS NULL)",
            name="tier",
        ),
        Index("ix_coverage_person_id", "person_id"),
    )

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    product: Mapped[str] = mapped_column(String(10))
    tier: Mapped[str | None] = mapped_column(String(12))
    first: Mapped[date]
    last: Mapped[date | None]
    term_years: Mapped[int]
    entered_by: Mapped[str] = mapped_column(String(100))
    entered_at: Mapped[datetime] = mapped_column(Moment)
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy reads it from the class body
