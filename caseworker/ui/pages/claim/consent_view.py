"""The trusted doctor's consent as it was received: the state, its validity, its highest cost."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from caseworker.ui.kit import text
from caseworker.ui.kit.elements import button, column, label, row, set_tone
from caseworker.ui.kit.form.field import Control
from caseworker.ui.kit.form.view import FormView
from caseworker.ui.kit.tokens import Space
from caseworker.ui.pages.claim import words
from caseworker.ui.pages.claim.fields import CONSENT
from caseworker.ui.pages.claim.form import GRANTED, REFUSED, ConsentForm
from caseworker.wording.parse import Problem

_TONES = {"": "consent", GRANTED: "positive", REFUSED: "negative"}


class ConsentView(QWidget):
    """Shown where the benefit needs consent. `edited` carries a field and what was entered."""

    edited = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._title, self._state = label("strong", wrap=True), label("chip")
        self.choices: dict[str, QPushButton] = {}
        group = QButtonGroup(self)
        for code in ("", GRANTED, REFUSED):
            choice = button("segment", partial(self._choose, code))
            choice.setCheckable(True)
            group.addButton(choice)
            self.choices[code] = choice
        self.view = FormView(CONSENT)
        self.fields = self.view.fields
        self.view.edited.connect(self.edited)
        self.view.finished.connect(self.focusNextChild)
        head = row(self._title, self._state, *self.choices.values(), gap=Space.SMALL)
        head.setStretch(0, 1)
        self.setLayout(column(head, self.view, gap=Space.SMALL))
        self._put_texts()

    def _put_texts(self) -> None:
        text.follow(self._title.setText, "words.medical_examiner_consent")
        text.follow(self.choices[""].setText, "claim.consent.none")
        text.follow(self.choices[GRANTED].setText, "claim.consent.granted")
        text.follow(self.choices[REFUSED].setText, "claim.consent.refused")

    def show_consent(self, consent: ConsentForm, problems: Mapping[str, Problem], waiting: bool) -> None:
        """Show the consent of a line; `waiting`: it is still owed, or not valid on the day."""
        self.choices[consent.decision].setChecked(True)
        self.view.setVisible(consent.decision == GRANTED)
        self._state.setText(words.consent_state(consent.decision, waiting))
        set_tone(self._state, "consent" if waiting else _TONES[consent.decision])
        self.view.show_form(consent, problems, prefix="consent.")

    def insist(self) -> Control | None:
        """Say at every field what is wrong; the first where something is."""
        return self.view.insist() if self.view.isVisibleTo(self) else None

    def _choose(self, decision: str) -> None:
        self.edited.emit("decision", decision)
