"""One window for all tests of a process; each test finds it as it would be in the morning."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QSettings
from PySide6.QtWidgets import QApplication

from caseworker.ui.kit.places import HOME
from caseworker.ui.kit.theme import Mode, load_fonts
from caseworker.ui.window.app import make_app, make_shell
from caseworker.ui.window.preferences import Preferences
from caseworker.ui.window.registry import REGISTRY, Registry
from caseworker.ui.window.shell import Shell
from tests.ui.world import World


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Where there is no screen, Qt says of every window with a least size that it cannot pass it on."""
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints", extend=True))


@pytest.fixture(scope="session")
def app(qapp: QApplication) -> QApplication:
    """The application as the program makes it."""
    made = make_app()
    load_fonts("Bold", "It")
    return made


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """A store with people and claims, some decided. Tests that write take `own_world`."""
    made = World(tmp_path_factory.mktemp("world"))
    yield made
    made.close()


@pytest.fixture
def own_world(tmp_path: Path) -> Iterator[World]:
    """A store of the test's own."""
    made = World(tmp_path)
    yield made
    made.close()


@pytest.fixture(scope="session")
def window(app: QApplication, world: World, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shell]:
    """The window on the shared store."""
    shell = open_window(app, world, tmp_path_factory.mktemp("settings"))
    yield shell
    shell.close()


@pytest.fixture
def shell(window: Shell, world: World) -> Iterator[Shell]:
    """The window, light, in English, at home."""
    look_like(window, Mode.LIGHT, 11.0)
    begin_the_day(window, world)
    yield window
    # What a test says without the window it says in English too.
    window.tools.language.use("en")


def look_like(shell: Shell, mode: Mode, points: float) -> None:
    """Take on a look, in one go: each costs as much as there are widgets."""
    shell.tools.theme.mode = mode
    shell.tools.theme.resize(points)


def begin_the_day(shell: Shell, world: World) -> None:
    """Bring the window home, in English, as it would be in the morning."""
    shell.tools.language.use("en")
    shell.resize(1440, 900)
    shell.activateWindow()
    shell.operations.use(world.access)
    shell.go(HOME)
    shell.page.view.begin()  # type: ignore[attr-defined]
    shell.operations.wait()


@pytest.fixture
def own_shell(app: QApplication, own_world: World, tmp_path: Path) -> Iterator[Shell]:
    """A window on a store of the test's own."""
    shell = open_window(app, own_world, tmp_path)
    yield shell
    shell.close()
    # A window that is only closed still takes part in every change of language and of looks.
    shell.deleteLater()
    app.sendPostedEvents(shell, QEvent.Type.DeferredDelete.value)


def open_window(app: QApplication, world: World, folder: Path, registry: Registry = REGISTRY) -> Shell:
    """A window on a store, shown, with nothing under way."""
    settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
    shell = make_shell(app, Preferences(settings), registry)
    shell.tools.language.use("en")
    shell.tools.theme.use(Mode.LIGHT)
    shell.operations.use(world.access)
    shell.begin(world.access)
    shell.show()
    shell.operations.wait()
    return shell
