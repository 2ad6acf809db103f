"""INSERTs made from tables, compiled once for each engine."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import ClauseElement, Table, bindparam, insert

from caseworker.models.store.base import Base
from caseworker.models.store.prepared import Driver, Prepared

ROWS_TOGETHER = 8


def table_of(model: type[Base]) -> Table:
    """The table of a mapped class."""
    table = model.__table__
    assert isinstance(table, Table)
    return table


def insert_of(model: type[Base], returning: bool = False, with_key: bool = False) -> Prepared:
    """An INSERT of all columns, without the key where the engine gives it."""
    table = table_of(model)
    columns = [c for c in table.columns if with_key or not (c.name == "id" and c.primary_key)]
    statement = insert(table).values({c.name: bindparam(c.name, type_=c.type) for c in columns})
    return Prepared(statement.returning(table.c.id) if returning else statement)


Make = Callable[[str, list[dict[str, Any]]], ClauseElement]


class Together:
    """An INSERT of a few rows as one statement, made once for each engine and number of rows."""

    __slots__ = ("_columns", "_made", "_make")

    def __init__(self, model: type[Base], make: Make) -> None:
        self._columns = [c for c in table_of(model).columns if not (c.name == "id" and c.primary_key)]
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


def plain_insert(model: type[Base]) -> Together:
    """A plain INSERT of a few rows at a time."""
    return Together(model, lambda _engine, rows: insert(table_of(model)).values(rows))
