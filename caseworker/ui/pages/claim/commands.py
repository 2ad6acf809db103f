"""The page's commands with their keys; the shell shows them in its menu and in the palette."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence, QUndoStack

from caseworker.ui.kit.page import Page
from caseworker.ui.pages.claim.entry_panel import EntryPanel

_translate = QCoreApplication.translate


class Actions(NamedTuple):
    """What the page does on command."""

    decide: Callable[[], None]
    save: Callable[[], None]
    add: Callable[[], None]
    copy: Callable[[], None]
    delete: Callable[[], None]
    step: Callable[[int], None]
    missing: Callable[[], None]
    discard: Callable[[], None]


class Commands:
    """Made once with the page; `retranslate` names them."""

    def __init__(self, page: Page, entry: EntryPanel, steps: QUndoStack, deeds: Actions) -> None:
        self.decide = page.command(deeds.decide)
        self.decide.setShortcuts([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
        self.save = page.command(deeds.save, "Ctrl+S")
        self.add = page.command(deeds.add, "Ins")
        self.copy = page.command(deeds.copy, "Ctrl+D")
        self.delete = page.command(deeds.delete, "Ctrl+Shift+Del")
        self.next = page.command(lambda: deeds.step(1), "Ctrl+PgDown")
        self.previous = page.command(lambda: deeds.step(-1), "Ctrl+PgUp")
        self.missing = page.command(deeds.missing, "Ctrl+J")
        # In a text field Ctrl+Z is the field's own as long as it has something to take back.
        self.undo = page.command(steps.undo, "Ctrl+Z")
        self.redo = page.command(steps.redo, "Ctrl+Shift+Z")
        self.discard = page.command(deeds.discard)
        steps.canUndoChanged.connect(self.undo.setEnabled)
        steps.canUndoChanged.connect(entry.undo.setEnabled)
        steps.canRedoChanged.connect(self.redo.setEnabled)
        for action in (self.undo, self.redo):
            action.setEnabled(False)
        entry.undo.setEnabled(False)
        self._buttons = {
            entry.add: self.add,
            entry.copy: self.copy,
            entry.delete: self.delete,
            entry.undo: self.undo,
        }
        for button, action in self._buttons.items():
            button.clicked.connect(action.trigger)

    def retranslate(self) -> None:
        """Set the texts in the language of now, on the buttons too, with their keys."""
        texts = {
            self.decide: _translate("claim", "Decide"),
            self.save: _translate("claim", "Save without deciding"),
            self.add: _translate("claim", "New line"),
            self.copy: _translate("claim", "Copy the line"),
            self.delete: _translate("claim", "Delete the line"),
            self.next: _translate("claim", "Next line"),
            self.previous: _translate("claim", "Previous line"),
            self.missing: _translate("claim", "First fact that is not known"),
            self.undo: _translate("claim", "Undo on this page"),
            self.redo: _translate("claim", "Redo on this page"),
            self.discard: _translate("claim", "Discard what was not saved"),
        }
        short = {
            self.add: _translate("claim", "Add line"),
            self.copy: _translate("claim", "Copy"),
            self.delete: _translate("claim", "Delete"),
            self.undo: _translate("claim", "Undo"),
        }
        for action, text in texts.items():
            action.setText(text)
        for button, action in self._buttons.items():
            button.setText(short[action])
            button.setToolTip(f"{texts[action]} ({_keys(action)})")


def _keys(action: QAction) -> str:
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
