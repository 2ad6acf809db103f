"""What was done last, with its undo; and what went wrong, until it is put right or put away."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from caseworker.ui.kit import text
from caseworker.ui.kit.elements import button, column, label, row
from caseworker.ui.kit.icons import icon, picture
from caseworker.ui.kit.messages import Done, Messages, Notice
from caseworker.ui.kit.theme import Theme
from caseworker.ui.kit.tokens import Space


class StatusLine(QWidget):
    """The last action stays in sight, with its undo, until the next one."""

    undo_changed = Signal(bool)  # whether the last action can be taken back

    def __init__(self, messages: Messages) -> None:
        super().__init__()
        self.setObjectName("status")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._done: Done | None = None
        self._text, self._place = label("muted"), label("muted")
        self._undo = button("link", self.undo)
        self.setLayout(
            row(
                self._text,
                self._undo,
                None,
                self._place,
                gap=Space.MEDIUM,
                margins=(Space.LARGE, 6, Space.LARGE, 6),
            )
        )
        self._undo.hide()
        messages.done.connect(self._show)
        text.follow(self._undo.setText, "words.undo")
        text.follow(self._undo.setAccessibleName, "window.undo_last")
        text.rerun(self._say)

    @property
    def can_undo(self) -> bool:
        """Whether the last action can be taken back."""
        return self._done is not None and self._done.undo is not None

    def undo(self) -> None:
        """Take the last action back, once."""
        done, self._done = self._done, None
        self._undo.hide()
        self.undo_changed.emit(False)
        if done is not None and done.undo is not None:
            done.undo()

    def show_place(self, place: str) -> None:
        """Say what the store is, at the right."""
        self._place.setText(place)

    def _say(self) -> None:
        if self._done is None:
            self._text.setText(text.say("window.ready"))

    def _show(self, done: Done) -> None:
        self._done = done
        self._text.setText(done.text)
        self._undo.setVisible(done.undo is not None)
        self.undo_changed.emit(done.undo is not None)


class NoticeBar(QWidget):
    """Says what went wrong and how to go on, above the page; gone when something succeeds."""

    def __init__(self, messages: Messages, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("notice")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._sign = QLabel()
        self._message, self._advice = label("strong", wrap=True), label(wrap=True)
        self._close = button("quiet", self.hide)
        words = column(self._message, self._advice, gap=2)
        layout = row(
            self._sign, words, self._close, gap=Space.MEDIUM, margins=(Space.PAGE, 10, Space.LARGE, 10)
        )
        layout.setStretch(1, 1)
        layout.setAlignment(self._sign, Qt.AlignmentFlag.AlignTop)
        layout.setAlignment(self._close, Qt.AlignmentFlag.AlignTop)
        self.setLayout(layout)
        self.hide()
        messages.notice.connect(self._show)
        theme.changed.connect(self._dress)
        text.follow(self._close.setAccessibleName, "window.put_away")
        self._dress()

    def _show(self, notice: Notice | None) -> None:
        self.setVisible(notice is not None)
        if notice is not None:
            self._message.setText(notice.message)
            self._advice.setText(notice.advice)
            self._advice.setVisible(bool(notice.advice))

    def _dress(self) -> None:
        tokens = self._theme.tokens
        self._sign.setPixmap(picture("warning", tokens.negative, 20))
        self._close.setIcon(icon("close", tokens.muted))
