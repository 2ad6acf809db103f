"""The queue: the claims that wait, counted by what they wait for."""

from __future__ import annotations

from enum import IntEnum
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QButtonGroup

from caseworker.ui.kit import forms
from caseworker.ui.kit.elements import button, column, hairline, label, named, row
from caseworker.ui.kit.page import Page, Tools
from caseworker.ui.kit.places import Kind, Place
from caseworker.ui.kit.table import Cell, Column, RowsModel, Table
from caseworker.ui.kit.tokens import Space

if TYPE_CHECKING:
    from caseworker.models.claims.counts import QueueCounts
    from caseworker.models.claims.rows import QueueRow
    from caseworker.ui.kit.desk import Desk

_MOST = 500


class Filter(IntEnum):
    """What the queue can be narrowed to."""

    OPEN = 0
    FACTS = 1
    CONSENT = 2
    ALL = 3


_WAITS = {Filter.FACTS: "facts", Filter.CONSENT: "consent"}


class QueueView(NamedTuple):
    """The rows of one filter, and the figures of all."""

    rows: tuple[QueueRow, ...]
    counts: QueueCounts


def load_queue(desk: Desk, chosen: Filter) -> QueueView:
    """The claims of a filter, at most 500, and how many each filter has."""
    from caseworker.models.claims.counts import queue_counts
    from caseworker.models.claims.queries import queue

    with desk.store.reading() as session:
        rows = queue(session, chosen is not Filter.ALL, _WAITS.get(chosen), _MOST)
        return QueueView(rows, queue_counts(session))


class QueuePage(Page):
    """Enter opens a claim; a command opens its person."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self.chosen = Filter.OPEN
        self.model: RowsModel[QueueRow] = RowsModel(_columns())
        self.table = Table(self.model, tools.theme)
        self.table.opened.connect(lambda n: tools.go(Place(Kind.CLAIM, self.model.rows[n].claim_number)))
        self._heading, self._note = label("title"), label("muted")
        self._buttons = [button("segment", partial(self.narrow, f)) for f in Filter]
        self._group = QButtonGroup(self)
        for press in self._buttons:
            press.setCheckable(True)
            self._group.addButton(press)
        self._buttons[Filter.OPEN].setChecked(True)
        self._counts: QueueCounts | None = None
        self.person_action = self.command(self.open_person, "Ctrl+J")
        filters = row(*self._buttons, None, self._note, gap=Space.TIGHT)
        layout = column(
            row(self._heading, None),
            filters,
            column(hairline(), self.table, gap=0),
            gap=Space.LARGE,
            margins=(Space.PAGE, Space.WIDE, Space.PAGE, Space.LARGE),
        )
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self.retranslate()

    def open(self, place: Place) -> None:
        """Load the claims again; the filter stays."""
        super().open(place)
        self._load()

    def refresh(self, changes: frozenset[str]) -> None:
        """A claim was entered or decided."""
        self._load()

    def narrow(self, chosen: Filter) -> None:
        """Show the claims of another filter."""
        self.chosen = chosen
        self._buttons[chosen].setChecked(True)
        self._load()

    def open_person(self) -> None:
        """Open the person of the claim that is marked."""
        index = self.table.currentIndex()
        if index.isValid():
            self.tools.go(Place(Kind.PERSON, self.model.rows[index.row()].person_number))

    def focus_first(self) -> None:
        """The claims."""
        self.table.setFocus()

    def retranslate(self) -> None:
        """Set every text in the language of now."""
        self._heading.setText(self.tr("Claims"))
        self.person_action.setText(self.tr("Open the person of the claim"))
        named(self.table, self.tr("Claims"))
        self.show_title(self.tr("Claims"))
        self.table.empty = self.tr("No claim waits for this.")
        self.table.retranslate()
        self._show_counts()

    def _load(self) -> None:
        chosen = self.chosen
        self.tools.operations.read(lambda desk: load_queue(desk, chosen), self._show, lane="queue")

    def _show(self, view: QueueView) -> None:
        at = self.table.currentIndex().row()
        self._counts = view.counts
        self.model.show_rows(view.rows)
        if 0 < at < len(view.rows):
            self.table.setCurrentIndex(self.model.index(at, 0))
        self._show_counts()

    def _show_counts(self) -> None:
        counts = self._counts
        figures = (counts.open, counts.facts, counts.consent, counts.all) if counts else ("", "", "", "")
        texts = (
            self.tr("Open  {0}"),
            self.tr("Facts missing  {0}"),
            self.tr("Waiting for the trusted doctor  {0}"),
            self.tr("All  {0}"),
        )
        for press, text, figure in zip(self._buttons, texts, figures, strict=True):
            press.setText(text.format(figure).rstrip())
        shown, whole = len(self.model.rows), figures[self.chosen]
        cut = isinstance(whole, int) and shown < whole
        self._note.setText(self.tr("the first {0} are shown").format(shown) if cut else "")


def _state(claim: QueueRow) -> Cell:
    if claim.waiting_consent:
        return Cell(QCoreApplication.translate("QueuePage", "trusted doctor"), "consent", chip=True)
    if claim.waiting_facts:
        return Cell(QCoreApplication.translate("QueuePage", "facts missing"), "waiting", chip=True)
    if claim.open_lines:
        return Cell(QCoreApplication.translate("QueuePage", "to decide"), "accent", chip=True)
    return Cell(QCoreApplication.translate("QueuePage", "decided"), "muted", chip=True)


def _columns() -> list[Column[QueueRow]]:
    return [
        Column(lambda: QCoreApplication.translate("QueuePage", "Claim"), lambda c: Cell(c.claim_number), 8),
        Column(
            lambda: QCoreApplication.translate("QueuePage", "Received"),
            lambda c: Cell(forms.day(c.received) if c.received else forms.NOT_RECORDED, "muted"),
            10,
        ),
        Column(
            lambda: QCoreApplication.translate("QueuePage", "Person"),
            lambda c: Cell(f"{c.name} {c.given_name}", strong=True),
        ),
        Column(
            lambda: QCoreApplication.translate("QueuePage", "Born"),
            lambda c: Cell(forms.day(c.birth_date)),
            10,
        ),
        Column(
            lambda: QCoreApplication.translate("QueuePage", "Provider"),
            lambda c: Cell(c.provider or forms.NOT_RECORDED, "" if c.provider else "muted"),
        ),
        Column(
            lambda: QCoreApplication.translate("QueuePage", "Open lines"),
            lambda c: Cell(str(c.open_lines), "muted"),
            10,
            right=True,
        ),
        Column(
            lambda: QCoreApplication.translate("QueuePage", "Charged"),
            lambda c: Cell(forms.amount(c.charged)),
            10,
            right=True,
        ),
        Column(lambda: "", _state, 16),
    ]
