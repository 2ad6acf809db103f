"""What the tests of the store start from: an empty store, open, on each engine."""

from collections.abc import Iterator
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


@pytest.fixture
def store(address: str) -> Iterator[Store]:
    """An empty store, open."""
    found = Store.open(address)
    yield found
    found.close()
