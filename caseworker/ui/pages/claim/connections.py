"""From the hands to the board: what each part of the left side means for the claim."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from caseworker.ui.pages.claim.assessment import LiveAssessment
from caseworker.ui.pages.claim.entry_panel import EntryPanel
from caseworker.ui.pages.claim.provider_search import NEW_PROVIDER, ProviderLookup

if TYPE_CHECKING:
    from collections.abc import Callable


class Connections(QObject):
    """Hands edits to the board, and lets Enter lead from one part of the page to the next."""

    def __init__(
        self,
        entry: EntryPanel,
        live: LiveAssessment,
        providers: ProviderLookup,
        pick_line: Callable[[str], None],
    ) -> None:
        super().__init__(entry)
        self._entry, self._live, self._providers, self._pick_line = entry, live, providers, pick_line
        entry.invoice.edited.connect(live.board.edit_invoice)
        entry.invoice.provider_picked.connect(self._provider)
        entry.invoice.provider.typed.connect(self._provider_typed)
        entry.invoice.finished.connect(self._after_invoice)
        entry.travel.edited.connect(live.board.edit_travel)
        entry.travel.chosen.connect(lambda fact, value: live.board.set_event_fact(fact, value))
        entry.travel.finished.connect(entry.editor.focus_benefit)
        entry.lines.picked.connect(pick_line)
        entry.lines.entered.connect(entry.editor.focus_benefit)
        entry.editor.edited.connect(lambda name, text: live.board.edit_line(live.board.selected, name, text))
        entry.editor.picked.connect(lambda code: live.board.choose_benefit(live.board.selected, code))
        entry.editor.finished.connect(self._after_fields)
        entry.consent.edited.connect(
            lambda name, text: live.board.edit_consent(live.board.selected, name, text)
        )
        entry.facts.chosen.connect(lambda fact, value: live.board.set_fact(live.board.selected, fact, value))
        entry.facts.finished.connect(self._after_line)

    def _provider(self, code: str) -> None:
        invoice = self._live.board.form.invoice
        if code.startswith(NEW_PROVIDER):
            name, kind = self._entry.invoice.provider.entry.text(), code.removeprefix(NEW_PROVIDER)
            chosen = replace(invoice, provider="", provider_name=name, provider_kind=kind)
        else:
            name = self._providers.found[code]
            chosen = replace(invoice, provider=code, provider_name=name, provider_kind="")
        self._live.board.replace_invoice(chosen)

    def _provider_typed(self, text: str) -> None:
        """A name that was typed and left is kept as a new provider's; nothing typed, no provider."""
        invoice = replace(self._live.board.form.invoice, provider="", provider_name=text, provider_kind="")
        self._live.board.replace_invoice(invoice)

    def _after_invoice(self) -> None:
        if self._entry.editor.isVisible():
            self._entry.editor.focus_benefit()
        else:
            self._entry.lines.setFocus()

    def _after_fields(self) -> None:
        if not self._entry.facts.focus_first():
            self._after_line()

    def _after_line(self) -> None:
        """On to the next line; behind the last one waits the button for a new one."""
        lines = self._live.board.form.lines
        at = self._live.board.form.index(self._live.board.selected) + 1
        if at < len(lines):
            self._pick_line(lines[at].id)
            self._entry.editor.focus_benefit()
        else:
            self._entry.add.setFocus()
