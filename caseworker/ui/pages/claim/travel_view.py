"""The travel case: what happened, on what journey, and when the emergency centre was told (art. 35 to 44)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caseworker.rules.case import Travel
from caseworker.ui.kit import text
from caseworker.ui.kit.cards.link import OpenArticle
from caseworker.ui.kit.elements import column
from caseworker.ui.kit.form.field import Control
from caseworker.ui.kit.form.view import FormView
from caseworker.ui.kit.theme import Theme
from caseworker.ui.kit.tokens import Space
from caseworker.ui.pages.claim import words
from caseworker.ui.pages.claim.facts_view import FactItem, FactsView
from caseworker.ui.pages.claim.fields import TRAVEL
from caseworker.ui.pages.claim.form import TravelForm
from caseworker.wording.parse import Problem


class TravelView(QWidget):
    """`edited` carries a field and what was entered, `chosen` a fact of the event and its answer, `finished`
    that Enter was pressed in the last field."""

    edited = Signal(str, str)
    chosen = Signal(str, object)
    finished = Signal()

    def __init__(self, theme: Theme, wanted: OpenArticle) -> None:
        super().__init__()
        self.view = FormView(TRAVEL)
        self.fields, self.choices = self.view.fields, self.view.choices
        self.facts = FactsView(theme, wanted, tells_keys=False)
        self.setLayout(column(self.view, self.facts, gap=Space.MEDIUM))
        self.view.edited.connect(self.edited)
        self.view.finished.connect(self._after_fields)
        self.facts.chosen.connect(self.chosen)
        self.facts.finished.connect(self.finished)

    def show_travel(
        self,
        form: TravelForm,
        travel: Travel | None,
        problems: Mapping[str, Problem],
        facts: Sequence[FactItem],
    ) -> None:
        """Show the travel case, what is wrong with it, and what is asked of the whole event."""
        self.view.show_form(form, problems)
        self.fields["notified_at"].show_title(text.say("claim.travel.notified_at"), _between(travel))
        self.facts.show_items(facts)

    def insist(self) -> Control | None:
        """Say at every field what is wrong or missing; the first where something is."""
        return self.view.insist()

    def _after_fields(self) -> None:
        if not self.facts.focus_first():
            self.finished.emit()


def _between(travel: Travel | None) -> str:
    if travel is None or travel.event_at is None or travel.notified_at is None:
        return ""
    return words.hours_between(int((travel.notified_at - travel.event_at).total_seconds()) // 60)
