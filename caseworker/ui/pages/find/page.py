"""The first page: find a person."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame

from caseworker.ui.kit import text
from caseworker.ui.kit.elements import column, label, row
from caseworker.ui.kit.finder.source import FindSource
from caseworker.ui.kit.finder.view import FindView
from caseworker.ui.kit.page import Page, Tools
from caseworker.ui.kit.places import Place
from caseworker.ui.kit.tokens import Space

_WIDEST = 860
_ABOVE = 170  # the heading and the margins


class FindPage(Page):
    """The same search as the palette's, in the middle of the page."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self._heading = label("title")
        self.view = FindView(FindSource(tools), tools.theme)
        card = QFrame()
        card.setProperty("role", "card")
        card.setLayout(column(self.view, margins=(1, 4, 1, 4)))
        card.setMaximumWidth(_WIDEST)
        inner = column(row(self._heading, None), card, None, gap=Space.WIDE)
        layout = row(None, inner, None, margins=(Space.PAGE, 56, Space.PAGE, Space.PAGE))
        layout.setStretch(1, 100)
        self.setLayout(layout)
        text.follow(self._heading.setText, "find.whose")
        text.follow(self.show_title, "find.title")

    def open(self, place: Place) -> None:
        """Come up as it was left, with the people seen last."""
        super().open(place)
        if not self.view.state.text:
            self.view.begin()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list takes what room there is."""
        super().resizeEvent(event)
        self.view.fit(self.height() - _ABOVE)

    def focus_first(self) -> None:
        """The line to type in."""
        self.view.line.setFocus()
        self.view.line.selectAll()
