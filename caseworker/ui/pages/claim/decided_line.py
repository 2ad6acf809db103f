"""A decided line: frozen, with its decision, its letter, and the way to take it back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caseworker.models.claims.rows import DecisionRow
from caseworker.ui.kit import text
from caseworker.ui.kit.elements import button, column, label, row
from caseworker.ui.kit.house import day_of
from caseworker.ui.kit.tokens import Space
from caseworker.wording.format import format_chf, format_date


class FrozenView(QWidget):
    """`letter_wanted` and `reversal_wanted` carry the decision's number."""

    letter_wanted = Signal(str)
    reversal_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._number = ""
        self._title, self._about = label("lead"), label("muted", wrap=True)
        self.letter = button("", lambda: self.letter_wanted.emit(self._number))
        self.take_back = button("", lambda: self.reversal_wanted.emit(self._number))
        buttons = row(self.letter, self.take_back, None, gap=Space.SMALL)
        self.setLayout(column(self._title, self._about, buttons, gap=Space.SMALL))
        self._put_texts()

    def _put_texts(self) -> None:
        text.follow(self.letter.setText, "words.letter")
        text.follow(self.take_back.setText, "claim.decided_line.reverse")

    def show_line(self, line: str, outcome: str, amount: int, decision: DecisionRow) -> None:
        """Show what was decided on a line."""
        self._number = decision.number
        title = text.say("claim.decided_line.title", line=line, outcome=outcome, amount=format_chf(amount))
        self._title.setText(title)
        about = text.say(
            "claim.decided_line.about",
            day=format_date(day_of(decision.at)),
            by=decision.by,
            decision=decision.number,
            letter=decision.letter_number,
        )
        self._about.setText(about)
