"""The claim on the desk while it is worked on: one frozen form after another, every step undoable."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from caseworker.ui.pages.claim.form import (
    ClaimFields,
    ConsentForm,
    InvoiceForm,
    LineForm,
    TravelForm,
    following_line,
    with_benefit,
)

_MERGES = 1
_Place = tuple[ClaimFields, str]  # the form and the line looked at


class _Step(QUndoCommand):
    """From one form to the next. Typing on in the same field makes one step."""

    def __init__(self, board: ClaimEditor, before: _Place, after: _Place, field: str) -> None:
        super().__init__()
        self._board = board
        self._before = before
        self._after = after
        self._field = field

    def id(self) -> int:
        """Steps of one kind may be merged; which do is decided in mergeWith."""
        return _MERGES

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take a later step of the same field in."""
        if not isinstance(other, _Step) or not self._field or other._field != self._field:
            return False
        self._after = other._after
        return True

    def redo(self) -> None:
        """Go to the later form."""
        self._board._show(self._after)

    def undo(self) -> None:
        """Go back to the earlier form."""
        self._board._show(self._before)


class ClaimEditor(QObject):
    """The form, the line that is looked at, and the way back.

    `changed` is sent after every change of the form, `selected_changed` when another line is looked at.
    `taken` are the names of lines that are no longer open (decided ones): a new line takes none of them.
    """

    changed = Signal()
    selected_changed = Signal()

    def __init__(
        self, form: ClaimFields, taken: frozenset[str] = frozenset(), parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.travel_benefits: Collection[str] = ()  # those of a line abroad
        self.form = form
        self.selected = form.lines[0].id if form.lines else ""
        self.taken = taken
        self.steps = QUndoStack(self)

    @property
    def line(self) -> LineForm | None:
        """The line that is looked at."""
        return self.form.line(self.selected)

    def select(self, line_id: str) -> None:
        """Look at another line."""
        if line_id != self.selected:
            self.selected = line_id
            self.selected_changed.emit()

    def edit_line(self, line_id: str, name: str, text: str) -> None:
        """Change one field of a line."""
        line = self.form.line(line_id)
        if line is not None and getattr(line, name) != text:
            values: dict[str, Any] = {name: text}
            self._take(self.form.with_line(replace(line, **values)), line_id, f"line.{line_id}.{name}")

    def choose_benefit(self, line_id: str, benefit: str) -> None:
        """Give a line its benefit. Facts that were established stay: they are true whatever is claimed."""
        line = self.form.line(line_id)
        if line is not None and line.benefit != benefit:
            changed = self.form.with_line(with_benefit(self.form, line, benefit, self.travel_benefits))
            self._take(changed, line_id)

    def set_fact(self, line_id: str, fact: str, value: bool | None) -> None:
        """Say that a fact of a line is so, is not so, or is not known."""
        line = self.form.line(line_id)
        if line is None or line.facts.get(fact) is value:
            return
        facts = {name: known for name, known in line.facts.items() if name != fact}
        if value is not None:
            facts[fact] = value
        self._take(self.form.with_line(replace(line, facts=facts)), line_id)

    def edit_consent(self, line_id: str, consent: ConsentForm, name: str = "") -> None:
        """Enter the trusted doctor's answer as it was received."""
        line = self.form.line(line_id)
        if line is not None and line.consent != consent:
            field = f"line.{line_id}.consent.{name}" if name else ""
            self._take(self.form.with_line(replace(line, consent=consent)), line_id, field)

    def edit_invoice(self, invoice: InvoiceForm, name: str = "") -> None:
        """Change the head of the invoice."""
        if invoice != self.form.invoice:
            self._take(replace(self.form, invoice=invoice), self.selected, name and f"invoice.{name}")

    def edit_travel(self, travel: TravelForm, name: str = "") -> None:
        """Change the travel case."""
        if travel != self.form.travel:
            self._take(replace(self.form, travel=travel), self.selected, name and f"travel.{name}")

    def set_event_fact(self, fact: str, value: bool | None) -> None:
        """Say that a fact holds for the whole journey, does not, or is not known."""
        facts = {name: known for name, known in self.form.travel.facts.items() if name != fact}
        if value is not None:
            facts[fact] = value
        self.edit_travel(replace(self.form.travel, facts=facts))

    def add_line(self) -> str:
        """A new line at the end, which is looked at from now on; its name."""
        line = following_line(self.form, self.form.next_id(self.taken))
        self._take(self.form.with_new_line(line), line.id)
        return line.id

    def duplicate_line(self, line_id: str) -> str | None:
        """The same line once more, below it. A consent without a name is one line's own and is not copied."""
        line = self.form.line(line_id)
        if line is None:
            return None
        consent = line.consent if line.consent.id else ConsentForm()
        copy = replace(line, id=self.form.next_id(self.taken), consent=consent)
        self._take(self.form.with_new_line(copy, after=line_id), copy.id)
        return copy.id

    def delete_line(self, line_id: str) -> None:
        """Take a line away; the one that moves up is looked at. The last line leaves an empty one."""
        at = self.form.index(line_id)
        if at < 0:
            return
        rest = self.form.without_line(line_id)
        if not rest.lines:
            rest = rest.with_new_line(LineForm(id=self.form.next_id(self.taken)))
        self._take(rest, rest.lines[min(at, len(rest.lines) - 1)].id)

    def replace_form(self, form: ClaimFields, taken: frozenset[str] = frozenset()) -> None:
        """Show another claim or what the store holds by now; there is no way back over that."""
        self.steps.clear()
        self.taken = taken
        kept = self.selected if form.line(self.selected) else ""
        self._show((form, kept or (form.lines[0].id if form.lines else "")))

    def _take(self, form: ClaimFields, selected: str, field: str = "") -> None:
        self.steps.push(_Step(self, (self.form, self.selected), (form, selected), field))

    def _show(self, place: _Place) -> None:
        self.form, selected = place
        moved = selected != self.selected
        self.selected = selected
        if moved:
            self.selected_changed.emit()
        self.changed.emit()
