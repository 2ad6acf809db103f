"""A three-way answer: so, not so, not known."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from caseworker.ui.kit import text
from caseworker.ui.kit.form.field_words import no, yes
from caseworker.ui.kit.theme import Theme

_YES = frozenset({Qt.Key.Key_J, Qt.Key.Key_Y, Qt.Key.Key_S, Qt.Key.Key_O, Qt.Key.Key_1})
_NO = frozenset({Qt.Key.Key_N, Qt.Key.Key_0})
_UNKNOWN = frozenset({Qt.Key.Key_Question, Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_X})
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_SHOWN = {Qt.CheckState.Checked: True, Qt.CheckState.Unchecked: False, Qt.CheckState.PartiallyChecked: None}
_STATE = {value: state for state, value in _SHOWN.items()}


class Answer(QCheckBox):
    """So, not so, not known: three segments. J (also Y, S, O) is yes, N no, Space the next of the three.

    `against` says that a yes speaks against the line. `chosen` carries True, False or None, `done` asks for
    the next fact. For a screen reader it is a box with three states.
    """

    chosen = Signal(object)
    done = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.against = False
        self.inherited = False
        self.setTristate(True)
        self.setCheckState(Qt.CheckState.PartiallyChecked)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        text.rerun(self._refit)

    @property
    def value(self) -> bool | None:
        """What is said."""
        return _SHOWN[self.checkState()]

    def show_value(self, value: bool | None, *, against: bool, inherited: bool) -> None:
        """Show what is known already; `inherited`: from the travel case."""
        if (self.value, self.against, self.inherited) != (value, against, inherited):
            self.against, self.inherited = against, inherited
            self.setCheckState(_STATE[value])
            self.update()

    def say(self, value: bool | None) -> None:
        """The person answers."""
        self.setCheckState(_STATE[value])
        self.update()
        self.chosen.emit(value)

    def nextCheckState(self) -> None:
        """Space: not known, yes, no, and round again."""
        self.say({None: True, True: False, False: None}[self.value])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """One key an answer; the answer leads on to the next fact."""
        key = event.key()
        if event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier):
            event.ignore()
        elif key in _YES or key in _NO:
            self.say(key in _YES)
            self.done.emit()
        elif key in _UNKNOWN:
            self.say(None)
        elif key in _ENTER:
            self.done.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a segment says what stands there."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        for value, rect in self._segments():
            if rect.contains(event.position().toPoint()):
                self.say(value)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Nothing more: the press has answered."""
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """As a press."""
        self.mousePressEvent(event)

    def hitButton(self, pos: QPoint) -> bool:
        """All of it can be pressed."""
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:
        """As wide as its three words."""
        metrics = QFontMetrics(self.font())
        widths = sum(metrics.horizontalAdvance(said) + 18 for said in self._texts())
        return QSize(widths + 4, metrics.height() + 8)

    def minimumSizeHint(self) -> QSize:
        """It does not shrink."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Three segments in one frame; the one that holds is filled in the colour of what it means."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._theme.colour
        focus = self.hasFocus()
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(tokens("accent" if focus else "outline"), 2 if focus else 1))
        painter.setBrush(tokens("field"))
        painter.drawRoundedRect(frame, 6, 6)
        for (value, rect), said in zip(self._segments(), self._texts(), strict=True):
            ink, ground = self._colours(value)
            if ground is not None:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(ground)
                painter.drawRoundedRect(QRectF(rect), 4, 4)
            font = QFont(self.font())
            font.setBold(ground is not None)
            painter.setFont(font)
            painter.setPen(ink)
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, said)
        painter.end()

    def _colours(self, value: bool | None) -> tuple[QColor, QColor | None]:
        colour = self._theme.colour
        if value is not self.value:
            return colour("muted"), None
        if value is None:
            return (
                (colour("muted"), colour("hover"))
                if self.against
                else (colour("waiting"), colour("waiting_soft"))
            )
        good = value is not self.against
        name = "positive" if good else "negative"
        return colour(name), colour(f"{name}_soft")

    def _refit(self) -> None:
        self.updateGeometry()
        self.update()

    def _texts(self) -> tuple[str, str, str]:
        return yes(), no(), "?"

    def _segments(self) -> list[tuple[bool | None, QRect]]:
        metrics = QFontMetrics(self.font())
        left, found = 2, []
        for value, said in zip((True, False, None), self._texts(), strict=True):
            width = metrics.horizontalAdvance(said) + 18
            found.append((value, QRect(left, 3, width, self.height() - 6)))
            left += width
        return found
