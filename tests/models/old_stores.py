"""Stores as older versions of the program left them: their rows, put back under their own tables.

`stores/<version>.jsonl.xz` holds a line for each row, `[table, {column: value}]`, in an order in which
references hold; what is binary is base64.
"""

from __future__ import annotations

import base64
import json
import lzma
from collections.abc import Iterator
from datetime import date, datetime
from itertools import groupby
from pathlib import Path
from typing import Any

from sqlalchemy import Boolean, Connection, Date, LargeBinary, MetaData, Table, func, select, text
from sqlalchemy.types import TIMESTAMP

from caseworker.models.store.store import Store, migrate

FOLDER = Path(__file__).with_name("stores")
Rows = dict[str, list[dict[str, Any]]]


def versions() -> list[str]:
    """The versions of which there is a store."""
    return sorted(path.name.partition(".")[0] for path in FOLDER.glob("*.jsonl.xz"))


def rows_of(version: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """The rows of the store that a version left, each with its table."""
    with lzma.open(FOLDER / f"{version}.jsonl.xz", "rt", encoding="utf-8") as file:
        for line in file:
            table, row = json.loads(line)
            yield table, row


def restore(store: Store, version: str) -> None:
    """Turn an empty store into the one that a version left."""
    with store.writing() as session:
        connection = session.connection()
        migrate(connection, version)
        tables = MetaData()
        tables.reflect(connection)
        for (name, *_), rows in groupby(rows_of(version), lambda found: (found[0], *found[1])):
            table = tables.tables[name]
            bound = [{k: _bound(table, k, v) for k, v in row.items()} for _, row in rows]
            connection.execute(table.insert(), bound)
        if connection.dialect.name == "postgresql":
            _continue_keys(connection, tables)


def dump(connection: Connection) -> Rows:
    """All rows that are there, by table, in the order of their keys."""
    tables = MetaData()
    tables.reflect(connection)
    found: Rows = {}
    for table in tables.tables.values():
        asked = select(table).order_by(*table.primary_key.columns)
        found[table.name] = [dict(row._mapping) for row in connection.execute(asked)]
    return found


def _bound(table: Table, column: str, value: Any) -> Any:
    """A value as the engine's own column takes it: SQLite's rows hold days, moments and yes or no plainly."""
    kind = table.c[column].type
    if value is None:
        return None
    if isinstance(kind, LargeBinary):
        return base64.b64decode(value)
    if isinstance(kind, Boolean):
        return bool(value)
    if isinstance(kind, Date):
        return date.fromisoformat(value)
    if isinstance(kind, TIMESTAMP) and isinstance(value, str):
        return datetime.fromisoformat(value)
    return value


def _continue_keys(connection: Connection, tables: MetaData) -> None:
    for table in tables.tables.values():
        if "id" not in table.c:
            continue
        sequence = connection.scalar(select(func.pg_get_serial_sequence(table.name, "id")))
        if sequence is not None:
            connection.execute(
                text(f"SELECT setval('{sequence}', (SELECT coalesce(max(id), 0) + 1 FROM {table.name}))")
            )
