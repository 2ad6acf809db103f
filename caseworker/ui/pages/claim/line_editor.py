"""The fields of one line: those that its benefit needs, the others on demand."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from caseworker.ui.kit import text
from caseworker.ui.kit.elements import button, column, row
from caseworker.ui.kit.form import field_words
from caseworker.ui.kit.form.field import Field
from caseworker.ui.kit.form.grid import FieldGrid
from caseworker.ui.kit.form.pick_field import PickField
from caseworker.ui.kit.form.pick_list import PickItem
from caseworker.ui.kit.theme import Theme
from caseworker.ui.kit.tokens import Space
from caseworker.ui.pages.claim.form import LineForm
from caseworker.ui.pages.claim.line_fields import ALWAYS, OTHERS
from caseworker.wording.parse import Problem

Find = Callable[[str], Sequence[PickItem]]
_AMOUNTS = frozenset(
    {"charged", "other_payments", "tariff_amount", "assessed_amount", "rate", "quantity", "bmi"}
)
_DATES = ("first", "last", "received", "treatment_start", "child_birth_date", "return_reasonable_from")


class LineEditor(QWidget):
    """`edited` carries a field and its text, `picked` a benefit, `finished` says that the last field was left
    with Enter, `more` that all fields are wanted or no longer."""

    edited = Signal(str, str)
    picked = Signal(str)
    finished = Signal()
    more = Signal(bool)

    def __init__(self, theme: Theme, find: Find, find_all: Find) -> None:
        super().__init__()
        self.benefit = PickField(theme, find, find_all)
        self.fields: dict[str, Field] = {name: Field(right=name in _AMOUNTS) for name in (*ALWAYS, *OTHERS)}
        self._order: tuple[str, ...] = ()
        self._grid = FieldGrid(list(self.fields.values()))
        self._grid.show_fields(())
        self.all_fields: QPushButton = button("link", self._toggle)
        self.all_fields.setCheckable(True)
        # Tab goes in the order in which they become children; hidden ones are passed over.
        for part in (self.benefit, self._grid, self.all_fields):
            part.setParent(self)
        self.setLayout(column(self.benefit, self._grid, row(self.all_fields, None), gap=Space.SMALL))
        self.benefit.picked.connect(self.picked)
        self.benefit.entered.connect(lambda: self._advance("benefit"))
        for name, field in self.fields.items():
            field.edited.connect(lambda typed, n=name: self.edited.emit(n, typed))
            field.entered.connect(lambda n=name: self._advance(n))
        self._put_texts()

    def _put_texts(self) -> None:
        text.follow(self.benefit.show_title, "words.benefit")
        text.follow(self.benefit.show_example, "claim.line.search")
        text.follow(self.benefit.show_unlock, "claim.line.unlock")
        for name, field in self.fields.items():
            text.follow(field.show_title, field_words.line_key(name))
        text.follow(self.fields["other_payments"].setToolTip, "claim.line.other_payments_tip")
        self.fields["currency"].show_example("CHF")
        self.fields["country"].show_example("CH")
        self.fields["invoice_language"].show_example("it")
        for name in _DATES:
            text.follow(self.fields[name].show_example, "claim.example.day")
        text.rerun(self._show_more)

    def show_line(
        self,
        line: LineForm,
        benefit: str,
        names: tuple[str, ...],
        problems: Mapping[str, Problem],
        quantity: str | None,
    ) -> None:
        """Show a line: the benefit's name, the fields it needs and what is wrong with them."""
        self.benefit.show_chosen(benefit)
        self.benefit.show_problem(problems.get("benefit"))
        if names != self._order:
            self._arrange(names)
        text.follow(self.fields["quantity"].show_title, field_words.quantity_key(quantity))
        for name in names:
            self.fields[name].show_text(getattr(line, name))
            self.fields[name].show_problem(problems.get(name))

    def insist(self) -> None:
        """Say at every field what is wrong or missing."""
        for field in (self.benefit, *(self.fields[name] for name in self._order)):
            field.insist()

    def focus_benefit(self) -> None:
        """Begin a line."""
        self.benefit.entry.setFocus(Qt.FocusReason.TabFocusReason)
        self.benefit.entry.selectAll()

    def show_all(self, wanted: bool) -> None:
        """Whether all fields are in sight."""
        self.all_fields.setChecked(wanted)
        self._show_more()

    def _toggle(self) -> None:
        self._show_more()
        self.more.emit(self.all_fields.isChecked())

    def _show_more(self) -> None:
        shown = self.all_fields.isChecked()
        self.all_fields.setText(text.say("claim.line.fewer") if shown else text.say("claim.line.more"))

    def _arrange(self, names: tuple[str, ...]) -> None:
        self._order = names
        self._grid.show_fields([self.fields[name] for name in names])

    def _advance(self, name: str) -> None:
        order = ("benefit", *self._order)
        at = order.index(name) + 1
        if at >= len(order):
            self.finished.emit()
            return
        entry = self.fields[order[at]].entry
        entry.setFocus(Qt.FocusReason.TabFocusReason)
        entry.selectAll()
