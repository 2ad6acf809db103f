"""The left side of the page: the invoice, the travel case, the lines, and the line that is worked on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from caseworker.ui.kit import text
from caseworker.ui.kit.cards.link import OpenArticle
from caseworker.ui.kit.elements import box, button, column, hairline, label, put, row
from caseworker.ui.kit.form.field import Control
from caseworker.ui.kit.theme import Theme
from caseworker.ui.kit.tokens import Space
from caseworker.ui.pages.claim.consent_view import ConsentView
from caseworker.ui.pages.claim.decided_line import FrozenView
from caseworker.ui.pages.claim.facts_view import FactsView
from caseworker.ui.pages.claim.invoice_view import InvoiceView
from caseworker.ui.pages.claim.line_editor import Find, LineEditor
from caseworker.ui.pages.claim.lines_model import LinesModel
from caseworker.ui.pages.claim.lines_view import LinesView
from caseworker.ui.pages.claim.travel_view import TravelView


class EntryPanel(QScrollArea):
    """Only places its parts; the page connects them."""

    def __init__(
        self,
        theme: Theme,
        wanted: OpenArticle,
        benefits: tuple[Find, Find],
        find_provider: Callable[[str], None],
    ) -> None:
        super().__init__()
        self.invoice = InvoiceView(theme, find_provider)
        self.travel = TravelView(theme, wanted)
        self.model = LinesModel(self)
        self.lines = LinesView(theme, self.model)
        self.editor = LineEditor(theme, *benefits)
        self.consent = ConsentView()
        self.facts = FactsView(theme, wanted)
        self.frozen = FrozenView()
        self._title, self._state = label("heading"), label("small")
        self._travel_title, self._lines_title = label("strong"), label("strong")
        self.add = button("", lambda: None)
        self.copy = button("quiet", lambda: None)
        self.delete = button("quiet", lambda: None)
        self.undo = button("quiet", lambda: None)
        self._travel_box = box(column(self._travel_title, self.travel, gap=Space.MEDIUM))
        self._line_box = box(
            column(self.editor, self.consent, self.facts, gap=Space.LARGE, margins=(0, Space.TIGHT, 0, 0))
        )
        self._lay_out()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self.follow)
        self._put_texts()

    def _put_texts(self) -> None:
        text.follow(self._travel_title.setText, "claim.travel")
        text.follow(self._lines_title.setText, "claim.lines")
        text.follow(self.lines.setAccessibleName, "claim.lines_of_claim")
        text.rerun(self._say_titles)

    def _say_titles(self) -> None:
        self.model.show_titles(
            [
                "",
                text.say("words.benefit"),
                text.say("claim.column.days"),
                text.say("words.column.charged"),
                text.say("claim.column.result"),
                text.say("claim.column.paid"),
            ]
        )

    def show_head(self, title: str) -> None:
        """Which claim it is."""
        put(self._title, title)

    def show_state(self, state: str) -> None:
        """Whether what is typed is in the store."""
        put(self._state, state)

    def show_travel(self, wanted: bool) -> None:
        """The travel case is there only when a line is abroad."""
        self._travel_box.setVisible(wanted)

    def show_open(self, is_open: bool, wants_consent: bool) -> None:
        """Either the fields of an open line, or a decided one."""
        self._line_box.setVisible(is_open)
        self.frozen.setVisible(not is_open)
        self.consent.setVisible(is_open and wants_consent)

    def insist(self) -> Control | None:
        """Say at every field in sight what is wrong or missing; the first where something is."""
        parts = (self.invoice, self.travel, self.editor, self.consent)
        found = [part.insist() for part in parts if part.isVisibleTo(self)]
        return next((control for control in found if control is not None), None)

    def follow(self, _: QWidget | None, now: QWidget | None) -> None:
        """Scroll so far that what has the focus can be seen, once the layout has settled."""
        if now is not None and self.isAncestorOf(now):
            QTimer.singleShot(0, now, lambda: self.ensureWidgetVisible(now, 0, Space.PAGE))

    def _lay_out(self) -> None:
        tools = row(self._lines_title, None, self.undo, self.delete, self.copy, self.add, gap=Space.TIGHT)
        inner = QWidget()
        inner.setProperty("role", "content")
        inner.setLayout(
            column(
                row(self._title, self._state, None, gap=Space.MEDIUM),
                self.invoice,
                hairline(),
                self._travel_box,
                tools,
                self.lines,
                self._line_box,
                self.frozen,
                None,
                gap=Space.MEDIUM,
                margins=(Space.PAGE, Space.LARGE, Space.WIDE, Space.WIDE),
            )
        )
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
