"""The travel case: what happened, on what journey, and when the emergency centre was told (art. 35 to 44)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caseworker.rules.case import Travel
from caseworker.ui.kit import text
from caseworker.ui.kit.cards.link import OpenArticle
from caseworker.ui.kit.elements import column
from caseworker.ui.kit.form.field import Choice, Field
from caseworker.ui.kit.form.grid import FieldGrid
from caseworker.ui.kit.theme import Theme
from caseworker.ui.kit.tokens import Space
from caseworker.ui.pages.claim import words
from caseworker.ui.pages.claim.facts_view import FactItem, FactsView
from caseworker.ui.pages.claim.form import TravelForm
from caseworker.wording.parse import Problem

EVENTS = ("illness", "accident", "maternity", "death")
TRIPS = ("holiday", "business", "other")
_CHOICES = ("event", "trip")
_ORDER = (
    "event", "trip", "country", "event_id",
    "event_at", "notified_at", "treatment_start", "return_reasonable_from", "reduction",
)  # fmt: skip


class TravelView(QWidget):
    """`edited` carries the travel case and the field, `chosen` a fact of the event and its answer, `finished`
    that Enter was pressed in the last field."""

    edited = Signal(object, str)
    chosen = Signal(str, object)
    finished = Signal()

    def __init__(self, theme: Theme, wanted: OpenArticle) -> None:
        super().__init__()
        self._travel = TravelForm()
        self.choices = {name: Choice() for name in _CHOICES}
        self.fields = {name: Field(right=name == "reduction") for name in _ORDER if name not in _CHOICES}
        self.facts = FactsView(theme, wanted, tells_keys=False)
        self.facts.chosen.connect(self.chosen)
        self.facts.finished.connect(self.finished)
        grid = FieldGrid([self._widget(name) for name in _ORDER])
        self.setLayout(column(grid, self.facts, gap=Space.MEDIUM))
        self._connect()
        self._put_texts()
        text.rerun(self._say_choices)

    def _put_texts(self) -> None:
        text.follow(self.choices["event"].show_title, "claim.travel.what_happened")
        text.follow(self.choices["trip"].show_title, "claim.travel.journey")
        text.follow(self.fields["country"].show_title, "claim.line.country")
        text.follow(self.fields["event_id"].show_title, "claim.travel.event_id")
        text.follow(self.fields["event_id"].show_example, "claim.travel.event_id_example")
        text.follow(self.fields["event_at"].show_title, "claim.travel.event_at")
        text.follow(self.fields["treatment_start"].show_title, "claim.line.treatment_start")
        text.follow(self.fields["return_reasonable_from"].show_title, "claim.line.return_reasonable_from")
        text.follow(self.fields["reduction"].show_title, "claim.travel.reduction")
        for name in ("event_at", "notified_at"):
            text.follow(self.fields[name].show_example, "claim.example.time")

    def show_travel(
        self,
        form: TravelForm,
        travel: Travel | None,
        problems: Mapping[str, Problem],
        facts: Sequence[FactItem],
    ) -> None:
        """Show the travel case, what is wrong with it, and what is asked of the whole event."""
        self._travel = form
        for name, choice in self.choices.items():
            choice.show_code(getattr(form, name))
        for name, field in self.fields.items():
            field.show_text(getattr(form, name))
            field.show_problem(problems.get(name))
        self._show_hours(_between(travel))
        self.facts.show_items(facts)

    def insist(self) -> None:
        """Say at every field what is wrong or missing."""
        for field in self.fields.values():
            field.insist()

    def _say_choices(self) -> None:
        self.choices["event"].show_choices([("", ""), *((code, words.event(code)) for code in EVENTS)])
        self.choices["trip"].show_choices([("", ""), *((code, words.trip(code)) for code in TRIPS)])
        self._show_hours("")

    def _show_hours(self, hint: str) -> None:
        self.fields["notified_at"].show_title(text.say("claim.travel.notified_at"), hint)

    def _widget(self, name: str) -> QWidget:
        return self.choices[name] if name in _CHOICES else self.fields[name]

    def _connect(self) -> None:
        for name, choice in self.choices.items():
            choice.chosen.connect(lambda code, n=name: self._edit(n, code))
        for name, field in self.fields.items():
            field.edited.connect(lambda typed, n=name: self._edit(n, typed))
            field.entered.connect(lambda n=name: self._advance(n))

    def _edit(self, name: str, typed: str) -> None:
        values: dict[str, Any] = {name: typed}
        self.edited.emit(replace(self._travel, **values), name)

    def _advance(self, name: str) -> None:
        at = _ORDER.index(name) + 1
        if at < len(_ORDER):
            _focus(self._widget(_ORDER[at])).setFocus(Qt.FocusReason.TabFocusReason)
        elif not self.facts.focus_first():
            self.finished.emit()


def _focus(widget: QWidget) -> QWidget:
    return widget.focusProxy() or widget


def _between(travel: Travel | None) -> str:
    if travel is None or travel.event_at is None or travel.notified_at is None:
        return ""
    return words.hours_between(int((travel.notified_at - travel.event_at).total_seconds()) // 60)
