"""Starts the window: paints first, imports after."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import UTC
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from caseworker.ui.kit.tokens import DARK, LIGHT
from caseworker.ui.window.window import Window

if TYPE_CHECKING:
    from typing import Protocol

    from caseworker.services.access import Access, Store
    from caseworker.ui.window.preferences import Preferences
    from caseworker.ui.window.registry import Registry
    from caseworker.ui.window.shell import Shell

    class WindowStart(Protocol):
        """What the window asks of what it was started with."""

        @property
        def by(self) -> str:
            """Who works at this desk."""


_GEOMETRY = "window/geometry"
OpenStore = Callable[[], "Store"]


def run_window(start: WindowStart, open_store: OpenStore) -> int:
    """Open the window on a store and stay until it is closed. The result is the exit code."""
    app = make_app()
    kept = QSettings("caseworker", "caseworker")
    window = open_frame(kept)
    window.painted.connect(lambda: fill(window, kept, lambda: open_access(start.by, open_store)))
    window.come_up(placed=kept.contains(_GEOMETRY))
    code: int = app.exec()
    return code


def make_app() -> QApplication:
    """The application, with its name."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("caseworker")
    app.setDesktopFileName("caseworker")
    return app


def open_frame(kept: QSettings) -> Window:
    """The empty window, where it last lay, on the ground of the look that was chosen."""
    mode = str(kept.value("look/mode", ""))
    # Asking for the system's scheme by name would load hundreds of names that the first drawing needs not.
    dark = mode == "dark" or (mode != "light" and QApplication.palette().window().color().lightness() < 128)
    window = Window(DARK if dark else LIGHT)
    geometry = kept.value(_GEOMETRY)
    if geometry is not None:
        window.restoreGeometry(geometry)
    return window


def fill(window: Window, kept: QSettings, opener: Callable[[], Access]) -> None:
    """After the first drawing: all that is in the window, then the store on a worker."""
    from caseworker.ui.window.preferences import Preferences

    shell = make_shell(make_app(), Preferences(kept))
    window.hold(shell)
    begin(shell, opener)


def make_shell(app: QApplication, preferences: Preferences, registry: Registry | None = None) -> Shell:
    """What is in the window, in the look and language that were chosen, with no store yet."""
    from caseworker.ui.kit.dialogs import ask_in_a_dialog
    from caseworker.ui.kit.language import Language, system_language
    from caseworker.ui.kit.messages import Messages
    from caseworker.ui.kit.operations import Operations
    from caseworker.ui.kit.theme import Theme, load_fonts
    from caseworker.ui.window.registry import REGISTRY
    from caseworker.ui.window.shell import Shell

    if not app.styleSheet():  # a second window finds it done; every widget there is would be styled anew
        app.setStyle("fusion")
    load_fonts("Regular", "Semibold")
    theme = Theme(app, preferences.mode, preferences.points)
    language = Language(app, preferences.language or system_language())
    theme.apply()
    messages = Messages(ask_in_a_dialog(QApplication.activeWindow))
    shell = Shell(Operations(messages), messages, theme, language, preferences, registry or REGISTRY)
    messages.setParent(shell)
    shell.operations.setParent(shell)
    theme.changed.connect(lambda: preferences.keep_look(theme.mode, theme.points))
    language.changed.connect(preferences.keep_language)
    return shell


def begin(shell: Shell, opener: Callable[[], Access]) -> None:
    """The rest of the font, the icon, the store on a worker; then the pages, while nothing else is to do."""
    from PySide6.QtGui import QIcon

    from caseworker.resources import resource
    from caseworker.ui.kit.theme import load_fonts
    from caseworker.ui.window.preload import Preload

    load_fonts("Bold", "It")
    shell.window().setWindowIcon(QIcon(str(resource("icons", "caseworker.svg"))))

    def opened(access: Access) -> None:
        shell.begin(access)
        Preload(shell).start()

    shell.operations.open(opener, opened)


def open_access(by: str, open_store: OpenStore) -> Access:
    """On a worker: import what is heavy, open the store, read the conditions."""
    from datetime import datetime

    from caseworker.resources import resource
    from caseworker.rules.conditions import load_conditions
    from caseworker.services.access import Access
    from caseworker.services.context import anybody
    from caseworker.ui.window.pages import load_ahead

    store = open_store()
    conditions = load_conditions(resource("conditions", "mivita"))
    load_ahead()
    return Access(store, conditions, anybody(by), lambda: datetime.now(UTC))
