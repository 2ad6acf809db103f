"""The figures beside the desks: one read each, on a worker, again when a write touched what is counted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from caseworker.services.context import Context, Session
    from caseworker.ui.kit.operations import Operations
    from caseworker.ui.window.desks import Count
    from caseworker.ui.window.registry import Entry


class DeskCounts(QObject):
    """`counted` names a desk by its number, and how many there are."""

    counted = Signal(int, int)

    def __init__(self, operations: Operations, parent: QObject) -> None:
        super().__init__(parent)
        self._operations = operations
        self._entries: Sequence[Entry] = ()
        operations.changed.connect(self._changed)

    def begin(self, entries: Sequence[Entry]) -> None:
        """Count what these desks have, from now on."""
        self._entries = entries
        self._ask(lambda count: True)

    def _changed(self, touched: frozenset[str]) -> None:
        subjects = {name.partition(":")[0] for name in touched}
        self._ask(lambda count: not subjects.isdisjoint(count.touched))

    def _ask(self, wanted: Callable[[Count], bool]) -> None:
        for entry in self._entries:
            if entry.count is not None and wanted(entry.count):
                self._operations.read(
                    how_many,
                    entry.count.verb,
                    then=partial(self.counted.emit, entry.number),
                    lane=f"count:{entry.number}",
                )


def how_many(session: Session, ctx: Context, verb: str) -> int:
    """What a counting verb of the services gives, such as `claims.queue:count_open`."""
    module, name = verb.split(":")
    count = getattr(import_module(f"caseworker.services.{module}"), name)
    return int(count(session, ctx))
