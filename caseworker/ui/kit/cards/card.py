"""The card of an article: it opens beside its link; Escape, a click elsewhere or its cross puts it away."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGraphicsDropShadowEffect,
    QGridLayout,
    QLabel,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from caseworker.ui.kit import text
from caseworker.ui.kit.cards.article import CardContent, Figure
from caseworker.ui.kit.elements import box, clear, column, hairline, label, row
from caseworker.ui.kit.icons import icon
from caseworker.ui.kit.theme import Theme
from caseworker.ui.kit.tokens import Space

_WIDTH_SHARE = 40  # of the size of text
_MARGIN = 8


class ArticleCard(QFrame):
    """Floats over the window it was made for; remembers where the focus was and gives it back."""

    def __init__(self, over: QWidget, theme: Theme) -> None:
        super().__init__(over)
        self._over, self._theme = over, theme
        self._before: QWidget | None = None
        self.content: CardContent | None = None
        self.setObjectName("article")
        self.setProperty("role", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._close = QToolButton()
        self._close.setAutoRaise(True)
        self._close.clicked.connect(self.put_away)
        self._number, self._edition = label("chip", tone="accent"), label("small")
        self._title = label("heading", wrap=True)
        self._body = QVBoxLayout()
        self._body.setSpacing(Space.MEDIUM)
        self._inner = QWidget()
        self._inner.setProperty("role", "content")
        self._body.setContentsMargins(0, 0, 0, 0)
        self._inner.setLayout(self._body)
        self._scroll = _scrolling(self._inner)
        head = row(self._number, self._edition, None, self._close, gap=Space.SMALL)
        margins = (Space.LARGE, Space.MEDIUM, Space.MEDIUM, Space.LARGE)
        self.setLayout(column(head, self._title, self._scroll, gap=Space.SMALL, margins=margins))
        self._shadow()
        self.hide()

    def show_content(self, content: CardContent, number: str, beside: QWidget) -> None:
        """Show an article beside the link that was followed; `number` as it is cited."""
        self.content = content
        self._before = beside
        self._number.setText(number)
        self._edition.setText(
            text.say("kit.article.edition", edition=content.edition) if content.edition else ""
        )
        self._title.setText(content.title)
        self.setAccessibleName(f"{number}: {content.title}. {content.text}")
        self._close.setIcon(icon("close", self._theme.tokens.muted))
        self._close.setAccessibleName(text.say("kit.article.close"))
        self._fill(content)
        self.show()
        self._place(beside)
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def put_away(self) -> None:
        """Close the card; the focus goes back to the link."""
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self._before = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click beside the card closes it and still does what it was meant for."""
        if (
            event.type() is QEvent.Type.MouseButtonPress
            and isinstance(event, QMouseEvent)
            and self.isVisible()
        ):
            inside = self.rect().contains(self.mapFromGlobal(event.globalPosition().toPoint()))
            if not inside and isinstance(watched, QWidget) and watched.window() is self._over.window():
                self._before = None
                self.put_away()
        return super().eventFilter(watched, event)

    def _fill(self, content: CardContent) -> None:
        clear(self._body)
        self._body.addWidget(label(text=content.text, wrap=True))
        if content.figures:
            self._body.addLayout(_figures(content.figures))
        for note in content.readings:
            self._body.addWidget(_reading(text.say("kit.article.reading"), note.text, note.reason))
        self._body.addStretch(1)

    def _place(self, beside: QWidget) -> None:
        width = min(round(self._theme.points * _WIDTH_SHARE), self._over.width() - 2 * _MARGIN)
        self.setFixedWidth(width)
        # Only what has been polished has the sheet's sizes of text.
        for part in self.findChildren(QLabel):
            part.ensurePolished()
        inside = width - 2 * Space.LARGE - Space.SMALL
        self._inner.setFixedWidth(inside)
        self._title.setFixedWidth(inside)
        needed = self._body.totalHeightForWidth(inside)
        most = self._over.height() - 2 * _MARGIN
        head = self._title.heightForWidth(inside) + self._number.sizeHint().height()
        height = min(needed + head + 2 * Space.LARGE + 4 * Space.SMALL, most)
        self.setFixedHeight(height)
        corner = beside.mapTo(self._over, QPoint(beside.width(), beside.height() + 4))
        left = min(max(corner.x() - width, _MARGIN), self._over.width() - width - _MARGIN)
        top = min(corner.y(), self._over.height() - height - _MARGIN)
        self.move(left, max(top, _MARGIN))

    def _shadow(self) -> None:
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(32)
        shadow.setOffset(0, 8)
        shadow.setColor(QColor(0, 0, 0, 60))
        self.setGraphicsEffect(shadow)


def _scrolling(inner: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inner)
    return area


def _figures(figures: tuple[Figure, ...]) -> QGridLayout:
    """The figures by tier, one row each."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(Space.LARGE)
    grid.setVerticalSpacing(Space.TIGHT)
    grid.setColumnStretch(0, 1)
    for at, title in enumerate(("Reala", "Extensa"), start=1):
        grid.addWidget(label("small", title), 0, at, Qt.AlignmentFlag.AlignRight)
    grid.addWidget(hairline(), 1, 0, 1, 3)
    for at, figure in enumerate(figures, start=2):
        grid.addWidget(label(text=figure.name, wrap=True), at, 0)
        for column_at, value in enumerate((figure.reala, figure.extensa), start=1):
            grid.addWidget(label("strong", value), at, column_at, Qt.AlignmentFlag.AlignRight)
    return grid


def _reading(title: str, text: str, reason: str) -> QFrame:
    """A reading, set apart: it is ours, not the conditions'."""
    inner = column(
        label("overline", title),
        label(text=text, wrap=True),
        label("muted", reason, wrap=True),
        gap=Space.TIGHT,
        margins=(Space.MEDIUM, Space.SMALL, Space.MEDIUM, Space.SMALL),
    )
    return box(inner, role="band")
