"""A small made-up insurer, told and filled once for a module."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from caseworker.demo.batches import Part, Size, make_part
from caseworker.demo.filling import Progress, fill
from caseworker.demo.staff import ANCHOR
from caseworker.models.store.store import Store
from tests.support.stores import access, conditions, file_store, opened

SMALL = Size(seed=3, persons=90, claims=330, anchor=ANCHOR)
WIDE = Size(seed=3, persons=400, claims=1_500, anchor=ANCHOR)


@pytest.fixture(scope="module")
def wide() -> Part:
    """Enough people and claims that everything occurs; told, not filled in."""
    return make_part(WIDE, 0, conditions())


@pytest.fixture(scope="module")
def each_filled(shared_store: Store) -> Store:
    """A store filled with a small insurer, once on each engine."""
    return _filled(shared_store)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory, own_home: Path) -> Iterator[Store]:
    """A store filled with a small insurer, in a file."""
    with opened(file_store(tmp_path_factory.mktemp("demo"), own_home)) as store:
        yield _filled(store)


def _filled(store: Store) -> Store:
    seen: list[Progress] = []
    assert fill(access(store), SMALL, seen.append) == seen[-1]
    return store
