"""What happened: claims, letters, family, and the lines behind a limit, one at a time."""

from __future__ import annotations

from enum import IntEnum
from functools import partial

from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QWidget

from caseworker.ui.kit import words
from caseworker.ui.kit.elements import box, button, column, hairline, label, named, row
from caseworker.ui.kit.page import Tools
from caseworker.ui.kit.places import Kind, Place
from caseworker.ui.kit.table import RowsModel, Table
from caseworker.ui.kit.tokens import Space
from caseworker.ui.pages.person.columns import claim_columns, letter_columns, relative_columns, use_columns
from caseworker.ui.pages.person.dossier import LimitLine, PersonView, UseLine
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
        models = (self.claims, self.letters, self.relatives, self.uses)
        self.tables = [Table(model, tools.theme) for model in models]
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
            lambda n: self._tools.go(Place(Kind.LETTER, self.letters.rows[n].decision_number))
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

    def show_view(self, view: PersonView) -> None:
        """Fill the tables of a person."""
        self.claims.show_rows(view.claims)
        self.letters.show_rows(view.letters)
        self.relatives.show_rows(view.relatives)
        self._show_counts()

    def show_uses(self, line: LimitLine, uses: tuple[UseLine, ...]) -> None:
        """Open the lines that used a limit."""
        self._line = line
        self.uses.show_rows(uses)
        self._buttons[Part.USES].show()
        self._show_counts()
        self.choose(Part.USES)

    def retranslate(self) -> None:
        """Set every text in the language of now."""
        self._show_counts()
        for table in self.tables:
            table.retranslate()
        self.tables[Part.CLAIMS].empty = self.tr("No claims yet.")
        self.tables[Part.LETTERS].empty = self.tr("No letters yet.")
        self.tables[Part.FAMILY].empty = self.tr("Nobody else is recorded in this household.")
        self.tables[Part.USES].empty = self.tr("Nothing was taken from this limit.")
        named(self.tables[Part.CLAIMS], self.tr("Claims of this person"))
        named(self.tables[Part.LETTERS], self.tr("Letters to this person"))
        named(self.tables[Part.FAMILY], self.tr("Family and household"))
        named(self.tables[Part.USES], self.tr("Lines that used the limit"))

    def _with_words(self, table: Table) -> QWidget:
        return box(column(row(self._about, margins=(Space.MEDIUM, Space.TIGHT, 0, 0)), table))

    def _show_counts(self) -> None:
        self._buttons[Part.CLAIMS].setText(self.tr("Claims  {0}").format(len(self.claims.rows)))
        self._buttons[Part.LETTERS].setText(self.tr("Letters  {0}").format(len(self.letters.rows)))
        self._buttons[Part.FAMILY].setText(self.tr("Family  {0}").format(len(self.relatives.rows)))
        if self._line is not None:
            self._buttons[Part.USES].setText(words.limit(self._line.limit))
            period = words.period(self._line.period)
            self._about.setText(f"{period}   {used_text(self._line)}, {left_text(self._line)}")
