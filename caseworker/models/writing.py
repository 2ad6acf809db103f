"""The statements that enter claims and decisions, compiled once: thousands fit in one transaction."""

from __future__ import annotations

from sqlalchemy import Table, bindparam, insert, update
from sqlalchemy.dialects import postgresql, sqlite

from caseworker.models.base import Base
from caseworker.models.claims import Claim, Consent, Fact, Line
from caseworker.models.decisions import Decision, DecisionLine, Entry, Letter, LimitBalance, Reversal
from caseworker.models.people import Address, Coverage, Household, Person
from caseworker.models.prepared import Driver, Prepared


def _table(model: type[Base]) -> Table:
    table = model.__table__
    assert isinstance(table, Table)
    return table


def _insert(model: type[Base], returning: bool = False, with_key: bool = False) -> Prepared:
    """An INSERT of all columns, without the key where the engine gives it."""
    table = _table(model)
    columns = [c for c in table.columns if with_key or not (c.name == "id" and c.primary_key)]
    statement = insert(table).values({c.name: bindparam(c.name, type_=c.type) for c in columns})
    return Prepared(statement.returning(table.c.id) if returning else statement)


INSERT_HOUSEHOLD_WITH_KEY = _insert(Household, with_key=True)
INSERT_PERSON_WITH_KEY = _insert(Person, with_key=True)
INSERT_ADDRESS = _insert(Address)
INSERT_COVERAGE = _insert(Coverage)
INSERT_CLAIM = _insert(Claim, returning=True)
INSERT_CONSENT = _insert(Consent, returning=True)
INSERT_LINE = _insert(Line, returning=True)
INSERT_FACT = _insert(Fact)
INSERT_DECISION = _insert(Decision, returning=True)
INSERT_DECISION_LINE = _insert(DecisionLine)
INSERT_ENTRY = _insert(Entry)
INSERT_LETTER = _insert(Letter)
INSERT_REVERSAL = _insert(Reversal)

UPDATE_LINE_STATE = Prepared(
    update(Line)
    .where(Line.id == bindparam("line"))
    .values(state=bindparam("state"), waits=bindparam("waits"), decision_id=bindparam("decision_id"))
)


def _book(kind: type[sqlite.Insert] | type[postgresql.Insert]) -> Prepared:
    table = _table(LimitBalance)
    statement = kind(table).values({c.name: bindparam(c.name, type_=c.type) for c in table.columns})
    new = statement.excluded
    return Prepared(
        statement.on_conflict_do_update(
            index_elements=list(table.primary_key.columns),
            set_={
                "used": table.c.used + new.used,
                "cap": new.cap,
                "article": new.article,
                "reading": new.reading,
            },
        )
    )


_BOOK = {"sqlite": _book(sqlite.Insert), "postgresql": _book(postgresql.Insert)}
UNBOOK = Prepared(
    update(LimitBalance)
    .where(
        LimitBalance.person_id == bindparam("person"),
        LimitBalance.limit_name == bindparam("name"),
        LimitBalance.period_key == bindparam("key"),
    )
    .values(used=LimitBalance.used - bindparam("amount"))
)


def book(driver: Driver) -> Prepared:
    """The statement that adds to a balance under the cap of the day; the engine refuses more than the cap."""
    return _BOOK[driver.dialect.name]
