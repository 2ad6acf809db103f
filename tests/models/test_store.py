"""Opening and making a store: what is in the way is told, and nothing is lost by it."""

import sqlite3
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.engine import URL
from sqlalchemy.exc import IntegrityError

from caseworker.errors import Refusal
from caseworker.models.store import engines
from caseworker.models.store.engines import APPLICATION_ID, has_sound_wal, parse_url
from caseworker.models.store.store import HEAD, Store, migrate, must_be_free, upgrade
from caseworker.services.claims.deciding import decide_as_assessed
from caseworker.services.store.checking import check
from tests.services.contenders import refused
from tests.support.postgres import Postgres
from tests.support.processes import PROCESSES
from tests.support.stores import claim, conditions, context, insure, treatment

pytestmark = pytest.mark.each_engine


def test_a_new_store_is_empty_and_opens_again(store_url: str) -> None:
    Store.create(store_url).close()
    store = Store.open(store_url)
    with store.reading() as session:
        assert session.scalar(text("SELECT count(*) FROM person")) == 0
    store.close()


def test_a_store_is_not_made_over_another(address: str) -> None:
    with pytest.raises(Refusal, match=r"there already|something in this database"):
        Store.create(address)


def test_what_fails_is_undone_and_what_ends_is_kept(store: Store) -> None:
    def fail() -> None:
        with store.writing() as session:
            session.execute(text("INSERT INTO household (name) VALUES ('one')"))
            session.execute(text("INSERT INTO household (id, name) SELECT id, name FROM household"))

    with pytest.raises(IntegrityError):
        fail()
    with store.writing() as session:
        session.execute(text("INSERT INTO household (name) VALUES ('two')"))
    with store.reading() as session:
        assert session.scalars(text("SELECT name FROM household")).all() == ["two"]


def test_a_session_for_reading_keeps_nothing(store: Store) -> None:
    if store.is_file:
        with store.reading() as session:
            session.execute(text("INSERT INTO household (name) VALUES ('one')"))
    else:
        with pytest.raises(Exception, match="read-only"), store.reading() as session:
            session.execute(text("INSERT INTO household (name) VALUES ('one')"))
    with store.reading() as session:
        assert session.scalar(text("SELECT count(*) FROM household")) == 0


@pytest.mark.parametrize("version", ["0099", "a1b2c3"])
def test_a_store_newer_than_the_program_is_refused_and_left_alone(
    store: Store, address: str, version: str
) -> None:
    with store.writing() as session:
        session.execute(text("UPDATE store_version SET version_num = :v"), {"v": version})
    for attempt in (Store.open, upgrade):
        with pytest.raises(Refusal, match="newer version"):
            attempt(address)
    with store.reading() as session:
        assert session.scalar(text("SELECT version_num FROM store_version")) == version


def test_an_older_store_is_upgraded_when_asked(store: Store, address: str) -> None:
    with store.writing() as session:
        migrate(session.connection(), "0001")
    with pytest.raises(Refusal, match="older version") as told:
        Store.open(address)
    assert "store upgrade" in told.value.advice
    assert upgrade(address) == ("0001", HEAD)
    Store.open(address).close()


def test_a_database_without_a_store_is_refused(store_url: str) -> None:
    if store_url.startswith("sqlite"):
        sqlite3.connect(parse_url(store_url).database or "").execute(
            "CREATE TABLE notes (id)"
        ).connection.close()
    for attempt in (Store.open, upgrade):
        with pytest.raises(Refusal, match="not a store"):
            attempt(store_url)


def test_a_store_in_use_for_writing_is_waited_for_and_then_told(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "BUSY_SECONDS", 1)
    one, other = Store.open(address), Store.open(address)
    person = insure(one)
    number = claim(one, person)
    with one.writing() as session:
        decide_as_assessed(session, context(), number)
        with pytest.raises(Refusal, match="in use by another program"), other.writing() as rival:
            decide_as_assessed(rival, context(), number)
    with other.reading() as session:
        assert session.scalar(text("SELECT count(*) FROM decision")) == 1
    one.close()
    other.close()


def test_two_programs_work_on_one_store(store: Store, address: str) -> None:
    person = insure(store)
    with ProcessPoolExecutor(1, mp_context=PROCESSES) as other:
        assert other.submit(refused, address).result() == ""
        claim(store, person)
        assert other.submit(refused, address).result() == ""


class TestFile:
    """What only a file can run into."""

    @pytest.fixture
    def path(self, tmp_path: Path) -> Path:
        path = tmp_path / "store.sqlite"
        Store.create(str(path)).close()
        return path

    def test_a_file_says_that_it_is_a_store(self, path: Path) -> None:
        connection = sqlite3.connect(path)
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        connection.close()

    def test_a_file_that_is_not_there_is_told_with_how_to_make_one(self, tmp_path: Path) -> None:
        with pytest.raises(Refusal, match="no store at") as told:
            Store.open(str(tmp_path / "none.sqlite"))
        assert "store create" in told.value.advice
        assert not (tmp_path / "none.sqlite").exists()

    @pytest.mark.parametrize("content", [b"", b"not a store", b"SQLite format 3\x00" + b"x" * 5000])
    def test_a_file_that_is_no_store_is_refused_and_left_alone(self, tmp_path: Path, content: bytes) -> None:
        path = tmp_path / "letter.txt"
        path.write_bytes(content)
        for attempt in (Store.open, upgrade):
            with pytest.raises(Refusal, match="not a store"):
                attempt(str(path))
        assert path.read_bytes() == content

    def test_a_folder_is_refused(self, tmp_path: Path) -> None:
        with pytest.raises(Refusal, match="cannot be read"):
            Store.open(str(tmp_path))

    def test_a_store_is_made_in_a_folder_that_was_not_there(self, tmp_path: Path) -> None:
        Store.create(str(tmp_path / "new" / "store.sqlite")).close()
        (tmp_path / "file").write_text("")
        with pytest.raises(Refusal, match="cannot be made"):
            Store.create(str(tmp_path / "file" / "store.sqlite"))

    def test_a_store_that_could_not_be_made_leaves_no_file(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("caseworker.models.store.store.migrate", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            Store.create(str(tmp_path / "store.sqlite"))
        assert list(tmp_path.iterdir()) == []

    def test_a_store_that_another_program_made_first_is_left_alone(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = tmp_path / "store.sqlite"

        def overtaken(url: URL) -> Path:
            free = must_be_free(url)
            monkeypatch.undo()
            Store.create(str(path)).close()
            return free

        monkeypatch.setattr("caseworker.models.store.store.must_be_free", overtaken)
        with pytest.raises(Refusal, match="there already"):
            Store.create(str(path))
        Store.open(str(path)).close()

    def test_its_owner_alone_may_read_it(self, path: Path) -> None:
        assert path.stat().st_mode & 0o777 == 0o600

    def test_a_name_that_is_too_long_is_told(self, tmp_path: Path) -> None:
        with pytest.raises(Refusal, match="cannot be made"):
            Store.create(str(tmp_path / ("a" * 300)))
        with pytest.raises(Refusal, match="cannot be read"):
            Store.open(str(tmp_path / ("a" * 300)))

    def test_a_full_disk_is_told_and_nothing_is_lost(self, path: Path) -> None:
        store = Store.open(str(path))
        person = insure(store)
        numbers = [claim(store, person, treatment(rappen=100)) for _ in range(60)]
        decided = []
        with store.writing() as session:
            pages = session.scalar(text("PRAGMA page_count"))
            session.execute(text(f"PRAGMA max_page_count={pages + 6}"))

        def decide_all() -> None:
            for number in numbers:
                with store.writing() as session:
                    made = decide_as_assessed(session, context(), number)
                decided.append(made.number)

        with pytest.raises(Refusal, match="no space left"):
            decide_all()
        assert decided
        with store.reading() as session:
            assert session.scalar(text("SELECT count(*) FROM decision")) == len(decided)
        assert check(store, conditions()).problems == ()
        with store.writing() as session:
            session.execute(text("PRAGMA max_page_count=1000000"))
        with store.writing() as session:
            decide_as_assessed(session, context(), numbers[len(decided)])
        store.close()

    def test_it_is_kept_as_is_safe_with_this_sqlite(self, path: Path) -> None:
        store = Store.open(str(path))
        with store.reading() as session:
            found = [
                session.scalar(text(f"PRAGMA {name}"))
                for name in ("journal_mode", "synchronous", "foreign_keys", "recursive_triggers")
            ]
        sound = has_sound_wal(sqlite3.sqlite_version_info)
        assert found == (["wal", 2, 1, 1] if sound else ["delete", 3, 1, 1])
        store.close()


@pytest.mark.parametrize(
    ("version", "sound"),
    [
        ((3, 6, 23), True),
        ((3, 7, 0), False),
        ((3, 40, 1), False),
        ((3, 44, 5), False),
        ((3, 44, 6), True),
        ((3, 45, 0), False),
        ((3, 50, 6), False),
        ((3, 50, 7), True),
        ((3, 51, 0), False),
        ((3, 51, 2), False),
        ((3, 51, 3), True),
        ((3, 52, 0), True),
    ],
)
def test_the_write_ahead_log_is_used_only_where_it_is_sound(version: tuple[int, ...], sound: bool) -> None:
    assert has_sound_wal(version) is sound


@pytest.mark.parametrize(
    ("address", "driver", "database"),
    [
        ("store.sqlite", "sqlite", "store.sqlite"),
        ("/tmp/a b/100%.sqlite", "sqlite", "/tmp/a b/100%.sqlite"),
        ("sqlite:////tmp/store.sqlite", "sqlite", "/tmp/store.sqlite"),
        ("postgresql://anna@host/insurer", "postgresql+psycopg", "insurer"),
        ("postgresql+psycopg://anna@host/insurer", "postgresql+psycopg", "insurer"),
    ],
)
def test_an_address_is_a_path_or_a_url(address: str, driver: str, database: str) -> None:
    url = parse_url(address)
    assert (url.drivername, url.database) == (driver, database)


@pytest.mark.parametrize(
    "address",
    [
        "mysql://host/db",
        "http:",
        "sqlite://",
        "sqlite:///:memory:",
        "sqlite+aiosqlite:///store.sqlite",
        "store\0.sqlite",
        "postgresql://anna@host:port/insurer",
    ],
)
def test_an_address_that_is_none_is_refused(address: str) -> None:
    with pytest.raises(Refusal):
        Store.open(address)


@pytest.mark.parametrize(
    "address",
    [
        "mysql://anna:geheim@host/insurer",
        "postgresql://anna:geheim@host:port/insurer",
        "postgresql://anna:ge@/geheim@host:port/insurer",
        "postgresql://host:port/insurer?password=geheim",
    ],
)
def test_a_password_stands_in_no_message(address: str) -> None:
    with pytest.raises(Refusal) as told:
        Store.open(address)
    assert "geheim" not in str(told.value)


def test_a_server_that_does_not_answer_is_told(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="does not answer"):
        Store.open(f"postgresql://app@/insurer?host={tmp_path}")


def test_a_database_that_is_not_there_is_told(postgres: Postgres) -> None:
    with pytest.raises(Refusal, match="does not answer or does not let"):
        Store.open(postgres.url("no_such_database"))


def test_what_is_typed_stands_in_no_error_of_the_engine(store: Store) -> None:
    with pytest.raises(IntegrityError) as told, store.writing() as session:
        session.execute(
            text("INSERT INTO provider_method (provider_id, method) VALUES (99, :secret)"),
            {"secret": "geheim"},
        )
    assert "geheim" not in str(told.value)
