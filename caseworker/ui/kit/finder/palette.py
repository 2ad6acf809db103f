"""Find over whatever is in sight: Ctrl+K, and Escape goes back to the work."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget
from shiboken6 import isValid

from caseworker.ui.kit import text
from caseworker.ui.kit.elements import column
from caseworker.ui.kit.finder.source import FindSource
from caseworker.ui.kit.finder.view import FindView
from caseworker.ui.kit.page import Tools

_WIDTH, _TALLEST, _TOP = 720, 640, 88


class Palette(QWidget):
    """Covers its parent; the work below stays as it is."""

    def __init__(self, over: QWidget, source: FindSource, tools: Tools) -> None:
        super().__init__(over)
        self.setObjectName("scrim")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._over = over
        self._before: QWidget | None = None
        self.view = FindView(source, tools.theme)
        self._card = QFrame(self)
        self._card.setObjectName("palette")
        self._card.setLayout(column(self.view, gap=0, margins=(1, 4, 1, 4)))
        self.view.chosen.connect(self._close)
        self.view.answered.connect(self.fit)
        self.hide()
        text.follow(self.setAccessibleName, "find.title")

    def appear(self) -> None:
        """Come up, empty, with the people seen last."""
        self._before = QApplication.focusWidget()
        self.fit()
        self.show()
        self.raise_()
        self.view.begin()
        self.view.line.setFocus()

    def fit(self) -> None:
        """Take the size of what lies below."""
        over = self._over
        self.resize(over.size())
        width = min(_WIDTH, over.width() - 48)
        self.view.fit(max(200, min(_TALLEST, over.height() - _TOP - 24)))
        self._card.setGeometry((over.width() - width) // 2, _TOP, width, self._card.sizeHint().height())

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays here: what lies below is out of reach while this is open."""
        return self.isVisible()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the work."""
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside it puts it away."""
        if not self._card.geometry().contains(event.position().toPoint()):
            self._close()

    def _close(self) -> None:
        """Give the focus back; a command that goes elsewhere takes it along afterwards."""
        self.hide()
        if self._before is not None and isValid(self._before):
            self._before.setFocus()
        self._before = None
