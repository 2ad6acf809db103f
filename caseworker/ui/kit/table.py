"""Tables: a typed model over frozen rows, and the quiet look they all share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from caseworker.ui.kit import text
from caseworker.ui.kit.elements import say_empty
from caseworker.ui.kit.theme import Theme
from caseworker.ui.kit.tokens import Scale

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_PAD = 12
_LEAST = 10  # letters that a column keeps which takes what is left

CELL_ROLE = Qt.ItemDataRole.UserRole + 1


class Cell(NamedTuple):
    """What stands in a cell. `tone` colours it, `chip` puts it on a ground of that colour."""

    text: str
    tone: str = ""
    strong: bool = False
    chip: bool = False


class Column(NamedTuple, Generic[R]):
    """`title` is asked each time, so it follows the language; `width` in letters, 0 takes what is left.

    A column that gives way is there only where those that take what is left keep room enough.
    """

    title: Callable[[], str]
    cell: Callable[[R], Cell]
    width: int = 0
    right: bool = False
    gives_way: bool = False


class RowsModel(QAbstractTableModel, Generic[R]):
    """Rows of one kind, a column a value; those that come later are `wanted` once the end is in sight."""

    wanted = Signal()

    def __init__(self, columns: Sequence[Column[R]]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.rows: Sequence[R] = ()
        self._more = False

    def show_rows(self, rows: Sequence[R], more: bool = False) -> None:
        """Take other rows; `more`: others follow them."""
        self.beginResetModel()
        self.rows, self._more = rows, more
        self.endResetModel()

    def add_rows(self, rows: Sequence[R], more: bool) -> None:
        """Take the rows that follow."""
        if rows:
            last = len(self.rows)
            self.beginInsertRows(QModelIndex(), last, last + len(rows) - 1)
            self.rows = (*self.rows, *rows)
            self.endInsertRows()
        self._more = more

    def canFetchMore(self, parent: Index) -> bool:
        return self._more and not parent.isValid()

    def fetchMore(self, parent: Index) -> None:
        self._more = False  # asked for once, until it is there
        self.wanted.emit()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        if role == CELL_ROLE:
            return column.cell(self.rows[index.row()])
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return column.cell(self.rows[index.row()]).text
        if role == Qt.ItemDataRole.ToolTipRole and not column.width:
            # The column that takes what is left may not have room for all of it.
            return column.cell(self.rows[index.row()]).text
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(column)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(self.columns[section])
        return None

    @staticmethod
    def _alignment(column: Column[R]) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter


class Table(QTableView):
    """A whole row is one thing; Enter, or a double click, opens it."""

    opened = Signal(int)  # the number of the row

    def __init__(self, model: RowsModel[Any], theme: Theme, name: str = "", empty: str = "") -> None:
        """`name`, `empty`: keys of what a screen reader says, and of what stands where there are no rows."""
        super().__init__()
        self._model, self._theme = model, theme
        self.empty = ""
        self.setModel(model)
        self.setItemDelegate(_CellDelegate(theme))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        # Tab goes on to the next control; the arrows move inside.
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))
        model.modelReset.connect(self._select_first)
        theme.changed.connect(self._measure)
        if name:
            text.follow(self.setAccessibleName, name)
        if empty:
            text.follow(self.show_empty, empty)
        self._measure()
        text.rerun(self._say)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the row that is marked."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow table leaves out what gives way."""
        super().resizeEvent(event)
        self._give_way()

    def paintEvent(self, event: QPaintEvent) -> None:
        """An empty table says so."""
        super().paintEvent(event)
        if not self._model.rowCount():
            say_empty(self, self.empty)

    def show_empty(self, said: str) -> None:
        """What is said where there are no rows."""
        self.empty = said
        self.viewport().update()

    def _say(self) -> None:
        self._model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self._model.columnCount() - 1)
        self._measure()
        self.viewport().update()

    def _select_first(self) -> None:
        if self._model.rowCount():
            self.setCurrentIndex(self._model.index(0, 0))

    def _measure(self) -> None:
        font = QFont(self.font())
        font.setPointSizeF(self._theme.points)
        self.setFont(font)
        metrics = self.fontMetrics()
        self.verticalHeader().setDefaultSectionSize(metrics.height() + 18)
        header = self.horizontalHeader()
        header.setMinimumHeight(metrics.height() + 12)
        for number, column in enumerate(self._model.columns):
            if column.width:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.Fixed)
                self.setColumnWidth(number, self._needed(number, column.width))
            else:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)
        self._give_way()

    def _needed(self, number: int, letters: int) -> int:
        """The room for so many letters, and for the title."""
        wanted = self.fontMetrics().horizontalAdvance("0") * letters + 2 * _PAD
        return max(wanted, self.horizontalHeader().sectionSizeHint(number))

    def _give_way(self) -> None:
        columns = list(enumerate(self._model.columns))
        needed = sum(self._needed(number, column.width or _LEAST) for number, column in columns)
        narrow = needed > self.viewport().width()
        for number, column in columns:
            self.setColumnHidden(number, column.gives_way and narrow)


class _CellDelegate(QStyledItemDelegate):
    """Text over a hairline, the whole row lit where the mouse or the mark is."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(60, option.fontMetrics.height() + 18)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        cell: Cell = index.data(CELL_ROLE)
        colour = self._theme.colour
        if state & QStyle.StateFlag.State_Selected:
            # Where the keys do not go, the mark is only a place kept.
            painter.fillRect(rect, colour("accent_soft" if option.widget.hasFocus() else "hover"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, colour("hover"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, colour("hairline"))
        font = QFont(option.font)
        if cell.strong or cell.chip:
            font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        inner = rect.adjusted(_PAD, 0, -_PAD, 0)
        if cell.chip and cell.text:
            self._chip(painter, inner, font, cell)
            return
        painter.setPen(colour(cell.tone or "ink"))
        shown = painter.fontMetrics().elidedText(cell.text, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, index.data(Qt.ItemDataRole.TextAlignmentRole), shown)

    def _chip(self, painter: QPainter, rect: QRect, font: QFont, cell: Cell) -> None:
        font.setPointSizeF(self._theme.points * Scale.SMALL)
        painter.setFont(font)
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(cell.text, Qt.TextElideMode.ElideRight, rect.width() - 16)
        width, height = metrics.horizontalAdvance(shown) + 16, metrics.height() + 4
        chip = QRect(rect.left() - 4, rect.center().y() - height // 2, width, height)
        ground = "hover" if cell.tone in ("", "muted") else f"{cell.tone}_soft"
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(ground))
        painter.drawRoundedRect(chip, height / 2, height / 2)
        painter.setPen(self._theme.colour(cell.tone or "ink"))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, shown)
        painter.restore()
