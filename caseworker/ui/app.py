"""Starts the window: paints first, imports after."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QSettings
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from caseworker.resources import resource
from caseworker.ui.dialogs import ask_in_a_dialog
from caseworker.ui.language import Language, system_language
from caseworker.ui.messages import Messages
from caseworker.ui.operations import Operations
from caseworker.ui.preferences import Preferences
from caseworker.ui.shell import Shell
from caseworker.ui.theme import Theme, load_fonts

if TYPE_CHECKING:
    from caseworker.models.store import Store
    from caseworker.ui.desk import Desk


OpenStore = Callable[[], "Store"]


class WindowSettings(Protocol):
    """What the window asks of the program's settings."""

    @property
    def by(self) -> str:
        """Who works at this desk."""


def run_window(settings: WindowSettings, open_store: OpenStore) -> int:
    """Open the window on a store and stay until it is closed. The result is the exit code."""
    app = make_app()
    shell = make_shell(app, Preferences(QSettings("caseworker", "caseworker")))
    shell.painted.connect(lambda: begin(shell, lambda: open_desk(settings.by, open_store)))
    shell.show()
    code: int = app.exec()
    return code


def make_app() -> QApplication:
    """The application, with its name and the styles of the font that the first picture needs."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("caseworker")
    app.setDesktopFileName("caseworker")
    app.setStyle("fusion")
    load_fonts("Regular", "Semibold")
    return app


def make_shell(app: QApplication, preferences: Preferences) -> Shell:
    """The window in the look and language that were chosen, not yet shown and with no store yet."""
    theme = Theme(app, preferences.mode, preferences.points)
    language = Language(app, preferences.language or system_language())
    theme.apply()
    messages = Messages(ask_in_a_dialog(QApplication.activeWindow))
    shell = Shell(Operations(messages), messages, theme, language, preferences)
    messages.setParent(shell)
    shell.operations.setParent(shell)
    if not preferences.geometry.isEmpty():
        shell.restoreGeometry(preferences.geometry)
    theme.changed.connect(lambda: _keep_look(preferences, theme))
    language.changed.connect(lambda code: setattr(preferences, "language", code))
    return shell


def begin(shell: Shell, opener: Callable[[], Desk]) -> None:
    """After the first paint: the rest of the font, the icon, and the store on a worker."""
    load_fonts("Bold", "It")
    shell.setWindowIcon(QIcon(str(resource("icons", "caseworker.svg"))))
    shell.operations.open(opener, shell.begin)


def open_desk(by: str, open_store: OpenStore) -> Desk:
    """On a worker: import what is heavy, open the store, read the conditions."""
    from caseworker.rules.conditions import load_conditions
    from caseworker.ui.desk import Desk
    from caseworker.ui.pages import load_ahead

    store = open_store()
    conditions = load_conditions(resource("conditions", "mivita"))
    load_ahead()
    return Desk(store, conditions, by, lambda: datetime.now(UTC))


def _keep_look(preferences: Preferences, theme: Theme) -> None:
    preferences.mode = theme.mode
    preferences.points = theme.points
