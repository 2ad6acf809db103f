"""The head of the invoice: who wrote it, when, what for, and who is paid."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Signal

from caseworker.ui.kit.form.pick_field import PickField
from caseworker.ui.kit.form.pick_list import PickItem
from caseworker.ui.kit.form.view import FormView
from caseworker.ui.kit.theme import Theme
from caseworker.ui.pages.claim.fields import INVOICE
from caseworker.ui.pages.claim.form import InvoiceForm
from caseworker.wording.parse import Problem

_COLUMNS = 9


class InvoiceView(FormView):
    """`provider_picked` carries a provider's code."""

    provider_picked = Signal(str)

    def __init__(self, theme: Theme, find: Callable[[str], Sequence[PickItem] | None]) -> None:
        provider = PickField(theme, find)
        super().__init__(INVOICE, columns=_COLUMNS, own={"provider_name": provider})
        self.provider = provider
        provider.picked.connect(self.provider_picked)

    def show_invoice(self, invoice: InvoiceForm, problems: Mapping[str, Problem]) -> None:
        """Show the head of the invoice and what is wrong with it."""
        self.provider.show_chosen(invoice.provider_name)
        self.show_form(invoice, problems)
