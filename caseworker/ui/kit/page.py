"""What every page has: a place, a title, a banner, commands."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from caseworker.ui.kit import text
from caseworker.ui.kit.places import Place

if TYPE_CHECKING:
    from caseworker.services.people.rows import Identity
    from caseworker.ui.kit.drafts import Drafts
    from caseworker.ui.kit.language import Language
    from caseworker.ui.kit.messages import Messages
    from caseworker.ui.kit.operations import Operations
    from caseworker.ui.kit.theme import Theme


class Tools(NamedTuple):
    """What a page is given to work with."""

    operations: Operations
    messages: Messages
    drafts: Drafts
    theme: Theme
    language: Language
    go: Callable[[Place], None]  # opens another page
    recent: Callable[[], tuple[str, ...]]  # the numbers of the people seen last, the latest first


class Page(QWidget):
    """A page of the window. The shell makes one of each kind and opens it on one record after another.

    A page's commands are its QActions (`addAction`): the shell shows them in the menu and in the palette.
    """

    title_changed = Signal(str)
    identity_changed = Signal(object)  # Identity, or None for a page about no person
    moved = Signal(object)  # Place: what is shown has got another place (a new claim its number)

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self.setObjectName("page")
        self.tools = tools
        self.place: Place | None = None
        self.identity: Identity | None = None
        self.title = ""
        tools.operations.changed.connect(self._changed)

    def open(self, place: Place) -> None:
        """Show what is at `place`. Called each time the page comes up, also on the way back."""
        self.place = place

    def leave(self) -> None:
        """The page goes out of sight. Never asks: what was typed is kept."""

    def refresh(self, changes: frozenset[str]) -> None:
        """Something changed while the page is in sight."""

    def focus_first(self) -> None:
        """Put the focus where work begins."""
        self.setFocus()

    def show_title(self, title: str) -> None:
        """What the page shows, for the title of the window and the list of places."""
        self.title = title
        self.title_changed.emit(title)

    def show_identity(self, identity: Identity | None) -> None:
        """Whom the page is about, for the banner."""
        self.identity = identity
        self.identity_changed.emit(identity)

    def command(self, run: Callable[[], None], shortcut: str = "", say: str = "") -> QAction:
        """Add a command; `say` is the key of its text, empty where that depends on what is shown."""
        action = QAction(self)
        if say:
            text.follow(action.setText, say)
        if shortcut:
            action.setShortcut(shortcut)
        action.triggered.connect(lambda _=False: run())
        self.addAction(action)
        return action

    def _changed(self, changes: frozenset[str]) -> None:
        if self.isVisible():
            self.refresh(changes)
