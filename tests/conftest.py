"""What every test can ask for. Nothing here touches the person's own store, screen or network."""

import os

# Before Qt is loaded: without a platform it aborts the process, and pictures are the same everywhere.
os.environ["QT_QPA_PLATFORM"] = "offscreen"

from tests.support.folders import passing_place

# What the tests write need not reach the disk; pytest asks for this when the first test wants a folder.
os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(passing_place()))

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from caseworker.models.store.store import Store
from tests.support.postgres import Postgres, running_postgres
from tests.support.stores import Filling, file_store, opened, server_store, with_nothing

ENGINES = ("sqlite", "postgres")


@pytest.fixture(scope="session", autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A home for data, settings and caches of this run alone; no store named, and English on the console."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for kind in ("DATA", "CONFIG", "CACHE", "STATE"):
            patch.setenv(f"XDG_{kind}_HOME", str(home / kind.lower()))
        patch.delenv("CASEWORKER_STORE", raising=False)
        patch.setenv("CASEWORKER_LANGUAGE", "en")
        yield home


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A server of this worker's own, started when the first test asks for it."""
    with running_postgres() as server:
        yield server


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """What is marked with `each_engine` runs once on each; docs/decisions/0042-one-engine-or-both.md."""
    if "engine" in metafunc.fixturenames and metafunc.definition.get_closest_marker("each_engine"):
        metafunc.parametrize("engine", ENGINES, indirect=True, scope="module")


@pytest.fixture(scope="module")
def engine(request: pytest.FixtureRequest) -> str:
    """What the stores of a test lie in: a file, unless the test is marked with `each_engine`."""
    found: str = getattr(request, "param", "sqlite")
    return found


@pytest.fixture
def store_url(engine: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of an empty database."""
    if engine == "sqlite":
        yield f"sqlite:///{tmp_path / 'store.sqlite'}"
        return
    server: Postgres = request.getfixturevalue("postgres")
    name = server.create_database()
    yield server.url(name)
    server.drop_database(name)


@pytest.fixture
def filling() -> Filling:
    """What every store of a module is filled with, once: a module says its own."""
    return with_nothing


@pytest.fixture
def address(
    engine: str, request: pytest.FixtureRequest, tmp_path: Path, own_home: Path, filling: Filling
) -> Iterator[str]:
    """Where a store lies, empty or with the module's filling."""
    with new_store(engine, request, tmp_path, own_home, filling) as found:
        yield found


@pytest.fixture
def store(address: str) -> Iterator[Store]:
    """A store of the test's own, open, empty or with the module's filling."""
    with opened(address) as found:
        yield found


@pytest.fixture(scope="module")
def shared_store(
    engine: str, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, own_home: Path
) -> Iterator[Store]:
    """An empty store for a module that fills it once and keeps nothing else in it."""
    folder = tmp_path_factory.mktemp("shared")
    with new_store(engine, request, folder, own_home, with_nothing) as address, opened(address) as found:
        yield found


@contextmanager
def new_store(
    engine: str, request: pytest.FixtureRequest, folder: Path, home: Path, filling: Filling
) -> Iterator[str]:
    """Where a store of an engine lies; a server is started when the first test asks for one."""
    if engine == "sqlite":
        yield file_store(folder, home, filling)
        return
    with server_store(request.getfixturevalue("postgres"), filling) as url:
        yield url
