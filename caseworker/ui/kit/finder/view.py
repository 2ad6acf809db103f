"""The search as one sees it: a line to type in and the list below it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QWidget

from caseworker.ui.kit import text
from caseworker.ui.kit.elements import column, hairline, row
from caseworker.ui.kit.finder.delegate import FindDelegate
from caseworker.ui.kit.finder.model import FindModel
from caseworker.ui.kit.finder.source import FindSource
from caseworker.ui.kit.finder.state import FindState
from caseworker.ui.kit.icons import picture
from caseworker.ui.kit.theme import Theme
from caseworker.ui.kit.tokens import Space

if TYPE_CHECKING:
    from caseworker.services.people.rows import Found

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class FindView(QWidget):
    """`chosen` is sent after a person was opened or a command begun; `answered` when rows are up to date."""

    chosen = Signal()
    answered = Signal()

    def __init__(self, source: FindSource, theme: Theme) -> None:
        super().__init__()
        self._source, self._theme = source, theme
        self.state = FindState()
        self._opens_first = False
        self._sign = QLabel()
        self.line = QLineEdit()
        self.line.setProperty("role", "search")
        self.line.textChanged.connect(self._typed)
        self.line.returnPressed.connect(self.open_current)
        self.line.installEventFilter(self)
        self.model = FindModel()
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(FindDelegate(theme, self.model))
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._tallest = 0
        self.list.clicked.connect(self._clicked)
        self._rows = column(
            row(self._sign, self.line, gap=Space.MEDIUM, margins=(Space.LARGE, 0, Space.LARGE, 0)),
            hairline(),
            row(self.list, margins=(Space.SMALL, Space.TIGHT, Space.SMALL, Space.SMALL)),
            gap=0,
        )
        self.setLayout(self._rows)
        theme.changed.connect(self._dress)
        text.follow(self.line.setPlaceholderText, "find.example")
        text.follow(self.line.setAccessibleName, "find.line")
        text.follow(self.list.setAccessibleName, "find.found")
        text.rerun(self._dress)

    def fit(self, tallest: int) -> None:
        """Be as tall as the rows are, at most this many pixels."""
        self._tallest = tallest
        head = self.line.sizeHint().height() + Space.WIDE
        rows = sum(self.list.sizeHintForRow(number) for number in range(self.model.rowCount()))
        self.list.setFixedHeight(max(Space.PAGE, min(rows + Space.SMALL, tallest - head)))
        # At once: whoever holds this would else be told after its own fitting, one answer late.
        self._rows.activate()

    def begin(self) -> None:
        """Start again: nothing typed, the people seen last."""
        self.line.clear()
        self.state = FindState(commands=self._source.commands(""), recent=self.state.recent)
        self._show()
        self._source.recent(self._take_recent)

    def open_current(self) -> None:
        """Open the marked row; if its answer is still to come, the first row of it."""
        index = self.list.currentIndex()
        if self.state.is_waiting:
            self._opens_first = True
        elif index.isValid():
            self._open(index)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows move in the list while one types."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None:
                self._move(step)
                return True
        return super().eventFilter(watched, event)

    def _typed(self, line: str) -> None:
        typed = line.strip()
        self._opens_first = False
        self.state = self.state._replace(text=typed, commands=self._source.commands(typed))
        if typed:
            self._source.search(typed, self._taker(typed))
        else:
            self._show()

    def _taker(self, typed: str) -> Callable[[Sequence[Found]], None]:
        def take(hits: Sequence[Found]) -> None:
            if typed == self.state.text:
                self.state = self.state._replace(answered=typed, hits=hits)
                self._show()
                if self._opens_first:
                    self._opens_first = False
                    self.open_current()

        return take

    def _take_recent(self, hits: Sequence[Found]) -> None:
        self.state = self.state._replace(recent=hits)
        if not self.state.text:
            self._show()

    def _show(self) -> None:
        self.model.show_state(self.state)
        self._mark(self.model.first_choice())
        self.fit(self._tallest)
        self.answered.emit()

    def _move(self, step: int) -> None:
        at = self.list.currentIndex().row()
        for _ in range(abs(step)):
            at = self.model.next_choice(at, 1 if step > 0 else -1)
        self._mark(at)

    def _mark(self, number: int) -> None:
        index = self.model.index(number, 0)
        self.list.setCurrentIndex(index)
        if number <= 1:
            self.list.scrollToTop()

    def _clicked(self, index: QModelIndex) -> None:
        if self.model.row(index).is_choice:
            self._open(index)

    def _open(self, index: QModelIndex) -> None:
        row = self.model.row(index)
        self.chosen.emit()
        if row.found is not None:
            self._source.open(row.found.hit)
        elif row.command is not None:
            row.command.trigger()

    def _dress(self) -> None:
        self._sign.setPixmap(picture("find", self._theme.tokens.muted, 22))
        self.list.doItemsLayout()
        self.fit(self._tallest)
