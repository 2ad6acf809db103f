"""Saving, deciding and reversing from the claim page: on a worker, and nothing typed is lost when refused."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, SignalInstance

from caseworker.errors import Refusal
from caseworker.services.claims.reversing import later_decisions, reverse
from caseworker.services.claims.saving import save, save_and_decide, save_and_request
from caseworker.ui.kit import text
from caseworker.ui.kit.messages import Question
from caseworker.ui.pages.claim.assessment import LiveAssessment
from caseworker.ui.pages.claim.form import ClaimFields
from caseworker.ui.pages.claim.opened import claim_entry
from caseworker.wording.format import format_chf, format_date

if TYPE_CHECKING:
    from caseworker.models.claims.rows import ClaimRow, DecisionRow, ReversalRow
    from caseworker.services.claims.requesting import RequestRow
    from caseworker.services.claims.reversing import Moved
    from caseworker.services.claims.saving import ClaimEntry
    from caseworker.ui.kit.page import Tools

_MOST_MOVED = 8


class Deciding(QObject):
    """`saved`, `decided`, `requested`, `reversed` carry what the store gave back; `refused` the refusal."""

    saved = Signal(object)
    decided = Signal(object)
    requested = Signal(object)
    reversed = Signal(object)
    refused = Signal(object)
    busy_changed = Signal()

    def __init__(self, tools: Tools, live: LiveAssessment, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tools, self._live = tools, live
        self.busy = False
        self.sent: ClaimFields | None = None

    def save(self) -> None:
        """Enter or amend the claim without deciding."""
        entry = self._send()
        if entry is not None:
            then = self._ended(self.saved)
            self._tools.operations.write(save, entry, then=then, told=_saved, failed=self._failed)

    def decide(self) -> None:
        """Save and decide what is shown."""
        opened, judged = self._live.opened, self._live.judged
        if opened is None or judged is None or self.busy:
            return
        self._begin()
        form, reading, shown = judged.form, judged.reading, judged.finding
        self.sent = form

        def done(row: DecisionRow) -> None:
            self._end()
            self.decided.emit(row)

        entry = claim_entry(opened, form, reading)
        self._tools.operations.write(
            save_and_decide, entry, shown, then=done, told=_decided, failed=self._failed
        )

    def request(self) -> None:
        """Save, and ask by letter for what is missing; it can be taken back until it was sent."""
        entry = self._send()
        if entry is not None:
            then = self._ended(self.requested)
            self._tools.operations.write(
                save_and_request, entry, then=then, told=_requested, failed=self._failed
            )

    def reverse(self, decision: str) -> None:
        """Take a decision back: first what that would move, then the reason, then it is done."""
        opened = self._live.opened
        if opened is None or self.busy:
            return
        self._begin()

        def ask(moved: Sequence[Moved]) -> None:
            self._end()
            answer = self._tools.messages.ask(reversal_question(decision, moved))
            if answer is not None:
                self._reverse(decision, answer.reason)

        self._tools.operations.read(later_decisions, decision, then=ask, failed=self._failed)

    def _reverse(self, decision: str, reason: str) -> None:
        self._begin()

        def done(row: ReversalRow) -> None:
            self._end()
            self.reversed.emit(row)

        self._tools.operations.write(reverse, decision, reason, then=done, failed=self._failed)

    def _send(self) -> ClaimEntry | None:
        """What is on the page, under way from now on; None where nothing is open or something is already."""
        opened, judged = self._live.opened, self._live.judged
        if opened is None or judged is None or self.busy:
            return None
        self._begin()
        self.sent = judged.form
        return claim_entry(opened, judged.form, judged.reading)

    def _ended(self, signal: SignalInstance) -> Callable[[object], None]:
        def done(row: object) -> None:
            self._end()
            signal.emit(row)

        return done

    def _begin(self) -> None:
        self.busy = True
        self.busy_changed.emit()

    def _end(self) -> None:
        self.busy = False
        self.busy_changed.emit()

    def _failed(self, error: Exception) -> None:
        self._end()
        if isinstance(error, Refusal):
            self._tools.messages.refuse(error)
            self.refused.emit(error)
        else:
            self._tools.messages.fault(error)


def _saved(row: ClaimRow) -> str:
    return text.say("claim.saved", number=row.number)


def _decided(decision: DecisionRow) -> str:
    told = {"decision": decision.number, "letter": decision.letter_number}
    return text.say("claim.decided", amount=format_chf(decision.amount), **told)


def _requested(row: RequestRow) -> str:
    """What was done, with the day until which the claim waits."""
    key = "claim.request.done" if row.reminds is None else "claim.request.reminded"
    return text.say(key, letter=row.number, day=format_date(row.answer_by))


def reversal_question(decision: str, moved: Sequence[Moved]) -> Question:
    """What is asked before a decision is taken back; it names the later decisions that it would move."""
    title = text.say("claim.reverse.title", decision=decision)
    told = text.say("claim.reverse.about")
    if moved:
        head = text.say("claim.reverse.later")
        asked = "\n".join((told, "", head, *map(_moved_line, moved[:_MOST_MOVED]), *_others(len(moved))))
    else:
        asked = told + "\n" + text.say("claim.reverse.no_later")
    return Question(title, asked, text.say("claim.reverse.yes"), wants_reason=True)


def _moved_line(moved: Moved) -> str:
    return f"{moved.decision.number}:  {format_chf(moved.before)} → {format_chf(moved.after)}"


def _others(count: int) -> list[str]:
    more = count - _MOST_MOVED
    return [text.say_count("claim.reverse.more", more)] if more > 0 else []
