"""Work beside the window: reads and writes on worker threads, results and failures back on its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic, TypeVar, TypeVarTuple

from PySide6.QtCore import QEventLoop, QObject, QRunnable, QThreadPool, QTimer, Signal

from caseworker.errors import Refusal
from caseworker.ui.kit import text

if TYPE_CHECKING:
    from caseworker.services.access import Access, Written
    from caseworker.services.context import Context, Session, Undo
    from caseworker.ui.kit.messages import Messages

T = TypeVar("T")
Ts = TypeVarTuple("Ts")


class Operation(Generic[T]):
    """One piece of work under way."""

    def __init__(
        self,
        work: Callable[[Access], T],
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

    def run(self, access: Access) -> None:
        """On the worker: do the work, keep what came of it."""
        if self.cancelled:
            return
        try:
            self._result = self._work(access)
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
    def __init__(
        self, operation: Operation[Any], access: Access, done: Callable[[Operation[Any]], None]
    ) -> None:
        super().__init__()
        self._operation = operation
        self._access = access
        self._done = done

    def run(self) -> None:
        self._operation.run(self._access)
        self._done(self._operation)


class Operations(QObject):
    """Takes work from the pages. What is given before the store is open waits for it.

    A page names a verb and what it is called with; the verb runs on a worker, behind the one door to the
    store (`Access`). Reads run two at a time, writes one after the other. `changed` names what a write
    touched, such as `person:123` or `claim:C1`; pages that show it load it again.
    """

    changed = Signal(object)  # frozenset[str]
    idle = Signal()
    _finished = Signal(object)

    def __init__(self, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._messages = messages
        self._access: Access | None = None
        self._waiting: list[tuple[QThreadPool, Operation[Any]]] = []
        self._under_way: set[Operation[Any]] = set()
        self._lanes: dict[str, Operation[Any]] = {}
        self._readers, self._writer = QThreadPool(self), QThreadPool(self)
        self._readers.setMaxThreadCount(2)
        self._writer.setMaxThreadCount(1)
        self._finished.connect(self._finish)

    def open(self, opener: Callable[[], Access], then: Callable[[Access], None]) -> None:
        """Open the store on a worker, then start what was waiting for it; a failure is shown."""

        def opened(access: Access) -> None:
            self.use(access)
            then(access)

        operation = Operation(lambda _: opener(), opened, self._not_opened, "open")
        self._under_way.add(operation)
        self._writer.start(_Job(operation, None, self._finished.emit))  # type: ignore[arg-type]

    def use(self, access: Access) -> None:
        """Work through this door from now on."""
        self._access = access
        waiting, self._waiting = self._waiting, []
        for pool, operation in waiting:
            pool.start(_Job(operation, access, self._finished.emit))

    def read(
        self,
        verb: Callable[[Session, Context, *Ts], T],
        *arguments: *Ts,
        then: Callable[[T], None],
        lane: str = "",
        failed: Callable[[Exception], None] | None = None,
    ) -> Operation[T]:
        """Ask on a worker and hand the answer to `then`. In a named lane only the latest question counts."""

        def work(access: Access) -> T:
            return access.read(verb, *arguments)

        return self._start(self._readers, Operation(work, then, failed, lane))

    def write(
        self,
        verb: Callable[[Session, Context, *Ts], T],
        *arguments: *Ts,
        then: Callable[[T], None] | None = None,
        told: Callable[[T], str] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> Operation[Written[T]]:
        """Do what a verb does on a worker; then say what was done (`told`), with its undo where the verb has
        a counter-verb, and tell what it touched."""

        def work(access: Access) -> Written[T]:
            return access.write(verb, *arguments)

        def done(written: Written[T]) -> None:
            if told is not None:
                said = told(written.result)
                self._messages.tell(said, self._way_back(written.undo, said))
            if then is not None:
                then(written.result)
            if written.touched:
                self.changed.emit(written.touched)

        return self._start(self._writer, Operation(work, done, failed, ""))

    def run(
        self,
        work: Callable[[Access], T],
        then: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> Operation[T]:
        """Do on a worker, between the writes, what is no verb of the store: check it whole, write a file."""
        return self._start(self._writer, Operation(work, then or (lambda _: None), failed, ""))

    def _way_back(self, undo: Undo | None, said: str) -> Callable[[], None] | None:
        if undo is None:
            return None

        def take_back() -> None:
            self.write(undo.verb, *undo.arguments, told=lambda _: text.say("kit.taken_back", what=said))

        return take_back

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
        if self._access is None:
            self._waiting.append((pool, operation))
        else:
            pool.start(_Job(operation, self._access, self._finished.emit))
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
