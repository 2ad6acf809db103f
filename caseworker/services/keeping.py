"""Backups, and bringing them back: what came back is counted, added up and compared before it counts."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

from sqlalchemy import func, select, text
from sqlalchemy.engine import URL
from sqlalchemy.orm import Session

from caseworker.errors import Refusal
from caseworker.models.decisions import Decision, Entry, Letter, LimitBalance
from caseworker.models.engines import parse_url
from caseworker.models.people import Event
from caseworker.models.store import Store, must_be_free
from caseworker.models.tables import METADATA


class Tally(NamedTuple):
    """What a store comes to: rows by table, sums, and one hash over all that is frozen."""

    rows: dict[str, int]
    decided: int
    booked: int
    used: int
    digest: str


def tally(session: Session) -> Tally:
    """Count, add up and hash a store."""
    rows = {
        table.name: session.scalar(select(func.count()).select_from(table)) or 0
        for table in METADATA.sorted_tables
    }
    digest = sha256()
    for statement in (
        select(Decision.sha256).order_by(Decision.id),
        select(Letter.sha256).order_by(Letter.year, Letter.number),
        select(Event.hash).order_by(Event.chain, Event.sequence),
    ):
        for value in session.scalars(statement).yield_per(5000):
            digest.update(value.encode())
    return Tally(
        rows=rows,
        decided=int(session.scalar(select(func.sum(Decision.amount))) or 0),
        booked=int(session.scalar(select(func.sum(Entry.amount))) or 0),
        used=int(session.scalar(select(func.sum(LimitBalance.used))) or 0),
        digest=digest.hexdigest(),
    )


def backup(store: Store, target: Path) -> Tally:
    """Copy the store as it is at one moment to a new file, while others go on working; what it comes to.

    Of a Postgres store, what it comes to is kept beside the file, under `.tally`. Refusal if the file is
    there already or cannot be written.
    """
    if target.exists():
        raise Refusal(
            "{path} is there already.", "Name a new file: a backup never overwrites another.", path=target
        )
    unfinished = target.with_name(f"{target.name}.unfinished")
    try:
        counted = (_copy if store.is_file else _dump)(store, unfinished)
        if not store.is_file:
            _tally_file(target).write_text(json.dumps(counted._asdict()), encoding="utf-8")
        unfinished.replace(target)
    except OSError as error:
        raise Refusal(
            "{path} cannot be written: {why}.", "Name another place.", path=target, why=error.strerror
        ) from error
    finally:
        unfinished.unlink(missing_ok=True)
    return counted


def restore(source: Path, url: str) -> Tally:
    """Bring a backup back to a new place, and compare it with what was backed up; what it comes to.

    Refusal if something lies there already, or if it is not what was backed up: nothing is left behind then.
    """
    if not source.is_file():
        raise Refusal(
            "There is no backup at {path}.", "Name the file that `store backup` wrote.", path=source
        )
    with source.open("rb") as file:
        of_server = file.read(5) == b"PGDMP"
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
    with target.open("xb"):
        pass
    copy = sqlite3.connect(target)
    try:
        connection.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
        damage = copy.execute("PRAGMA integrity_check(1)").fetchone()[0]
    finally:
        copy.close()
    if damage != "ok":
        raise Refusal("The store is damaged: {damage}.", "Restore the last good backup.", damage=damage)
    with target.open("rb+") as file:
        os.fsync(file.fileno())


def _copy_back(source: Path, url: str) -> Tally:
    expected = _tally_of(str(source))
    target = must_be_free(parse_url(url))
    unfinished = target.with_name(f"{target.name}.unfinished")
    original = sqlite3.connect(f"file:{quote(str(source))}?mode=ro", uri=True)
    try:
        _copy_pages(original, unfinished)
        found = _tally_of(str(unfinished))
        _must_agree(expected, found)
        unfinished.replace(target)
    finally:
        original.close()
        unfinished.unlink(missing_ok=True)
    return found


def _dump(store: Store, target: Path) -> Tally:
    with store.reading() as session:
        snapshot = session.scalar(text("SELECT pg_export_snapshot()"))
        options = ("--format=custom", "--no-owner", f"--snapshot={snapshot}", f"--file={target}")
        _run_tool("pg_dump", store.url, *options)
        return tally(session)


def _load_dump(source: Path, url: str) -> Tally:
    beside = _tally_file(source)
    if not beside.is_file():
        raise Refusal(
            "{path} is missing.", "Keep it beside the backup: it says what has to come back.", path=beside
        )
    known = json.loads(beside.read_text(encoding="utf-8"))
    parsed = parse_url(url)
    must_be_free(parsed)
    _run_tool("pg_restore", parsed, "--no-owner", "--single-transaction", "--exit-on-error", str(source))
    found = _tally_of(url)
    _must_agree(Tally(**known), found)
    return found


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
    store = Store.open(url)
    try:
        with store.reading() as session:
            return tally(session)
    finally:
        store.close()


def _tally_file(target: Path) -> Path:
    return target.with_name(f"{target.name}.tally")


def _must_agree(expected: Tally, found: Tally) -> None:
    if expected != found:
        raise Refusal("What came back is not what was backed up.", "Do not use it; try another backup.")
