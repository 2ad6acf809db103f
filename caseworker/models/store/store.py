"""The store: one SQLite file, or a Postgres database by URL. Sessions for reading and for writing."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.engine import URL
from sqlalchemy.orm import Session as Session

from caseworker.errors import Refusal
from caseworker.models.store.engines import APPLICATION_ID, for_reading, for_writing, make_engine, parse_url
from caseworker.models.store.failures import DAMAGED, refusal_for
from caseworker.models.store.files import make_file, remove_file

HEAD = "0008"
VERSION_TABLE = "store_version"
SQLITE_MAGIC = b"SQLite format 3\x00"


class Store:
    """An open store. Leaving a session without an error commits; an error leaves everything as it was."""

    def __init__(self, url: URL, engine: Engine) -> None:
        self.url = url
        self.engine = engine
        self.read_only: str | None = None
        self._reading = for_reading(engine)
        self._writing = for_writing(engine)

    @classmethod
    def open(cls, url: str, older: bool = False) -> "Store":
        """The store at `url`; Refusal where there is none, or none that this program can use.

        One of an `older` version is only opened on request: to be counted and copied, as its tables are.
        """
        parsed = parse_url(url)
        _must_be_there(parsed)
        store = cls(parsed, make_engine(parsed))
        try:
            with _told(), store._reading.connect() as connection:
                (_must_be_known if older else _must_fit)(version_of(connection))
        except BaseException:
            store.close()
            raise
        return store

    @classmethod
    def create(cls, url: str) -> "Store":
        """A new, empty store at `url`; Refusal where something lies there already."""
        parsed = parse_url(url)
        path = must_be_free(parsed)
        store = cls(parsed, make_engine(parsed))
        if store.is_file:
            _make(path)
        try:
            with _told(), store._writing.begin() as connection:
                migrate(connection, HEAD)
                if store.is_file:
                    connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
        except BaseException:
            store.close()
            if store.is_file:
                remove_file(path)
            raise
        return store

    @property
    def is_file(self) -> bool:
        """Whether the store is a file (SQLite), not a server."""
        return self.engine.dialect.name == "sqlite"

    @property
    def path(self) -> Path | None:
        """The store's file; None on a server."""
        return Path(self.url.database) if self.is_file and self.url.database else None

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that sees one state of the store and changes nothing."""
        with _told(), Session(self._reading, autoflush=False, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A session whose changes are all kept, or none. Refusal while the store is read-only."""
        if self.read_only is not None:
            raise Refusal(
                "The store is open for reading only: {why}",
                "Run `caseworker store check`, and restore a backup if it cannot be explained.",
                why=self.read_only,
            )
        with _told(), Session(self._writing, expire_on_commit=False) as session, session.begin():
            yield session

    def close(self) -> None:
        """Let go of all connections."""
        self.engine.dispose()


def version_of(connection: Connection) -> str | None:
    """The number of the last step of the store's tables; None where there is no store."""
    if not inspect(connection).has_table(VERSION_TABLE):
        return None
    version: str | None = connection.scalar(text(f"SELECT version_num FROM {VERSION_TABLE}"))
    return version


def upgrade(url: str) -> tuple[str, str]:
    """Bring an older store's tables up to date, all steps or none; the versions before and after."""
    parsed = parse_url(url)
    _must_be_there(parsed)
    store = Store(parsed, make_engine(parsed))
    try:
        with _told(), store._writing.begin() as connection:
            before = version_of(connection)
            _must_be_known(before)
            assert before is not None
            if before != HEAD:
                migrate(connection, HEAD)
            return before, HEAD
    finally:
        store.close()


def migrate(connection: Connection, target: str) -> None:
    """Take the tables to a version, up or down, in the caller's transaction."""
    # Alembic is slow to import and only needed here.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parents[1] / "migrations"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    now = version_of(connection)
    if target == "base" or (now is not None and now > target):
        command.downgrade(config, target)
    else:
        command.upgrade(config, target)


@contextmanager
def _told() -> Iterator[None]:
    """Turn what is in the way into a Refusal; all else is a bug and passes."""
    try:
        yield
    except Exception as error:
        refusal = refusal_for(error)
        if refusal is None:
            raise
        raise refusal from error


def _must_fit(version: str | None) -> None:
    _must_be_known(version)
    if version != HEAD:
        raise Refusal("The store was made by an older version.", "Run `caseworker store upgrade` once.")


def _must_be_known(version: str | None) -> None:
    if version is None:
        raise Refusal(*DAMAGED.templates)
    if not version.isdecimal() or version > HEAD:
        raise Refusal(
            "The store was made by a newer version of this program.",
            "Nothing was changed. Install the newer version.",
        )


def _must_be_there(url: URL) -> None:
    if url.get_backend_name() != "sqlite":
        return
    if not url.database or url.database == ":memory:":
        raise Refusal("A store needs a place of its own.", "Give the path of a file.")
    path = Path(url.database)
    try:
        with path.open("rb") as file:
            magic = file.read(len(SQLITE_MAGIC))
    except FileNotFoundError:
        raise Refusal(
            "There is no store at {path}.",
            "Make one with `caseworker store create` or `caseworker demo`.",
            path=path,
        ) from None
    except OSError as error:
        raise Refusal(
            "{path} cannot be read: {why}.", "Check the file and its rights.", path=path, why=error.strerror
        ) from error
    if magic != SQLITE_MAGIC:
        raise Refusal(*DAMAGED.templates)


def must_be_free(url: URL) -> Path:
    """Refusal where something lies at an address already; the path of the file that is to be."""
    if url.get_backend_name() != "sqlite":
        _must_be_empty(url)
        return Path()
    if not url.database or url.database == ":memory:":
        raise Refusal("A store needs a place of its own.", "Give the path of a file.")
    path = Path(url.database)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        there = path.exists()
    except OSError as error:
        raise _cannot_be_made(path, error) from error
    if there:
        raise _is_there(path)
    return path


def _make(path: Path) -> None:
    """Take the place before anything is written: a program that is later must not touch the first one's."""
    try:
        make_file(path)
    except FileExistsError:
        raise _is_there(path) from None
    except OSError as error:
        raise _cannot_be_made(path, error) from error


def _is_there(path: Path) -> Refusal:
    return Refusal("{path} is there already.", "Name another place, or remove the file first.", path=path)


def _cannot_be_made(path: Path, error: OSError) -> Refusal:
    return Refusal("{path} cannot be made: {why}.", "Name another place.", path=path, why=error.strerror)


@contextmanager
def emptied_on_failure(url: URL) -> Iterator[None]:
    """Fill an empty database of a server; after an error, what was put into it is removed again."""
    engine = make_engine(url)
    try:
        with _told(), engine.connect() as connection:
            before = _functions(connection)
        try:
            yield
        except BaseException:
            with _told(), engine.begin() as connection:
                for table in inspect(connection).get_table_names():
                    name = connection.dialect.identifier_preparer.quote(table)
                    connection.execute(text(f"DROP TABLE IF EXISTS {name} CASCADE"))
                for function in _functions(connection) - before:
                    connection.execute(text(f"DROP ROUTINE {function} CASCADE"))
            raise
    finally:
        engine.dispose()


def _functions(connection: Connection) -> set[str]:
    """The functions of the schema with their arguments, as they are named when dropped."""
    found = "SELECT oid::regprocedure::text FROM pg_proc WHERE pronamespace = CAST(:schema AS regnamespace)"
    schema = connection.scalar(text("SELECT quote_ident(current_schema())"))
    return set(connection.scalars(text(found), {"schema": schema}))


def _must_be_empty(url: URL) -> None:
    engine = make_engine(url)
    try:
        with _told(), engine.connect() as connection:
            if inspect(connection).get_table_names():
                raise Refusal("There is something in this database already.", "Name an empty one.")
    finally:
        engine.dispose()
