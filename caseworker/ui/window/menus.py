"""The menu bar: where to go, what the page can do, how it all looks. Every shortcut is shown here."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from caseworker.ui.kit import text
from caseworker.ui.kit.finder.state import DRAWING
from caseworker.ui.kit.language import SPOKEN, Language
from caseworker.ui.kit.places import Place
from caseworker.ui.kit.theme import Mode, Theme
from caseworker.ui.window.registry import Entry

_LOOKS = {
    Mode.SYSTEM: "window.look.system",
    Mode.LIGHT: "window.look.light",
    Mode.DARK: "window.look.dark",
}


class Moves:
    """What the menus ask of the window."""

    def __init__(
        self,
        *,
        go: Callable[[Place], None],
        palette: Callable[[], None],
        back: Callable[[], None],
        forward: Callable[[], None],
        undo: Callable[[], None],
        turn_day: Callable[[], None],
        close: Callable[[], None],
    ) -> None:
        self.go, self.palette, self.back, self.forward = go, palette, back, forward
        self.undo, self.turn_day, self.close = undo, turn_day, close


class Menus(QObject):
    """Builds the menus and keeps their texts in the language of now."""

    def __init__(
        self, bar: QMenuBar, moves: Moves, theme: Theme, language: Language, desks: Sequence[Entry]
    ) -> None:
        super().__init__(bar)
        self.bar, self._desks = bar, desks
        self._theme, self._language = theme, language
        self._go, self._page = _menu(bar, "window.menu.go"), _menu(bar, "window.menu.page")
        self._view = _menu(bar, "window.menu.view")
        self._look = _menu(self._view, "window.menu.look")
        self._speech = _menu(self._view, "window.menu.language")
        for menu in (self._go, self._page, self._view):
            bar.addMenu(menu)
        self._fill_go(moves)
        self._fill_view(moves)
        text.rerun(self._say_tips)

    def show_page_actions(self, actions: Sequence[QAction]) -> None:
        """The second menu holds what the page in sight can do."""
        self._page.clear()
        self._page.addActions(list(actions))
        self._page.menuAction().setVisible(bool(actions))

    def show_desks(self, seen: Collection[int]) -> None:
        """Only the desks with these numbers are there."""
        for number, action in self.desks.items():
            action.setVisible(number in seen)

    def show_day(self, command: str) -> None:
        """What turning to another day does; nothing where there is no other day."""
        self.day.setText(command)
        self.day.setVisible(bool(command))

    def commands(self) -> list[QAction]:
        """All that can be done now, for the palette."""
        found: list[QAction] = []
        for menu in (self._page, self._go, self._view, self._look, self._speech):
            if menu is not self._page or self._page.menuAction().isVisible():
                found += [
                    a for a in menu.actions() if a.isEnabled() and not a.isSeparator() and a.menu() is None
                ]
        return [action for action in found if action.text() and action is not self.palette]

    def _say_tips(self) -> None:
        for menu in (self._look, self._speech):
            for action in menu.actions():
                action.setToolTip(f"{menu.title()}: {action.text()}")

    def _fill_go(self, moves: Moves) -> None:
        self.palette = self._add(self._go, moves.palette, "Ctrl+K", "find.line")
        self._go.addSeparator()
        self.desks = {
            entry.number: self._add(self._go, partial(moves.go, entry.place), entry.shortcut, entry.text)
            for entry in self._desks
        }
        for entry in self._desks:
            self.desks[entry.number].setProperty(DRAWING, entry.icon)
        self._go.addSeparator()
        self.back = self._add(self._go, moves.back, "Alt+Left", "window.back")
        self.forward = self._add(self._go, moves.forward, "Alt+Right", "window.forward")
        self._go.addSeparator()
        # Ctrl+Z belongs to the text field that has the focus.
        self.undo = self._add(self._go, moves.undo, "Alt+Z", "window.undo_last")
        self._go.addSeparator()
        self.close = self._add(self._go, moves.close, "Ctrl+Q", "window.quit")

    def _fill_view(self, moves: Moves) -> None:
        self._view.addMenu(self._look)
        self._view.addMenu(self._speech)
        self._view.addSeparator()
        self.larger = self._add(self._view, lambda: self._theme.step(1), "Ctrl++", "window.larger")
        self.smaller = self._add(self._view, lambda: self._theme.step(-1), "Ctrl+-", "window.smaller")
        self.usual = self._add(self._view, lambda: self._theme.step(0), "Ctrl+0", "window.usual")
        self.day = self._add(self._view, moves.turn_day, "Ctrl+Shift+T")
        self.show_day("")
        looks, speeches = QActionGroup(self), QActionGroup(self)
        self._modes = {mode: self._choice(self._look, looks, partial(self._theme.use, mode)) for mode in Mode}
        for mode, action in self._modes.items():
            text.follow(action.setText, _LOOKS[mode])
        self._modes[self._theme.mode].setChecked(True)
        for code, name in SPOKEN.items():
            action = self._choice(self._speech, speeches, partial(self._language.use, code))
            action.setText(name)
            action.setChecked(code == self._language.code)

    def _add(self, menu: QMenu, run: Callable[[], None], shortcut: str, say: str = "") -> QAction:
        action = QAction(self)
        if say:
            text.follow(action.setText, say)
        action.setShortcut(QKeySequence(shortcut))
        action.triggered.connect(lambda _=False: run())
        menu.addAction(action)
        return action

    def _choice(self, menu: QMenu, group: QActionGroup, run: Callable[[], None]) -> QAction:
        action = QAction(self)
        action.setCheckable(True)
        action.triggered.connect(lambda _=False: run())
        group.addAction(action)
        menu.addAction(action)
        return action


def _menu(parent: QWidget, say: str) -> QMenu:
    made = QMenu(parent)
    text.follow(made.setTitle, say)
    return made
