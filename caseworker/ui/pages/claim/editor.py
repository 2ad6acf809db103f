"""The claim on the desk while it is worked on: one frozen form after another, every step undoable."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Any, TypeVar

from PySide6.QtCore import QObject

from caseworker.ui.kit.form.history import FormHistory
from caseworker.ui.pages.claim.form import (
    ClaimFields,
    ConsentForm,
    InvoiceForm,
    LineForm,
    TravelForm,
    following_line,
    with_benefit,
)

Part = TypeVar("Part", InvoiceForm, TravelForm, LineForm, ConsentForm)


class ClaimEditor(FormHistory[ClaimFields]):
    """The claim's form, the line that is looked at, and the way back.

    `taken` are the names of lines that are no longer open (decided ones): a new line takes none of them.
    """

    def __init__(
        self, form: ClaimFields, taken: frozenset[str] = frozenset(), parent: QObject | None = None
    ) -> None:
        super().__init__(form, form.lines[0].id if form.lines else "", parent)
        self.travel_benefits: Collection[str] = ()  # those of a line abroad
        self.taken = taken

    @property
    def line(self) -> LineForm | None:
        """The line that is looked at."""
        return self.form.line(self.selected)

    def edit_line(self, line_id: str, name: str, text: str) -> None:
        """Change one field of a line."""
        line = self.form.line(line_id)
        if line is not None and getattr(line, name) != text:
            self.take(self.form.with_line(_with(line, name, text)), line_id, f"line.{line_id}.{name}")

    def choose_benefit(self, line_id: str, benefit: str) -> None:
        """Give a line its benefit. Facts that were established stay: they are true whatever is claimed."""
        line = self.form.line(line_id)
        if line is not None and line.benefit != benefit:
            changed = self.form.with_line(with_benefit(self.form, line, benefit, self.travel_benefits))
            self.take(changed, line_id)

    def set_fact(self, line_id: str, fact: str, value: bool | None) -> None:
        """Say that a fact of a line is so, is not so, or is not known."""
        line = self.form.line(line_id)
        if line is None or line.facts.get(fact) is value:
            return
        facts = {name: known for name, known in line.facts.items() if name != fact}
        if value is not None:
            facts[fact] = value
        self.take(self.form.with_line(replace(line, facts=facts)), line_id)

    def edit_consent(self, line_id: str, name: str, text: str) -> None:
        """Enter the trusted doctor's answer as it was received, a field at a time."""
        line = self.form.line(line_id)
        if line is not None and getattr(line.consent, name) != text:
            consent = _with(line.consent, name, text)
            field = f"line.{line_id}.consent.{name}" if name != "decision" else ""
            self.take(self.form.with_line(replace(line, consent=consent)), line_id, field)

    def edit_invoice(self, name: str, text: str) -> None:
        """Change one field at the head of the invoice."""
        self.replace_invoice(_with(self.form.invoice, name, text), f"invoice.{name}")

    def replace_invoice(self, invoice: InvoiceForm, field: str = "") -> None:
        """Put another head on the invoice."""
        if invoice != self.form.invoice:
            self.take(replace(self.form, invoice=invoice), field=field)

    def edit_travel(self, name: str, text: str) -> None:
        """Change one field of the travel case."""
        self._take_travel(_with(self.form.travel, name, text), f"travel.{name}")

    def set_event_fact(self, fact: str, value: bool | None) -> None:
        """Say that a fact holds for the whole journey, does not, or is not known."""
        facts = {name: known for name, known in self.form.travel.facts.items() if name != fact}
        if value is not None:
            facts[fact] = value
        self._take_travel(replace(self.form.travel, facts=facts))

    def add_line(self) -> str:
        """A new line at the end, which is looked at from now on; its name."""
        line = following_line(self.form, self.form.next_id(self.taken))
        self.take(self.form.with_new_line(line), line.id)
        return line.id

    def duplicate_line(self, line_id: str) -> str | None:
        """The same line once more, below it. A consent without a name is one line's own and is not copied."""
        line = self.form.line(line_id)
        if line is None:
            return None
        consent = line.consent if line.consent.id else ConsentForm()
        copy = replace(line, id=self.form.next_id(self.taken), consent=consent)
        self.take(self.form.with_new_line(copy, after=line_id), copy.id)
        return copy.id

    def delete_line(self, line_id: str) -> None:
        """Take a line away; the one that moves up is looked at. The last line leaves an empty one."""
        at = self.form.index(line_id)
        if at < 0:
            return
        rest = self.form.without_line(line_id)
        if not rest.lines:
            rest = rest.with_new_line(LineForm(id=self.form.next_id(self.taken)))
        self.take(rest, rest.lines[min(at, len(rest.lines) - 1)].id)

    def insert_line(self, line: LineForm, at: int) -> None:
        """Put a line back where it stood, also in place of the empty one that the last line left."""
        lines = () if all(each.is_blank for each in self.form.lines) else self.form.lines
        self.take(replace(self.form, lines=(*lines[:at], line, *lines[at:])), line.id)

    def replace_form(self, form: ClaimFields, taken: frozenset[str] = frozenset()) -> None:
        """Show another claim or what the store holds by now; there is no way back over that."""
        self.taken = taken
        kept = self.selected if form.line(self.selected) else ""
        self.begin(form, kept or (form.lines[0].id if form.lines else ""))

    def _take_travel(self, travel: TravelForm, field: str = "") -> None:
        if travel != self.form.travel:
            self.take(replace(self.form, travel=travel), field=field)


def _with(form: Part, name: str, text: str) -> Part:
    values: dict[str, Any] = {name: text}
    return replace(form, **values)
