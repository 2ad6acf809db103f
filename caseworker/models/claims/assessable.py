"""All that one assessment needs of the store, in five statements, as the rules want it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, bindparam, func, literal_column, select
from sqlalchemy.orm import Session

from caseworker.errors import Refusal
from caseworker.models.audit.tables import Event
from caseworker.models.claims.decision_tables import DecisionLine
from caseworker.models.claims.reading import (
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
from caseworker.models.store.columns import Columns, cut, labelled, own
from caseworker.models.store.numbers import claim_number
from caseworker.models.store.prepared import Prepared, Row, driver_of
from caseworker.rules import case
from caseworker.rules.standing import Standing
from caseworker.rules.vocabulary import Sex, Tier

_PERSON = labelled("person", id=Person.id, birth_date=Person.birth_date, sex=Person.sex)
_TRAVEL_FIELDS = [field.name for field in fields(case.Travel)]
_EVENT_AT, _FACTS = _TRAVEL_FIELDS.index("event_at"), _TRAVEL_FIELDS.index("facts")
_TRAVEL = labelled("travel", **own(Claim, _TRAVEL_FIELDS[:_FACTS], "travel_"))
_NAMED = ("name", "given_name", "language", "iban")
_ADDRESSEE = labelled("addressee", **own(Person, _NAMED), **own(Address, AddressRow._fields))


def _of_last_event(column: Any) -> Any:
    own = select(column).where(Event.chain == Person.id)
    return own.order_by(Event.sequence.desc()).limit(1).scalar_subquery()


_CHAIN = labelled("chain", sequence=_of_last_event(Event.sequence), hash=_of_last_event(Event.hash))
_HEAD = (*CLAIM_COLUMNS, *_PERSON, *_TRAVEL)
_HEAD_FOR_DECIDING = (*_HEAD, *_ADDRESSEE, *_CHAIN)
# Written out: with a parameter, SQLite would plan anew each time whether the index of open lines may serve.
OPEN_STATE: ColumnElement[str] = literal_column(f"'{OPEN}'")
MIVITA: ColumnElement[str] = literal_column("'mivita'")


def _head(columns: Columns) -> Select[*tuple[Any, ...]]:
    return (
        select(*columns)
        .select_from(Claim)
        .join(Person, Person.id == Claim.person_id)
        .outerjoin(Provider, Provider.id == Claim.provider_id)
        .where(Claim.id == bindparam("claim"))
    )


HEAD = Prepared(_head(_HEAD))
HEAD_FOR_DECIDING = Prepared(_head(_HEAD_FOR_DECIDING).outerjoin(Address, Address.person_id == Person.id))
COVERAGES = Prepared(
    select(Coverage.tier, Coverage.first, Coverage.last)
    .where(Coverage.person_id == bindparam("person"), Coverage.product == MIVITA)
    .order_by(Coverage.first)
)


_OPEN_LINES = (*LINE_COLUMNS, *CONSENT_COLUMNS, *labelled("line", key=Line.id))
_EARLIER = labelled(
    "line",
    earlier=select(func.max(DecisionLine.decision_id))
    .where(DecisionLine.line_id == Line.id)
    .scalar_subquery(),
)
_OPEN_LINES_FOR_DECIDING = (*_OPEN_LINES, *_EARLIER)


def _open_lines(columns: Columns) -> Prepared:
    return Prepared(
        select(*columns)
        .select_from(Line)
        .outerjoin(Consent, Consent.id == Line.consent_id)
        .where(Line.claim_id == bindparam("claim"), Line.state == OPEN_STATE)
        .order_by(Line.position)
    )


OPEN_LINES = _open_lines(_OPEN_LINES)
OPEN_LINES_FOR_DECIDING = _open_lines(_OPEN_LINES_FOR_DECIDING)
FACTS = Prepared(
    select(Fact.line_id, Fact.name, Fact.value).where(Fact.claim_id == bindparam("claim")).order_by(Fact.id)
)
LOCK_PERSON_OF_CLAIM = Prepared(
    select(Person.id, Person.number)
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
    person_id, birth_date, sex = _OF_PERSON(head)
    of_person = {"person": person_id}
    facts = fact_table(FACTS.rows(driver, of_claim))
    lines = (OPEN_LINES_FOR_DECIDING if for_deciding else OPEN_LINES).rows(driver, of_claim)
    keys = [_LABEL_AND_KEY(line) for line in lines]
    row = claim_row(head)
    return Assessable(
        person=case.Person(birth_date, _SEX[sex]),
        coverages=tuple([case.Coverage(_TIER[t], *days) for t, *days in COVERAGES.rows(driver, of_person)]),
        standing=standing_of(BALANCES.rows(driver, of_person)),
        claim=case.Claim(
            row.label or row.number,
            tuple([line_of(line, facts.get(key, {})) for line, (_, key) in zip(lines, keys, strict=True)]),
            row.received,
            travel_of(head, facts.get(None, {})),
        ),
        row=row,
        person_id=person_id,
        line_ids=dict(keys),
        deciding=_for_deciding(head, lines) if for_deciding else None,
    )


def travel_of(row: Row, facts: Mapping[str, bool]) -> case.Travel | None:
    """The travel case out of a claim's head; None where the claim has none."""
    travel = _OF_TRAVEL(row)
    if travel[0] is None:
        return None
    event_at, notified_at = (None if text is None else datetime.fromisoformat(text) for text in _MOMENTS(row))
    values: Row = (*travel, event_at, notified_at, *_AFTER_MOMENTS(row), facts)
    return case.Travel(*values)


def _for_deciding(head: Row, lines: list[Row]) -> ForDeciding:
    address = _OF_ADDRESS(head)
    name, given_name, language, iban = _OF_ADDRESSEE(head)
    to = Addressee(name, given_name, language, None if address[0] is None else AddressRow(*address), iban)
    earlier = {label: decision for label, decision in map(_LABEL_AND_EARLIER, lines) if decision is not None}
    sequence, digest = _OF_CHAIN(head)
    return ForDeciding(to, (sequence, digest), earlier)


_OF_PERSON = cut(_HEAD, "person", ("id", "birth_date", "sex"))
_OF_TRAVEL = cut(_HEAD, "travel", _TRAVEL_FIELDS[:_EVENT_AT])
_MOMENTS = cut(_HEAD, "travel", ("event_at", "notified_at"))
_AFTER_MOMENTS = cut(_HEAD, "travel", _TRAVEL_FIELDS[_EVENT_AT + 2 : _FACTS])
_OF_ADDRESSEE = cut(_HEAD_FOR_DECIDING, "addressee", _NAMED)
_OF_ADDRESS = cut(_HEAD_FOR_DECIDING, "addressee", AddressRow._fields)
_OF_CHAIN = cut(_HEAD_FOR_DECIDING, "chain", ("sequence", "hash"))
_LABEL_AND_KEY = cut(_OPEN_LINES, "line", ("id", "key"))
_LABEL_AND_EARLIER = cut(_OPEN_LINES_FOR_DECIDING, "line", ("id", "earlier"))
_SEX = {sex.value: sex for sex in Sex}
_TIER = {tier.value: tier for tier in Tier}
