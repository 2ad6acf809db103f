"""The trusted doctor's consent as it was received: the state, its validity, its highest cost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from caseworker.ui.kit import text
from caseworker.ui.kit.elements import button, column, label, row, set_tone
from caseworker.ui.kit.form.field import Field
from caseworker.ui.kit.form.grid import FieldGrid
from caseworker.ui.kit.tokens import Space
from caseworker.ui.pages.claim import words
from caseworker.ui.pages.claim.form import GRANTED, REFUSED, ConsentForm
from caseworker.wording.parse import Problem

_FIELDS = ("valid_from", "valid_until", "max_amount", "id")
_TONES = {"": "consent", GRANTED: "positive", REFUSED: "negative"}


class ConsentView(QWidget):
    """Shown where the benefit needs consent. `edited` carries the consent and the field."""

    edited = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self._consent = ConsentForm()
        self._title, self._state = label("strong", wrap=True), label("chip")
        self.choices: dict[str, QPushButton] = {}
        group = QButtonGroup(self)
        for code in ("", GRANTED, REFUSED):
            choice = button("segment", partial(self._choose, code))
            choice.setCheckable(True)
            group.addButton(choice)
            self.choices[code] = choice
        self.fields = {name: Field(right=name == "max_amount") for name in _FIELDS}
        for name, field in self.fields.items():
            field.edited.connect(lambda typed, n=name: self._edit(n, typed))
            field.entered.connect(lambda n=name: self._advance(n))
        self._details = FieldGrid(list(self.fields.values()))
        head = row(self._title, self._state, *self.choices.values(), gap=Space.SMALL)
        head.setStretch(0, 1)
        self.setLayout(column(head, self._details, gap=Space.SMALL))
        self._put_texts()

    def _put_texts(self) -> None:
        text.follow(self._title.setText, "words.medical_examiner_consent")
        text.follow(self.choices[""].setText, "claim.consent.none")
        text.follow(self.choices[GRANTED].setText, "claim.consent.granted")
        text.follow(self.choices[REFUSED].setText, "claim.consent.refused")
        text.follow(self.fields["valid_from"].show_title, "claim.consent.valid_from")
        text.follow(self.fields["valid_until"].show_title, "claim.consent.valid_until")
        text.follow(self.fields["max_amount"].show_title, "claim.consent.max_amount")
        text.follow(self.fields["id"].show_title, "claim.consent.id")

    def show_consent(self, consent: ConsentForm, problems: Mapping[str, Problem], waiting: bool) -> None:
        """Show the consent of a line; `waiting`: it is still owed, or not valid on the day."""
        self._consent = consent
        self.choices[consent.decision].setChecked(True)
        self._details.setVisible(consent.decision == GRANTED)
        self._state.setText(words.consent_state(consent.decision, waiting))
        set_tone(self._state, "consent" if waiting else _TONES[consent.decision])
        for name, field in self.fields.items():
            field.show_text(getattr(consent, name))
            field.show_problem(problems.get(f"consent.{name}"))

    def _choose(self, decision: str) -> None:
        self.edited.emit(replace(self._consent, decision=decision), "")

    def _edit(self, name: str, typed: str) -> None:
        values: dict[str, Any] = {name: typed}
        self.edited.emit(replace(self._consent, **values), name)

    def _advance(self, name: str) -> None:
        at = _FIELDS.index(name) + 1
        if at < len(_FIELDS):
            self.fields[_FIELDS[at]].entry.setFocus()
        else:
            self.focusNextChild()
