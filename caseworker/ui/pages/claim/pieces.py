"""Small pieces of the claim page: links to articles, rows that are used again, a three-way answer, a bar."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QLabel, QPushButton, QSizePolicy, QWidget

from caseworker.rules.vocabulary import Citation
from caseworker.ui.kit.elements import label
from caseworker.ui.kit.theme import Theme
from caseworker.ui.pages.claim import words

W = TypeVar("W", bound=QWidget)
OpenArticle = Callable[[Citation, QWidget], None]
_YES = frozenset({Qt.Key.Key_J, Qt.Key.Key_Y, Qt.Key.Key_S, Qt.Key.Key_O, Qt.Key.Key_1})
_NO = frozenset({Qt.Key.Key_N, Qt.Key.Key_0})
_UNKNOWN = frozenset({Qt.Key.Key_Question, Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_X})
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_SHOWN = {Qt.CheckState.Checked: True, Qt.CheckState.Unchecked: False, Qt.CheckState.PartiallyChecked: None}
_STATE = {value: state for state, value in _SHOWN.items()}


class Pool(Generic[W]):
    """Rows of a list that are made once and used again, so that following the keys costs nothing.

    `ready` of them are there from the beginning: Tab goes in the order in which things were made.
    """

    def __init__(self, layout: QBoxLayout, make: Callable[[], W], ready: int) -> None:
        self._layout, self._make = layout, make
        self.rows: list[W] = []
        self.take(ready)
        self.take(0)

    def take(self, count: int) -> list[W]:
        """The first `count` rows, in sight; the others are hidden."""
        while len(self.rows) < count:
            made = self._make()
            self._layout.addWidget(made)
            self.rows.append(made)
        for at, one in enumerate(self.rows):
            one.setVisible(at < count)
        return self.rows[:count]


class ArticleLink(QPushButton):
    """`art. 11.1`: opens the card of the article."""

    def __init__(self, wanted: OpenArticle) -> None:
        super().__init__()
        self.setProperty("role", "link")
        self.setProperty("size", "small")
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.citation: Citation | None = None
        self._wanted = wanted
        self.clicked.connect(self._open)

    def _open(self) -> None:
        if self.citation is not None:
            self._wanted(self.citation, self)

    def show_citation(self, citation: Citation) -> None:
        """Lead to this article from now on."""
        if citation != self.citation:
            self.citation = citation
            self.setText(words.article(citation.article))
            self.setToolTip("")
            self.setAccessibleName(words.article_opens(citation.article))


def figures(role: str = "", text: str = "") -> QLabel:
    """A label whose figures stand below one another."""
    made = label(role, text)
    font = QFont(made.font())
    font.setFeature(QFont.Tag("tnum"), 1)
    made.setFont(font)
    made.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return made


def put(widget: QLabel, text: str) -> None:
    """Set a text if it is another one."""
    if widget.text() != text:
        widget.setText(text)


class Answer(QCheckBox):
    """So, not so, not known: three segments. J (also Y, S, O) is yes, N no, Space the next of the three.

    `against` says that a yes speaks against the line. `chosen` carries True, False or None, `done` asks for
    the next fact. For a screen reader it is a box with three states.
    """

    chosen = Signal(object)
    done = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.against = False
        self.inherited = False
        self.setTristate(True)
        self.setCheckState(Qt.CheckState.PartiallyChecked)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @property
    def value(self) -> bool | None:
        """What is said."""
        return _SHOWN[self.checkState()]

    def show_value(self, value: bool | None, *, against: bool, inherited: bool) -> None:
        """Show what is known already; `inherited`: from the travel case."""
        if (self.value, self.against, self.inherited) != (value, against, inherited):
            self.against, self.inherited = against, inherited
            self.setCheckState(_STATE[value])
            self.update()

    def say(self, value: bool | None) -> None:
        """The person answers."""
        self.setCheckState(_STATE[value])
        self.update()
        self.chosen.emit(value)

    def nextCheckState(self) -> None:
        """Space: not known, yes, no, and round again."""
        self.say({None: True, True: False, False: None}[self.value])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """One key an answer; the answer leads on to the next fact."""
        key = event.key()
        if event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier):
            event.ignore()
        elif key in _YES or key in _NO:
            self.say(key in _YES)
            self.done.emit()
        elif key in _UNKNOWN:
            self.say(None)
        elif key in _ENTER:
            self.done.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a segment says what stands there."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        for value, rect in self._segments():
            if rect.contains(event.position().toPoint()):
                self.say(value)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Nothing more: the press has answered."""
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """As a press."""
        self.mousePressEvent(event)

    def hitButton(self, pos: QPoint) -> bool:
        """All of it can be pressed."""
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:
        """As wide as its three words."""
        metrics = QFontMetrics(self.font())
        widths = sum(metrics.horizontalAdvance(text) + 18 for text in self._texts())
        return QSize(widths + 4, metrics.height() + 8)

    def minimumSizeHint(self) -> QSize:
        """It does not shrink."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Three segments in one frame; the one that holds is filled in the colour of what it means."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._theme.colour
        focus = self.hasFocus()
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(tokens("accent" if focus else "outline"), 2 if focus else 1))
        painter.setBrush(tokens("field"))
        painter.drawRoundedRect(frame, 6, 6)
        for (value, rect), text in zip(self._segments(), self._texts(), strict=True):
            ink, ground = self._colours(value)
            if ground is not None:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(ground)
                painter.drawRoundedRect(QRectF(rect), 4, 4)
            font = QFont(self.font())
            font.setBold(ground is not None)
            painter.setFont(font)
            painter.setPen(ink)
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
        painter.end()

    def _colours(self, value: bool | None) -> tuple[QColor, QColor | None]:
        colour = self._theme.colour
        if value is not self.value:
            return colour("muted"), None
        if value is None:
            return (
                (colour("muted"), colour("hover"))
                if self.against
                else (colour("waiting"), colour("waiting_soft"))
            )
        good = value is not self.against
        name = "positive" if good else "negative"
        return colour(name), colour(f"{name}_soft")

    def _texts(self) -> tuple[str, str, str]:
        return words.yes(), words.no(), "?"

    def _segments(self) -> list[tuple[bool | None, QRect]]:
        metrics = QFontMetrics(self.font())
        left, found = 2, []
        for value, text in zip((True, False, None), self._texts(), strict=True):
            width = metrics.horizontalAdvance(text) + 18
            found.append((value, QRect(left, 3, width, self.height() - 6)))
            left += width
        return found


class Bar(QWidget):
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
