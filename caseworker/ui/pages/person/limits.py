"""What is left of each limit: name, bar, and used, reserved, left as text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from caseworker.services.people.rows import LimitLine
from caseworker.ui.kit import text, words
from caseworker.ui.kit.elements import say_empty
from caseworker.ui.kit.theme import Theme
from caseworker.ui.kit.tokens import Scale

Index = QModelIndex | QPersistentModelIndex
LINE_ROLE = Qt.ItemDataRole.UserRole + 1
_NOWHERE = QModelIndex()
_PAD, _BAR = 12, 6
# The tip too: a long name or figure is shortened where it is drawn.
_TOLD = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)


def used_text(line: LimitLine) -> str:
    """How much of a limit is used and reserved, and of how much."""
    used, cap = words.quantity(line.used, line.unit), words.quantity(line.cap, line.unit)
    if not line.reserved:
        return text.say("words.used", used=used, cap=cap)
    reserved = words.quantity(line.reserved, line.unit)
    return text.say("person.reserved", used=used, cap=cap, reserved=reserved)


def left_text(line: LimitLine) -> str:
    """How much of a limit is left."""
    if not line.left:
        return text.say("person.used_up")
    return text.say("words.left", left=words.quantity(line.left, line.unit))


class LimitsModel(QAbstractListModel):
    """A row a limit and period; those that something was taken from come first."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[LimitLine] = []

    def show_lines(self, lines: Sequence[LimitLine]) -> None:
        """Take other limits."""
        self.beginResetModel()
        self.lines = sorted(lines, key=lambda line: not (line.used or line.reserved))
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role in _TOLD:
            parts = (words.limit(line.limit), words.period(line.period), used_text(line), left_text(line))
            return ", ".join(parts)
        return None


class LimitsList(QListView):
    """Enter or a click opens the lines that used the limit."""

    opened = Signal(object)  # LimitLine

    def __init__(self, model: LimitsModel, theme: Theme) -> None:
        super().__init__()
        self._model = model
        self.empty = ""
        self.setModel(model)
        self.setItemDelegate(_LimitDelegate(theme))
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(lambda index: self.opened.emit(model.lines[index.row()]))
        theme.changed.connect(self.doItemsLayout)
        model.modelReset.connect(lambda: self.setCurrentIndex(model.index(0, 0)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the limit that is marked."""
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.opened.emit(self._model.lines[index.row()])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Without limits it says why."""
        super().paintEvent(event)
        if not self._model.lines:
            say_empty(self, self.empty)


class _LimitDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        body, small = QFontMetrics(self._font(Scale.BODY)), QFontMetrics(self._font(Scale.SMALL))
        return QSize(240, body.height() + small.height() + 20)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        line: LimitLine = index.data(LINE_ROLE)
        colour = self._theme.colour
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            # Where the keys do not go, the mark is only a place kept.
            painter.fillRect(rect, colour("accent_soft" if option.widget.hasFocus() else "hover"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, colour("hover"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, colour("hairline"))
        inner = rect.adjusted(_PAD, 8, -_PAD, -8)
        upper = QRect(inner.left(), inner.top(), inner.width(), QFontMetrics(self._font(1)).height())
        lower = QRect(inner.left(), upper.bottom() + 3, inner.width(), inner.bottom() - upper.bottom() - 2)
        self._upper(painter, upper, line)
        self._lower(painter, lower, line)
        painter.restore()

    def _upper(self, painter: QPainter, rect: QRect, line: LimitLine) -> None:
        touched = bool(line.used or line.reserved)
        left = left_text(line)
        painter.setFont(self._font(Scale.BODY, bold=touched))
        painter.setPen(self._theme.colour("ink" if line.left else "negative"))
        painter.drawText(rect, _RIGHT, left)
        room = rect.width() - painter.fontMetrics().horizontalAdvance(left) - 16
        painter.setFont(self._font(Scale.BODY))
        painter.setPen(self._theme.colour("ink"))
        name = painter.fontMetrics().elidedText(words.limit(line.limit), Qt.TextElideMode.ElideRight, room)
        painter.drawText(rect, _LEFT, name)

    def _lower(self, painter: QPainter, rect: QRect, line: LimitLine) -> None:
        bar = QRectF(rect.left(), rect.center().y() - _BAR / 2 + 1, rect.width() * 0.16, _BAR)
        self._bar(painter, bar, line)
        painter.setFont(self._font(Scale.SMALL))
        painter.setPen(self._theme.colour("muted"))
        beside = QRect(
            round(bar.right()) + 14, rect.top(), rect.right() - round(bar.right()) - 14, rect.height()
        )
        right = f"{words.period(line.period)}   {words.article(line.article)}"
        painter.drawText(beside, _RIGHT, right)
        room = beside.width() - painter.fontMetrics().horizontalAdvance(right) - 10
        used = painter.fontMetrics().elidedText(used_text(line), Qt.TextElideMode.ElideRight, room)
        painter.drawText(beside, _LEFT, used)

    def _bar(self, painter: QPainter, bar: QRectF, line: LimitLine) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        cap = max(line.cap, 1)
        used = bar.width() * min(1.0, line.used / cap)
        spoken_for = bar.width() * min(1.0, (line.used + line.reserved) / cap)
        for width, name in (
            (bar.width(), "track"),
            (spoken_for, "reserved"),
            (used, "accent" if line.left else "negative"),
        ):
            if width > 0:
                painter.setBrush(self._theme.colour(name))
                part = QRectF(bar.left(), bar.top(), max(width, bar.height()), bar.height())
                painter.drawRoundedRect(part, bar.height() / 2, bar.height() / 2)

    def _font(self, scale: float, bold: bool = False) -> QFont:
        font = QFont("Source Sans 3")
        font.setPointSizeF(self._theme.points * scale)
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
