"""Backups, and bringing them back: what came back is counted, added up and compared before it counts."""

from __future__ import annotations

import errno
import json
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

from sqlalchemy import func, inspect, select, text
from sqlalchemy.engine import URL
from sqlalchemy.orm import InstrumentedAttribute, Session

from caseworker.errors import Refusal
from caseworker.models.audit.tables import Event
from caseworker.models.claims.decision_tables import Decision
from caseworker.models.ledger.tables import Entry, LimitBalance
from caseworker.models.letters.tables import Letter
from caseworker.models.schema import METADATA
from caseworker.models.store.engines import parse_url
from caseworker.models.store.failures import refusal_for
from caseworker.models.store.files import make_file, remove_file
from caseworker.models.store.store import Store, emptied_on_failure, must_be_free, upgrade

_UNWRITABLE = (
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_PERM,
)


class Tally(NamedTuple):
    """What a store comes to: rows by table, sums, and one hash over all that is frozen."""

    rows: dict[str, int]
    decided: int
    booked: int
    used: int
    digest: str


def tally(session: Session) -> Tally:
    """Count, add up and hash a store; tables that an older version does not have yet count as empty."""
    there = set(inspect(session.connection()).get_table_names())

    def total(amount: InstrumentedAttribute[int]) -> int:
        known = amount.class_.__tablename__ in there
        return int(session.scalar(select(func.sum(amount))) or 0) if known else 0

    rows = {
        table.name: (table.name in there and session.scalar(select(func.count()).select_from(table))) or 0
        for table in METADATA.sorted_tables
    }
    digest = sha256()
    for kind, statement in (
        (Decision, select(Decision.sha256).order_by(Decision.id)),
        (Letter, select(Letter.sha256).order_by(Letter.year, Letter.number)),
        (Event, select(Event.hash).order_by(Event.chain, Event.sequence)),
    ):
        if kind.__tablename__ in there:
            for value in session.scalars(statement).yield_per(5000):
                digest.update(value.encode())
    return Tally(
        rows=rows,
        decided=total(Decision.amount),
        booked=total(Entry.amount),
        used=total(LimitBalance.used),
        digest=digest.hexdigest(),
    )


def backup(store: Store, target: Path) -> Tally:
    """Copy the store as it is at one moment to a new file, while others go on working; what it comes to.

    Of a Postgres store, what it comes to is kept beside the file, under `.tally`. Refusal if the file is
    there already or cannot be written.
    """
    try:
        there = target.exists()
    except OSError as error:
        raise _cannot_be_written(target, error) from error
    if there:
        raise Refusal(
            "{path} is there already.", "Name a new file: a backup never overwrites another.", path=target
        )
    with _finished(target) as unfinished:
        counted = (_copy if store.is_file else _dump)(store, unfinished)
        if not store.is_file:
            with _finished(_tally_file(target)) as beside:
                beside.write_text(json.dumps(counted._asdict()), encoding="utf-8")
    return counted


def restore(source: Path, url: str) -> Tally:
    """Bring a backup back to a new place, and compare it with what was backed up; what it comes to.

    The backup of an older version is compared as it was, and then brought up to date.
    Refusal if something lies there already, if it cannot be written there, or if it is not what was backed
    up: nothing is left behind then.
    """
    try:
        with source.open("rb") as file:
            of_server = file.read(5) == b"PGDMP"
    except FileNotFoundError:
        raise Refusal(
            "There is no backup at {path}.", "Name the file that `store backup` wrote.", path=source
        ) from None
    except OSError as error:
        raise _cannot_be_read(source, error) from error
    if of_server == (parse_url(url).get_backend_name() == "sqlite"):
        raise Refusal(
            "{path} is the backup of a Postgres database."
            if of_server
            else "{path} is the backup of a file.",
            "Restore it to a place of the same kind.",
            path=source,
        )
    return _load_dump(source, url) if of_server else _copy_back(source, url)


def _copy(store: Store, target: Path) -> Tally:
    with store.reading() as session:
        connection: Any = session.connection().connection.driver_connection
        session.rollback()  # the copy reads for itself
        _copy_pages(connection, target)
    return _tally_of(str(target))


def _copy_pages(connection: sqlite3.Connection, target: Path) -> None:
    copy = sqlite3.connect(target)
    try:
        connection.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
        damage = copy.execute("PRAGMA integrity_check(1)").fetchone()[0]
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in _UNWRITABLE:
            raise OSError(errno.EIO, str(error)) from error
        raise refusal_for(error) or error from error
    finally:
        copy.close()
    if damage != "ok":
        raise Refusal("The store is damaged: {damage}.", "Restore the last good backup.", damage=damage)
    with target.open("rb+") as file:
        os.fsync(file.fileno())


def _copy_back(source: Path, url: str) -> Tally:
    expected = _tally_of(str(source))
    target = must_be_free(parse_url(url))
    with _finished(target) as unfinished:
        original = sqlite3.connect(f"file:{quote(str(source))}?mode=ro", uri=True)
        try:
            _copy_pages(original, unfinished)
        finally:
            original.close()
        found = _tally_of(str(unfinished))
        _must_agree(expected, found)
        upgrade(str(unfinished))
    return found


def _dump(store: Store, target: Path) -> Tally:
    with store.reading() as session:
        snapshot = session.scalar(text("SELECT pg_export_snapshot()"))
        options = ("--format=custom", "--no-owner", f"--snapshot={snapshot}", f"--file={target}")
        _run_tool("pg_dump", store.url, *options)
        return tally(session)


def _load_dump(source: Path, url: str) -> Tally:
    expected = _read_tally(_tally_file(source))
    parsed = parse_url(url)
    must_be_free(parsed)
    with emptied_on_failure(parsed):
        _run_tool("pg_restore", parsed, "--no-owner", "--single-transaction", "--exit-on-error", str(source))
        found = _tally_of(url)
        _must_agree(expected, found)
        upgrade(url)
    return found


def _read_tally(path: Path) -> Tally:
    try:
        known = Tally(**json.loads(path.read_text(encoding="utf-8")))
        if isinstance(known.rows, dict):
            return known
    except FileNotFoundError:
        raise Refusal(
            "{path} is missing.", "Keep it beside the backup: it says what has to come back.", path=path
        ) from None
    except OSError as error:
        raise _cannot_be_read(path, error) from error
    except (ValueError, TypeError):
        pass  # no JSON, or not all that belongs in it
    raise Refusal(
        "{path} does not say what has to come back.",
        "Put the file here that was written with the backup.",
        path=path,
    )


def _run_tool(name: str, url: URL, *options: str) -> None:
    """Run a program of Postgres on a database; the password never stands on a command line."""
    folder = os.environ.get("PG_BIN")
    program = shutil.which(name, path=folder) if folder else shutil.which(name)
    if program is None:
        raise Refusal(
            "The program {name} is not here.", "Install the client programs of Postgres.", name=name
        )
    address = url.set(drivername="postgresql", password=None).render_as_string(hide_password=False)
    secret = {} if url.password is None else {"PGPASSWORD": str(url.password)}
    command = [program, f"--dbname={address}", *options]
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, **secret})
    if done.returncode != 0:
        told = done.stderr.strip().splitlines() or ["without a word"]
        raise Refusal(
            "{name} failed: {why}.",
            "See that its version fits the server, and its rights.",
            name=name,
            why=told[-1],
        )


def _tally_of(url: str) -> Tally:
    store = Store.open(url, older=True)
    try:
        with store.reading() as session:
            return tally(session)
    finally:
        store.close()


@contextmanager
def _finished(target: Path) -> Iterator[Path]:
    """A file to fill for its owner alone, which takes the target's name when all went well, or is removed."""
    unfinished = target.with_name(f"{target.name}.unfinished")
    try:
        make_file(unfinished)
    except FileExistsError:
        raise Refusal(
            "{path} is there already.",
            "Name another place, or remove the file first.",
            path=unfinished,
        ) from None
    except OSError as error:
        raise _cannot_be_written(target, error) from error
    try:
        yield unfinished
        unfinished.replace(target)
    except OSError as error:
        raise _cannot_be_written(target, error) from error
    finally:
        remove_file(unfinished)


def _cannot_be_written(path: Path, error: OSError) -> Refusal:
    return Refusal("{path} cannot be written: {why}.", "Name another place.", path=path, why=error.strerror)


def _cannot_be_read(path: Path, error: OSError) -> Refusal:
    return Refusal(
        "{path} cannot be read: {why}.", "Check the file and its rights.", path=path, why=error.strerror
    )


def _tally_file(target: Path) -> Path:
    return target.with_name(f"{target.name}.tally")


def _must_agree(expected: Tally, found: Tally) -> None:
    def with_rows(told: Tally) -> Tally:
        # A table that came later was not counted yet when the backup was made.
        return told._replace(rows={name: count for name, count in told.rows.items() if count})

    if with_rows(expected) != with_rows(found):
        raise Refusal("What came back is not what was backed up.", "Do not use it; try another backup.")
