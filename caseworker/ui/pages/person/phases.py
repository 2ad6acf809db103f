"""The life phases on a strip, with the years in which they change (art. 3)."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from caseworker.services.people.rows import Phase
from caseworker.ui.kit import text, words
from caseworker.ui.kit.elements import named
from caseworker.ui.kit.theme import Theme
from caseworker.ui.kit.tokens import Scale


class PhaseStrip(QWidget):
    """Equal parts, since what matters is where one stands and what comes next, not how long it lasts."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._phases: tuple[Phase, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)
        theme.changed.connect(self.update)

    def show_phases(self, phases: tuple[Phase, ...]) -> None:
        """Show these phases, in order."""
        self._phases = phases
        said = (f"{words.phase(p.name)} {p.from_year}" for p in phases)
        named(self, text.say("person.phases", phases=", ".join(said)))
        self.update()

    def sizeHint(self) -> QSize:
        """Two lines of text and the bar between them."""
        return QSize(420, round(self._theme.points * 4.6))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Names above, the bar, the years below."""
        if not self._phases:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = self.width() / len(self._phases)
        line = self.height() // 2 - 4
        for number, phase in enumerate(self._phases):
            left = round(number * width)
            self._part(painter, QRect(left, 0, round(width) - 4, self.height()), line, phase)
        painter.end()

    def _part(self, painter: QPainter, rect: QRect, line: int, phase: Phase) -> None:
        colour = self._theme.colour
        font = QFont(self.font())
        font.setPointSizeF(self._theme.points * Scale.BODY)
        font.setWeight(QFont.Weight.DemiBold if phase.is_now else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(colour("accent" if phase.is_now else "muted"))
        name = words.phase(phase.name) if phase.is_now else words.years_of(phase.name)
        if painter.fontMetrics().horizontalAdvance(name) > rect.width():
            name = words.years_of(phase.name)
        painter.drawText(QRect(rect.left(), 0, rect.width(), line), _LEFT, name)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("accent" if phase.is_now else "track"))
        painter.drawRoundedRect(QRectF(rect.left(), line + 1, rect.width(), 6), 3, 3)
        font.setWeight(QFont.Weight.Normal)
        font.setPointSizeF(self._theme.points * Scale.SMALL)
        painter.setFont(font)
        painter.setPen(colour("muted"))
        below = QRect(rect.left(), line + 9, rect.width(), self.height() - line - 9)
        painter.drawText(below, _LEFT, str(phase.from_year))


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
