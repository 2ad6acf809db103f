"""Brings what stands on the board and what was judged of it into sight."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from caseworker.models.claims.rows import LineRow
from caseworker.rules.asking import Asked
from caseworker.rules.finding import LineFinding
from caseworker.rules.limit_use import booked
from caseworker.rules.vocabulary import Outcome
from caseworker.ui.kit.house import day_of
from caseworker.ui.pages.claim import words
from caseworker.ui.pages.claim.assessment import LineState, LiveAssessment
from caseworker.ui.pages.claim.entry_panel import EntryPanel
from caseworker.ui.pages.claim.facts_view import FactItem
from caseworker.ui.pages.claim.line_fields import shown_fields
from caseworker.ui.pages.claim.presenter import Presenter
from caseworker.ui.pages.claim.result_panel import ResultPanel
from caseworker.ui.pages.claim.result_view import ResultView
from caseworker.ui.pages.claim.trace import Row, trace
from caseworker.wording.format import format_date, format_rappen


class Display:
    """Knows the panels and the words; changes nothing on the board."""

    def __init__(
        self, live: LiveAssessment, entry: EntryPanel, result: ResultPanel, presenter: Presenter
    ) -> None:
        self._live, self._entry, self._result = live, entry, result
        self.presenter = presenter
        self.more = False
        self.frozen = ""

    def show_all(self) -> None:
        """Everything but what takes thinking."""
        live = self._live
        if live.opened is None or live.judged is None:
            return
        form, reading = live.board.form, live.judged.reading
        self._entry.invoice.show_invoice(form.invoice, reading.invoice.problems)
        is_abroad = form.is_abroad(live.board.travel_benefits)
        self._entry.show_travel(is_abroad)
        if is_abroad:
            facts = self._items(live.event_facts(), "", form.travel.facts)
            self._entry.travel.show_travel(form.travel, reading.travel.value, reading.travel.problems, facts)
        self._show_lines()
        self.show_line()

    def show_line(self) -> None:
        """The line that is looked at: its fields, its facts, its result."""
        decided = self._decided()
        situation = self._live.situation(self._live.board.selected) if decided is None else None
        self._entry.delete.setEnabled(decided is None)
        self._entry.copy.setEnabled(decided is None)
        self._entry.show_open(decided is None, bool(situation and situation.term and situation.term.consent))
        self._entry.lines.show_line(decided.line.id if decided else self._live.board.selected)
        if decided is not None:
            self._show_decided(decided)
        elif situation is not None:
            self._show_fields(situation)
            self._show_result(situation)

    def show_changes(self) -> None:
        """Which fact would change the result; asked a moment after the last key."""
        situation = self._live.situation(self._live.board.selected)
        if situation is None or self._decided() is not None:
            self._view.show_changes(())
            return
        found, best = self._live.changes(situation)
        self._view.show_changes(self.presenter.changes(found, best))

    @property
    def _view(self) -> ResultView:
        return self._result.result

    def _decided(self) -> LineRow | None:
        opened = self._live.opened
        if opened is None or not self.frozen:
            return None
        return next((row for row in opened.decided if row.line.id == self.frozen), None)

    def _show_lines(self) -> None:
        live = self._live
        assert live.opened is not None
        assert live.judged is not None
        decided = [self.presenter.decided(row) for row in live.opened.decided]
        open_lines = [self.presenter.summary(line, live.judged) for line in live.board.form.lines]
        self._entry.model.show_lines([*decided, *open_lines])

    def _show_fields(self, situation: LineState) -> None:
        line, term = situation.line, situation.term
        names = shown_fields(situation.edition, line, self.more)
        quantity = term.quantity if term is not None else None
        benefit = self.presenter.benefit(line.benefit)
        self._entry.editor.show_line(line, benefit, names, situation.problems, quantity)
        waiting = situation.finding is not None and situation.finding.consent_required
        self._entry.consent.show_consent(line.consent, situation.problems, waiting)
        self._entry.facts.show_items(self._items(situation.own_facts, line.id, line.facts))

    def _show_result(self, situation: LineState) -> None:
        line, finding, view = situation.line, situation.finding, self._view
        heading = words.line_heading(line.id, self.presenter.benefit(line.benefit))
        view.show_limits(self.presenter.limits(situation.limits))
        if finding is None:
            view.show_nothing(heading, words.needs(line, situation.problems))
            return
        view.show_outcome(heading, finding.outcome, finding.amount)
        view.show_why(self.presenter.reasons(finding))
        view.show_missing(self.presenter.missing(finding))
        currency = f"{line.currency.strip().upper()} " if finding.steps and line.rate.strip() else ""
        view.show_steps(currency + format_rappen(finding.charged), _paid_trace(finding))

    def _show_decided(self, row: LineRow) -> None:
        opened = self._live.opened
        decision = (
            next((d for d in opened.decisions if d.number == row.decision_number), None) if opened else None
        )
        outcome = Outcome(row.outcome or Outcome.DENY)
        benefit = self.presenter.benefit(row.line.benefit)
        heading = words.line_heading(row.line.id, benefit)
        if decision is not None:
            self._entry.frozen.show_line(benefit, words.outcome(outcome), row.amount or 0, decision)
        view = self._view
        view.show_outcome(heading, outcome, row.amount or 0, words.decided_note(row.decision_number or ""))
        finding = opened.findings.get(row.line.id) if opened else None
        currency = f"{row.line.currency} " if row.line.currency else ""
        view.show_missing(())
        view.show_why(self.presenter.reasons(finding) if finding else ())
        view.show_steps(currency + format_rappen(row.line.charged), _paid_trace(finding))
        view.show_limits(self.presenter.limits(booked(finding.bookings)) if finding else ())
        view.show_changes(())

    def _items(self, asked: Sequence[Asked], line: str, known: Mapping[str, bool]) -> list[FactItem]:
        board = self._live.board
        on_board = board.form.line(line) if line else None
        abroad = on_board is not None and on_board.is_abroad(board.travel_benefits)
        event = board.form.travel.facts if abroad else {}
        return self.presenter.items(asked, known, event, self._sources(line, known))

    def _sources(self, line: str, known: Mapping[str, bool]) -> dict[str, str]:
        """Who established each fact; an answer that was given on this page has no such note yet."""
        found = {}
        assert self._live.opened is not None
        for fact, value in known.items():
            stored = self._live.opened.facts.get((line, fact))
            if stored is not None and stored.value is value:
                found[fact] = words.established(stored.by, format_date(day_of(stored.at)))
        return found


def _paid_trace(finding: LineFinding | None) -> Sequence[Row]:
    """The way to the amount; a line that pays nothing has its reasons instead."""
    return trace(finding) if finding is not None and finding.outcome is Outcome.PAY else ()
