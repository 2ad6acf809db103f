"""A limit as a bar."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from caseworker.ui.kit.theme import Theme


class LimitBar(QWidget):
    """A limit as a bar: used before, taken by this line, left. Said in words beside it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shares = (0.0, 0.0)
        self.setFixedHeight(8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_use(self, cap: int, before: int, taken: int) -> None:
        """Show what was used and what is taken of a cap, all in one unit."""
        whole = max(cap, 1)
        shares = (min(before / whole, 1.0), min(taken / whole, 1.0))
        if shares != self._shares:
            self._shares = shares
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The track, what was used, and what this line takes."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        track = QRectF(self.rect()).adjusted(0, 1, 0, -1)
        before, taken = self._shares
        painter.setBrush(self._theme.colour("track"))
        painter.drawRoundedRect(track, 3, 3)
        self._part(painter, track, 0.0, before, "reserved")
        self._part(painter, track, before, before + taken, "accent")
        painter.end()

    def _part(self, painter: QPainter, track: QRectF, first: float, last: float, colour: str) -> None:
        if last > first:
            left = track.left() + track.width() * first
            width = max(track.width() * (last - first), 2.0)
            painter.setBrush(self._theme.colour(colour))
            painter.drawRoundedRect(QRectF(left, track.top(), width, track.height()), 3, 3)
