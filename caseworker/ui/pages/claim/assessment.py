"""The claim on the desk, judged again at every change: what the page shows is looked up here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject, Signal

from caseworker.rules.asking import Asked
from caseworker.rules.finding import LineFinding
from caseworker.rules.limit_use import LimitUse, limit_use
from caseworker.rules.offer import Offer, offer_on
from caseworker.rules.plan import Plan
from caseworker.rules.terms import BenefitTerm, EditionTerms
from caseworker.rules.what_if import BestCase, Change, WhatIf
from caseworker.ui.pages.claim.editor import ClaimEditor
from caseworker.ui.pages.claim.form import ClaimFields, LineForm
from caseworker.ui.pages.claim.judge import Judged, asked_of, decisive_day, judge
from caseworker.ui.pages.claim.opened import Opened
from caseworker.wording.parse import Problem


@dataclass(frozen=True, slots=True)
class LineState:
    """All that is known of one line now."""

    line: LineForm
    finding: LineFinding | None
    problems: Mapping[str, Problem]
    day: date
    edition: EditionTerms | None
    plan: Plan | None
    asked: tuple[Asked, ...]
    limits: tuple[LimitUse, ...]

    @property
    def term(self) -> BenefitTerm | None:
        """What the edition of the day says of the benefit."""
        return self.edition.benefits.get(self.line.benefit) if self.edition is not None else None

    @property
    def own_facts(self) -> tuple[Asked, ...]:
        """What is asked of the line itself; facts of a whole journey are asked in the travel case."""
        return tuple(a for a in self.asked if not a.of_event or a.fact in self.line.facts)


class LiveAssessment(QObject):
    """Follows the board. `judged_again` is sent when a new result stands."""

    judged_again = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.opened: Opened | None = None
        self.board = ClaimEditor(ClaimFields(lines=()), parent=self)
        self.judged: Judged | None = None
        self._offers: dict[date, Mapping[str, Offer]] = {}
        self.board.changed.connect(self.judge)

    def open(self, opened: Opened, form: ClaimFields) -> None:
        """Put a claim on the desk, with what was typed of it."""
        self.opened = opened
        self._offers = {}
        self.board.travel_benefits = opened.background.conditions.travel_benefits
        if not form.lines:
            form = form.with_new_line(LineForm(form.next_id(opened.taken))) if not opened.decided else form
        if form == self.board.form and opened.taken == self.board.taken:
            self.judge()  # only what it is judged against is new: the way back stays
        else:
            self.board.replace_form(form, opened.taken)

    def judge(self) -> None:
        """Judge what is on the board."""
        if self.opened is None:
            return
        self.judged = judge(self.board.form, self.opened.claim_id, self.opened.background)
        self.judged_again.emit()

    @property
    def is_dirty(self) -> bool:
        """Whether the page says something that the store does not."""
        if self.opened is None:
            return False
        typed = tuple(line for line in self.board.form.lines if not line.is_blank)
        stored = tuple(line for line in self.opened.form.lines if not line.is_blank)
        form = self.board.form
        return (form.invoice, form.travel, typed) != (
            self.opened.form.invoice,
            self.opened.form.travel,
            stored,
        )

    def situation(self, line_id: str) -> LineState | None:
        """One line as it stands; None if it is not open on this page."""
        line = self.board.form.line(line_id)
        if line is None or self.opened is None or self.judged is None:
            return None
        background, judged = self.opened.background, self.judged
        day = decisive_day(line, judged.reading, background)
        edition = background.conditions.on(day)
        plan = background.plan(line.benefit, day)
        read = judged.reading.lines.get(line_id)
        return LineState(
            line=line,
            finding=judged.lines.get(line_id),
            problems=read.problems if read is not None else {},
            day=day,
            edition=edition.terms if edition is not None else None,
            plan=plan,
            asked=asked_of(line, plan, judged),
            limits=limit_use(line_id, plan, day, judged.finding, background),
        )

    def event_facts(self) -> tuple[Asked, ...]:
        """What is asked of the whole journey, by any of its lines."""
        found: dict[str, Asked] = {}
        for line in self.board.form.lines:
            situation = self.situation(line.id) if line.is_abroad(self.board.travel_benefits) else None
            for asked in situation.asked if situation is not None else ():
                if asked.of_event:
                    found.setdefault(asked.fact, asked)
        return tuple(found.values())

    def changes(self, situation: LineState) -> tuple[tuple[Change, ...], BestCase | None]:
        """Which fact would change the result of a line."""
        if self.opened is None or self.judged is None:
            return (), None
        claim, finding = self.judged.reading.claim, self.judged.finding
        what_if = WhatIf(situation.line.id, claim, finding, self.opened.background)
        return what_if.changes(situation.asked), what_if.best_case(situation.asked)

    def offers(self, day: date) -> Mapping[str, Offer]:
        """What the person is offered on a day, by benefit."""
        if self.opened is None:
            return {}
        if day not in self._offers:
            b = self.opened.background
            found: Sequence[Offer] = offer_on(b.person, b.coverages, day, b.conditions)
            self._offers[day] = {offer.benefit: offer for offer in found}
        return self._offers[day]
