"""The navigation at the left: find, the desks, and whom one saw last."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from caseworker.ui.kit import text
from caseworker.ui.kit.drafts import Unfinished
from caseworker.ui.kit.elements import button, clear, column, label, row
from caseworker.ui.kit.icons import icon, picture
from caseworker.ui.kit.places import Place, place_of_person
from caseworker.ui.kit.theme import Theme
from caseworker.ui.kit.tokens import Space
from caseworker.ui.window.registry import Registry

_WIDTH_AT_11 = 216
_MOST_DRAFTS = 5


class Sidebar(QWidget):
    """Places to go. `wanted` names the one that was chosen, `palette_wanted` asks for the palette."""

    wanted = Signal(object)  # Place
    palette_wanted = Signal()

    def __init__(self, theme: Theme, registry: Registry) -> None:
        super().__init__()
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._mark, self._name = QLabel(), label("strong", "caseworker")
        self._find = button("finder", self.palette_wanted.emit, "window.find", name="find.line")
        self._registry = registry
        self._desks = [(self._entry(desk.place), desk) for desk in registry.entries()]
        self._counts: dict[int, int] = {}
        for entry, desk in self._desks:
            entry.setToolTip(desk.shortcut)
        self._recent_title = label("overline", say="find.recent")
        self._recent = QVBoxLayout()
        self._recent.setSpacing(2)
        self._people: list[tuple[QPushButton, Place]] = []
        self._unfinished_title = label("overline", say="window.drafts")
        self._unfinished = QVBoxLayout()
        self._unfinished.setSpacing(2)
        self._drafts: list[tuple[QPushButton, Place]] = []
        self._who = label("small")
        self.setLayout(
            column(
                row(self._mark, self._name, None, gap=10, margins=(6, 0, 0, 0)),
                Space.MEDIUM,
                self._find,
                Space.SMALL,
                *(entry for entry, _ in self._desks),
                Space.LARGE,
                row(self._recent_title, margins=(11, 0, 0, 0)),
                self._recent,
                Space.LARGE,
                row(self._unfinished_title, margins=(11, 0, 0, 0)),
                self._unfinished,
                None,
                row(self._who, margins=(11, 0, 0, 0)),
                gap=2,
                margins=(Space.MEDIUM, Space.LARGE, Space.MEDIUM, Space.MEDIUM),
            )
        )
        theme.changed.connect(self._dress)
        text.rerun(self._show_counts)
        self.show_recent(())
        self.show_unfinished(())
        text.rerun(self._say_drafts)

    def show_place(self, place: Place) -> None:
        """Mark where one is."""
        here = self._registry.desk_of(place)
        for entry, desk in self._desks:
            entry.setChecked(desk.number == here)
        for entry, target in self._people:
            entry.setChecked(bool(place.whom) and target.whom == place.whom)
        for entry, target in self._drafts:
            entry.setChecked(target == place)

    def show_desks(self, seen: Collection[int]) -> None:
        """Only the desks with these numbers are there."""
        for entry, desk in self._desks:
            entry.setVisible(desk.number in seen)

    def show_count(self, number: int, count: int) -> None:
        """Say how many there are at a desk."""
        self._counts[number] = count
        self._show_counts()

    def show_who(self, name: str) -> None:
        """Say who works here."""
        self._who.setText(name)

    def show_recent(self, people: Sequence[tuple[str, str]]) -> None:
        """List people as (number, name), the latest first."""
        clear(self._recent)
        self._people = []
        for number, name in people:
            place = place_of_person(number)
            entry = self._entry(place)
            entry.setText(name)
            self._people.append((entry, place))
            self._recent.addWidget(entry)
        self._recent_title.setVisible(bool(people))
        self._dress()

    def show_unfinished(self, drafts: Sequence[Unfinished]) -> None:
        """List the forms that were left before they were entered."""
        clear(self._unfinished)
        self._drafts = []
        for draft in drafts[:_MOST_DRAFTS]:
            entry = self._entry(draft.place)
            entry.setText(draft.name)
            self._drafts.append((entry, draft.place))
            self._unfinished.addWidget(entry)
        self._unfinished_title.setVisible(bool(drafts))
        self._say_drafts()
        self._dress()

    def _say_drafts(self) -> None:
        for entry, place in self._drafts:
            what = text.say(self._registry.pages[place.kind].text)
            entry.setAccessibleName(text.say("window.draft", what=what, name=entry.text()))

    def _entry(self, place: Place) -> QPushButton:
        made = button("nav", lambda: self.wanted.emit(place))
        made.setCheckable(True)
        # What is marked is where one is, not what was clicked.
        made.clicked.connect(lambda checked: made.setChecked(not checked))
        return made

    def _show_counts(self) -> None:
        for entry, desk in self._desks:
            count = self._counts.get(desk.number)
            if desk.count is None or count is None:
                entry.setText(text.say(desk.text))
            else:
                entry.setText(text.say(desk.count.text, number=count))

    def _dress(self) -> None:
        tokens = self._theme.tokens
        self.setFixedWidth(round(_WIDTH_AT_11 * max(1.0, self._theme.points / 11)))
        self._mark.setPixmap(picture("caseworker", tokens.accent, 22))
        self._find.setIcon(icon("find", tokens.muted))
        for entry, desk in self._desks:
            entry.setIcon(icon(desk.icon, tokens.muted))
        for entry, target in (*self._people, *self._drafts):
            entry.setIcon(icon(self._registry.pages[target.kind].icon, tokens.muted))
