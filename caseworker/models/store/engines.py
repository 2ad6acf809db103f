"""Engines as each database wants them: docs/decisions/0010-one-store-two-engines.md says why."""

import re
import sqlite3
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from caseworker.errors import Refusal

BUSY_SECONDS = 15
WRITING = "caseworker_writing"
# "CWRK": says in the file's header that it is a store of this program.
APPLICATION_ID = 0x4357524B


def has_sound_wal(version: tuple[int, ...]) -> bool:
    """Whether this SQLite is free of the fault that can lose commits when a write-ahead log starts anew."""
    if version < (3, 7, 0):
        return True
    return version >= (3, 51, 3) or (3, 50, 7) <= version < (3, 51) or (3, 44, 6) <= version < (3, 45)


def parse_url(url: str) -> URL:
    """A store's address: a SQLAlchemy URL of SQLite or Postgres, or just the path of a file."""
    if not re.match(r"^[a-z]+(\+[a-z]+)?:", url):
        url = f"sqlite:///{url}"
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):  # a port that is no number is a ValueError
        raise _unknown(_without_secrets(url)) from None
    kind = parsed.get_backend_name()
    if parsed.drivername in ("sqlite", "sqlite+pysqlite") and "\0" not in (parsed.database or ""):
        return parsed
    if kind in ("postgresql", "postgres"):
        return parsed.set(drivername="postgresql+psycopg")
    raise _unknown(parsed.render_as_string())


def make_engine(url: URL) -> Engine:
    """An engine whose transactions begin as they must; parameters never reach a log or a message."""
    if url.get_backend_name() == "sqlite":
        return _sqlite_engine(url)
    return create_engine(
        url,
        hide_parameters=True,
        pool_pre_ping=True,
        connect_args={
            "connect_timeout": BUSY_SECONDS,
            "options": (
                f"-c lock_timeout={BUSY_SECONDS * 1000} -c timezone=UTC"
                # A general plan knows nothing of how common a beginning of a name is.
                " -c plan_cache_mode=force_custom_plan"
            ),
        },
    )


def for_reading(engine: Engine) -> Engine:
    """The same engine for sessions that see one state of the store and change nothing."""
    if engine.dialect.name == "sqlite":
        return engine
    return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


def for_writing(engine: Engine) -> Engine:
    """The same engine for sessions that write: SQLite takes the lock when the transaction begins."""
    return engine.execution_options(**{WRITING: True})


def _sqlite_engine(url: URL) -> Engine:
    engine = create_engine(
        url, hide_parameters=True, connect_args={"timeout": BUSY_SECONDS, "isolation_level": None}
    )
    event.listen(engine, "connect", _set_up_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _set_up_sqlite(connection: Any, _record: object) -> None:
    wal = has_sound_wal(sqlite3.sqlite_version_info)
    for pragma in (
        "foreign_keys=ON",
        # Without it, INSERT OR REPLACE would remove rows without asking the guards.
        "recursive_triggers=ON",
        f"journal_mode={'WAL' if wal else 'DELETE'}",
        f"synchronous={'FULL' if wal else 'EXTRA'}",
        "cache_size=-65536",
        "temp_store=MEMORY",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    # A transaction that reads first and writes later would find the store locked in between.
    writing = connection.get_execution_options().get(WRITING, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def _without_secrets(url: str) -> str:
    """An address that could not be taken apart, without its password and its options."""
    return re.sub(r"(//[^:/@]*):.*@", r"\1:***@", url.partition("?")[0])


def _unknown(url: str) -> Refusal:
    return Refusal(
        "{address} is not an address of a store.",
        "Give the path of a file, or {example}.",
        address=url,
        example="postgresql://user@host/database",
    )
