"""The table of lines: one look shows what becomes of each."""

from __future__ import annotations

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from caseworker.ui.claim.lines_model import FROZEN, TONE, Column, LinesModel
from caseworker.ui.theme import Theme
from caseworker.ui.tokens import Scale

_SIDE = 8
_ROW_SHARE = 1.9
Index = QModelIndex | QPersistentModelIndex


class _LineDelegate(QStyledItemDelegate):
    """Draws the cells: figures below one another, the result as a quiet chip, decided lines in muted ink."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One cell."""
        colour = self._theme.colour
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, colour("accent_soft"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, colour("hover"))
        painter.setPen(colour("hairline"))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        text = str(index.data() or "")
        if index.column() == Column.RESULT and text:
            self._chip(painter, option, text, str(index.data(TONE) or ""))
        else:
            self._text(painter, option, index, text)
        painter.restore()

    def _text(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, text: str) -> None:
        font = QFont(option.font)
        font.setFeature(QFont.Tag("tnum"), 1)
        font.setBold(index.column() == Column.PAID and bool(text))
        painter.setFont(font)
        quiet = bool(index.data(FROZEN)) or index.column() in (Column.NUMBER, Column.DAYS)
        painter.setPen(self._theme.colour("muted" if quiet else "ink"))
        area = option.rect.adjusted(_SIDE, 0, -_SIDE, 0)
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, int(index.data(Qt.ItemDataRole.TextAlignmentRole)), shown)

    def _chip(self, painter: QPainter, option: QStyleOptionViewItem, text: str, tone: str) -> None:
        font = QFont(option.font)
        font.setPointSizeF(option.font.pointSizeF() * Scale.SMALL)
        font.setWeight(QFont.Weight.DemiBold)
        metrics = QFontMetrics(font)
        area = QRectF(option.rect.adjusted(_SIDE, 0, -2, 0))
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(area.width()) - 18)
        chip = QRectF(area.left(), 0, metrics.horizontalAdvance(shown) + 18, metrics.height() + 3)
        chip.moveTop(area.center().y() - chip.height() / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(f"{tone}_soft" if tone else "hover"))
        painter.drawRoundedRect(chip, chip.height() / 2, chip.height() / 2)
        painter.setFont(font)
        painter.setPen(self._theme.colour(tone or "muted"))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, shown)


class LinesView(QTableView):
    """The lines, as high as they need. `picked` carries the line to look at, `entered` is Enter on it."""

    picked = Signal(str)
    entered = Signal()

    def __init__(self, theme: Theme, model: LinesModel) -> None:
        super().__init__()
        self._lines = model
        self.setModel(model)
        self.setItemDelegate(_LineDelegate(theme, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.verticalHeader().hide()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.horizontalHeader()
        header.setSectionsClickable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(Column.BENEFIT, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        self.selectionModel().currentRowChanged.connect(self._picked)
        model.modelReset.connect(self.updateGeometry)
        theme.changed.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        """Give rows and columns the room that the size of text asks for."""
        metrics = QFontMetrics(self.font())
        self.verticalHeader().setDefaultSectionSize(round(metrics.height() * _ROW_SHARE))
        wide = metrics.horizontalAdvance
        widths = {
            Column.NUMBER: wide("000") + 2 * _SIDE,
            Column.DAYS: wide("00.00. – 00.00.0000") + 2 * _SIDE,
            Column.CHARGED: wide("THB 000’000.00") + 2 * _SIDE,
            Column.RESULT: wide("Needs consent") + 18 + 2 * _SIDE,
            Column.PAID: wide("00’000.00") + 2 * _SIDE,
        }
        for column, width in widths.items():
            self.setColumnWidth(column, width)
        self.updateGeometry()

    def show_line(self, line_id: str) -> None:
        """Mark the line that is looked at."""
        at = self._lines.row_of(line_id)
        if at >= 0 and self.currentIndex().row() != at:
            flag = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(
                self._lines.index(at, Column.BENEFIT), flag.ClearAndSelect | flag.Rows
            )

    def sizeHint(self) -> QSize:
        """As high as the lines, up to eight of them."""
        rows = min(max(self._lines.rowCount(), 1), 8)
        height = (
            rows * self.verticalHeader().defaultSectionSize() + self.horizontalHeader().sizeHint().height()
        )
        return QSize(400, height + 2)

    def minimumSizeHint(self) -> QSize:
        """No less than it needs."""
        return QSize(200, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes into the line; the keys with Ctrl are the page's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def _picked(self, current: QModelIndex) -> None:
        if current.isValid():
            self.picked.emit(self._lines.lines[current.row()].id)
