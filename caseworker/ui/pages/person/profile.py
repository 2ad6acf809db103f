"""Who this is to the conditions: phases, premium band, Denta, other products (art. 2.2, 3, 3a, 5a, 8.2)."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from caseworker.models.people.rows import CoverageRow
from caseworker.services.people.rows import Overview
from caseworker.ui.kit import text, words
from caseworker.ui.kit.elements import column, label, row
from caseworker.ui.kit.theme import Theme
from caseworker.ui.kit.tokens import Space
from caseworker.ui.pages.person.phases import PhaseStrip
from caseworker.wording.format import NOT_RECORDED, format_date, format_span


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

    def show_view(self, view: Overview) -> None:
        """Show what holds on the day looked at."""
        self.phases.show_phases(view.phases)
        more = ""
        if view.next_band is not None:
            more = text.say(
                "person.band_from", band=view.next_band[0].replace("-", "–"), year=view.next_band[1].year
            )
        self._band.show_fact(text.say("person.premium_band"), view.premium_band.replace("-", "–"), more)
        self._term.show_fact(text.say("person.term"), *self._term_text(view))
        self._denta.show_fact("Denta", *self._denta_text(view))
        self._others.show_fact("Comforta", *self._ward_text(view))

    def _term_text(self, view: Overview) -> tuple[str, str]:
        held = _held(view, "mivita")
        if held is None:
            return NOT_RECORDED, ""
        years = text.say_count("words.years", held.term_years)
        return years, text.say("person.since", day=format_date(held.first))

    def _denta_text(self, view: Overview) -> tuple[str, str]:
        held = _held(view, "denta")
        if view.denta == "included":
            return text.say("person.denta.included"), text.say("person.denta.with_mivita")
        if held is not None:
            return text.say("person.denta.kept"), format_span(held.first, held.last)
        return text.say("person.not_held"), text.say("person.denta.on_request") if view.denta else ""

    def _ward_text(self, view: Overview) -> tuple[str, str]:
        held = _held(view, "comforta")
        if held is None:
            return text.say("person.not_held"), ""
        return words.ward(held.tier), format_span(held.first, held.last)


def _held(view: Overview, product: str) -> CoverageRow | None:
    return next(
        (
            c
            for c in view.covers
            if c.product == product and c.first <= view.as_of and (c.last is None or c.last >= view.as_of)
        ),
        None,
    )
