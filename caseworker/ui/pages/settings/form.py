"""Where one setting is set: value, from when, why; what is wrong is said beside the field."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from caseworker.ui.kit import text
from caseworker.ui.kit.elements import button, column, label, named, put, restyle, row
from caseworker.ui.kit.tokens import Space
from caseworker.wording.parse import FieldError, read_date, write_date

_LINES = 3


class Typed(NamedTuple):
    """What stands in the three fields."""

    value: str
    first: str
    why: str


class _Text(QPlainTextEdit):
    """A few lines that are one value: Enter goes on, Tab leaves, line breaks are not typed."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                event.ignore()
            else:
                self.entered.emit()
            return
        super().keyPressEvent(event)


class _Line(QWidget):
    """A labelled editor and what is wrong with what stands in it."""

    def __init__(self, editor: QLineEdit | QPlainTextEdit) -> None:
        super().__init__()
        self.editor = editor
        self._title, self.note = label("small"), label("small", wrap=True, tone="negative")
        self._title.setBuddy(editor)
        self.note.hide()
        self.setFocusProxy(editor)
        self.setLayout(column(self._title, editor, self.note, gap=2))

    def show_title(self, title: str) -> None:
        self._title.setText(title)
        named(self.editor, title)

    def show_problem(self, problem: str) -> None:
        """Say what is wrong beside the field, and to a screen reader; nothing where all is well."""
        put(self.note, problem)
        self.note.setVisible(bool(problem))
        self.editor.setAccessibleDescription(problem)
        if self.editor.property("invalid") is not bool(problem):
            self.editor.setProperty("invalid", bool(problem))
            restyle(self.editor)


class SettingForm(QWidget):
    """The three fields. `wanted` is sent when what was typed is to be set, `default_wanted` for the default.

    Enter goes from field to field, after the reason it sets; Ctrl+Enter is the page's.
    """

    wanted = Signal()
    default_wanted = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self._begun = Typed("", "", "")
        self._text = _Text()
        self._text.setTabChangesFocus(True)
        self._first, self._why = QLineEdit(), QLineEdit()
        self.value, self.first, self.why = _Line(self._text), _Line(self._first), _Line(self._why)
        self.set = button("primary", self.wanted.emit)
        self.default = button("", self.default_wanted.emit)
        self._text.entered.connect(self._first.setFocus)
        self._first.returnPressed.connect(self._why.setFocus)
        self._why.returnPressed.connect(self.wanted)
        self._text.textChanged.connect(lambda: self.value.show_problem(""))
        self._first.textEdited.connect(lambda _: self.first.show_problem(""))
        self._why.textEdited.connect(lambda _: self.why.show_problem(""))
        below = row(self.first, self.why, gap=Space.MEDIUM)
        below.setStretch(0, 1)
        below.setStretch(1, 3)
        buttons = row(None, self.default, self.set)
        self.setLayout(column(self.value, below, buttons, gap=Space.MEDIUM))
        self.measure()
        text.follow(self.value.show_title, "settings.value")
        text.follow(self.first.show_title, "settings.first")
        text.follow(self.why.show_title, "settings.why")
        text.follow(self.set.setText, "settings.do_set")
        text.follow(self.default.setText, "settings.default")

    @property
    def typed(self) -> str:
        """The value as it was typed."""
        return self._text.toPlainText()

    @property
    def unsaved(self) -> Typed | None:
        """What was typed and is not set yet; None where nothing was."""
        typed = Typed(self._text.toPlainText(), self._first.text(), self._why.text())
        return typed if typed != self._begun else None

    @property
    def reason(self) -> str:
        """The reason as it was typed."""
        return self._why.text()

    def read_first(self) -> date | None:
        """The day from which it is to count, today if none was typed; None, and told, if it is no day."""
        typed = self._first.text().strip()
        try:
            return read_date(typed, self._today()) if typed else self._today()
        except FieldError:
            self.first.show_problem(text.say("settings.no_day"))
            return None

    def show_value(self, value: str, unsaved: Typed | None) -> None:
        """Begin with a value that is in force, from today, the reason still to be given; or go on typing."""
        self._begun = Typed(value, write_date(self._today()), "")
        typed = unsaved or self._begun
        self._text.setPlainText(typed.value)
        self._first.setText(typed.first)
        self._why.setText(typed.why)
        for line in (self.value, self.first, self.why):
            line.show_problem("")

    def begin(self) -> None:
        """Type another value over the one there is."""
        self._text.setFocus()
        self._text.selectAll()

    def allow(self, allowed: bool) -> None:
        """Offer it only to whom may set."""
        for part in (self._text, self._first, self._why, self.set, self.default):
            part.setEnabled(allowed)

    def measure(self) -> None:
        """As high as a few lines of text."""
        self._text.setFixedHeight(self._text.fontMetrics().lineSpacing() * _LINES + 2 * Space.MEDIUM)
