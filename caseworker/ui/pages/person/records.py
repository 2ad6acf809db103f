"""What happened: claims, letters, family, and the lines behind a limit, one at a time."""

from __future__ import annotations

from enum import IntEnum
from functools import partial

from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QWidget

from caseworker.models.claims.rows import EntryRow
from caseworker.services.people.rows import LimitLine, Overview
from caseworker.ui.kit import text, words
from caseworker.ui.kit.elements import box, button, column, hairline, label, row
from caseworker.ui.kit.page import Tools
from caseworker.ui.kit.places import Kind, Place
from caseworker.ui.kit.table import RowsModel, Table
from caseworker.ui.kit.tokens import Space
from caseworker.ui.pages.person.columns import claim_columns, letter_columns, relative_columns, use_columns
from caseworker.ui.pages.person.limits import left_text, used_text


class Part(IntEnum):
    """The tables, in the order of their buttons."""

    CLAIMS = 0
    LETTERS = 1
    FAMILY = 2
    USES = 3


class Records(QWidget):
    """A row of buttons and the table that was chosen. Enter opens what a row is about."""

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._line: LimitLine | None = None
        self.claims = RowsModel(claim_columns())
        self.letters = RowsModel(letter_columns())
        self.relatives = RowsModel(relative_columns())
        self.uses = RowsModel(use_columns())
        self.tables = [
            Table(self.claims, tools.theme, "person.table.claims", "person.empty.claims"),
            Table(self.letters, tools.theme, "person.table.letters", "person.empty.letters"),
            Table(self.relatives, tools.theme, "person.table.family", "person.empty.family"),
            Table(self.uses, tools.theme, "person.table.uses", "person.empty.uses"),
        ]
        self._about = label("muted")
        self._buttons = [button("segment", partial(self.choose, part)) for part in Part]
        self._group = QButtonGroup(self)
        self._stack = QStackedWidget()
        for part, table, press in zip(Part, self.tables, self._buttons, strict=True):
            press.setCheckable(True)
            self._group.addButton(press, part)
            self._stack.addWidget(table if part is not Part.USES else self._with_words(table))
        self._buttons[Part.USES].hide()
        self.tables[Part.CLAIMS].opened.connect(
            lambda n: self._tools.go(Place(Kind.CLAIM, self.claims.rows[n].number))
        )
        self.tables[Part.LETTERS].opened.connect(
            lambda n: self._tools.go(Place(Kind.LETTER, self.letters.rows[n].number))
        )
        self.tables[Part.FAMILY].opened.connect(
            lambda n: self._tools.go(Place(Kind.PERSON, self.relatives.rows[n].number))
        )
        self.tables[Part.USES].opened.connect(
            lambda n: self._tools.go(Place(Kind.CLAIM, self.uses.rows[n].claim_number))
        )
        layout = column(row(*self._buttons, None, gap=Space.TIGHT), hairline(), self._stack, gap=Space.SMALL)
        layout.setStretch(2, 1)
        self.setLayout(layout)
        text.rerun(self._show_counts)
        self.show_first()

    def choose(self, part: Part) -> None:
        """Show one of the tables."""
        self._buttons[part].setChecked(True)
        self._stack.setCurrentIndex(part)

    def show_first(self) -> None:
        """Another person: the claims, and no limit opened."""
        self._line = None
        self._buttons[Part.USES].hide()
        self.choose(Part.CLAIMS)

    def show_view(self, view: Overview) -> None:
        """Fill the tables of a person."""
        self.claims.show_rows(view.claims)
        self.letters.show_rows(view.letters)
        self.relatives.show_rows(view.relatives)
        self._show_counts()

    def show_uses(self, line: LimitLine, uses: tuple[EntryRow, ...]) -> None:
        """Open the lines that used a limit."""
        self._line = line
        self.uses.show_rows(uses)
        self._buttons[Part.USES].show()
        self._show_counts()
        self.choose(Part.USES)

    def _with_words(self, table: Table) -> QWidget:
        return box(column(row(self._about, margins=(Space.MEDIUM, Space.TIGHT, 0, 0)), table))

    def _show_counts(self) -> None:
        self._buttons[Part.CLAIMS].setText(text.say("person.tab.claims", number=len(self.claims.rows)))
        self._buttons[Part.LETTERS].setText(text.say("person.tab.letters", number=len(self.letters.rows)))
        self._buttons[Part.FAMILY].setText(text.say("person.tab.family", number=len(self.relatives.rows)))
        if self._line is not None:
            self._buttons[Part.USES].setText(words.limit(self._line.limit))
            period = words.period(self._line.period)
            self._about.setText(f"{period}   {used_text(self._line)}, {left_text(self._line)}")
