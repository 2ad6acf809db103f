"""What the tests of the services start from: an empty store, open, on each engine."""

import multiprocessing
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from caseworker.models.store.store import Store
from tests.support.stores import file_store, server_store


@pytest.fixture(params=["sqlite", "postgres"])
def address(request: pytest.FixtureRequest, tmp_path: Path, own_home: Path) -> Iterator[str]:
    """Where an empty store lies, once on each engine."""
    if request.param == "sqlite":
        yield file_store(tmp_path, own_home)
        return
    with server_store(request.getfixturevalue("postgres")) as url:
        yield url


@pytest.fixture(scope="session")
def processes() -> Iterator[ProcessPoolExecutor]:
    """Eight processes of their own, which load the program once."""
    with ProcessPoolExecutor(8, mp_context=multiprocessing.get_context("spawn")) as pool:
        yield pool


@pytest.fixture
def store(address: str) -> Iterator[Store]:
    """An empty store, open."""
    found = Store.open(address)
    yield found
    found.close()
