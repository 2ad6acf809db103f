"""Entering many at once: thousands of persons and decided claims a second in one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import islice
from typing import Any, NamedTuple

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from caseworker.models.people.statements import (
    INSERT_ADDRESS,
    INSERT_COVERAGE,
    INSERT_HOUSEHOLD_WITH_KEY,
    INSERT_PERSON_WITH_KEY,
)
from caseworker.models.people.tables import Household, Person
from caseworker.models.store.counters import PERSONS, reserve_numbers
from caseworker.models.store.folding import fold
from caseworker.models.store.prepared import Driver, driver_of
from caseworker.rights import Right
from caseworker.services.audit.events import record_for_store
from caseworker.services.context import Context, needs
from caseworker.services.people.entering import FIRST_NUMBER
from caseworker.services.people.forms import CoverageForm, PersonForm

BATCH = 5_000


class NewPerson(NamedTuple):
    """A person with their cover. `father` and `mother` are places in the same row of persons (0 is the first
    of all that one call enters); they come before their children. `at`: when they were entered, where that
    was not all at once."""

    form: PersonForm
    coverages: tuple[CoverageForm, ...] = ()
    father: int | None = None
    mother: int | None = None
    at: datetime | None = None


class Entered(NamedTuple):
    """A person entered: their key and insured number."""

    id: int
    number: str


@needs(Right.STORE_FILL)
def enter_people(session: Session, ctx: Context, people: Iterable[NewPerson]) -> Iterator[list[Entered]]:
    """Enter persons with address and cover, `BATCH` at a time; yields each batch as it was entered.

    The forms are taken as they are: whoever makes them answers for dates and AHV numbers. Numbers are given.
    """
    driver = driver_of(session)
    first = _first_key(session, driver, Person)
    waiting = iter(people)
    count = 0
    while batch := list(islice(waiting, BATCH)):
        last = reserve_numbers(driver, PERSONS, 0, len(batch))
        numbers = range(FIRST_NUMBER + last - len(batch) + 1, FIRST_NUMBER + last + 1)
        keys = range(first + count, first + count + len(batch))
        _insert_batch(driver, ctx, first, list(zip(keys, map(str, numbers), batch, strict=True)))
        count += len(batch)
        yield [Entered(key, str(number)) for key, number in zip(keys, numbers, strict=True)]
    _continue_keys(session, driver, Person)
    record_for_store(session, ctx, "persons entered in bulk", str(count), {"count": count}, "people")


@needs(Right.STORE_FILL)
def has_people(session: Session, ctx: Context) -> bool:
    """Whether anyone is insured in the store."""
    return session.scalar(select(Person.id).limit(1)) is not None


@needs(Right.STORE_FILL)
def enter_households(session: Session, ctx: Context, names: Sequence[str]) -> range:
    """Enter households; their keys, in order."""
    driver = driver_of(session)
    first = _first_key(session, driver, Household)
    keys = range(first, first + len(names))
    INSERT_HOUSEHOLD_WITH_KEY.run_many(
        driver, [{"id": key, "name": name} for key, name in zip(keys, names, strict=True)]
    )
    _continue_keys(session, driver, Household)
    record_for_store(session, ctx, "households entered in bulk", str(len(names)), {"count": len(names)})
    return keys


def _first_key(session: Session, driver: Driver, table: type[Person | Household]) -> int:
    if driver.dialect.name == "postgresql":
        session.execute(text(f"LOCK TABLE {table.__tablename__} IN EXCLUSIVE MODE"))
    return (session.scalar(select(func.max(table.id))) or 0) + 1


def _continue_keys(session: Session, driver: Driver, table: type[Person | Household]) -> None:
    """Keys were given by hand: Postgres has to be told where to go on."""
    if driver.dialect.name == "postgresql":
        sequence = func.pg_get_serial_sequence(table.__tablename__, "id")
        session.execute(select(func.setval(sequence, select(func.max(table.id)).scalar_subquery())))


def _insert_batch(driver: Driver, ctx: Context, first: int, batch: list[tuple[int, str, NewPerson]]) -> None:
    INSERT_PERSON_WITH_KEY.run_many(
        driver, [{**_person(key, number, new, first), **_entered(ctx, new)} for key, number, new in batch]
    )
    addresses = [
        {"person_id": key, **new.form.address._asdict()}
        for key, _, new in batch
        if new.form.address is not None
    ]
    if addresses:
        INSERT_ADDRESS.run_many(driver, addresses)
    covers = [
        {"person_id": key, **_cover(cover), **_entered(ctx, new)}
        for key, _, new in batch
        for cover in new.coverages
    ]
    if covers:
        INSERT_COVERAGE.run_many(driver, covers)


def _entered(ctx: Context, new: NewPerson) -> dict[str, Any]:
    return {"entered_by": ctx.by, "entered_at": new.at or ctx.at, "version": 1}


def _person(key: int, number: str, new: NewPerson, first: int) -> dict[str, Any]:
    form = new.form
    return {
        "id": key,
        "number": number,
        "ahv": form.ahv,
        "name": form.name,
        "given_name": form.given_name,
        "name_key": fold(form.name),
        "given_key": fold(form.given_name),
        "birth_date": form.birth_date,
        "death_date": form.death_date,
        "sex": form.sex.value,
        "language": form.language,
        "email": form.email,
        "phone": form.phone,
        "iban": form.iban,
        "household_id": form.household,
        "father_id": None if new.father is None else first + new.father,
        "mother_id": None if new.mother is None else first + new.mother,
    }


def _cover(form: CoverageForm) -> dict[str, Any]:
    return {
        "product": form.product,
        "tier": form.tier,
        "first": form.first,
        "last": form.last,
        "term_years": form.term_years,
    }
