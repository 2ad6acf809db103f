"""Databases that are copies of a template, emptied and handed out again: copying one costs most of a test."""

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from psycopg import sql
from psycopg.rows import scalar_row

from tests.support.postgres import Postgres

# What was made, changed or dropped in the catalogue leaves its mark in one of these.
SHAPE = """
SELECT ROW(
  (SELECT ROW(count(*), max(xmin::text::bigint)) FROM pg_class WHERE oid >= 16384),
  (SELECT ROW(count(*), max(xmin::text::bigint)) FROM pg_attribute WHERE attrelid >= 16384),
  (SELECT ROW(count(*), max(xmin::text::bigint)) FROM pg_attrdef),
  (SELECT ROW(count(*), max(xmin::text::bigint)) FROM pg_constraint WHERE oid >= 16384),
  (SELECT ROW(count(*), max(xmin::text::bigint)) FROM pg_index WHERE indexrelid >= 16384),
  (SELECT ROW(count(*), max(xmin::text::bigint)) FROM pg_trigger),
  (SELECT ROW(count(*), max(xmin::text::bigint)) FROM pg_rewrite WHERE oid >= 16384),
  (SELECT ROW(count(*), max(xmin::text::bigint)) FROM pg_policy),
  (SELECT ROW(count(*), max(xmin::text::bigint)) FROM pg_proc WHERE oid >= 16384),
  (SELECT ROW(count(*), max(xmin::text::bigint)) FROM pg_type WHERE oid >= 16384),
  (SELECT ROW(count(*), max(xmin::text::bigint)) FROM pg_namespace WHERE nspname !~ '^pg_(toast_)?temp_'),
  (SELECT ROW(count(*), max(xmin::text::bigint)) FROM pg_extension),
  (SELECT ROW(count(*), max(xmin::text::bigint)) FROM pg_default_acl),
  (SELECT ROW(count(*), max(s.xmin::text::bigint)) FROM pg_db_role_setting s
    JOIN pg_database d ON d.oid = s.setdatabase WHERE d.datname = current_database()),
  (SELECT ROW(datacl, datconnlimit) FROM pg_database WHERE datname = current_database())
)::text
"""
OTHERS = """
SELECT count(pg_terminate_backend(pid, 5000)) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid()
"""
TABLES = "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
NUMBERS = """
SELECT format('%I.%I', schemaname, sequencename), coalesce(last_value, start_value), last_value IS NOT NULL
FROM pg_sequences
"""
# Beyond this a new copy is cheaper than what the removed rows leave behind.
FEW = 2_000


class Copies:
    """Copies of one template; one that comes back with other tables, guards or rights is not used again."""

    def __init__(self, server: Postgres, template: str) -> None:
        self._server, self._template = server, template
        self._free: list[str] = []
        self._shapes: dict[str, str] = {}
        with self._connected(template) as connection:
            cursor = connection.cursor(row_factory=scalar_row)
            self._tables: list[str] = cursor.execute(TABLES).fetchall()
            self._numbers = connection.execute(NUMBERS).fetchall()
            self._rows = {table: _rows_of(connection, table) for table in self._tables}

    @contextmanager
    def one(self) -> Iterator[str]:
        """The name of a database that is like the template, for as long as it is needed."""
        name = self._free.pop() if self._free else self._make()
        yield name
        if self._emptied(name):
            self._free.append(name)
        else:
            self._server.drop_database(name)

    def _make(self) -> str:
        name = self._server.create_database(self._template)
        with self._connected(name) as connection:
            self._shapes[name] = _shape(connection)
        return name

    def _emptied(self, name: str) -> bool:
        """Bring the rows and numbers back to the template's; False where that is not all that changed."""
        with self._connected(name) as connection:
            connection.execute(OTHERS)
            if _shape(connection) != self._shapes.pop(name):
                return False
            # The guards of what is only added to, and the references, look away.
            connection.execute("SET LOCAL session_replication_role = replica")
            if sum(_delete(connection, table) for table in self._tables) > FEW:
                return False
            for table, rows in self._rows.items():
                _insert(connection, table, rows)
            for number in self._numbers:
                connection.execute("SELECT setval(%s::regclass, %s, %s)", number)
            self._shapes[name] = _shape(connection)
        return True

    def _connected(self, name: str) -> psycopg.Connection:
        return psycopg.connect(**self._server.connection(name))


def _shape(connection: psycopg.Connection) -> str:
    (shape,) = connection.execute(SHAPE).fetchone() or ("",)
    return str(shape)


def _delete(connection: psycopg.Connection, table: str) -> int:
    return connection.execute(sql.SQL("DELETE FROM {}").format(sql.Identifier(table))).rowcount


def _rows_of(connection: psycopg.Connection, table: str) -> bytes:
    statement = sql.SQL("COPY {} TO STDOUT").format(sql.Identifier(table))
    with connection.cursor().copy(statement) as rows:
        return b"".join(bytes(row) for row in rows)


def _insert(connection: psycopg.Connection, table: str, rows: bytes) -> None:
    if not rows:
        return
    with connection.cursor().copy(sql.SQL("COPY {} FROM STDIN").format(sql.Identifier(table))) as copy:
        copy.write(rows)
