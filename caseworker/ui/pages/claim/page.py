"""The claim page: entered on the left, judged on the right while it is typed, decided with one chord."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QSplitter, QWidget

from caseworker.errors import Refusal
from caseworker.rules.vocabulary import Citation
from caseworker.ui.kit import text
from caseworker.ui.kit.cards.opener import CardOpener
from caseworker.ui.kit.drafts import draft_key
from caseworker.ui.kit.elements import row
from caseworker.ui.kit.form.draft import DraftKeeper, Stored
from caseworker.ui.kit.form.pick_list import PickItem
from caseworker.ui.kit.page import Page, Tools
from caseworker.ui.kit.places import Kind, Place
from caseworker.ui.pages.claim.assessment import LiveAssessment
from caseworker.ui.pages.claim.commands import Actions, Commands
from caseworker.ui.pages.claim.connections import Connections
from caseworker.ui.pages.claim.deciding import Deciding
from caseworker.ui.pages.claim.display import Display
from caseworker.ui.pages.claim.entry_panel import EntryPanel
from caseworker.ui.pages.claim.form import ClaimFields, LineForm, from_payload, to_payload
from caseworker.ui.pages.claim.opened import Opened, open_claim, open_new
from caseworker.ui.pages.claim.presenter import Presenter
from caseworker.ui.pages.claim.provider_search import BenefitLookup, ProviderLookup
from caseworker.ui.pages.claim.readiness import can_decide, first_wrong_line, hint, how_to_ask
from caseworker.ui.pages.claim.result_panel import ResultPanel

if TYPE_CHECKING:
    from caseworker.models.claims.rows import ClaimRow, DecisionRow, ReversalRow
    from caseworker.services.claims.requesting import RequestRow

_THINK_MS = 100  # after the last key, before every fact is turned over
_SHARES = (61, 39)


class ClaimPage(Page):
    """Connects the board, the panels, the drafts and the store."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self._after_opening: Callable[[], None] | None = None
        self.live = LiveAssessment(self)
        board = self.live.board
        self.keeping = DraftKeeper(tools.drafts, board, to_payload, from_payload, lambda: self.live.is_dirty)
        self.deciding = Deciding(tools, self.live, self)
        self.benefits = BenefitLookup(self.live, tools.language.code)
        self.entry = EntryPanel(
            tools.theme, self.open_article, (self._find_benefit, self._find_any), self._find_provider
        )
        self.providers = ProviderLookup(tools.operations, self.entry.invoice.provider.show_found)
        self.result = ResultPanel(tools.theme, self.open_article, self.decide, self.save, self.request)
        self.showing = Display(self.live, self.entry, self.result, Presenter(tools.language.code))
        self.cards = CardOpener(self, tools.theme)
        self._thinking = QTimer(self)
        self._thinking.setSingleShot(True)
        self._thinking.setInterval(_THINK_MS)
        self._thinking.timeout.connect(self.showing.show_changes)
        self._lay_out()
        deeds = Actions(
            self.decide, self.request, self.save, self.add_line, self.copy_line,
            self.delete_line, self.step_line, self.ask_missing, self.discard,
        )  # fmt: skip
        self.commands = Commands(self, self.entry, self.live.board.steps, deeds)
        self._connect()
        self._ready(False)
        text.rerun(self._say)

    def open(self, place: Place) -> None:
        """Show a claim, or a new one for a person, with what was typed of it before."""
        self._after_opening = None
        if place != self.place:
            self.setFocus()
            self._ready(False)
            self._close()
            self.showing.frozen = ""
            self.show_identity(None)
        super().open(place)
        self._load()

    def leave(self) -> None:
        """Put away what floats over the page."""
        self.entry.editor.benefit.close_list()
        self.entry.invoice.provider.close_list()
        self.cards.put_away()

    def refresh(self, changes: frozenset[str]) -> None:
        """Something about this person or claim was changed: judge against what holds now."""
        opened = self.live.opened
        if opened is None:
            return
        about = {
            f"person:{opened.person}",
            f"claim:{opened.number}",
            f"draft:{draft_key(_stored(opened).place)}",
        }
        if changes & about:
            self._load()

    def focus_first(self) -> None:
        """A new claim begins with its provider, a stored one with its lines; till then the page waits."""
        if self.live.opened is None:
            self.setFocus()
        elif self.place is not None and self.place.key:
            self.entry.lines.setFocus()
        else:
            self.entry.invoice.provider.entry.setFocus()

    # Commands

    def add_line(self) -> None:
        """A new line; typing goes on in it."""
        self._unfreeze()
        self.live.board.add_line()
        self.entry.editor.focus_benefit()

    def copy_line(self) -> None:
        """The same line once more."""
        if not self.showing.frozen:
            self.live.board.duplicate_line(self.live.board.selected)

    def delete_line(self) -> None:
        """Take the line away; the last action brings it back."""
        board = self.live.board
        line, at = board.line, board.form.index(board.selected)
        if self.showing.frozen or line is None or line.is_blank:
            board.delete_line("" if self.showing.frozen else board.selected)
            return
        board.delete_line(line.id)
        said = text.say("claim.line_deleted", line=line.id)
        place = self.place
        self.tools.messages.tell(said, lambda: self._bring_back(place, line, at))

    def _bring_back(self, place: Place | None, line: LineForm, at: int) -> None:
        if place is not None and (place != self.place or not self.isVisible()):
            self.tools.go(place)
            self._after_opening = lambda: self._bring_back(place, line, at)
        elif self.live.opened is not None and self.live.board.form.line(line.id) is None:
            self.live.board.insert_line(line, at)

    def step_line(self, by: int) -> None:
        """Look at the next or the previous line."""
        lines = self.entry.model.lines
        here = self.showing.frozen or self.live.board.selected
        at = self.entry.model.row_of(here) + by
        if 0 <= at < len(lines):
            self._pick_line(lines[at].id)

    def ask_missing(self) -> None:
        """Go to the first fact that is not known."""
        self.entry.facts.focus_first()

    def show_more(self, wanted: bool) -> None:
        """All fields of the line, or only those it needs."""
        self.showing.more = wanted
        self.showing.show_line()

    def save(self) -> None:
        """Save without deciding; what is wrong is said where it stands."""
        if self._is_whole():
            self.deciding.save()

    def decide(self) -> None:
        """Decide what can be decided, and show the letter."""
        if not self._is_whole():
            return
        if can_decide(self.live.judged):
            self.deciding.decide()
        else:
            reason = text.say("claim.nothing_to_decide")
            advice = text.say("claim.nothing_to_decide_advice")
            self.tools.messages.warn(reason, advice)

    def request(self) -> None:
        """Ask by letter for what is missing, and show the letter."""
        if self._is_whole():
            self.deciding.request()

    def discard(self) -> None:
        """Go back to what the store has."""
        if self.live.opened is not None:
            self.keeping.discard(text.say("claim.discarded"))
            self._put(self.live.opened, self.live.opened.form)

    def open_article(self, citation: Citation, beside: QWidget) -> None:
        """Open the card of an article beside the link to it."""
        opened = self.live.opened
        if opened is None:
            return
        situation = self.live.situation(self.live.board.selected)
        day = situation.day if situation is not None else opened.background.today
        edition = opened.background.conditions.on(day)
        self.cards.open(citation, edition, self.tools.language.code, beside)

    def _say(self) -> None:
        code = self.tools.language.code
        self.showing.presenter = Presenter(code)
        self.benefits = BenefitLookup(self.live, code)
        self._show()
        self.showing.show_changes()
        self._show_place()

    # Lifecycle

    def _load(self) -> None:
        """Load the claim on a worker, then the draft of it, then show both."""
        place = self.place
        if place is None:
            return

        def opened(found: Opened) -> None:
            if self.place == place:
                self.keeping.load(_stored(found), lambda form, older: self._show_opened(found, form, older))

        if place.key:
            self.tools.operations.read(open_claim, place.key, then=opened, lane="claim")
        else:
            self.tools.operations.read(open_new, place.person, then=opened, lane="claim")

    def _show_opened(self, opened: Opened, form: ClaimFields, older: bool) -> None:
        if self.showing.frozen not in opened.taken:
            self.showing.frozen = opened.decided[0].line.id if opened.decided and not form.lines else ""
        self._put(opened, form)
        self.show_identity(opened.identity)
        self._show_place()
        self._ready(True)
        if self.hasFocus():
            self.focus_first()
        then, self._after_opening = self._after_opening, None
        if then is not None:
            then()
        if older:
            self.tools.messages.warn(
                text.say("claim.changed_since"),
                text.say("claim.changed_since_advice"),
            )

    def _put(self, opened: Opened, form: ClaimFields) -> None:
        self.keeping.show(_stored(opened), form, lambda form: self.live.open(opened, form))

    def _close(self) -> None:
        self.keeping.leave()
        self.live.opened = None

    def _saved(self, row: ClaimRow) -> None:
        self._stored(row.number)
        self._load()

    def _decided(self, decision: DecisionRow) -> None:
        self._stored(decision.claim_number)
        self.tools.go(Place(Kind.LETTER, decision.number))

    def _requested(self, made: RequestRow) -> None:
        self._stored(made.claim_number)
        self.tools.go(Place(Kind.LETTER, made.number))

    def _reversed(self, reversal: ReversalRow) -> None:
        self.tools.messages.tell(text.say("claim.decision_reversed", decision=reversal.decision_number))
        self._load()

    def _refused(self, _: Refusal) -> None:
        """Show what holds now, with everything that was typed."""
        self._load()

    def _stored(self, number: str) -> None:
        """What was on the page is in the store, unless typing went on meanwhile."""
        opened, sent = self.live.opened, self.deciding.sent
        if opened is not None and sent == self.live.board.form:
            self.keeping.drop()
            self._close()
        if self.place is not None and not self.place.key:
            self.place = Place(Kind.CLAIM, number)
            self.moved.emit(self.place)

    # Display

    def _show(self) -> None:
        self.showing.show_all()
        self.result.result.dim_changes()
        self._show_sums()
        self._show_state()
        self._thinking.start()

    def _show_sums(self) -> None:
        judged = self.live.judged
        if judged is None or self.live.opened is None:
            return
        sums = self.showing.presenter.sums(judged, self.live.opened.decided)
        free, requested = not self.deciding.busy, self.live.opened.requested
        self.result.show_sums(
            sums,
            can_decide(judged) and free,
            self.live.is_dirty and free,
            how_to_ask(judged, requested) if free else "",
            hint(judged, requested),
        )

    def _is_whole(self) -> bool:
        """Whether everything can be read; if not, says where not."""
        judged = self.live.judged
        if judged is None:
            return False
        if judged.reading.is_complete:
            return True
        wrong = first_wrong_line(judged)
        if wrong is not None:
            self._pick_line(wrong)
        first = self.entry.insist()
        if first is not None:
            first.take_focus()
        advice = text.say("claim.incomplete_advice")
        self.tools.messages.warn(text.say("claim.incomplete"), advice)
        return False

    def _show_place(self) -> None:
        opened = self.live.opened
        if opened is None:
            return
        number = (
            text.say("words.claim_number", number=opened.number) if opened.number else text.say("claim.new")
        )
        self.show_title(f"{number} – {opened.identity.name} {opened.identity.given_name}")
        self.entry.show_head(number)

    def _show_state(self) -> None:
        self.entry.show_state(text.say("claim.draft") if self.live.is_dirty else "")

    def _ready(self, ready: bool) -> None:
        self._split.setVisible(ready)

    # Lines

    def _pick_line(self, line_id: str) -> None:
        opened = self.live.opened
        frozen = opened is not None and line_id in opened.taken
        self.showing.frozen = line_id if frozen else ""
        if not frozen:
            self.live.board.select(line_id)
        self._select()

    def _select(self) -> None:
        self.entry.facts.fold()
        self.showing.show_line()
        self._thinking.start()

    def _unfreeze(self) -> None:
        self.showing.frozen = ""

    def _find_benefit(self, text: str) -> Sequence[PickItem]:
        return self.benefits.find(text)

    def _find_any(self, text: str) -> Sequence[PickItem]:
        return self.benefits.find_any(text)

    def _find_provider(self, text: str) -> None:
        self.providers.find(text)

    # Parts

    def _lay_out(self) -> None:
        split = self._split = QSplitter()
        split.addWidget(self.entry)
        split.addWidget(self.result)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        for at, share in enumerate(_SHARES):
            split.setStretchFactor(at, share)
        split.setSizes([share * 10 for share in _SHARES])
        self.setLayout(row(split, gap=0))

    def _connect(self) -> None:
        Connections(self.entry, self.live, self.providers, self._pick_line)
        self.entry.editor.more.connect(self.show_more)
        self.entry.frozen.reversal_wanted.connect(self.deciding.reverse)
        self.entry.frozen.letter_wanted.connect(lambda number: self.tools.go(Place(Kind.LETTER, number)))
        self.live.judged_again.connect(self._show)
        self.live.board.selected_changed.connect(self._select)
        self.deciding.saved.connect(self._saved)
        self.deciding.decided.connect(self._decided)
        self.deciding.requested.connect(self._requested)
        self.deciding.reversed.connect(self._reversed)
        self.deciding.refused.connect(self._refused)
        self.deciding.busy_changed.connect(self._show_sums)


def _stored(opened: Opened) -> Stored[ClaimFields]:
    """A claim's form at its place; a new claim has only its person."""
    place = Place(Kind.CLAIM, opened.number) if opened.number else Place(Kind.CLAIM, person=opened.person)
    return Stored(place, opened.form, opened.version)
