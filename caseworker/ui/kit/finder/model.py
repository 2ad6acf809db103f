"""The rows of the search as Qt asks for them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from caseworker.ui.kit import text
from caseworker.ui.kit.finder.state import FindState, Heading, Row, RowKind, name_of
from caseworker.wording.format import format_date

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole + 1


class FindModel(QAbstractListModel):
    """Headings and notes are rows that cannot be chosen."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Row] = []

    def show_state(self, state: FindState) -> None:
        """Take the rows of a state."""
        self.beginResetModel()
        self._rows = state.rows()
        self.endResetModel()

    def row(self, index: Index) -> Row:
        """The row at an index."""
        return self._rows[index.row()]

    def first_choice(self) -> int:
        """The number of the first row that Enter opens, -1 where there is none."""
        return next((n for n, row in enumerate(self._rows) if row.is_choice), -1)

    def next_choice(self, at: int, step: int) -> int:
        """The choice before (-1) or after (1) a row; the row itself at the end."""
        n = at + step
        while 0 <= n < len(self._rows):
            if self._rows[n].is_choice:
                return n
            n += step
        return at

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or not self.row(index).is_choice:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.row(index)
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.text_of(row)
        return None

    def text_of(self, row: Row) -> str:
        """A row in words, as a screen reader says it."""
        if row.found is not None:
            hit = row.found.hit
            return f"{hit.name} {hit.given_name}, {format_date(hit.birth_date)}, {hit.number}"
        if row.command is not None:
            return name_of(row.command)
        return self.heading(row.heading) if row.kind is not RowKind.PERSON else ""

    def heading(self, heading: Heading | None) -> str:
        """The words between the rows."""
        return {
            Heading.PEOPLE: text.say("find.people"),
            Heading.RECENT: text.say("find.recent"),
            Heading.COMMANDS: text.say("find.commands"),
            Heading.NOTHING: text.say("find.nothing"),
            Heading.NOBODY_YET: text.say("find.nobody_yet"),
            None: "",
        }[heading]
