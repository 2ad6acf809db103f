"""The statements that enter claims and decisions, compiled once: thousands fit in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import ClauseElement, Table, bindparam, insert, update
from sqlalchemy.dialects import postgresql, sqlite

from caseworker.models.claims.decision_tables import (
    Decision,
    DecisionLine,
    Entry,
    Letter,
    LimitBalance,
    Reversal,
)
from caseworker.models.claims.tables import Claim, Consent, Fact, Line
from caseworker.models.people.tables import Address, Coverage, Household, Person
from caseworker.models.store.base import Base
from caseworker.models.store.prepared import Driver, Prepared

ROWS_TOGETHER = 8


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
INSERT_LETTER = _insert(Letter)
INSERT_REVERSAL = _insert(Reversal)

UPDATE_LINE_STATE = Prepared(
    update(Line)
    .where(Line.id == bindparam("line"))
    .values(state=bindparam("state"), waits=bindparam("waits"), decision_id=bindparam("decision_id"))
)


Make = Callable[[str, list[dict[str, Any]]], ClauseElement]


class Together:
    """An INSERT of a few rows as one statement, made once for each engine and number of rows."""

    __slots__ = ("_columns", "_made", "_make")

    def __init__(self, model: type[Base], make: Make) -> None:
        self._columns = [c for c in _table(model).columns if not (c.name == "id" and c.primary_key)]
        self._make = make
        self._made: dict[tuple[str, int], Prepared] = {}

    def run(self, driver: Driver, rows: Sequence[Mapping[str, Any]]) -> None:
        """Insert the rows, so many at a time."""
        for start in range(0, len(rows), ROWS_TOGETHER):
            some = rows[start : start + ROWS_TOGETHER]
            parameters = {f"{name}_{place}": row[name] for place, row in enumerate(some) for name in row}
            self._statement(driver.engine, len(some)).run(driver, parameters)

    def _statement(self, engine: str, count: int) -> Prepared:
        known = self._made.get((engine, count))
        if known is None:
            places = range(count)
            rows = [{c.name: bindparam(f"{c.name}_{n}", type_=c.type) for c in self._columns} for n in places]
            known = self._made[engine, count] = Prepared(self._make(engine, rows))
        return known


def _book(engine: str, rows: list[dict[str, Any]]) -> ClauseElement:
    """Add to balances under the cap of the day; the engine refuses more than the cap."""
    table = _table(LimitBalance)
    statement = (sqlite.insert if engine == "sqlite" else postgresql.insert)(table).values(rows)
    new = statement.excluded
    return statement.on_conflict_do_update(
        index_elements=list(table.primary_key.columns),
        set_={
            "used": table.c.used + new.used,
            "cap": new.cap,
            "article": new.article,
            "reading": new.reading,
        },
    )


def _plain(model: type[Base]) -> Together:
    return Together(model, lambda _engine, rows: insert(_table(model)).values(rows))


INSERT_DECISION_LINES = _plain(DecisionLine)
INSERT_ENTRIES = _plain(Entry)
BOOK = Together(LimitBalance, _book)
UNBOOK = Prepared(
    update(LimitBalance)
    .where(
        LimitBalance.person_id == bindparam("person"),
        LimitBalance.limit_name == bindparam("name"),
        LimitBalance.period_key == bindparam("key"),
    )
    .values(used=LimitBalance.used - bindparam("amount"))
)
