from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from caseworker.errors import Refusal
from caseworker.services.access import Access
from caseworker.services.context import Context, Session
from caseworker.ui.kit.messages import Answer, Done, Messages, Notice
from caseworker.ui.kit.operations import Operations
from tests.ui.world import World


class Bench:
    """Operations with a door to a store, and everything that was said."""

    def __init__(self, access: Access | None) -> None:
        self.messages = Messages(lambda _: Answer())
        self.notices: list[Notice | None] = []
        self.messages.notice.connect(self.notices.append)
        self.operations = Operations(self.messages)
        if access is not None:
            self.operations.use(access)
        self.got: list[object] = []


def keep(session: Session, ctx: Context, number: int) -> int:
    return number


def wait_for(session: Session, ctx: Context, held: threading.Event) -> None:
    held.wait(5)


def who(session: Session, ctx: Context) -> str:
    return ctx.by


def refuse(session: Session, ctx: Context) -> None:
    ctx.touch("claim:C1")
    raise Refusal("No.", "Do this.")


@pytest.fixture
def bench(app: QApplication, world: World) -> Iterator[Bench]:
    QLocale.setDefault(QLocale("en_CH"))
    made = Bench(world.access)
    yield made
    made.operations.stop()


def test_work_runs_beside_the_window_and_its_result_comes_back_to_it(bench: Bench) -> None:
    threads: list[int] = []

    def look(session: Session, ctx: Context) -> None:
        threads.append(threading.get_ident())

    bench.operations.read(look, then=bench.got.append)
    bench.operations.read(keep, 1, then=lambda _: threads.append(threading.get_ident()))
    assert bench.operations.wait()
    home = threading.get_ident()
    assert threads.count(home) == 1
    assert len(set(threads)) == 2


def test_a_verb_is_told_who_acts(bench: Bench, world: World) -> None:
    bench.operations.read(who, then=bench.got.append)
    bench.operations.wait()
    assert bench.got == [world.access.actor.name]


def test_only_the_latest_of_a_lane_counts(bench: Bench) -> None:
    held = threading.Event()
    bench.operations.read(wait_for, held, then=bench.got.append, lane="find")
    for number in range(3):
        bench.operations.read(keep, number, then=bench.got.append, lane="find")
    held.set()
    bench.operations.wait()
    assert bench.got == [2]


def test_other_lanes_are_left_alone(bench: Bench) -> None:
    bench.operations.read(keep, 1, then=bench.got.append, lane="a")
    bench.operations.read(keep, 2, then=bench.got.append, lane="b")
    bench.operations.wait()
    assert sorted(map(str, bench.got)) == ["1", "2"]


def test_what_is_cancelled_before_it_starts_never_runs(bench: Bench) -> None:
    held, ran = threading.Event(), threading.Event()
    bench.operations.write(wait_for, held)
    operation = bench.operations.run(lambda _: ran.set())
    operation.cancel()
    held.set()
    bench.operations.wait()
    assert not ran.is_set()


def test_writes_run_one_after_the_other(bench: Bench) -> None:
    for number in range(20):
        bench.operations.write(keep, number, then=bench.got.append)
    bench.operations.wait()
    assert bench.got == list(range(20))


def test_a_write_tells_what_it_touched(bench: Bench) -> None:
    def touch(session: Session, ctx: Context) -> None:
        ctx.touch("claim:C1", "person:1")

    changes: list[frozenset[str]] = []
    bench.operations.changed.connect(changes.append)
    bench.operations.write(touch)
    bench.operations.write(keep, 1)
    bench.operations.wait()
    assert changes == [frozenset({"claim:C1", "person:1"})]


def test_what_was_done_is_said_with_its_undo(bench: Bench) -> None:
    def add(session: Session, ctx: Context, number: int) -> int:
        bench.got.append(number)
        ctx.can_be_undone(add, -number)
        return number

    said: list[Done] = []
    bench.messages.done.connect(said.append)
    bench.operations.write(add, 3, told=lambda number: f"added {number}")
    bench.operations.wait()
    for _ in range(2):
        assert said[-1].undo is not None
        said[-1].undo()
        bench.operations.wait()
    assert bench.got == [3, -3, 3]
    assert [done.text for done in said[:2]] == ["added 3", "Taken back: added 3"]


def test_what_cannot_be_taken_back_is_said_without_undo(bench: Bench) -> None:
    said: list[Done] = []
    bench.messages.done.connect(said.append)
    bench.operations.write(keep, 3, told=str)
    bench.operations.wait()
    assert said == [Done("3", None)]


def test_a_refusal_is_shown_once_with_what_to_do(bench: Bench) -> None:
    changes: list[object] = []
    bench.operations.changed.connect(changes.append)
    bench.operations.write(refuse, then=bench.got.append)
    bench.operations.wait()
    assert bench.notices == [Notice("No.", "Do this.")]
    assert bench.got == changes == []


def test_a_fault_is_shown_without_its_values(bench: Bench, caplog: pytest.LogCaptureFixture) -> None:
    def fail(session: Session, ctx: Context) -> None:
        raise KeyError("Müller")

    bench.operations.read(fail, then=bench.got.append)
    bench.operations.wait()
    [notice] = bench.notices
    assert notice is not None
    assert "KeyError" in notice.message
    assert "Müller" not in notice.message + notice.advice
    assert "KeyError" in caplog.text


def test_a_failure_can_be_taken_by_whoever_asked(bench: Bench) -> None:
    bench.operations.read(
        refuse, then=bench.got.append, failed=lambda error: bench.got.append(type(error).__name__)
    )
    bench.operations.wait()
    assert bench.got == ["Refusal"]
    assert bench.notices == []


def test_work_given_before_the_store_is_open_waits_for_it(app: QApplication, world: World) -> None:
    bench = Bench(None)
    bench.operations.read(who, then=bench.got.append)
    assert not bench.operations.wait(20)
    assert bench.got == []
    bench.operations.open(lambda: world.access, lambda access: None)
    assert bench.operations.wait()
    assert bench.got == [world.access.actor.name]
    bench.operations.stop()


def test_a_store_that_does_not_open_says_why(app: QApplication) -> None:
    def not_there() -> Access:
        raise Refusal("There is no store.", "Make one.")

    bench = Bench(None)
    bench.operations.open(not_there, bench.got.append)
    bench.operations.wait()
    assert bench.notices == [Notice("There is no store.", "Make one.")]
    assert bench.got == []


def test_stopping_finishes_what_is_being_written(bench: Bench) -> None:
    begun, held, written = threading.Event(), threading.Event(), threading.Event()

    def write(session: Session, ctx: Context) -> None:
        begun.set()
        held.wait(5)
        written.set()

    bench.operations.write(write)
    begun.wait(5)
    held.set()
    bench.operations.stop()
    assert written.is_set()
