"""A small made-up insurer, told and filled once for a module on each engine."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from caseworker.demo.batches import Part, Size, make_part
from caseworker.demo.filling import Progress, fill
from caseworker.demo.staff import ANCHOR
from caseworker.models.store.store import Store
from tests.support.stores import conditions, file_store, server_store

SMALL = Size(seed=3, persons=90, claims=330, anchor=ANCHOR)
WIDE = Size(seed=3, persons=400, claims=1_500, anchor=ANCHOR)


@pytest.fixture(scope="module")
def wide() -> Part:
    """Enough people and claims that everything occurs; told, not filled in."""
    return make_part(WIDE, 0, conditions())


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def filled(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, own_home: Path
) -> Iterator[Store]:
    """A store filled with a small insurer, once on each engine."""
    if request.param == "sqlite":
        yield from _filled(file_store(tmp_path_factory.mktemp("demo"), own_home))
        return
    with server_store(request.getfixturevalue("postgres")) as url:
        yield from _filled(url)


def _filled(url: str) -> Iterator[Store]:
    store = Store.open(url)
    seen: list[Progress] = []
    assert fill(store, conditions(), SMALL, seen.append) == seen[-1]
    yield store
    store.close()
