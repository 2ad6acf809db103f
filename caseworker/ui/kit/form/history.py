"""A form while it is worked on: one frozen form after another, every step undoable."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QUndoCommand, QUndoStack

if TYPE_CHECKING:
    from caseworker.ui.kit.page import Page


class DataForm(Protocol):
    """A frozen data class."""

    __dataclass_fields__: ClassVar[dict[str, Any]]


F = TypeVar("F", bound=DataForm)
_MERGES = 1


class _Step(QUndoCommand, Generic[F]):
    """From one form to the next. Typing on in the same field makes one step."""

    def __init__(
        self, history: FormHistory[F], before: tuple[F, str], after: tuple[F, str], field: str
    ) -> None:
        super().__init__()
        self._history = history
        self._before = before
        self._after = after
        self._field = field

    def id(self) -> int:
        """Steps of one kind may be merged; which do is decided in mergeWith."""
        return _MERGES

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take a later step of the same field in."""
        if not isinstance(other, _Step) or not self._field or other._field != self._field:
            return False
        self._after = other._after
        return True

    def redo(self) -> None:
        """Go to the later form."""
        self._history._show(*self._after)

    def undo(self) -> None:
        """Go back to the earlier form."""
        self._history._show(*self._before)


def undo_commands(page: Page, steps: QUndoStack) -> tuple[QAction, QAction]:
    """The page's undo and redo, with their keys, while there is something to take back; the page names them.

    In a text field Ctrl+Z is the field's own as long as it has something to take back.
    """
    undo, redo = page.command(steps.undo, "Ctrl+Z"), page.command(steps.redo, "Ctrl+Shift+Z")
    steps.canUndoChanged.connect(undo.setEnabled)
    steps.canRedoChanged.connect(redo.setEnabled)
    undo.setEnabled(steps.canUndo())
    redo.setEnabled(steps.canRedo())
    return undo, redo


class FormHistory(QObject, Generic[F]):
    """The form, the part of it that is looked at (empty: the whole), and the way back.

    `changed` is sent after every change of the form, `selected_changed` when another part is looked at.
    """

    changed = Signal()
    selected_changed = Signal()

    def __init__(self, form: F, selected: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.form = form
        self.selected = selected
        self.steps = QUndoStack(self)

    def select(self, part: str) -> None:
        """Look at another part."""
        if part != self.selected:
            self.selected = part
            self.selected_changed.emit()

    def edit(self, name: str, text: str) -> None:
        """Change one field of a form whose fields are its attributes."""
        if getattr(self.form, name) != text:
            values: dict[str, Any] = {name: text}
            self.take(replace(self.form, **values), field=name)

    def take(self, form: F, selected: str | None = None, field: str = "") -> None:
        """Go on to another form. Changes of the same `field`, one after the other, are one step."""
        part = self.selected if selected is None else selected
        self.steps.push(_Step(self, (self.form, self.selected), (form, part), field))

    def begin(self, form: F, selected: str = "") -> None:
        """Show another form or what the store holds by now; there is no way back over that."""
        self.steps.clear()
        self._show(form, selected)

    def _show(self, form: F, selected: str) -> None:
        self.form = form
        moved = selected != self.selected
        self.selected = selected
        if moved:
            self.selected_changed.emit()
        self.changed.emit()
