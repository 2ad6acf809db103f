"""The program paints first and imports after; nothing it does on the window's thread takes long."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from caseworker.ui.kit.operations import Operation
from caseworker.ui.kit.places import HOME, Kind, Place
from caseworker.ui.kit.tokens import LIGHT
from caseworker.ui.pages.find.page import FindPage
from caseworker.ui.window import app as program
from caseworker.ui.window.preferences import Preferences
from caseworker.ui.window.preload import Preload
from caseworker.ui.window.shell import Shell
from caseworker.ui.window.window import Window
from tests.support.type_text import type_text
from tests.ui.conftest import open_window
from tests.ui.world import GIULIA, World

FIRST_PAINT = """
import os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from caseworker.ui.window import app
def painted(window, kept, opener):
    print(*sorted(sys.modules), flush=True)
    os._exit(0)
app.fill = painted
from caseworker.cli.main import main
main(["--store", sys.argv[1]])
"""
LATER = (
    "sqlalchemy",
    "psycopg",
    "reportlab",
    "babel",
    "pikepdf",
    "alembic",
    "PySide6.QtPdf",
    "PySide6.QtSvg",
)
LONGEST_MS = 50


@pytest.mark.parametrize(("placed", "maximized"), [(False, True), (True, False)])
def test_a_window_larger_than_the_screen_takes_all_of_it(
    app: QApplication, placed: bool, maximized: bool
) -> None:
    frame = Window(LIGHT)
    room = frame.screen().availableSize()
    frame.resize(room.width(), room.height())
    frame.come_up(placed)
    assert frame.isMaximized() is maximized
    frame.close()
    frame.deleteLater()


def test_the_first_paint_comes_before_the_imports(tmp_path: Path) -> None:
    command = [sys.executable, "-c", FIRST_PAINT, str(tmp_path / "store.sqlite")]
    done = subprocess.run(command, capture_output=True, text=True)
    loaded = done.stdout.split()
    assert "caseworker.ui.window.window" in loaded, done.stderr[-400:]
    assert [name for name in LATER if name in loaded] == []
    assert "caseworker.ui.window.shell" not in loaded
    assert [name for name in loaded if name.startswith("caseworker.wording")] == []


def test_the_frame_is_filled_and_keeps_its_place(app: QApplication, own_world: World, tmp_path: Path) -> None:
    kept = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    window = program.open_frame(kept)
    window.show()
    program.fill(window, kept, lambda: program.open_access("G. Keller", lambda: own_world.store))
    shell = shell_in(window)
    assert shell.operations.wait()
    assert shell.sidebar._who.text() == "G. Keller"
    assert window.windowTitle() == shell.windowTitle()
    lay = window.saveGeometry()
    window.close()
    assert shell.preferences.geometry == lay


def shell_in(window: Window) -> Shell:
    shell = window.centralWidget()
    assert isinstance(shell, Shell)
    return shell


def test_a_store_that_is_not_there_is_said_in_the_window(app: QApplication, tmp_path: Path) -> None:
    from caseworker.models.store.store import Store

    kept = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    window = program.open_frame(kept)
    window.show()
    missing = f"sqlite:///{tmp_path / 'none.sqlite'}"
    program.fill(window, kept, lambda: program.open_access("G. Keller", lambda: Store.open(missing)))
    shell = shell_in(window)
    assert shell.operations.wait()
    assert shell.notice.isVisible()
    window.close()


def test_a_damaged_store_opens_for_reading_only_and_says_why(
    app: QApplication, own_world: World, tmp_path: Path
) -> None:
    from sqlalchemy import text

    with own_world.store.writing() as session:
        session.execute(text("UPDATE limit_balance SET used = used - 1 WHERE used > 0"))
    shell = open_window(app, own_world, tmp_path)
    assert own_world.store.read_only is not None
    assert shell.notice.isVisible()
    assert shell.status._place.text() == "for reading only"
    shell.close()


def test_closing_does_not_wait_for_a_store_that_never_came(app: QApplication, tmp_path: Path) -> None:
    kept = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    shell = program.make_shell(app, Preferences(kept))
    shell.show()
    shell.drafts.touch("claim:C1", dict)
    began = time.monotonic()
    shell.close()
    assert time.monotonic() - began < 5


class Stopwatch:
    """The processor time of each call on the window's thread."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.calls: dict[str, float] = {}
        finish = Operation.finish

        def timed(operation: Operation[object], shown: Callable[[Exception], None]) -> None:
            self.take(f"result of {operation.lane}", lambda: finish(operation, shown))

        monkeypatch.setattr(Operation, "finish", timed)

    def take(self, name: str, call: Callable[[], object]) -> None:
        began = time.thread_time()
        call()
        took = (time.thread_time() - began) * 1000
        self.calls[name] = max(took, self.calls.get(name, 0))


def test_nothing_holds_up_the_window(shell: Shell, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    Preload(shell).finish()
    watch = Stopwatch(monkeypatch)
    page = shell.page
    places = [Place(Kind.PERSON, world.people[GIULIA]), Place(Kind.QUEUE), Place(Kind.CLAIM, world.claims[3])]
    assert isinstance(page, FindPage)
    for key in "müller":
        watch.take("a key", partial(type_text, page.view.line, key))
        shell.operations.wait()
    for place in [*places, Place(Kind.LETTER, world.decisions[0]), HOME]:
        watch.take(f"going to {place.kind}", partial(shell.go, place))
        shell.operations.wait()
    watch.take("the palette", shell.open_palette)
    shell.operations.wait()
    assert shell.palette_over is not None
    shell.palette_over.hide()
    assert {name: round(took) for name, took in watch.calls.items() if took > LONGEST_MS} == {}
