"""Work beside the window: reads and writes on worker threads, results and failures back on its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import QEventLoop, QObject, QRunnable, QThreadPool, QTimer, Signal

from caseworker.errors import Refusal

if TYPE_CHECKING:
    from caseworker.ui.kit.desk import Desk
    from caseworker.ui.kit.messages import Messages

T = TypeVar("T")


class Operation(Generic[T]):
    """One piece of work under way."""

    def __init__(
        self,
        work: Callable[[Desk], T],
        then: Callable[[T], None],
        failed: Callable[[Exception], None] | None,
        lane: str,
    ) -> None:
        self._work = work
        self._then = then
        self._failed = failed
        self.lane = lane
        self.cancelled = False
        self._result: T | None = None
        self.error: Exception | None = None

    def cancel(self) -> None:
        """Not started, it never will be; started, its result is dropped (a write that ran has written)."""
        self.cancelled = True

    def run(self, desk: Desk) -> None:
        """On the worker: do the work, keep what came of it."""
        if self.cancelled:
            return
        try:
            self._result = self._work(desk)
        except Exception as error:  # noqa: BLE001 - whatever fails is shown to the person, once
            self.error = error

    def finish(self, shown: Callable[[Exception], None]) -> None:
        """On the window's thread: hand on the result, or the failure to whoever wants it."""
        if self.cancelled:
            return
        if self.error is not None:
            (self._failed or shown)(self.error)
        else:
            self._then(self._result)  # type: ignore[arg-type]  # run() set it, with T as its type


class _Job(QRunnable):
    def __init__(self, operation: Operation[Any], desk: Desk, done: Callable[[Operation[Any]], None]) -> None:
        super().__init__()
        self._operation = operation
        self._desk = desk
        self._done = done

    def run(self) -> None:
        self._operation.run(self._desk)
        self._done(self._operation)


class Operations(QObject):
    """Takes work from the pages. What is given before the store is open waits for it.

    Reads run two at a time, writes one after the other. `changed` names what a write changed, such as
    `person:123` or `claim:C1`; pages that show it load it again.
    """

    changed = Signal(object)  # frozenset[str]
    idle = Signal()
    _finished = Signal(object)

    def __init__(self, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._messages = messages
        self._desk: Desk | None = None
        self._waiting: list[tuple[QThreadPool, Operation[Any]]] = []
        self._under_way: set[Operation[Any]] = set()
        self._lanes: dict[str, Operation[Any]] = {}
        self._readers, self._writer = QThreadPool(self), QThreadPool(self)
        self._readers.setMaxThreadCount(2)
        self._writer.setMaxThreadCount(1)
        self._finished.connect(self._finish)

    def open(self, opener: Callable[[], Desk], then: Callable[[Desk], None]) -> None:
        """Open the store on a worker, then start what was waiting for it; a failure is shown."""

        def opened(desk: Desk) -> None:
            self.use(desk)
            then(desk)

        operation = Operation(lambda _: opener(), opened, self._not_opened, "open")
        self._under_way.add(operation)
        self._writer.start(_Job(operation, None, self._finished.emit))  # type: ignore[arg-type]

    def use(self, desk: Desk) -> None:
        """Work with this desk from now on."""
        self._desk = desk
        waiting, self._waiting = self._waiting, []
        for pool, operation in waiting:
            pool.start(_Job(operation, desk, self._finished.emit))

    def read(
        self,
        work: Callable[[Desk], T],
        then: Callable[[T], None],
        *,
        lane: str = "",
        failed: Callable[[Exception], None] | None = None,
    ) -> Operation[T]:
        """Do `work` on a worker and hand its result to `then`. In a named lane only the latest counts."""
        return self._start(self._readers, Operation(work, then, failed, lane))

    def write(
        self,
        work: Callable[[Desk], T],
        then: Callable[[T], None] | None = None,
        *,
        changes: Iterable[str] = (),
        failed: Callable[[Exception], None] | None = None,
    ) -> Operation[T]:
        """Do `work`, which saves, on a worker; then tell what changed."""
        changed = frozenset(changes)

        def saved(result: T) -> None:
            if then is not None:
                then(result)
            if changed:
                self.changed.emit(changed)

        return self._start(self._writer, Operation(work, saved, failed, ""))

    @property
    def is_idle(self) -> bool:
        """Whether nothing is under way."""
        return not self._under_way

    def wait(self, milliseconds: int = 10_000) -> bool:
        """Run the event loop until nothing is under way; False if that took too long."""
        if not self.is_idle:
            loop = QEventLoop()
            self.idle.connect(loop.quit)
            QTimer.singleShot(milliseconds, loop, loop.quit)
            loop.exec()
        return self.is_idle

    def stop(self) -> None:
        """Drop what is only read, and finish all that is to be written."""
        self._waiting.clear()
        self._readers.clear()
        self._readers.waitForDone()
        self._writer.waitForDone()

    def _start(self, pool: QThreadPool, operation: Operation[T]) -> Operation[T]:
        if operation.lane:
            older = self._lanes.get(operation.lane)
            if older is not None:
                older.cancel()
            self._lanes[operation.lane] = operation
        self._under_way.add(operation)
        if self._desk is None:
            self._waiting.append((pool, operation))
        else:
            pool.start(_Job(operation, self._desk, self._finished.emit))
        return operation

    def _finish(self, operation: Operation[Any]) -> None:
        self._under_way.discard(operation)
        if self._lanes.get(operation.lane) is operation:
            del self._lanes[operation.lane]
        operation.finish(self._show)
        if self.is_idle:
            self.idle.emit()

    def _not_opened(self, error: Exception) -> None:
        # What waited for the store would wait for ever.
        for _, operation in self._waiting:
            self._under_way.discard(operation)
        self._waiting.clear()
        self._show(error)

    def _show(self, error: Exception) -> None:
        if isinstance(error, Refusal):
            self._messages.refuse(error)
        else:
            self._messages.fault(error)
