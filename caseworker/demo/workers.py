"""Making the parts in a second process, ahead of the one that writes; they are the same either way."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context

from caseworker.demo.batches import Part, Size, make_part
from caseworker.rules.conditions import Conditions

# Below this a second process takes longer to start than it saves.
_WORTH_A_PROCESS = 3
_AHEAD = 6


def parts_of(size: Size, conditions: Conditions) -> Iterator[Part]:
    """All parts in order."""
    if size.parts < _WORTH_A_PROCESS:
        return (make_part(size, index, conditions) for index in range(size.parts))
    return _made_ahead(size, conditions)


def _made_ahead(size: Size, conditions: Conditions) -> Iterator[Part]:
    pool = ProcessPoolExecutor(
        max_workers=1, mp_context=get_context("spawn"), initializer=_begin, initargs=(conditions,)
    )
    waiting: deque[Future[Part]] = deque()
    try:
        for index in range(size.parts):
            waiting.append(pool.submit(_make, size, index))
            if len(waiting) > _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


class _Maker:
    """What the second process keeps from one part to the next."""

    conditions: Conditions


def _begin(conditions: Conditions) -> None:
    # Ctrl+C is for the process that writes; this one ends with it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _Maker.conditions = conditions


def _make(size: Size, index: int) -> Part:
    return make_part(size, index, _Maker.conditions)
