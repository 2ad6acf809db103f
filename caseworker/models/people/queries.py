"""A person as the pages show them: who they are, their cover, their family, their limits."""

from __future__ import annotations

from datetime import date

from sqlalchemy import and_, bindparam, literal, or_, select
from sqlalchemy.orm import Session

from caseworker.errors import Refusal
from caseworker.models.ledger.queries import BALANCES, standing_of
from caseworker.models.people.rows import AddressRow, CoverageRow, Dossier, PersonRow, RelativeRow
from caseworker.models.people.tables import Address, Coverage, Person
from caseworker.models.store.prepared import Driver, Prepared, Row, driver_of

_PERSON = (
    Person.id,
    Person.number,
    Person.ahv,
    Person.name,
    Person.given_name,
    Person.birth_date,
    Person.death_date,
    Person.sex,
    Person.language,
    Person.email,
    Person.phone,
    Person.iban,
    Person.household_id,
    Person.father_id,
    Person.mother_id,
    Person.version,
)
_ADDRESS = (
    Address.street,
    Address.house_number,
    Address.postcode,
    Address.town,
    Address.country,
    Address.care_of,
)
_BY_NUMBER = Prepared(
    select(*_PERSON, *_ADDRESS)
    .outerjoin(Address, Address.person_id == Person.id)
    .where(Person.number == bindparam("number"))
)
_COVERAGES = Prepared(
    select(
        Coverage.id,
        Coverage.product,
        Coverage.tier,
        Coverage.first,
        Coverage.last,
        Coverage.term_years,
        Coverage.version,
    )
    .where(Coverage.person_id == bindparam("person"))
    .order_by(Coverage.first, Coverage.id)
)


def find_person(session: Session, number: str) -> PersonRow:
    """The person with an insured number; Refusal if there is none."""
    return _person(driver_of(session), number)


def dossier(session: Session, number: str) -> Dossier:
    """A person with cover and standing; Refusal if there is no such person."""
    driver = driver_of(session)
    person = _person(driver, number)
    of_person = {"person": person.id}
    coverages = tuple(CoverageRow._make(row) for row in _COVERAGES.rows(driver, of_person))
    return Dossier(person, coverages, standing_of(BALANCES.rows(driver, of_person)))


def family(session: Session, person: PersonRow, day: date) -> tuple[RelativeRow, ...]:
    """Parents, children and household of a person, with the tier they have on a day (art. 20a)."""
    father, mother, home = person.father_id or 0, person.mother_id or 0, person.household_id or 0
    mivita = and_(
        Coverage.person_id == Person.id,
        Coverage.product == "mivita",
        Coverage.first <= day,
        or_(Coverage.last.is_(None), Coverage.last >= day),
    )
    found = session.execute(
        select(
            Person.id,
            Person.father_id,
            Person.mother_id,
            Person.number,
            Person.name,
            Person.given_name,
            Person.birth_date,
            Person.sex,
            Coverage.tier,
        )
        .outerjoin(Coverage, mivita)
        .where(
            Person.id != person.id,
            or_(
                Person.id.in_([father, mother]),
                Person.father_id == person.id,
                Person.mother_id == person.id,
                and_(Person.household_id == home, literal(home) != 0),
            ),
        )
        .order_by(Person.birth_date, Person.id)
    )
    return tuple(RelativeRow(_relation(person, *row[:3]), *row[3:]) for row in found)


def _relation(person: PersonRow, key: int, father: int | None, mother: int | None) -> str:
    if key == person.father_id:
        return "father"
    if key == person.mother_id:
        return "mother"
    return "child" if person.id in (father, mother) else "household"


def _person(driver: Driver, number: str) -> PersonRow:
    row = _BY_NUMBER.row(driver, {"number": number.strip()})
    if row is None:
        raise Refusal(
            "There is no person with number {number}.", "Find them with `caseworker find`.", number=number
        )
    return person_row(row)


def person_row(row: Row) -> PersonRow:
    """A person from the columns of `_PERSON` and `_ADDRESS`."""
    width = len(_PERSON)
    address = None if row[width] is None else AddressRow(*row[width:])
    values: Row = (*row[:width], address)
    return PersonRow(*values)


LOCK_PERSON = Prepared(select(Person.id).where(Person.id == bindparam("person")).with_for_update())
