"""The right side of the page: what becomes of the line, and why, while it is typed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from caseworker.rules.limit_use import LimitUse
from caseworker.rules.vocabulary import Citation, Outcome
from caseworker.ui.kit import text
from caseworker.ui.kit.cards.link import ArticleLink, OpenArticle
from caseworker.ui.kit.elements import column, figures, hairline, label, put, restyle, row, set_tone
from caseworker.ui.kit.limit_bar import LimitBar
from caseworker.ui.kit.pool import Pool
from caseworker.ui.kit.theme import Theme
from caseworker.ui.kit.tokens import Space
from caseworker.ui.pages.claim import words
from caseworker.ui.pages.claim.trace import PartHead, Row, StepRow
from caseworker.wording.format import NOT_RECORDED, format_rappen


class Said(NamedTuple):
    """A sentence and the article that it rests on."""

    text: str
    citation: Citation


class ShownChange(NamedTuple):
    """What would change the result, and into what."""

    text: str
    then: str
    tone: str


class TraceRow(QWidget):
    """One step: what is done, its article, what is left of the amount."""

    def __init__(self, wanted: OpenArticle) -> None:
        super().__init__()
        self._text, self._amount = label(wrap=True), figures()
        self._link = ArticleLink(wanted)
        self._rule = hairline()
        self._amount.setMinimumWidth(92)
        line = row(self._text, self._link, self._amount, gap=Space.MEDIUM)
        line.setStretch(0, 1)
        self.setLayout(column(self._rule, line, gap=Space.TIGHT, margins=(0, 1, 0, 1)))
        self._shown: Row | tuple[str, str] | None = None
        self._language = ""

    def show_start(self, said: str, amount: str) -> None:
        """What was charged."""
        self._show((said, amount), said, amount, None)

    def show_row(self, shown: Row) -> None:
        """A step, the heading of a part, or a sum."""
        if shown == self._shown and self._language == text.language():
            return
        self._language = text.language()
        if isinstance(shown, StepRow):
            role = "muted" if shown.quiet else ""
            amount = format_rappen(shown.step.after)
            self._show(shown, words.step_title(shown.step), amount, shown.step.citation, role)
        elif isinstance(shown, PartHead):
            self._show(
                shown, words.part_title(shown), format_rappen(shown.share), None, "overline", rule=True
            )
        else:
            said = words.paid_total() if shown.whole else words.paid_part()
            self._show(shown, said, format_rappen(shown.amount), None, "strong", rule=shown.whole)

    def _show(
        self,
        shown: Row | tuple[str, str],
        said: str,
        amount: str,
        citation: Citation | None,
        role: str = "",
        rule: bool = False,
    ) -> None:
        self._shown = shown
        put(self._text, said)
        put(self._amount, amount)
        for part in (self._text, self._amount):
            if part.property("role") != role:
                part.setProperty("role", role)
                restyle(part)
        self._rule.setVisible(rule)
        self._link.setVisible(citation is not None)
        if citation is not None:
            self._link.show_citation(citation)


class SaidRow(QWidget):
    """A sentence with its article."""

    def __init__(self, wanted: OpenArticle) -> None:
        super().__init__()
        self._text = label(wrap=True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._link = ArticleLink(wanted)
        line = row(self._text, self._link, gap=Space.MEDIUM)
        line.setAlignment(self._link, Qt.AlignmentFlag.AlignTop)
        self.setLayout(line)

    def show_said(self, said: Said) -> None:
        """Say it."""
        put(self._text, said.text)
        self._link.show_citation(said.citation)


class LimitRow(QWidget):
    """A limit: name, bar, and in words what was used, what this line takes, what is left."""

    def __init__(self, theme: Theme, wanted: OpenArticle) -> None:
        super().__init__()
        self._name, self._left, self._use = label(wrap=True), figures("strong"), figures("small")
        self._use.setWordWrap(True)
        self._link, self._bar = ArticleLink(wanted), LimitBar(theme)
        self._use.setAlignment(Qt.AlignmentFlag.AlignLeft)
        head = row(self._name, self._link, self._left, gap=Space.MEDIUM)
        head.setStretch(0, 1)
        self.setLayout(column(head, self._bar, self._use, gap=3))

    def show_use(self, use: LimitUse, name: str, period: str) -> None:
        """Show a limit before and after the line."""
        unit = use.unit
        put(self._name, f"{name}, {period}" if period else name)
        put(self._left, words.left(words.quantity(use.left, unit)))
        set_tone(self._left, "negative" if use.is_exhausted else "")
        self._link.show_citation(use.citation)
        self._bar.show_use(use.cap, use.before, use.taken)
        told = words.limit_use(use)
        put(self._use, told)
        self._bar.setAccessibleName(told)


class ChangeRow(QWidget):
    """A fact that would change the result."""

    def __init__(self) -> None:
        super().__init__()
        self._text, self._then = label(wrap=True), label("chip")
        line = row(self._text, self._then, gap=Space.MEDIUM)
        line.setStretch(0, 1)
        line.setAlignment(self._then, Qt.AlignmentFlag.AlignTop)
        self.setLayout(line)

    def show_change(self, change: ShownChange) -> None:
        """Say which answer would change what."""
        put(self._text, change.text)
        put(self._then, change.then)
        set_tone(self._then, change.tone)


class Section(QWidget):
    """A heading and the rows below it; gone while there are none."""

    def __init__(self) -> None:
        super().__init__()
        self.title = label("overline")
        self.body: QVBoxLayout = column(gap=Space.SMALL)
        self.setLayout(column(self.title, self.body, gap=Space.SMALL))
        self.hide()


class ResultView(QWidget):
    """What becomes of the line that is looked at."""

    def __init__(self, theme: Theme, wanted: OpenArticle) -> None:
        super().__init__()
        self.heading, self.chip = label("overline", wrap=True), label("chip")
        self.amount = figures("figure")
        self.amount.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self.note = label("muted", wrap=True)
        self.why, self.steps, self.missing = Section(), Section(), Section()
        self.limits, self.changes = Section(), Section()
        self.steps.body.setSpacing(0)
        self._why: Pool[SaidRow] = Pool(self.why.body, lambda: SaidRow(wanted), 6)
        self._missing: Pool[SaidRow] = Pool(self.missing.body, lambda: SaidRow(wanted), 6)
        self._steps: Pool[TraceRow] = Pool(self.steps.body, lambda: TraceRow(wanted), 10)
        self._limits: Pool[LimitRow] = Pool(self.limits.body, lambda: LimitRow(theme, wanted), 3)
        self._changes: Pool[ChangeRow] = Pool(self.changes.body, ChangeRow, 0)
        sections = (self.why, self.missing, self.steps, self.limits, self.changes)
        head = column(self.heading, row(self.amount, self.chip, None, gap=Space.MEDIUM), self.note, gap=2)
        self.setLayout(column(head, *sections, None, gap=Space.LARGE))
        self._put_texts()

    def _put_texts(self) -> None:
        text.follow(self.why.title.setText, "claim.result.why")
        text.follow(self.steps.title.setText, "claim.result.trace")
        text.follow(self.missing.title.setText, "claim.result.missing")
        text.follow(self.limits.title.setText, "claim.result.limits")
        text.follow(self.changes.title.setText, "claim.result.changes")

    def show_nothing(self, heading: str, note: str) -> None:
        """Nothing can be judged yet; say what for."""
        put(self.heading, heading)
        put(self.amount, NOT_RECORDED)
        self.chip.hide()
        self._say(note)
        for section in (self.why, self.steps, self.missing):
            section.hide()
        self.show_changes(())

    def show_outcome(self, heading: str, outcome: Outcome, amount: int, note: str = "") -> None:
        """The result in one look; what is not known yet is no amount. A note comes with what is decided."""
        put(self.heading, heading)
        known = outcome in (Outcome.PAY, Outcome.DENY)
        put(self.amount, words.francs(amount) if known else NOT_RECORDED)
        put(self.chip, words.outcome(outcome) if note else words.expected(outcome))
        set_tone(self.chip, words.outcome_tone(outcome))
        set_tone(self.amount, "" if known else "muted")
        self.chip.show()
        self._say(note)

    def show_why(self, said: Sequence[Said]) -> None:
        """The reasons why less is paid, or nothing."""
        self._show_said(self.why, self._why, said)

    def show_missing(self, said: Sequence[Said]) -> None:
        """What must be known before it can be decided."""
        self._show_said(self.missing, self._missing, said)

    def show_steps(self, charged: str, rows: Sequence[Row]) -> None:
        """The way from what was charged to what is paid."""
        self.steps.setVisible(bool(rows))
        if not rows:
            return
        first, *others = self._steps.take(len(rows) + 1)
        first.show_start(words.charged(), charged)
        for widget, shown in zip(others, rows, strict=True):
            widget.show_row(shown)

    def show_limits(self, shown: Sequence[tuple[LimitUse, str, str]]) -> None:
        """Each limit with its name and period."""
        self.limits.setVisible(bool(shown))
        for widget, (use, name, period) in zip(self._limits.take(len(shown)), shown, strict=True):
            widget.show_use(use, name, period)

    def dim_changes(self) -> None:
        """What was said may no longer hold until it has been thought over again."""
        self.changes.setEnabled(False)

    def show_changes(self, changes: Sequence[ShownChange]) -> None:
        """What would change the result."""
        self.changes.setEnabled(True)
        self.changes.setVisible(bool(changes))
        for widget, change in zip(self._changes.take(len(changes)), changes, strict=True):
            widget.show_change(change)
        # Wrapped text asks for its height level by level; without this it would show cut for a moment.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)

    def _say(self, note: str) -> None:
        put(self.note, note)
        self.note.setVisible(bool(note))

    def _show_said(self, section: Section, pool: Pool[SaidRow], said: Sequence[Said]) -> None:
        section.setVisible(bool(said))
        for widget, one in zip(pool.take(len(said)), said, strict=True):
            widget.show_said(one)
