"""The page's commands with their keys; the shell shows them in its menu and in the palette."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence, QUndoStack

from caseworker.ui.kit import text
from caseworker.ui.kit.form.history import undo_commands
from caseworker.ui.kit.page import Page
from caseworker.ui.pages.claim.entry_panel import EntryPanel

# On the buttons of the page there is room for a word or two.
_SHORT = ("claim.button.add", "claim.button.copy", "claim.button.delete", "words.undo")


class Actions(NamedTuple):
    """What the page does on command."""

    decide: Callable[[], None]
    request: Callable[[], None]
    save: Callable[[], None]
    add: Callable[[], None]
    copy: Callable[[], None]
    delete: Callable[[], None]
    step: Callable[[int], None]
    missing: Callable[[], None]
    discard: Callable[[], None]


class Commands(QObject):
    """Made once with the page."""

    def __init__(self, page: Page, entry: EntryPanel, steps: QUndoStack, deeds: Actions) -> None:
        super().__init__(page)
        self.decide = page.command(deeds.decide, say="claim.decide")
        self.decide.setShortcuts([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
        self.request = page.command(deeds.request, "Ctrl+R", "claim.command.request")
        self.save = page.command(deeds.save, "Ctrl+S", "claim.command.save")
        self.add = page.command(deeds.add, "Ins", "claim.command.add")
        self.copy = page.command(deeds.copy, "Ctrl+D", "claim.command.copy")
        self.delete = page.command(deeds.delete, "Ctrl+Shift+Del", "claim.command.delete")
        self.next = page.command(lambda: deeds.step(1), "Ctrl+PgDown", "claim.command.next")
        self.previous = page.command(lambda: deeds.step(-1), "Ctrl+PgUp", "claim.command.previous")
        self.missing = page.command(deeds.missing, "Ctrl+J", "claim.command.missing")
        self.undo, self.redo = undo_commands(page, steps)
        self.discard = page.command(deeds.discard, say="claim.command.discard")
        steps.canUndoChanged.connect(entry.undo.setEnabled)
        entry.undo.setEnabled(False)
        self._buttons = {
            entry.add: self.add,
            entry.copy: self.copy,
            entry.delete: self.delete,
            entry.undo: self.undo,
        }
        for button, action in self._buttons.items():
            button.clicked.connect(action.trigger)
        text.follow(self.undo.setText, "claim.command.undo")
        text.follow(self.redo.setText, "claim.command.redo")
        for button, key in zip(self._buttons, _SHORT, strict=True):
            text.follow(button.setText, key)
        text.rerun(self._say_tips)

    def _say_tips(self) -> None:
        for button, action in self._buttons.items():
            button.setToolTip(f"{action.text()} ({_keys(action)})")


def _keys(action: QAction) -> str:
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
