"""Fields beside and below one another: as many in a row as their titles leave room for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from caseworker.ui.kit.tokens import Space

_MOST = 4


class FieldGrid(QWidget):
    """Holds all its fields in the order of the Tab key, and shows those that are wanted.

    `most` columns where there is room; a field takes as many of them as `spans` says (one).
    """

    def __init__(
        self, fields: Sequence[QWidget], *, most: int = _MOST, spans: Sequence[int] | None = None
    ) -> None:
        super().__init__()
        self._most = most
        self._spans = dict(zip(fields, spans or [1] * len(fields), strict=True))
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.MEDIUM)
        self._grid.setVerticalSpacing(Space.SMALL)
        self._fields, self._shown = tuple(fields), tuple(fields)
        self._columns = 0
        for field in fields:
            field.setParent(self)
        self.setLayout(self._grid)
        self._lay()

    def show_fields(self, shown: Sequence[QWidget]) -> None:
        """Show these, in this order."""
        self._shown = tuple(shown)
        for field in self._fields:
            field.setVisible(field in self._shown)
        self._columns = 0
        self._lay()

    def minimumSizeHint(self) -> QSize:
        """One field wide: the others go below."""
        return QSize(self._widest(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may hold another number of them."""
        super().resizeEvent(event)
        self._lay()

    def event(self, event: QEvent) -> bool:
        """Titles in another language, or a larger text, may need another number too."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._lay()
        return super().event(event)

    def _widest(self) -> int:
        return max((field.minimumSizeHint().width() for field in self._shown), default=1)

    def _lay(self) -> None:
        room = self.width() + Space.MEDIUM
        columns = max(1, min(self._most, room // self._unit()))
        if columns == self._columns:
            return
        self._columns = columns
        for field in self._fields:
            self._grid.removeWidget(field)
        at = 0
        for field in self._shown:
            span = min(self._spans[field], columns)
            if at % columns + span > columns:
                at += columns - at % columns
            self._grid.addWidget(field, at // columns, at % columns, 1, span, Qt.AlignmentFlag.AlignTop)
            at += span
        for column in range(self._most):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _unit(self) -> int:
        """The width of a column, with the gap behind it, in which every field has room."""
        widths = (
            -(-(field.minimumSizeHint().width() + Space.MEDIUM) // self._spans[field])
            for field in self._shown
        )
        return max(widths, default=1)
