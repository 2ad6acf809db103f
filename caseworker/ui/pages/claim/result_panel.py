"""The right side of the page: the result of the line above, the claim's total and the decision below."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from caseworker.rules.vocabulary import Outcome
from caseworker.ui.kit.cards.link import OpenArticle
from caseworker.ui.kit.elements import button, column, figures, hairline, label, put, row
from caseworker.ui.kit.theme import Theme
from caseworker.ui.kit.tokens import Space
from caseworker.ui.pages.claim import words
from caseworker.ui.pages.claim.presenter import Sums
from caseworker.ui.pages.claim.result_view import ResultView
from caseworker.wording.format import format_chf

_SHOWN = (Outcome.PAY, Outcome.DENY, Outcome.PENDING, Outcome.CONSENT)


class ResultPanel(QFrame):
    """`decide`, `save` and `request` are its buttons."""

    def __init__(
        self,
        theme: Theme,
        wanted: OpenArticle,
        decide: Callable[[], None],
        save: Callable[[], None],
        request: Callable[[], None],
    ) -> None:
        super().__init__()
        self.setObjectName("side")
        self.result = ResultView(theme, wanted)
        self._title, self._total, self._counts = (
            label("overline", say="claim.this"),
            figures("heading"),
            label("small", wrap=True),
        )
        self.decide = button("primary", decide, "claim.decide", tip="claim.decide_tip")
        self.save = button("", save, "claim.save", tip="claim.save_tip")
        self.request = button("link", request, tip="claim.request.tip")
        self.request.hide()
        self._hint = label("small", wrap=True)
        self._hint.hide()
        whole = column(self._above(), hairline(), self._below(), gap=0)
        whole.setStretch(0, 1)
        self.setLayout(whole)

    def show_sums(self, sums: Sums, decidable: bool, dirty: bool, ask: str, hint: str) -> None:
        """The claim's total; whether it can be decided now, and if not, why; how what is missing is asked for
        (empty: there is nothing to ask)."""
        put(self._total, format_chf(sums.amount))
        counts = [words.decided_count(sums.decided)] if sums.decided else []
        counts += [words.counted(o, sums.counts[o]) for o in _SHOWN if sums.counts.get(o)]
        if sums.unread:
            counts.append(words.unread(sums.unread))
        put(self._counts, "  ·  ".join(counts))
        self.decide.setEnabled(decidable)
        self.save.setEnabled(dirty)
        self.request.setText(ask)
        self.request.setVisible(bool(ask))
        put(self._hint, hint)
        self._hint.setVisible(bool(hint))

    def _above(self) -> QScrollArea:
        inner = QWidget()
        inner.setProperty("role", "content")
        margins = (Space.WIDE, Space.LARGE, Space.WIDE, Space.LARGE)
        inner.setLayout(column(self.result, margins=margins))
        area = QScrollArea()
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area

    def _below(self) -> QWidget:
        self._total.setAlignment(Qt.AlignmentFlag.AlignLeft)
        told = column(self._title, self._total, gap=0)
        line = row(told, None, self.save, self.decide, gap=Space.SMALL)
        below = QWidget()
        margins = (Space.WIDE, Space.MEDIUM, Space.WIDE, Space.MEDIUM)
        below.setLayout(
            column(line, self._counts, self._hint, row(self.request, None), gap=2, margins=margins)
        )
        return below
