"""Who this is to the conditions: phases, premium band, Denta, other products (art. 2.2, 3, 3a, 5a, 8.2)."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from caseworker.ui.kit import forms, words
from caseworker.ui.kit.elements import column, label, row
from caseworker.ui.kit.theme import Theme
from caseworker.ui.kit.tokens import Space
from caseworker.ui.pages.person.dossier import CoverLine, PersonView
from caseworker.ui.pages.person.phases import PhaseStrip


class _Fact(QWidget):
    """A title, a value, and what comes next."""

    def __init__(self) -> None:
        super().__init__()
        self._title, self._value, self._more = label("small"), label("strong"), label("small")
        self.setLayout(column(self._title, self._value, self._more, gap=0))

    def show_fact(self, title: str, value: str, more: str) -> None:
        self._title.setText(title)
        self._value.setText(value)
        self._more.setText(more)


class ProfileStrip(QWidget):
    """The phases as a strip, the rest beside it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.phases = PhaseStrip(theme)
        self._band, self._term, self._denta, self._others = _Fact(), _Fact(), _Fact(), _Fact()
        layout = row(self.phases, self._band, self._term, self._denta, self._others, gap=Space.LARGE)
        layout.setStretch(0, 1)
        self.setLayout(layout)

    def show_view(self, view: PersonView) -> None:
        """Show what holds on the day looked at."""
        self.phases.show_phases(view.phases)
        more = ""
        if view.next_band is not None:
            more = self.tr("{0} from {1}").format(view.next_band[0].replace("-", "–"), view.next_band[1].year)
        self._band.show_fact(self.tr("Premium band"), view.premium_band.replace("-", "–"), more)
        self._term.show_fact(self.tr("Contract term"), *self._term_text(view))
        self._denta.show_fact("Denta", *self._denta_text(view))
        self._others.show_fact("Comforta", *self._ward_text(view))

    def _term_text(self, view: PersonView) -> tuple[str, str]:
        held = _held(view, "mivita")
        if held is None:
            return forms.NOT_RECORDED, ""
        years = self.tr("1 year") if held.term_years == 1 else self.tr("{0} years").format(held.term_years)
        return years, self.tr("since {0}").format(forms.day(held.first))

    def _denta_text(self, view: PersonView) -> tuple[str, str]:
        held = _held(view, "denta")
        if view.denta == "included":
            return self.tr("included"), self.tr("comes with Mivita")
        if held is not None:
            return self.tr("kept"), forms.span(held.first, held.last)
        return self.tr("not held"), self.tr("on request") if view.denta else ""

    def _ward_text(self, view: PersonView) -> tuple[str, str]:
        held = _held(view, "comforta")
        if held is None:
            return self.tr("not held"), ""
        return words.ward(held.tier), forms.span(held.first, held.last)


def _held(view: PersonView, product: str) -> CoverLine | None:
    return next(
        (
            c
            for c in view.covers
            if c.product == product and c.first <= view.as_of and (c.last is None or c.last >= view.as_of)
        ),
        None,
    )
