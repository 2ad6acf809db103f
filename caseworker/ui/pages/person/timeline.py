"""Cover, life phases and claims on one line, with now and the day looked at."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from caseworker.services.people.rows import ClaimSummary, Overview
from caseworker.ui.kit import text, words
from caseworker.ui.kit.elements import named
from caseworker.ui.kit.theme import Theme
from caseworker.ui.kit.tokens import Scale
from caseworker.wording.format import format_chf, format_date

_YEARS_BACK = 5
_BAND = 18
_DOT = 5


class Span(NamedTuple):
    """The days that the line shows."""

    first: date
    last: date

    @classmethod
    def around(cls, view: Overview) -> Span:
        """Whole years: five back, or from the first claim, and to the end of the next one."""
        days = [view.today, view.as_of, *(c.first for c in view.claims if c.first is not None)]
        first = max(min(*days).year, view.today.year - 2 * _YEARS_BACK)
        first = min(first, view.today.year - _YEARS_BACK, view.as_of.year)
        return cls(date(first, 1, 1), date(max(view.today.year, view.as_of.year) + 1, 12, 31))

    def share(self, when: date) -> float:
        """Where a day lies, from 0 to 1; what is outside lies at the end."""
        whole = (self.last - self.first).days
        return min(1.0, max(0.0, (when - self.first).days / whole))

    def day_at(self, share: float) -> date:
        """The day at a share of the line."""
        return self.first + timedelta(days=round(share * (self.last - self.first).days))


class Timeline(QWidget):
    """A click on a claim opens it, one elsewhere looks at that day; tables do the same by keyboard."""

    claim_opened = Signal(str)
    day_chosen = Signal(object)  # date

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._view: Overview | None = None
        self._span = Span(date(2000, 1, 1), date(2001, 1, 1))
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)
        theme.changed.connect(self.update)

    def show_view(self, view: Overview) -> None:
        """Show a person's days."""
        self._view = view
        self._span = Span.around(view)
        first, last = self._span.first.year, self._span.last.year
        named(self, text.say_count("person.timeline", len(view.claims), first=first, last=last))
        self.update()

    def sizeHint(self) -> QSize:
        """Years, two bands and the claims."""
        return QSize(600, self._year_height() + 2 * (_BAND + 5) + 26)

    def claim_at(self, x: float) -> ClaimSummary | None:
        """The claim whose dot is nearest to a place, if it is near."""
        near = [(abs(self._x(c.first) - x), c) for c in self._claims() if c.first is not None]
        distance, claim = min(near, key=lambda pair: pair[0], default=(99.0, None))
        return claim if distance <= _DOT + 2 else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say what lies under the pointer."""
        claim = self.claim_at(event.position().x()) if self._on_claims(event) else None
        self.setCursor(Qt.CursorShape.PointingHandCursor if claim else Qt.CursorShape.ArrowCursor)
        told = ""
        if claim is not None and claim.first is not None:
            told = f"{claim.number}   {format_date(claim.first)}   {format_chf(claim.charged)}"
        QToolTip.showText(event.globalPosition().toPoint(), told, self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open a claim, or look at a day."""
        claim = self.claim_at(event.position().x()) if self._on_claims(event) else None
        if claim is not None:
            self.claim_opened.emit(claim.number)
        elif self._view is not None:
            self.day_chosen.emit(self._span.day_at(min(1.0, max(0.0, event.position().x() / self.width()))))

    def paintEvent(self, event: QPaintEvent) -> None:
        """From the ground up: years, cover, phases, claims, marks."""
        if self._view is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._years(painter)
        top = self._year_height()
        self._covers(painter, top, self._view)
        self._phases(painter, top + _BAND + 5, self._view)
        self._dots(painter, top + 2 * (_BAND + 5) + 12)
        self._mark(painter, self._view.today, text.say("person.timeline.today"), "negative")
        if self._view.as_of != self._view.today:
            self._mark(painter, self._view.as_of, format_date(self._view.as_of), "accent")
        painter.end()

    def _years(self, painter: QPainter) -> None:
        painter.setFont(self._font())
        for year in range(self._span.first.year, self._span.last.year + 1):
            x = self._x(date(year, 1, 1))
            painter.setPen(self._theme.colour("hairline"))
            painter.drawLine(QPointF(x, 2), QPointF(x, self.height()))
            painter.setPen(self._theme.colour("muted"))
            painter.drawText(QRect(round(x) + 5, 0, 80, self._year_height() - 2), _LEFT, str(year))

    def _covers(self, painter: QPainter, top: int, view: Overview) -> None:
        for cover in view.covers:
            if cover.product == "mivita" and cover.tier is not None:
                name = "accent" if cover.tier == "extensa" else "muted"
                self._band(painter, top, (cover.first, cover.last), words.tier(cover.tier), name)

    def _phases(self, painter: QPainter, top: int, view: Overview) -> None:
        following = [p.from_year for p in view.phases[1:]]
        for number, phase in enumerate(view.phases):
            last = date(following[number] - 1, 12, 31) if number < len(following) else None
            self._band(painter, top, (date(phase.from_year, 1, 1), last), words.years_of(phase.name), "")

    def _band(
        self, painter: QPainter, top: int, days: tuple[date, date | None], said: str, name: str
    ) -> None:
        first, last = days
        if first > self._span.last or (last is not None and last < self._span.first):
            return
        left, right = self._x(first), self._x(last or self._span.last)
        rect = QRectF(left + 1, top, max(3.0, right - left - 2), _BAND)
        ground = self._theme.colour(name or "track")
        if name:
            ground.setAlphaF(0.22)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(rect, 4, 4)
        painter.setPen(self._theme.colour("ink"))
        painter.setFont(self._font())
        inner = rect.adjusted(7, 0, -4, 0)
        shown = painter.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, round(inner.width()))
        painter.drawText(inner, _LEFT, shown)

    def _dots(self, painter: QPainter, y: int) -> None:
        for claim in self._claims():
            assert claim.first is not None
            waiting = claim.open_lines > 0
            colour = self._theme.colour("waiting" if waiting else "positive" if claim.amount else "negative")
            painter.setPen(QPen(colour, 1.6))
            painter.setBrush(self._theme.colour("canvas") if waiting else colour)
            painter.drawEllipse(QPointF(self._x(claim.first), y), _DOT - 0.5, _DOT - 0.5)

    def _mark(self, painter: QPainter, when: date, said: str, name: str) -> None:
        x, colour = self._x(when), self._theme.colour(name)
        painter.setPen(QPen(colour, 1.4))
        painter.drawLine(QPointF(x, self._year_height() - 2), QPointF(x, self.height()))
        painter.setFont(self._font())
        width = QFontMetrics(self._font()).horizontalAdvance(said) + 10
        place = QRectF(min(x + 4, self.width() - width), self.height() - 19, width, 17)
        painter.setPen(colour)
        painter.drawText(place, _LEFT, said)

    def _claims(self) -> list[ClaimSummary]:
        claims = self._view.claims if self._view is not None else ()
        return [c for c in claims if c.first is not None and self._span.first <= c.first <= self._span.last]

    def _on_claims(self, event: QMouseEvent) -> bool:
        return event.position().y() > self._year_height() + 2 * (_BAND + 5)

    def _x(self, when: date) -> float:
        return self._span.share(when) * (self.width() - 1)

    def _year_height(self) -> int:
        return QFontMetrics(self._font()).height() + 4

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(self._theme.points * Scale.SMALL)
        return font


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
