from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from caseworker.errors import Refusal
from caseworker.ui.kit.desk import Desk
from caseworker.ui.kit.messages import Answer, Messages, Notice
from caseworker.ui.kit.operations import Operations
from tests.ui.world import World


class Bench:
    """Operations with a desk, and everything that was said."""

    def __init__(self, desk: Desk | None) -> None:
        self.messages = Messages(lambda _: Answer())
        self.notices: list[Notice | None] = []
        self.messages.notice.connect(self.notices.append)
        self.operations = Operations(self.messages)
        if desk is not None:
            self.operations.use(desk)
        self.got: list[object] = []


def keep(number: int, _: Desk) -> int:
    return number


@pytest.fixture
def bench(app: QApplication, world: World) -> Iterator[Bench]:
    QLocale.setDefault(QLocale("en_CH"))
    made = Bench(world.desk)
    yield made
    made.operations.stop()


def test_work_runs_beside_the_window_and_its_result_comes_back_to_it(bench: Bench) -> None:
    threads: list[int] = []
    bench.operations.read(lambda _: threads.append(threading.get_ident()), bench.got.append)
    bench.operations.read(lambda _: None, lambda _: threads.append(threading.get_ident()))
    assert bench.operations.wait()
    home = threading.get_ident()
    assert threads.count(home) == 1
    assert len(set(threads)) == 2


def test_the_desk_is_handed_in(bench: Bench, world: World) -> None:
    bench.operations.read(lambda desk: desk.by, bench.got.append)
    bench.operations.wait()
    assert bench.got == [world.desk.by]


def test_only_the_latest_of_a_lane_counts(bench: Bench) -> None:
    held = threading.Event()
    bench.operations.read(lambda _: held.wait(5), bench.got.append, lane="find")
    for number in range(3):
        bench.operations.read(partial(keep, number), bench.got.append, lane="find")
    held.set()
    bench.operations.wait()
    assert bench.got == [2]


def test_other_lanes_are_left_alone(bench: Bench) -> None:
    bench.operations.read(lambda _: 1, bench.got.append, lane="a")
    bench.operations.read(lambda _: 2, bench.got.append, lane="b")
    bench.operations.wait()
    assert sorted(map(str, bench.got)) == ["1", "2"]


def test_what_is_cancelled_before_it_starts_never_runs(bench: Bench) -> None:
    held, ran = threading.Event(), threading.Event()
    bench.operations.write(lambda _: held.wait(5))
    operation = bench.operations.write(lambda _: ran.set())
    operation.cancel()
    held.set()
    bench.operations.wait()
    assert not ran.is_set()


def test_writes_run_one_after_the_other(bench: Bench) -> None:
    for number in range(20):
        bench.operations.write(partial(keep, number), bench.got.append)
    bench.operations.wait()
    assert bench.got == list(range(20))


def test_a_write_tells_what_it_changed(bench: Bench) -> None:
    changes: list[frozenset[str]] = []
    bench.operations.changed.connect(changes.append)
    bench.operations.write(lambda _: None, changes=("claim:C1", "person:1"))
    bench.operations.write(lambda _: None)
    bench.operations.wait()
    assert changes == [frozenset({"claim:C1", "person:1"})]


def test_a_refusal_is_shown_once_with_what_to_do(bench: Bench) -> None:
    def refuse(_: Desk) -> None:
        raise Refusal("No.", "Do this.")

    changes: list[object] = []
    bench.operations.changed.connect(changes.append)
    bench.operations.write(refuse, bench.got.append, changes=("claim:C1",))
    bench.operations.wait()
    assert bench.notices == [Notice("No.", "Do this.")]
    assert bench.got == changes == []


def test_a_fault_is_shown_without_its_values(bench: Bench, caplog: pytest.LogCaptureFixture) -> None:
    def fail(_: Desk) -> None:
        raise KeyError("Müller")

    bench.operations.read(fail, bench.got.append)
    bench.operations.wait()
    [notice] = bench.notices
    assert notice is not None
    assert "KeyError" in notice.message
    assert "Müller" not in notice.message + notice.advice
    assert "KeyError" in caplog.text


def test_a_failure_can_be_taken_by_whoever_asked(bench: Bench) -> None:
    def refuse(_: Desk) -> None:
        raise Refusal("No.")

    bench.operations.read(refuse, bench.got.append, failed=lambda error: bench.got.append(str(error)))
    bench.operations.wait()
    assert bench.got == ["No."]
    assert bench.notices == []


def test_work_given_before_the_store_is_open_waits_for_it(app: QApplication, world: World) -> None:
    bench = Bench(None)
    bench.operations.read(lambda desk: desk.by, bench.got.append)
    assert not bench.operations.wait(20)
    assert bench.got == []
    bench.operations.open(lambda: world.desk, lambda desk: None)
    assert bench.operations.wait()
    assert bench.got == [world.desk.by]
    bench.operations.stop()


def test_a_store_that_does_not_open_says_why(app: QApplication) -> None:
    def refuse() -> Desk:
        raise Refusal("There is no store.", "Make one.")

    bench = Bench(None)
    bench.operations.open(refuse, bench.got.append)
    bench.operations.wait()
    assert bench.notices == [Notice("There is no store.", "Make one.")]
    assert bench.got == []


def test_stopping_finishes_what_is_being_written(bench: Bench) -> None:
    begun, held, written = threading.Event(), threading.Event(), threading.Event()

    def write(_: Desk) -> None:
        begun.set()
        held.wait(5)
        written.set()

    bench.operations.write(write)
    begun.wait(5)
    held.set()
    bench.operations.stop()
    assert written.is_set()
