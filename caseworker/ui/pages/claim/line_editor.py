"""The fields of one line: those that its benefit needs, the others on demand."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from caseworker.ui.kit import text
from caseworker.ui.kit.elements import button, column, row
from caseworker.ui.kit.form.field import Control
from caseworker.ui.kit.form.pick_field import PickField
from caseworker.ui.kit.form.pick_list import PickItem
from caseworker.ui.kit.form.view import FormView
from caseworker.ui.kit.theme import Theme
from caseworker.ui.kit.tokens import Space
from caseworker.ui.pages.claim.fields import LINE, quantity_key
from caseworker.ui.pages.claim.form import LineForm
from caseworker.ui.pages.claim.line_fields import ALWAYS
from caseworker.wording.parse import Problem

Find = Callable[[str], Sequence[PickItem]]
_BENEFIT = "benefit"


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
        self.view = FormView(LINE, own={_BENEFIT: self.benefit})
        self.view.arrange((_BENEFIT, *ALWAYS))
        self.fields = self.view.fields
        self.all_fields: QPushButton = button("link", self._toggle)
        self.all_fields.setCheckable(True)
        self.setLayout(column(self.view, row(self.all_fields, None), gap=Space.SMALL))
        self.benefit.picked.connect(self.picked)
        self.view.edited.connect(self.edited)
        self.view.finished.connect(self.finished)
        self._put_texts()

    def _put_texts(self) -> None:
        text.follow(self.benefit.show_unlock, "claim.line.unlock")
        text.follow(self.fields["other_payments"].setToolTip, "claim.line.other_payments_tip")
        self.fields["currency"].show_example("CHF")
        self.fields["country"].show_example("CH")
        self.fields["invoice_language"].show_example("it")
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
        self.view.arrange((_BENEFIT, *names))
        text.follow(self.fields["quantity"].show_title, quantity_key(quantity))
        self.view.show_form(line, problems)

    def insist(self) -> Control | None:
        """Say at every field what is wrong or missing; the first where something is."""
        return self.view.insist()

    def focus_benefit(self) -> None:
        """Begin a line."""
        self.benefit.take_focus()

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
