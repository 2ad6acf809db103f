"""Backups while others work, and restores that are compared: nothing half, nothing over anything else."""

import json
import resource
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import text

from caseworker.errors import Refusal
from caseworker.models.store.store import Store, migrate
from caseworker.services.claims.deciding import decide_as_assessed
from caseworker.services.claims.reversing import reverse
from caseworker.services.store import backup as keeping
from caseworker.services.store.backup import Tally, backup, restore, tally
from caseworker.services.store.checking import check
from tests.support.postgres import Postgres, client_programs
from tests.support.stores import Filling, claim, conditions, context, file_store, insure

pytestmark = pytest.mark.each_engine


@pytest.fixture(autouse=True)
def programs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PG_BIN", str(client_programs()))


def two_decisions(store: Store) -> None:
    """One that was taken back, and one in its place."""
    number = claim(store, insure(store))
    with store.writing() as session:
        made = decide_as_assessed(session, context(), number)
        reverse(session, context(), made.number, "wrong invoice")
        decide_as_assessed(session, context(), number)


@pytest.fixture
def filling() -> Filling:
    return two_decisions


@pytest.fixture
def filled(store: Store) -> Store:
    return store


@pytest.fixture
def empty(filled: Store, empty_place: str) -> str:
    """Where nothing lies yet, of the same kind as the filled store."""
    return empty_place


@pytest.fixture
def empty_place(store: Store, tmp_path: Path, request: pytest.FixtureRequest) -> str:
    """Where nothing lies yet, of the same kind."""
    if store.is_file:
        return str(tmp_path / "restored.sqlite")
    server: Postgres = request.getfixturevalue("postgres")
    return server.url(server.create_database())


def counted(store: Store) -> Tally:
    with store.reading() as session:
        return tally(session)


def test_what_was_backed_up_comes_back(filled: Store, empty: str, tmp_path: Path) -> None:
    before = counted(filled)
    assert backup(filled, tmp_path / "backup") == before
    claim(filled, "10000001")
    assert restore(tmp_path / "backup", empty) == before
    store = Store.open(empty)
    assert counted(store) == before
    assert check(store, conditions()).problems == ()
    number = claim(store, "10000001")
    with store.writing() as session:
        decide_as_assessed(session, context(), number)
    store.close()


def test_a_backup_is_made_while_another_writes(filled: Store, tmp_path: Path) -> None:
    if filled.is_file:
        # A writer that has not ended holds the file for itself only while it ends.
        with filled.writing() as session:
            session.execute(text("SELECT 1"))
            backup(filled, tmp_path / "backup")
    else:
        with filled.writing() as session:
            session.execute(text("INSERT INTO household (name) VALUES ('not yet')"))
            counted_there = backup(filled, tmp_path / "backup")
        assert counted_there.rows["household"] == 0
    assert (tmp_path / "backup").is_file()


def test_a_backup_never_overwrites(filled: Store, tmp_path: Path) -> None:
    target = tmp_path / "backup"
    target.write_text("precious")
    with pytest.raises(Refusal, match="there already"):
        backup(filled, target)
    assert target.read_text() == "precious"


def test_a_backup_that_cannot_be_written_is_told_and_leaves_nothing(filled: Store, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"cannot be written|failed"):
        backup(filled, tmp_path / "no" / "backup")
    assert not (tmp_path / "no").exists()


def test_a_restore_never_overwrites(filled: Store, tmp_path: Path, address: str) -> None:
    backup(filled, tmp_path / "backup")
    before = counted(filled)
    with pytest.raises(Refusal, match=r"there already|something in this database"):
        restore(tmp_path / "backup", address)
    assert counted(filled) == before


def test_a_backup_that_is_not_there_is_told(empty: str, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="no backup"):
        restore(tmp_path / "backup", empty)


def test_what_came_back_otherwise_is_refused(
    filled: Store, empty: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup(filled, tmp_path / "backup")
    if filled.is_file:
        copy_pages = keeping._copy_pages

        def losing(connection: sqlite3.Connection, target: Path) -> None:
            copy_pages(connection, target)
            copy = sqlite3.connect(target)
            copy.execute("DELETE FROM limit_balance")
            copy.commit()
            copy.close()

        monkeypatch.setattr(keeping, "_copy_pages", losing)
    else:
        beside = tmp_path / "backup.tally"
        known = json.loads(beside.read_text())
        beside.write_text(json.dumps({**known, "booked": known["booked"] + 1}))
    with pytest.raises(Refusal, match="not what was backed up"):
        restore(tmp_path / "backup", empty)
    monkeypatch.undo()
    Store.create(empty).close()  # nothing was left there


@pytest.mark.parametrize("told", ["", "{", "[]", "{}", '{"rows": {}}', b"\xff"])
def test_a_server_is_only_filled_when_it_is_known_what_has_to_come_back(
    tmp_path: Path, postgres: Postgres, told: str | bytes
) -> None:
    (tmp_path / "backup").write_bytes(b"PGDMP and more")
    (tmp_path / "backup.tally").write_bytes(told if isinstance(told, bytes) else told.encode())
    with pytest.raises(Refusal, match="does not say"):
        restore(tmp_path / "backup", postgres.url("no_such_database"))


def test_its_owner_alone_may_read_what_was_backed_up(filled: Store, empty: str, tmp_path: Path) -> None:
    backup(filled, tmp_path / "backup")
    restore(tmp_path / "backup", empty)
    written = [path for path in tmp_path.iterdir() if path.name.startswith(("backup", "restored"))]
    assert len(written) == 2
    assert {path.stat().st_mode & 0o777 for path in written} == {0o600}


@contextmanager
def full_disk() -> Iterator[None]:
    """No file may grow beyond a few pages."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_full_disk_is_told_of_the_backup_and_leaves_nothing(filled: Store, tmp_path: Path) -> None:
    folder = tmp_path / "full"
    folder.mkdir()
    with full_disk(), pytest.raises(Refusal, match=r"full.backup cannot be written|pg_dump failed"):
        backup(filled, folder / "backup")
    assert list(folder.iterdir()) == []


class TestFile:
    """What only a file can run into."""

    @pytest.fixture
    def kept(self, tmp_path: Path, own_home: Path) -> Path:
        store = Store.open(file_store(tmp_path, own_home))
        backup(store, tmp_path / "backup")
        store.close()
        return tmp_path / "backup"

    def test_a_full_disk_is_told_of_the_restore_and_leaves_nothing(self, kept: Path, tmp_path: Path) -> None:
        with full_disk(), pytest.raises(Refusal, match=r"full.store cannot be written"):
            restore(kept, str(tmp_path / "full" / "store"))
        assert list((tmp_path / "full").iterdir()) == []

    def test_a_folder_that_may_not_be_written_is_told(
        self, kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def denied(path: Path) -> None:
            raise PermissionError(13, "Permission denied", str(path))

        monkeypatch.setattr(keeping, "make_file", denied)
        with pytest.raises(Refusal, match=r"new.store cannot be written: Permission denied"):
            restore(kept, str(tmp_path / "new" / "store"))

    def test_a_name_that_is_too_long_is_told(self, kept: Path, tmp_path: Path) -> None:
        long = tmp_path / ("a" * 300)
        store = Store.open(str(kept))
        with pytest.raises(Refusal, match="cannot be written"):
            backup(store, long)
        store.close()
        with pytest.raises(Refusal, match="cannot be read"):
            restore(long, str(tmp_path / "new"))

    def test_what_another_is_writing_is_left_alone(self, kept: Path, tmp_path: Path) -> None:
        other = tmp_path / "new.unfinished"
        other.write_text("precious")
        with pytest.raises(Refusal, match="unfinished is there already"):
            restore(kept, str(tmp_path / "new"))
        assert other.read_text() == "precious"


@pytest.mark.parametrize("version", ["0001", "0002", "0003"])
def test_an_older_store_is_backed_up_before_and_comes_back_up_to_date(
    store: Store, empty_place: str, tmp_path: Path, version: str
) -> None:
    with store.writing() as session:
        migrate(session.connection(), version)
    before = backup(store, tmp_path / "backup")
    assert before.rows["person"] == 1
    assert restore(tmp_path / "backup", empty_place) == before
    restored = Store.open(empty_place)
    assert counted(restored).digest == before.digest
    restored.close()


def test_a_backup_goes_back_to_a_place_of_its_own_kind(
    filled: Store, tmp_path: Path, postgres: Postgres
) -> None:
    backup(filled, tmp_path / "backup")
    other = postgres.url(postgres.create_database()) if filled.is_file else str(tmp_path / "new.sqlite")
    with pytest.raises(Refusal, match="backup of"):
        restore(tmp_path / "backup", other)


def test_a_damaged_backup_is_refused(filled: Store, empty: str, tmp_path: Path) -> None:
    target = tmp_path / "backup"
    backup(filled, target)
    target.write_bytes(target.read_bytes()[: target.stat().st_size // 2])
    with pytest.raises(Refusal):
        restore(target, empty)


def test_without_the_programs_of_postgres_it_is_told(
    filled: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PG_BIN", str(tmp_path))
    if filled.is_file:
        backup(filled, tmp_path / "backup")
    else:
        with pytest.raises(Refusal, match="pg_dump is not here"):
            backup(filled, tmp_path / "backup")
