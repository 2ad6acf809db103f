"""The list below a search field; what cannot be chosen is greyed and says why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from caseworker.ui.kit.theme import Theme

_ITEM = Qt.ItemDataRole.UserRole
_LEAST_WIDTH = 460  # a name with where it is
_ROWS_SHOWN = 9
_PADDING = 12
Index = QModelIndex | QPersistentModelIndex


class PickItem(NamedTuple):
    """A row of the list. `detail` stands on the right; `reason` says why it cannot be chosen (empty: it can);
    `matched` is the other name that was found."""

    code: str
    name: str
    detail: str = ""
    reason: str = ""
    matched: str = ""

    @property
    def is_offered(self) -> bool:
        """Whether it can be chosen."""
        return not self.reason


class PickModel(QAbstractListModel):
    """What was found, best first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.items: list[PickItem] = []

    def show_items(self, items: Sequence[PickItem]) -> None:
        """Show another list."""
        self.beginResetModel()
        self.items = list(items)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """One row for each."""
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The name to read; the reason as well for a screen reader and for the mouse."""
        if not index.isValid():
            return None
        item = self.items[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return item.name
        if role == _ITEM:
            return item
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{item.name}, {item.detail}. {item.reason}".rstrip()
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What is greyed cannot be chosen."""
        if not index.isValid() or not self.items[index.row()].is_offered:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class _PickDelegate(QStyledItemDelegate):
    """The name, and on the right its detail, or why it cannot be chosen."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One line, with some air."""
        return QSize(200, option.fontMetrics.height() + 12)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row; greyed where it cannot be chosen."""
        item: PickItem = index.data(_ITEM)
        colour = self._theme.colour
        painter.save()
        state = option.state
        if item.is_offered and state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, colour("accent_soft"))
        elif item.is_offered and state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, colour("hover"))
        area = option.rect.adjusted(_PADDING, 0, -_PADDING, 0)
        right = item.detail if item.is_offered else f"{item.reason}  ·  {item.detail}"
        small = QFont(option.font)
        small.setPointSizeF(option.font.pointSizeF() * 0.88)
        painter.setFont(small)
        painter.setPen(colour("muted"))
        metrics = painter.fontMetrics()
        # The name is what one chooses by: the rest gives way to it.
        name = QFontMetrics(option.font).horizontalAdvance(item.name) + _PADDING
        most = max(area.width() - name, 0) if item.is_offered else area.width() * 6 // 10
        right = metrics.elidedText(right, Qt.TextElideMode.ElideRight, most)
        width = metrics.horizontalAdvance(right)
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, right)
        self._name(painter, option.font, area.adjusted(0, 0, -width - _PADDING, 0), item)
        painter.restore()

    def _name(self, painter: QPainter, font: QFont, area: QRect, item: PickItem) -> None:
        colour = self._theme.colour
        painter.setFont(font)
        painter.setPen(colour("ink" if item.is_offered else "muted"))
        metrics = painter.fontMetrics()
        name = metrics.elidedText(item.name, Qt.TextElideMode.ElideRight, area.width())
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area, left, name)
        if item.matched:
            painter.setPen(colour("muted"))
            rest = area.adjusted(metrics.horizontalAdvance(name) + _PADDING, 0, 0, 0)
            painter.drawText(
                rest, left, metrics.elidedText(item.matched, Qt.TextElideMode.ElideRight, rest.width())
            )


class PickList(QFrame):
    """The list below the field; it floats over the page and never takes the focus."""

    picked = Signal(str)

    def __init__(self, theme: Theme, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.setProperty("role", "card")
        self.model = PickModel(self)
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(_PickDelegate(theme, self.view))
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setMouseTracking(True)
        self.view.setUniformItemSizes(True)
        self.view.clicked.connect(self._clicked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addWidget(self.view)
        self.hide()

    @property
    def current(self) -> str:
        """What Enter would choose, empty for none."""
        index = self.view.currentIndex()
        return self.model.items[index.row()].code if index.isValid() else ""

    def show_items(self, items: Sequence[PickItem]) -> None:
        """Show what was found, the best that is offered marked."""
        self.model.show_items(items)
        first = next((at for at, item in enumerate(items) if item.is_offered), -1)
        self.view.setCurrentIndex(self.model.index(first))
        self.view.scrollToTop()

    def place(self, below: QWidget) -> None:
        """Float right below a widget, at least as wide as it, within the window."""
        frame = self._over
        corner = below.mapTo(frame, QPoint(0, below.height() + 2))
        height = self.view.sizeHintForRow(0) * min(_ROWS_SHOWN, max(self.model.rowCount(), 1)) + 12
        height = min(height, max(frame.height() - corner.y() - 8, 120))
        width = min(max(below.width(), _LEAST_WIDTH), frame.width() - corner.x() - 8)
        self.setGeometry(corner.x(), corner.y(), width, height)
        self.show()
        self.raise_()

    def step(self, by: int) -> None:
        """The next or the previous row that can be chosen."""
        at = self.view.currentIndex().row() + by
        while 0 <= at < len(self.model.items):
            if self.model.items[at].is_offered:
                self.view.setCurrentIndex(self.model.index(at))
                return
            at += by

    def _clicked(self, index: Index) -> None:
        item = self.model.items[index.row()]
        if item.is_offered:
            self.picked.emit(item.code)
