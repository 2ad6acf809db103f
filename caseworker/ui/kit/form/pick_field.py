"""Choosing from a long list as one types; what cannot be chosen is greyed and says why."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from caseworker.ui.kit.form.field import Field
from caseworker.ui.kit.form.pick_list import PickItem, PickList
from caseworker.ui.kit.theme import Theme

UNLOCK = "*"  # the code of the row that opens the list with nothing greyed


class PickField(Field):
    """The field with its list. `picked` carries the code; `find` gives the list for a text.

    A list that takes its time comes later, through `show_found`; `find` then gives None. `typed` carries what
    was typed and left without choosing. With `find_all`, a last row opens the list again with nothing greyed.
    """

    picked = Signal(str)
    typed = Signal(str)

    def __init__(
        self,
        theme: Theme,
        find: Callable[[str], Sequence[PickItem] | None],
        find_all: Callable[[str], Sequence[PickItem]] | None = None,
    ) -> None:
        super().__init__()
        self._theme, self._find, self._find_all = theme, find, find_all
        self._unlock = ""
        self._name = ""
        self.list: PickList | None = None
        self.entry.textEdited.connect(lambda _: self.open())
        self.entry.installEventFilter(self)

    def show_chosen(self, name: str) -> None:
        """Show what is chosen; what is being typed is left alone."""
        self._name = name
        if not self.is_open:
            self.show_text(name)
            self.entry.setCursorPosition(0)

    def show_unlock(self, text: str) -> None:
        """What the row says that opens the list with nothing greyed."""
        self._unlock = text

    @property
    def is_open(self) -> bool:
        """Whether the list is in sight."""
        return self.list is not None and self.list.isVisible()

    def open(self) -> None:
        """Show the list for what is typed."""
        if self.list is None or self.list.parentWidget() is not self.window():
            self.list = PickList(self._theme, self.window())
            self.list.picked.connect(self._pick)
        found = self._find(self._typed)
        if found is None:
            return
        greyed = self._find_all is not None and any(not item.is_offered for item in found)
        self.show_found([*found, PickItem(UNLOCK, self._unlock)] if greyed else found)

    @property
    def _typed(self) -> str:
        """What is looked for; the chosen name as it stands looks for nothing."""
        return "" if self.entry.text() == self._name else self.entry.text()

    def show_found(self, items: Sequence[PickItem]) -> None:
        """Show the list below the field, unless the person has gone on; nothing found, no list."""
        if self.list is None or not self.entry.hasFocus():
            return
        self.list.show_items(items)
        if items:
            self.list.place(self.entry)
        else:
            self.list.hide()

    def close_list(self) -> None:
        """Put the list away; the field shows what is chosen."""
        if self.list is not None:
            self.list.hide()
        self.show_text(self._name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys that belong to the list while it is open."""
        if event.type() is QEvent.Type.FocusOut:
            self._leave()
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(Qt.Key(event.key()), event)
        return super().eventFilter(watched, event)

    def _key(self, key: Qt.Key, event: QKeyEvent) -> bool:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not self.is_open or self.list is None:
            if plain and key in (Qt.Key.Key_Down, Qt.Key.Key_F4):
                self.entry.selectAll()
                self.open()
                return True
            return False
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.list.step(1 if key == Qt.Key.Key_Down else -1)
            return True
        if key == Qt.Key.Key_Escape:
            self.close_list()
            return True
        if plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab) and self.list.current:
            picked = self.list.current
            self._pick(picked)
            if picked == UNLOCK:
                return True
            if key != Qt.Key.Key_Tab:
                self.entered.emit()
                return True
        return False

    def _leave(self) -> None:
        text = self.entry.text().strip()
        if text != self._name:
            self.typed.emit(text)
        self.close_list()

    def _pick(self, code: str) -> None:
        if code == UNLOCK and self._find_all is not None:
            self.show_found(self._find_all(self._typed))
            return
        if self.list is not None:
            self._name = next(item.name for item in self.list.model.items if item.code == code)
            self.list.hide()
        self.show_text(self._name)
        self.picked.emit(code)
