"""The facts asked for as a checklist: what must hold, and what may stand against the line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from caseworker.rules.asking import LATE, Asked, Side
from caseworker.ui.kit import text
from caseworker.ui.kit.cards.link import ArticleLink, OpenArticle
from caseworker.ui.kit.elements import button, column, label, put, row, set_tone
from caseworker.ui.kit.form.answer import Answer
from caseworker.ui.kit.pool import Pool
from caseworker.ui.kit.theme import Theme
from caseworker.ui.kit.tokens import Space
from caseworker.ui.pages.claim import words

_INDENT = 22
_REQUIRED, _EXCLUDED = 8, 14  # rows that are there from the beginning
_MANY = 3  # as many exclusions that are not known stand open


class FactItem(NamedTuple):
    """One row: the fact, its words, what is known of it and from whom."""

    asked: Asked
    text: str
    value: bool | None
    inherited: bool = False
    source: str = ""

    @property
    def is_missing(self) -> bool:
        """Whether the line waits for it."""
        return self.value is None and self.asked.side is Side.REQUIREMENT and not self.asked.lifts


class FactRow(QWidget):
    """The answer, the fact, who established it, and the article that asks for it."""

    chosen = Signal(str, object)  # fact, True, False or None
    done = Signal(object)  # the row itself
    moved = Signal(object, int)

    def __init__(self, theme: Theme, wanted: OpenArticle) -> None:
        super().__init__()
        self.item: FactItem | None = None
        self.answer = Answer(theme)
        self._text, self._source = label(wrap=True), label("small")
        self._link = ArticleLink(wanted)
        line = row(self.answer, self._text, self._source, self._link, gap=Space.MEDIUM)
        line.setStretch(1, 1)
        for part in (self.answer, self._source, self._link):
            line.setAlignment(part, Qt.AlignmentFlag.AlignVCenter)
        self._line = line
        self.setLayout(line)
        # As high as a long fact needs, which is more than the two lines that a hint allows for.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.answer.chosen.connect(self._choose)
        self.answer.done.connect(lambda: self.done.emit(self))
        self.answer.installEventFilter(self)

    def show_item(self, item: FactItem) -> None:
        """Show a fact and what is known of it."""
        if item == self.item:
            return
        self.item = item
        against = item.asked.side is Side.EXCLUSION and not item.asked.lifts
        self.answer.show_value(item.value, against=against, inherited=item.inherited)
        self.answer.setAccessibleName(words.fact_answer(item.text, item.value))
        put(self._text, item.text)
        set_tone(self._text, "waiting" if item.is_missing else "")
        put(self._source, item.source)
        self._source.setVisible(bool(item.source))
        self._link.show_citation(item.asked.citation)
        way_out = item.asked.lifts not in (None, LATE)
        self._line.setContentsMargins(_INDENT if way_out else 0, 0, 0, 0)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Up and down lead to the facts beside this one."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            if step is not None:
                self.moved.emit(self, step)
                return True
        return False

    def _choose(self, value: bool | None) -> None:
        if self.item is not None:
            self.chosen.emit(self.item.asked.fact, value)


class _Group(QWidget):
    """A heading with its rows. A long list of what is not known is folded up until it is asked for."""

    unfolded = Signal()

    def __init__(self, theme: Theme, wanted: OpenArticle, ready: int) -> None:
        super().__init__()
        self.title, self.state = label("strong"), label("small")
        self.body = column(gap=Space.TIGHT)
        head = row(self.title, self.state, None, gap=Space.SMALL)
        self.more = button("link", self._unfold)
        self.more.hide()
        self.setLayout(column(head, self.body, row(self.more, None), gap=Space.SMALL))
        self.is_unfolded = False
        self.pool: Pool[FactRow] = Pool(self.body, lambda: FactRow(theme, wanted), ready)

    def folded(self, items: Sequence[FactItem]) -> list[FactItem]:
        """The rows in sight: all, or those with an answer or a way out when there are many."""
        unknown = [item for item in items if item.value is None and not item.asked.lifts]
        fold = not self.is_unfolded and len(unknown) > _MANY
        self.more.setVisible(fold)
        self.more.setText(text.say("claim.facts.look_at_all", number=len(items)))
        return [item for item in items if item not in unknown] if fold else list(items)

    def _unfold(self) -> None:
        self.is_unfolded = True
        self.unfolded.emit()


class FactsView(QWidget):
    """Both checklists. `chosen` carries a fact and its answer, `finished` says that the last was answered."""

    chosen = Signal(str, object)
    finished = Signal()

    def __init__(self, theme: Theme, wanted: OpenArticle, *, tells_keys: bool = True) -> None:
        super().__init__()
        self._tells_keys = tells_keys
        self._must, self._against = _Group(theme, wanted, _REQUIRED), _Group(theme, wanted, _EXCLUDED)
        self._shown: list[FactRow] = []
        self._items: Sequence[FactItem] = ()
        self._connected: set[FactRow] = set()
        self._against.unfolded.connect(self._unfolded)
        self._keys = label("small", wrap=True)
        self.setLayout(column(self._must, self._against, self._keys, gap=Space.MEDIUM))
        self._put_texts()

    def _put_texts(self) -> None:
        text.follow(self._must.title.setText, "claim.facts.must")
        text.follow(self._against.title.setText, "claim.facts.against")
        text.follow(self._against.state.setText, "claim.facts.unknown_is_no")
        text.follow(self._keys.setText, "claim.facts.keys")

    def show_items(self, items: Sequence[FactItem]) -> None:
        """Show the facts that are asked for now."""
        self._items = items
        must = [item for item in items if item.asked.side is Side.REQUIREMENT]
        against = [item for item in items if item.asked.side is Side.EXCLUSION]
        in_sight = self._against.folded(against)
        self._shown = [*self._fill(self._must, must), *self._fill(self._against, in_sight)]
        missing = sum(item.is_missing for item in must)
        put(
            self._must.state,
            text.say_count("claim.facts.unknown", missing) if missing else text.say("claim.facts.all_known"),
        )
        set_tone(self._must.state, "waiting" if missing else "positive")
        self._must.setVisible(bool(must))
        self._against.setVisible(bool(against))
        self._keys.setVisible(self._tells_keys and bool(items))

    def focus_first(self) -> bool:
        """Go to the first fact that is not known, else to the first; whether there is one."""
        rows = [r for r in self._shown if r.item is not None and r.item.is_missing] or self._shown
        if rows:
            rows[0].answer.setFocus(Qt.FocusReason.TabFocusReason)
        return bool(rows)

    def fold(self) -> None:
        """Fold the long list up again: another line is looked at."""
        self._against.is_unfolded = False

    def _unfolded(self) -> None:
        known = len(self._shown)
        self.show_items(self._items)
        if len(self._shown) > known:
            first = next(r for r in self._shown if r.item and r.item.asked.side is Side.EXCLUSION)
            first.answer.setFocus(Qt.FocusReason.TabFocusReason)

    def answer_of(self, fact: str) -> Answer | None:
        """The control of a fact that is in sight."""
        return next((r.answer for r in self._shown if r.item and r.item.asked.fact == fact), None)

    def _fill(self, group: _Group, items: Sequence[FactItem]) -> list[FactRow]:
        rows = group.pool.take(len(items))
        for one, item in zip(rows, items, strict=True):
            if one not in self._connected:
                self._connected.add(one)
                one.chosen.connect(self.chosen)
                one.done.connect(self._next)
                one.moved.connect(self._move)
            one.show_item(item)
        return rows

    def _next(self, done: FactRow) -> None:
        if done in self._shown and done is not self._shown[-1]:
            self._move(done, 1)
        else:
            self.finished.emit()

    def _move(self, here: FactRow, step: int) -> None:
        at = self._shown.index(here) + step if here in self._shown else -1
        if 0 <= at < len(self._shown):
            self._shown[at].answer.setFocus(Qt.FocusReason.TabFocusReason)
