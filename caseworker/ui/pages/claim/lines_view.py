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

from caseworker.ui.kit.theme import Theme
from caseworker.ui.kit.tokens import Scale
from caseworker.ui.pages.claim.lines_model import FROZEN, TONE, Column, LinesModel

_SIDE = 8
_SLACK = 4  # texts are measured in fractions of a pixel
_ROW_SHARE = 1.9
_CHIP = 18  # the round ends of a chip
_LEAST = {
    Column.NUMBER: "0",
    Column.DAYS: "00.00.0000",
    Column.CHARGED: "0’000.00",
    Column.RESULT: "",
    Column.PAID: "0’000.00",
}
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
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            self._chip(painter, option, text, str(index.data(TONE) or ""), chosen)
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

    def _chip(
        self, painter: QPainter, option: QStyleOptionViewItem, text: str, tone: str, chosen: bool
    ) -> None:
        font = QFont(option.font)
        font.setPointSizeF(option.font.pointSizeF() * Scale.SMALL)
        font.setWeight(QFont.Weight.DemiBold)
        metrics = QFontMetrics(font)
        area = QRectF(option.rect.adjusted(_SIDE, 0, -2, 0))
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(area.width()) - _CHIP)
        chip = QRectF(area.left(), 0, metrics.horizontalAdvance(shown) + _CHIP, metrics.height() + 3)
        chip.moveTop(area.center().y() - chip.height() / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        ground = f"{tone}_soft" if tone else "hover"
        painter.setBrush(self._theme.colour("canvas" if chosen else ground))
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
        header.setStyleSheet(f"QHeaderView::section {{ padding: 6px {_SIDE}px; }}")
        self.selectionModel().currentRowChanged.connect(self._picked)
        model.modelReset.connect(self.fit)
        model.dataChanged.connect(self.fit)
        theme.changed.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        """Give rows and columns the room that the size of text asks for."""
        self.ensurePolished()
        font = QFont(self.font())
        font.setFeature(QFont.Tag("tnum"), 1)
        font.setBold(True)  # the widest that a cell is drawn in
        metrics = QFontMetrics(font)
        self.verticalHeader().setDefaultSectionSize(round(metrics.height() * _ROW_SHARE))
        for column, least in _LEAST.items():
            texts = [self._lines.cell(at, column) for at in range(self._lines.rowCount())]
            texts += [least, str(self._lines.headerData(column, Qt.Orientation.Horizontal) or "")]
            chip = _CHIP if column is Column.RESULT else 0
            width = max(map(metrics.horizontalAdvance, texts)) + chip + 2 * _SIDE + _SLACK
            if self.columnWidth(column) != width:
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
