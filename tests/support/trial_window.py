"""A window on an empty store, offscreen, for trying the desk. Loaded by `tests.support.trial`."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

import caseworker.ui  # noqa: F401 - before Qt is loaded
from caseworker.models.store.store import Store
from caseworker.services.access import Access
from caseworker.services.context import anybody
from caseworker.ui.kit.page import Page
from caseworker.ui.kit.places import Place
from caseworker.ui.kit.theme import load_fonts
from caseworker.ui.window.app import make_app, make_shell
from caseworker.ui.window.preferences import Preferences
from caseworker.ui.window.shell import Shell
from tests.support.trial import CONDITIONS, NOW, WHO

app = make_app()
load_fonts("Bold", "It")
Key = Qt.Key


def open_window(store: Store, by: str = WHO) -> Shell:
    """A window on a store, in English."""
    kept = QSettings(str(Path(tempfile.mkdtemp(prefix="trial-")) / "window.ini"), QSettings.Format.IniFormat)
    shell = make_shell(app, Preferences(kept))
    shell.tools.language.use("en")
    access = Access(store, CONDITIONS, anybody(by), lambda: NOW)
    shell.operations.use(access)
    shell.begin(access)
    shell.show()
    shell.activateWindow()
    settle(shell)
    return shell


def settle(shell: Shell) -> None:
    """Let everything that is under way come to its end."""
    for _ in range(5):
        shell.operations.wait()
        app.processEvents()


def go(shell: Shell, place: Place) -> Page:
    """Go to a place; its page."""
    shell.go(place)
    settle(shell)
    return shell.page


def write(shell: Shell, entry: QLineEdit, text: str) -> None:
    """Put a text into an entry as typing does."""
    entry.setFocus()
    entry.selectAll()
    for character in text:
        QTest.keyClicks(entry, character)
    settle(shell)


def fill_line(shell: Shell, page: Any, benefit: str, first: str, charged: str) -> None:
    """The first line of a claim: benefit, day, amount."""
    page.entry.editor.focus_benefit()
    for text in (benefit, first, "", charged):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, text)
        settle(shell)
        QTest.keyClick(focused, Key.Key_Return)
        settle(shell)
