"""The head of the invoice: who wrote it, when, what for, and who is paid."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from caseworker.ui.kit import text
from caseworker.ui.kit.form.field import Field
from caseworker.ui.kit.form.pick_field import PickField
from caseworker.ui.kit.form.pick_list import PickItem
from caseworker.ui.kit.theme import Theme
from caseworker.ui.kit.tokens import Space
from caseworker.ui.pages.claim.form import InvoiceForm
from caseworker.wording.parse import Problem

_ORDER = ("provider_name", "invoice_number", "invoice_date", "received")
_PLACES = {
    "provider_name": (0, 0, 3),
    "invoice_number": (0, 3, 2),
    "invoice_date": (0, 5, 2),
    "received": (0, 7, 2),
}


class InvoiceView(QWidget):
    """`edited` carries the invoice and the field, `provider_picked` a provider's code, `finished` that the
    last field was left with Enter."""

    edited = Signal(object, str)
    provider_picked = Signal(str)
    finished = Signal()

    def __init__(self, theme: Theme, find: Callable[[str], Sequence[PickItem] | None]) -> None:
        super().__init__()
        self._invoice = InvoiceForm()
        self.provider = PickField(theme, find)
        self.fields: dict[str, Field] = {name: Field() for name in _ORDER if name != "provider_name"}
        self.fields["provider_name"] = self.provider
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.MEDIUM)
        grid.setVerticalSpacing(Space.SMALL)
        for name in _ORDER:
            self.fields[name].setParent(self)
        for name, (at_row, at_column, span) in _PLACES.items():
            grid.addWidget(self.fields[name], at_row, at_column, 1, span, Qt.AlignmentFlag.AlignTop)
        for at in range(9):
            grid.setColumnStretch(at, 1)
        for name in _ORDER:
            field = self.fields[name]
            if field is not self.provider:
                field.edited.connect(lambda typed, n=name: self._edit(n, typed))
            field.entered.connect(lambda n=name: self._advance(n))
        self.provider.picked.connect(self.provider_picked)
        self._put_texts()

    def _put_texts(self) -> None:
        text.follow(self.provider.show_title, "words.provider")
        text.follow(self.provider.show_example, "claim.invoice.provider_example")
        text.follow(self.fields["invoice_number"].show_title, "claim.invoice.number")
        text.follow(self.fields["invoice_date"].show_title, "claim.invoice.date")
        text.follow(self.fields["received"].show_title, "claim.invoice.received")
        for name in ("invoice_date", "received"):
            text.follow(self.fields[name].show_example, "claim.example.day")

    def show_invoice(self, invoice: InvoiceForm, problems: Mapping[str, Problem]) -> None:
        """Show the head of the invoice and what is wrong with it."""
        self._invoice = invoice
        self.provider.show_chosen(invoice.provider_name)
        for name, field in self.fields.items():
            if field is not self.provider:
                field.show_text(getattr(invoice, name))
                field.show_problem(problems.get(name))

    def _edit(self, name: str, typed: str) -> None:
        values: dict[str, Any] = {name: typed}
        self.edited.emit(replace(self._invoice, **values), name)

    def _advance(self, name: str) -> None:
        at = _ORDER.index(name) + 1
        if at >= len(_ORDER):
            self.finished.emit()
            return
        entry = self.fields[_ORDER[at]].entry
        entry.setFocus(Qt.FocusReason.TabFocusReason)
        entry.selectAll()
