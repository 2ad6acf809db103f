"""The queue: the claims that wait, counted by what they wait for."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QButtonGroup

from caseworker.models.claims.rows import QueueRow
from caseworker.models.work.rows import CLAIM, Counts, View
from caseworker.services.claims.queue import queue, queue_counts
from caseworker.services.work.items import ready_again
from caseworker.ui.kit import text
from caseworker.ui.kit.elements import button, column, hairline, label, row
from caseworker.ui.kit.page import Page, Tools
from caseworker.ui.kit.places import Kind, Place
from caseworker.ui.kit.table import Cell, Column, RowsModel, Table
from caseworker.ui.kit.tokens import Space
from caseworker.wording.format import NOT_RECORDED, format_date, format_rappen

if TYPE_CHECKING:
    from caseworker.services.context import Context, Session

_PAGE = 200


class QueueView(NamedTuple):
    """The rows of one view as far as they are shown, and the figures of all."""

    rows: tuple[QueueRow, ...]
    counts: Counts


def load_queue(session: Session, ctx: Context, chosen: View, count: int) -> QueueView:
    """So many claims of a view, and how many each view has."""
    return QueueView(queue(session, ctx, chosen, count), queue_counts(session, ctx))


class QueuePage(Page):
    """Enter opens a claim; a command opens its person."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self.chosen = View.OPEN
        self.model: RowsModel[QueueRow] = RowsModel(_columns())
        self.table = Table(self.model, tools.theme, "words.claims", "work.empty")
        self.model.wanted.connect(self._load_more)
        self.table.opened.connect(lambda n: tools.go(Place(Kind.CLAIM, self.model.rows[n].claim_number)))
        self._heading, self._note = label("title", say="words.claims"), label("muted")
        self._buttons = {view: button("segment", partial(self.narrow, view)) for view in View}
        self._group = QButtonGroup(self)
        for press in self._buttons.values():
            press.setCheckable(True)
            self._group.addButton(press)
        self._buttons[View.OPEN].setChecked(True)
        self._counts: Counts | None = None
        self.person_action = self.command(self.open_person, "Ctrl+Shift+J", "work.open_person")
        self.take_up_action = self.command(self.take_up, "Ctrl+Shift+H", "work.take_up")
        filters = row(*self._buttons.values(), None, self._note, gap=Space.TIGHT)
        layout = column(
            row(self._heading, None),
            filters,
            column(hairline(), self.table, gap=0),
            gap=Space.LARGE,
            margins=(Space.PAGE, Space.WIDE, Space.PAGE, Space.LARGE),
        )
        layout.setStretch(2, 1)
        self.setLayout(layout)
        text.follow(self.show_title, "words.claims")
        text.rerun(self._show_counts)

    def open(self, place: Place) -> None:
        """Load the claims again; the filter stays."""
        super().open(place)
        self._load()

    def refresh(self, changes: frozenset[str]) -> None:
        """A claim was entered or decided."""
        self._load()

    def narrow(self, chosen: View) -> None:
        """Show the claims of another view."""
        self.chosen = chosen
        self._buttons[chosen].setChecked(True)
        self._load(anew=True)

    def open_person(self) -> None:
        """Open the person of the claim that is marked."""
        index = self.table.currentIndex()
        if index.isValid():
            self.tools.go(Place(Kind.PERSON, self.model.rows[index.row()].person_number))

    def take_up(self) -> None:
        """Bring the claim that is marked back from hold before its day has come."""
        index = self.table.currentIndex()
        if not index.isValid() or not self.model.rows[index.row()].held_until:
            return
        number = self.model.rows[index.row()].claim_number
        self.tools.operations.write(
            ready_again, CLAIM, number, told=lambda _: text.say("work.taken_up", number=number)
        )

    def focus_first(self) -> None:
        """The claims."""
        self.table.setFocus()

    def _load(self, anew: bool = False) -> None:
        count = _PAGE if anew else max(_PAGE, len(self.model.rows))
        self.tools.operations.read(load_queue, self.chosen, count, then=self._show, lane="queue")

    def _load_more(self) -> None:
        """The page that follows, once the end of what is there is in sight."""
        last = self.model.rows[-1]
        then = partial(self._append, last)
        self.tools.operations.read(queue, self.chosen, _PAGE, last, then=then, lane="queue:more")

    def _append(self, last: QueueRow, rows: tuple[QueueRow, ...]) -> None:
        if not self.model.rows or self.model.rows[-1] is not last:
            return  # Other rows are shown meanwhile.
        whole = self._counts.of(self.chosen) if self._counts else 0
        self.model.add_rows(rows, bool(rows) and len(self.model.rows) + len(rows) < whole)
        self._show_counts()

    def _show(self, view: QueueView) -> None:
        at = self.table.currentIndex().row()
        self._counts = view.counts
        self.model.show_rows(view.rows, len(view.rows) < view.counts.of(self.chosen))
        if 0 < at < len(view.rows):
            self.table.setCurrentIndex(self.model.index(at, 0))
        self._show_counts()

    def _show_counts(self) -> None:
        counts = self._counts
        for view, press in self._buttons.items():
            figure = counts.of(view) if counts else ""
            press.setText(text.say(f"work.filter.{view.value}", number=figure).rstrip())
        shown = len(self.model.rows)
        cut = counts is not None and shown < counts.of(self.chosen)
        self._note.setText(text.say("work.cut", number=shown) if cut else "")


def _state(claim: QueueRow) -> Cell:
    if claim.held_until:
        return Cell(text.say("work.state.held", date=format_date(claim.held_until)), "muted", chip=True)
    if claim.waiting_consent:
        return Cell(text.say("work.state.consent"), "consent", chip=True)
    if claim.waiting_facts:
        return Cell(text.say("work.state.facts"), "waiting", chip=True)
    if claim.open_lines:
        return Cell(text.say("work.state.decide"), "accent", chip=True)
    if claim.withdrawn:
        return Cell(text.say("work.state.withdrawn"), "muted", chip=True)
    return Cell(text.say("work.state.decided"), "muted", chip=True)


def _columns() -> list[Column[QueueRow]]:
    return [
        Column(lambda: text.say("words.claim"), lambda c: Cell(c.claim_number), 8),
        Column(
            lambda: text.say("work.column.received"),
            lambda c: Cell(format_date(c.received) if c.received else NOT_RECORDED, "muted"),
            10,
        ),
        Column(
            lambda: text.say("work.column.person"),
            lambda c: Cell(f"{c.name} {c.given_name}", strong=True),
        ),
        Column(
            lambda: text.say("words.born"),
            lambda c: Cell(format_date(c.birth_date)),
            10,
        ),
        Column(
            lambda: text.say("words.column.provider"),
            lambda c: Cell(c.provider or NOT_RECORDED, "" if c.provider else "muted"),
        ),
        Column(
            lambda: text.say("work.column.open_lines"),
            lambda c: Cell(str(c.open_lines), "muted"),
            10,
            right=True,
        ),
        Column(
            lambda: text.say("words.column.charged"),
            lambda c: Cell(format_rappen(c.charged)),
            10,
            right=True,
        ),
        Column(lambda: "", _state, 18),
    ]
