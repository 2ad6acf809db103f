"""What the tests of the services share: processes that compete for a store."""

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor

import pytest

from tests.support.processes import PROCESSES


@pytest.fixture(scope="session")
def processes() -> Iterator[ProcessPoolExecutor]:
    """Eight processes of their own, which open a store each time anew."""
    with ProcessPoolExecutor(8, mp_context=PROCESSES) as pool:
        yield pool
