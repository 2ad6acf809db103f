"""Statements compiled once for each engine and run on its driver: rows come out as plain tuples.

Loading a person's facts is most of what an assessment costs; through `Session.execute` it costs two to three
times the bare fetch. Types, quoting and parameters are still SQLAlchemy's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from sqlalchemy import ClauseElement, Connection, Dialect
from sqlalchemy.orm import Session
from sqlalchemy.sql.compiler import SQLCompiler

Row = tuple[Any, ...]
Convert = Callable[[Any], Any]
_DRIVER = "caseworker_driver"


class Driver:
    """The driver's cursor inside a session's transaction."""

    __slots__ = ("cursor", "dialect", "engine", "execute", "fetch")

    def __init__(self, connection: Connection) -> None:
        self.dialect: Dialect = connection.dialect
        self.engine = connection.dialect.name
        self.cursor: Any = connection.connection.cursor()
        self.execute: Any = self.cursor.execute
        self.fetch: Any = self.cursor.fetchall


def driver_of(session: Session) -> Driver:
    """The driver of a session's transaction, the same until that ends."""
    known: tuple[object, Driver] | None = session.info.get(_DRIVER)
    if known is not None and known[0] is session.get_transaction():
        return known[1]
    driver = Driver(session.connection())
    session.info[_DRIVER] = (session.get_transaction(), driver)
    return driver


class Prepared:
    """A statement with named parameters."""

    __slots__ = ("_forms", "_statement")

    def __init__(self, statement: ClauseElement) -> None:
        self._statement = statement
        self._forms: dict[str, _Form] = {}

    def rows(self, driver: Driver, parameters: Mapping[str, Any]) -> list[Row]:
        """All rows."""
        form = self._forms.get(driver.engine) or self._form(driver)
        driver.execute(form.sql, form.bind(parameters))
        found: list[Row] = driver.fetch()
        return [form.convert(row) for row in found] if form.converts else found

    def row(self, driver: Driver, parameters: Mapping[str, Any]) -> Row | None:
        """The first row, None where there is none."""
        rows = self.rows(driver, parameters)
        return rows[0] if rows else None

    def run(self, driver: Driver, parameters: Mapping[str, Any]) -> int:
        """Run a statement that gives no rows; the number of rows it touched."""
        form = self._form(driver)
        driver.execute(form.sql, form.bind(parameters))
        count: int = driver.cursor.rowcount
        return count

    def run_many(self, driver: Driver, parameters: Iterable[Mapping[str, Any]]) -> None:
        """Run a statement that gives no rows once for each set of parameters, in one go."""
        form = self._form(driver)
        sets = [form.bind(each) for each in parameters]
        if len(sets) == 1:
            driver.execute(form.sql, sets[0])
        else:
            driver.cursor.executemany(form.sql, sets)

    def as_run(self, driver: Driver, parameters: Mapping[str, Any]) -> tuple[str, Any]:
        """The statement and its parameters as the driver gets them."""
        form = self._form(driver)
        return form.sql, form.bind(parameters)

    def _form(self, driver: Driver) -> _Form:
        name = driver.engine
        form = self._forms.get(name)
        if form is None:
            form = self._forms[name] = _Form(self._statement, driver.dialect)
        return form


class _Form:
    """A statement as one engine takes it."""

    __slots__ = ("_binds", "_fixed", "_names", "_plain", "_positional", "_results", "converts", "sql")

    def __init__(self, statement: ClauseElement, dialect: Dialect) -> None:
        compiled = statement.compile(dialect=dialect)
        assert isinstance(compiled, SQLCompiler)
        self.sql = str(compiled)
        self._positional = compiled.positional
        self._names = tuple(compiled.positiontup or compiled.bind_names.values())
        self._fixed = {name: value for name, value in compiled.params.items() if value is not None}
        self._binds = {
            name: process
            for bind, name in compiled.bind_names.items()
            if (process := bind.type.dialect_impl(dialect).bind_processor(dialect)) is not None
        }
        self._plain = self._positional and not self._fixed and not self._binds
        # What comes back: the columns selected, or those a change returns.
        columns = getattr(statement, "exported_columns", ())
        processes = (column.type.dialect_impl(dialect).result_processor(dialect, None) for column in columns)
        self._results = tuple(
            (index, process) for index, process in enumerate(processes) if process is not None
        )
        self.converts = bool(self._results)

    def bind(self, parameters: Mapping[str, Any]) -> Any:
        if self._plain:
            return [parameters[name] for name in self._names]
        values = {**self._fixed, **parameters}
        for name, process in self._binds.items():
            values[name] = process(values[name])
        if self._positional:
            return [values[name] for name in self._names]
        return values

    def convert(self, row: Row) -> Row:
        values = list(row)
        for index, process in self._results:
            if values[index] is not None:
                values[index] = process(values[index])
        return tuple(values)
