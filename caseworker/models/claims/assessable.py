"""All that one assessment needs of the store, in five statements, as the rules want it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, bindparam, func, literal_column, select
from sqlalchemy.orm import Session

from caseworker.errors import Refusal
from caseworker.models.audit.tables import Event
from caseworker.models.claims.decision_tables import DecisionLine
from caseworker.models.claims.reading import (
    _WIDTH,
    CLAIM_COLUMNS,
    CONSENT_COLUMNS,
    LINE_COLUMNS,
    claim_row,
    fact_table,
    line_of,
)
from caseworker.models.claims.rows import ClaimRow
from caseworker.models.claims.tables import OPEN, Claim, Consent, Fact, Line
from caseworker.models.ledger.queries import BALANCES, standing_of
from caseworker.models.people.provider_tables import Provider
from caseworker.models.people.rows import AddressRow
from caseworker.models.people.tables import Address, Coverage, Person
from caseworker.models.store.numbers import claim_number
from caseworker.models.store.prepared import Prepared, Row, driver_of
from caseworker.rules import case
from caseworker.rules.standing import Standing
from caseworker.rules.vocabulary import Sex, Tier

_TRAVEL = (
    Claim.travel_event_id,
    Claim.travel_event,
    Claim.travel_trip,
    Claim.travel_country,
    Claim.travel_event_at,
    Claim.travel_notified_at,
    Claim.travel_treatment_start,
    Claim.travel_return_reasonable_from,
    Claim.travel_reduction,
)
_PERSON = (Person.id.label("person_id"), Person.birth_date, Person.sex)
_ADDRESSEE = (
    Person.name.label("surname"),
    Person.given_name,
    Person.language,
    Person.iban,
    Address.street,
    Address.house_number,
    Address.postcode,
    Address.town,
    Address.country,
    Address.care_of,
)
# Written out: with a parameter, SQLite would plan anew each time whether the index of open lines may serve.
OPEN_STATE: ColumnElement[str] = literal_column(f"'{OPEN}'")
MIVITA: ColumnElement[str] = literal_column("'mivita'")
_LINE_ID = _WIDTH + len(CONSENT_COLUMNS)


def _head(*more: Any) -> Select[*tuple[Any, ...]]:
    return (
        select(*CLAIM_COLUMNS, *_PERSON, *_TRAVEL, *more)
        .select_from(Claim)
        .join(Person, Person.id == Claim.person_id)
        .outerjoin(Provider, Provider.id == Claim.provider_id)
        .where(Claim.id == bindparam("claim"))
    )


HEAD = Prepared(_head())
_CHAIN = (
    select(Event.sequence).where(Event.chain == Person.id).order_by(Event.sequence.desc()).limit(1),
    select(Event.hash).where(Event.chain == Person.id).order_by(Event.sequence.desc()).limit(1),
)
HEAD_FOR_DECIDING = Prepared(
    _head(*_ADDRESSEE, *(each.scalar_subquery() for each in _CHAIN)).outerjoin(
        Address, Address.person_id == Person.id
    )
)
COVERAGES = Prepared(
    select(Coverage.tier, Coverage.first, Coverage.last)
    .where(Coverage.person_id == bindparam("person"), Coverage.product == MIVITA)
    .order_by(Coverage.first)
)


def _open_lines(*more: Any) -> Prepared:
    return Prepared(
        select(*LINE_COLUMNS, *CONSENT_COLUMNS, Line.id.label("line_id"), *more)
        .select_from(Line)
        .outerjoin(Consent, Consent.id == Line.consent_id)
        .where(Line.claim_id == bindparam("claim"), Line.state == OPEN_STATE)
        .order_by(Line.position)
    )


OPEN_LINES = _open_lines()
OPEN_LINES_FOR_DECIDING = _open_lines(
    select(func.max(DecisionLine.decision_id)).where(DecisionLine.line_id == Line.id).scalar_subquery()
)
FACTS = Prepared(
    select(Fact.line_id, Fact.name, Fact.value).where(Fact.claim_id == bindparam("claim")).order_by(Fact.id)
)
LOCK_PERSON_OF_CLAIM = Prepared(
    select(Person.id)
    .join(Claim, Claim.person_id == Person.id)
    .where(Claim.id == bindparam("claim"))
    .with_for_update(of=Person)
)


class Addressee(NamedTuple):
    """Who a letter goes to; address and account are None where none is recorded."""

    name: str
    given_name: str
    language: str
    address: AddressRow | None
    iban: str | None = None


class ForDeciding(NamedTuple):
    """What a decision needs besides: the addressee, the end of the person's chain of events (its number and
    hash, None while it is empty), and the decision that each line had before."""

    addressee: Addressee
    chain: tuple[int | None, str | None]
    earlier: Mapping[str, int]


class Assessable(NamedTuple):
    """A claim's open lines with everything that their assessment looks at. Judging it needs no store."""

    person: case.Person
    coverages: tuple[case.Coverage, ...]
    standing: Standing
    claim: case.Claim
    row: ClaimRow
    person_id: int
    line_ids: Mapping[str, int]
    deciding: ForDeciding | None = None


def load_assessable(session: Session, claim: int, for_deciding: bool = False) -> Assessable:
    """What the claim's open lines need, and what a decision does; Refusal if there is no such claim."""
    driver = driver_of(session)
    of_claim = {"claim": claim}
    head = (HEAD_FOR_DECIDING if for_deciding else HEAD).row(driver, of_claim)
    if head is None:
        raise Refusal("There is no claim {number}.", "Look it up in the queue.", number=claim_number(claim))
    person_id, birth_date, sex = head[11:14]
    of_person = {"person": person_id}
    facts = fact_table(FACTS.rows(driver, of_claim))
    lines = (OPEN_LINES_FOR_DECIDING if for_deciding else OPEN_LINES).rows(driver, of_claim)
    row = claim_row(head)
    return Assessable(
        person=case.Person(birth_date, _SEX[sex]),
        coverages=tuple([case.Coverage(_TIER[t], *days) for t, *days in COVERAGES.rows(driver, of_person)]),
        standing=standing_of(BALANCES.rows(driver, of_person)),
        claim=case.Claim(
            row.label or row.number,
            tuple([line_of(line, facts.get(line[_LINE_ID], {})) for line in lines]),
            row.received,
            travel_of(head[14:23], facts.get(None, {})),
        ),
        row=row,
        person_id=person_id,
        line_ids={line[0]: line[_LINE_ID] for line in lines},
        deciding=_for_deciding(head[23:], lines) if for_deciding else None,
    )


def travel_of(row: Row, facts: Mapping[str, bool]) -> case.Travel | None:
    """The travel case from the columns of `_TRAVEL`; None where the claim has none."""
    if row[0] is None:
        return None
    event_at, notified_at = (None if text is None else datetime.fromisoformat(text) for text in row[4:6])
    values: Row = (*row[:4], event_at, notified_at, *row[6:9], facts)
    return case.Travel(*values)


def _for_deciding(row: Row, lines: list[Row]) -> ForDeciding:
    name, given_name, language, iban = row[:4]
    address = None if row[4] is None else AddressRow(*row[4:10])
    earlier = {line[0]: line[_LINE_ID + 1] for line in lines if line[_LINE_ID + 1] is not None}
    return ForDeciding(Addressee(name, given_name, language, address, iban), (row[10], row[11]), earlier)


_SEX = {sex.value: sex for sex in Sex}
_TIER = {tier.value: tier for tier in Tier}
