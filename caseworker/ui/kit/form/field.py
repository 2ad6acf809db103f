"""A control with its title, which keeps whatever was entered and says beside it what is wrong."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QComboBox, QLineEdit, QSizePolicy, QWidget

from caseworker.ui.kit.elements import column, label, restyle
from caseworker.ui.kit.form.field_words import problem_text
from caseworker.wording.parse import Problem

# How long a half-typed value is left in peace before it is called wrong.
_PATIENCE_MS = 900
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Entry(QLineEdit):
    """A line edit in which Enter moves on, and whose Ctrl+Z is the page's once its own is used up."""

    entered = Signal()
    left = Signal()

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z and Ctrl+Y to the page where nothing was typed that they could take back."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable()
            redo = event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable()
            if undo or redo:
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter moves on; with Ctrl it is the page's."""
        if event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.entered.emit()
            return
        if event.key() in _ENTER:
            event.ignore()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the field was left."""
        super().focusOutEvent(event)
        self.left.emit()


class Control(QWidget):
    """What is entered, its title above, and below it what is wrong with it or a hint.

    `edited` carries what the person enters; `entered` is Enter.
    """

    edited = Signal(str)
    entered = Signal()

    def __init__(self, control: QWidget) -> None:
        super().__init__()
        self._control = control
        control.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._title, self._note = label("small"), label("small", wrap=True)
        self._title.setBuddy(control)
        self._note.hide()
        self._hint = ""
        self._problem: Problem | None = None
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(self._say)
        self.setLayout(column(self._title, control, self._note, None, gap=2))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setFocusProxy(control)

    def show_title(self, title: str, hint: str = "") -> None:
        """Name the field; `hint` stands below while nothing is wrong."""
        self._title.setText(title)
        self._control.setAccessibleName(title)
        self._hint = hint
        self._say_now(self._problem if self.is_wrong else None)

    def show_example(self, example: str) -> None:
        """Show how it may be typed, where something is typed."""

    def show_text(self, text: str) -> None:
        """Show what came from elsewhere; what is there already is left alone."""

    def take_focus(self) -> None:
        """Go on here; what stands there is written over by typing."""
        self._control.setFocus(Qt.FocusReason.TabFocusReason)

    def show_problem(self, problem: Problem | None) -> None:
        """Say what is wrong once the person leaves the field or pauses; what is mended is cleared at once."""
        self._problem = problem
        if problem is None:
            self._patience.stop()
            self._say_now(None)
        elif self.is_wrong:
            self._say_now(problem)
        elif self._control.hasFocus():
            self._patience.start()
        else:
            self._say()

    def insist(self) -> bool:
        """Say what is wrong now, also that something is missing; whether anything is."""
        self._say_now(self._problem)
        return self._problem is not None

    @property
    def is_wrong(self) -> bool:
        """Whether the field says that something is wrong."""
        return self._control.property("invalid") is True

    @property
    def note(self) -> str:
        """What stands below the field."""
        return self._note.text()

    def _say(self) -> None:
        # An empty field that is still needed is no mistake until one wants to go on without it.
        if self._problem is not Problem.REQUIRED or self.is_wrong:
            self._say_now(self._problem)

    def _say_now(self, problem: Problem | None) -> None:
        wrong = problem is not None
        text = problem_text(problem) if problem is not None else self._hint
        if self._note.text() != text:
            self._note.setText(text)
            self._control.setAccessibleDescription(text)
        self._note.setVisible(bool(text))
        if self.is_wrong != wrong:
            self._control.setProperty("invalid", wrong)
            restyle(self._control)
            self._note.setProperty("tone", "negative" if wrong else "")
            restyle(self._note)

    def _enter(self) -> None:
        self._say()
        self.entered.emit()


class Field(Control):
    """A control in which something is typed; whatever was typed is kept."""

    def __init__(self, *, right: bool = False) -> None:
        entry = Entry()
        super().__init__(entry)
        self.entry = entry
        self.entry.setMinimumWidth(40)
        if right:
            self.entry.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.entry.textEdited.connect(self.edited)
        self.entry.entered.connect(self._enter)
        self.entry.left.connect(self._say)

    def show_example(self, example: str) -> None:
        """Show how it may be typed while the field is empty."""
        self.entry.setPlaceholderText(example)

    def show_text(self, text: str) -> None:
        """Show a text that came from elsewhere; what is there already is left alone, cursor and all."""
        if self.entry.text() != text:
            self.entry.setText(text)

    def take_focus(self) -> None:
        """Go on here; what stands there is written over by typing."""
        super().take_focus()
        self.entry.selectAll()


class Choice(Control):
    """A choice of a few codes; `edited` carries the code that was chosen."""

    def __init__(self) -> None:
        combo = QComboBox()
        super().__init__(combo)
        self.combo = combo
        combo.setMinimumContentsLength(4)
        combo.activated.connect(lambda _: self.edited.emit(self.code))
        combo.installEventFilter(self)

    @property
    def code(self) -> str:
        """The code that is chosen, empty for none."""
        return str(self.combo.currentData() or "")

    def show_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer codes by their names; what is chosen stays chosen."""
        kept = self.code
        self.combo.clear()
        for code, name in choices:
            self.combo.addItem(name, code)
        self.show_text(kept)

    def show_text(self, text: str) -> None:
        """Show a code that came from elsewhere."""
        at = self.combo.findData(text)
        if self.combo.currentIndex() != at:
            self.combo.setCurrentIndex(at)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter moves on; with Ctrl it is the page's."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            with_control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if event.key() in _ENTER and not with_control:
                self._enter()
                return True
        return super().eventFilter(watched, event)
