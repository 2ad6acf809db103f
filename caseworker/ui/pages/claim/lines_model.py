"""The lines of the claim as a table: number, benefit, days, charged, result, paid."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
TONE = Qt.ItemDataRole.UserRole
FROZEN = Qt.ItemDataRole.UserRole + 1
LINE_ID = Qt.ItemDataRole.UserRole + 2


class Column(IntEnum):
    """The columns, from left to right."""

    NUMBER = 0
    BENEFIT = 1
    DAYS = 2
    CHARGED = 3
    RESULT = 4
    PAID = 5


class LineSummary(NamedTuple):
    """A line in a row. `decision` is the decision's number where the line is decided and frozen."""

    id: str
    benefit: str
    days: str
    charged: str
    result: str
    tone: str
    paid: str
    decision: str = ""


_FIGURES = (Column.CHARGED, Column.PAID)


class LinesModel(QAbstractTableModel):
    """Shows the summaries it is given; rows that stay are changed in place, so that the selection stays."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: list[LineSummary] = []
        self._titles: Sequence[str] = [""] * len(Column)

    def show_titles(self, titles: Sequence[str]) -> None:
        """Name the columns."""
        self._titles = titles
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)

    def show_lines(self, lines: Sequence[LineSummary]) -> None:
        """Show these lines."""
        if [line.id for line in lines] != [line.id for line in self.lines]:
            self.beginResetModel()
            self.lines = list(lines)
            self.endResetModel()
            return
        for at, line in enumerate(lines):
            if line != self.lines[at]:
                self.lines[at] = line
                self.dataChanged.emit(self.index(at, 0), self.index(at, len(Column) - 1))

    def row_of(self, line_id: str) -> int:
        """Where a line stands, -1 if it does not."""
        return next((at for at, line in enumerate(self.lines) if line.id == line_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """One row a line."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """The same for every claim."""
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The titles, aligned like what stands below them."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._titles[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(Column(section))
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Texts, and for the delegate tone, name and whether the line is decided."""
        if not index.isValid():
            return None
        line, column = self.lines[index.row()], Column(index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            text = self._text(line, column)
            return text if role == Qt.ItemDataRole.DisplayRole or column is Column.BENEFIT else None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        return {TONE: line.tone, FROZEN: bool(line.decision), LINE_ID: line.id}.get(role)

    def cell(self, at: int, column: Column) -> str:
        """The text of one cell."""
        return self._text(self.lines[at], column)

    def _text(self, line: LineSummary, column: Column) -> str:
        texts = {
            Column.NUMBER: line.id,
            Column.BENEFIT: line.benefit,
            Column.DAYS: line.days,
            Column.CHARGED: line.charged,
            Column.RESULT: line.result,
            Column.PAID: line.paid,
        }
        return texts[column]


def _alignment(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in _FIGURES else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
