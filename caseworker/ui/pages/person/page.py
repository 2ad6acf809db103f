"""A person: life phase, what is left of each limit, and what happened, all for one day."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QSignalBlocker
from PySide6.QtWidgets import QDateEdit

from caseworker.models.claims.rows import EntryRow
from caseworker.services.people.overview import overview, uses
from caseworker.services.people.rows import LimitLine, Overview
from caseworker.ui.kit import text
from caseworker.ui.kit.elements import box, button, column, hairline, label, row
from caseworker.ui.kit.page import Page, Tools
from caseworker.ui.kit.places import Kind, Place
from caseworker.ui.kit.tokens import Space
from caseworker.ui.pages.person.limits import LimitsList, LimitsModel
from caseworker.ui.pages.person.profile import ProfileStrip
from caseworker.ui.pages.person.records import Records
from caseworker.ui.pages.person.timeline import Timeline
from caseworker.wording.format import format_date


class PersonPage(Page):
    """One date sets cover, phase and limits together."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self.view: Overview | None = None
        self._as_of: date | None = None
        self.profile = ProfileStrip(tools.theme)
        self.timeline = Timeline(tools.theme)
        self.model = LimitsModel()
        self.limits = LimitsList(self.model, tools.theme)
        text.follow(self.limits.setAccessibleName, "person.limits")
        self.records = Records(tools)
        self._limits_title = label("heading", say="person.left")
        self.day = QDateEdit()
        text.follow(self.day.setAccessibleName, "person.day")
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("dd.MM.yyyy")
        self._today = button("quiet", lambda: self.look_at(None), "person.today")
        self._new = button("primary", self.new_claim, "person.new_claim")
        self.new_action = self.command(self.new_claim, "Ctrl+N", "person.new_claim")
        self.today_action = self.command(lambda: self.look_at(None), "Ctrl+T", "person.look_at_today")
        self._lay_out()
        self.day.dateChanged.connect(lambda day: self.look_at(_date(day)))
        self.timeline.day_chosen.connect(self.look_at)
        self.timeline.claim_opened.connect(lambda number: tools.go(Place(Kind.CLAIM, number)))
        self.limits.opened.connect(self.open_limit)
        text.rerun(self._say)

    def open(self, place: Place) -> None:
        """Show a person; the same one again as it was left."""
        if self.place is None or place.key != self.place.key:
            self.view = None
            self._as_of = None
            # What is about someone else goes out of sight before anything is loaded.
            self.show_identity(None)
            self._body.hide()
            self.records.show_first()
        super().open(place)
        self._load()

    def refresh(self, changes: frozenset[str]) -> None:
        """Load again what a decision, a letter or a claim has changed."""
        if self.place is not None and f"person:{self.place.key}" in changes:
            self._load()

    def look_at(self, day: date | None) -> None:
        """Look at another day; None is today."""
        if day != self._as_of:
            self._as_of = day
            self._load()

    def new_claim(self) -> None:
        """Enter a claim for this person."""
        if self.place is not None:
            self.tools.go(Place(Kind.CLAIM, person=self.place.key))

    def open_limit(self, line: LimitLine) -> None:
        """Show the lines that used a limit."""
        if self.place is None:
            return
        number = self.place.key

        def show(found: tuple[EntryRow, ...]) -> None:
            self.records.show_uses(line, found)

        self.tools.operations.read(uses, number, line.limit, line.period, then=show, lane="uses")

    def focus_first(self) -> None:
        """The limits: what one came to see."""
        self.limits.setFocus()

    def _say(self) -> None:
        if self.view is not None:
            self._show(self.view)

    def _load(self) -> None:
        if self.place is None:
            return
        self.tools.operations.read(overview, self.place.key, self._as_of, then=self._show, lane="person")

    def _show(self, view: Overview) -> None:
        self.view = view
        with QSignalBlocker(self.day):
            self.day.setDate(QDate(view.as_of.year, view.as_of.month, view.as_of.day))
        self._today.setEnabled(view.as_of != view.today)
        self.show_identity(view.identity)
        self.show_title(f"{view.identity.name} {view.identity.given_name}")
        self.profile.show_view(view)
        self.timeline.show_view(view)
        self.model.show_lines(view.limits)
        self.records.show_view(view)
        self.limits.empty = text.say("person.no_limits", day=format_date(view.as_of))
        if self._body.isHidden():
            self._body.show()
            self.focus_first()

    def _lay_out(self) -> None:
        self.limits.setMinimumWidth(400)
        head = row(self.profile, gap=Space.WIDE)
        left = column(
            row(self._limits_title, self.day, self._today, None),
            hairline(),
            self.limits,
            gap=Space.SMALL,
        )
        left.setStretch(2, 1)
        right = column(self.records)
        body = row(left, right, gap=Space.PAGE)
        body.setStretch(0, 5)
        body.setStretch(1, 7)
        whole = column(
            row(head, self._new, gap=Space.PAGE),
            self.timeline,
            body,
            gap=Space.WIDE,
            margins=(Space.PAGE, Space.LARGE, Space.PAGE, Space.LARGE),
        )
        whole.setStretch(2, 1)
        self._body = box(whole)
        self._body.hide()
        self.setLayout(column(self._body))


def _date(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())
