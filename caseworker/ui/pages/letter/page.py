"""A letter as it was sent: the kept bytes, to read, print and save."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QPalette
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QFileDialog, QFrame

from caseworker.services.claims.reading import decision
from caseworker.services.claims.reversing import can_take_back, later_decisions, reverse, take_back
from caseworker.services.letters.issuing import issue_letter
from caseworker.services.letters.sending import note_printed, note_saved
from caseworker.services.people.identity import identity
from caseworker.services.people.rows import Identity
from caseworker.ui.kit import text
from caseworker.ui.kit.elements import button, column, hairline, label, row, set_tone
from caseworker.ui.kit.icons import icon
from caseworker.ui.kit.messages import Question
from caseworker.ui.kit.page import Page, Tools
from caseworker.ui.kit.places import Kind, Place
from caseworker.ui.kit.tokens import Space
from caseworker.ui.pages.letter.printing import print_letter
from caseworker.wording.format import format_date, format_rappen

if TYPE_CHECKING:
    from caseworker.models.claims.rows import DecisionRow
    from caseworker.services.claims.reversing import Moved
    from caseworker.services.context import Context, Session

_ZOOM_STEP = 1.2
_WIDEST = 780


class LetterView(NamedTuple):
    """A letter, the decision it tells, and whom it is for."""

    identity: Identity
    decision: DecisionRow
    content: bytes
    at_once: bool  # who looks at it can undo the decision: the letter never left the house


def load_letter(session: Session, ctx: Context, decision_number: str) -> LetterView:
    """The letter of a decision; drawn now if it never was, and kept."""
    content = issue_letter(session, ctx, decision_number).content
    made = decision(session, ctx, decision_number)
    at_once = can_take_back(session, ctx, decision_number)
    return LetterView(identity(session, ctx, made.person_number), made, content or b"", at_once)


class LetterPage(Page):
    """The place's key is the number of the decision that the letter tells."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self.shown: LetterView | None = None
        self.ask_place: Callable[[str], str] = self._ask_place
        self._buffer = QBuffer(self)
        self.document = QPdfDocument(self)
        self.paper = QPdfView(self)
        self.paper.setDocument(self.document)
        self.paper.setPageMode(QPdfView.PageMode.MultiPage)
        self._heading, self._about = label("title"), label("muted")
        self._reversed = label("chip", tone="negative")
        self._claim = button("link", self.open_claim)
        self.smaller = button("", lambda: self.zoom(1 / _ZOOM_STEP))
        self.larger = button("", lambda: self.zoom(_ZOOM_STEP))
        self.fit = button("", self.fit_width)
        self.save = button("", self.save_as)
        self.print = button("primary", self.print_out)
        self.print_action = self.command(self.print_out, "Ctrl+P")
        self.reverse_action = self.command(self.reverse)
        self.undo_action = self.command(self.undo)
        self.save_action = self.command(self.save_as, "Ctrl+Shift+S")
        self._lay_out()
        tools.theme.changed.connect(self._dress)
        self._put_texts()
        self._dress()

    def open(self, place: Place) -> None:
        """Show the letter of a decision."""
        super().open(place)
        if self.shown is None or self.shown.decision.number != place.key:
            self.show_identity(None)
            self.document.close()
            self.shown = None
            self._enable()
        self.tools.operations.write(load_letter, place.key, then=self._show)

    def zoom(self, by: float) -> None:
        """Larger or smaller."""
        self.paper.setZoomFactor(min(5.0, max(0.25, self.paper.zoomFactor() * by)))

    def fit_width(self) -> None:
        """As wide as it reads well, or as there is room."""
        if self.document.pageCount():
            width = self.document.pagePointSize(0).width() * self.paper.logicalDpiX() / 72
            room = self.paper.viewport().width() - 2 * Space.WIDE
            self.paper.setZoomFactor(min(_WIDEST, room) / width)

    def print_out(self) -> None:
        """Print, after the system's own dialog."""
        if self._can_go_out() and self.shown is not None and print_letter(self, self.document):
            made = self.shown.decision
            said = text.say("letter.printed", number=made.letter_number)
            self.tools.operations.write(note_printed, made.number, told=lambda _: said)

    def save_as(self) -> None:
        """Save the kept bytes as a file."""
        if self.shown is None or not self._can_go_out():
            return
        made, content = self.shown.decision, self.shown.content
        chosen = self.ask_place(f"{made.letter_number}.pdf")
        if not chosen:
            return
        said = text.say("letter.saved", number=made.letter_number, file=Path(chosen).name)

        def save(_: object) -> None:
            self.tools.operations.run(
                lambda _: Path(chosen).write_bytes(content), lambda _: self.tools.messages.tell(said)
            )

        # That it goes out is on record before it does.
        self.tools.operations.write(note_saved, made.number, then=save)

    def reverse(self) -> None:
        """Take the decision back, for a reason, after showing which later decisions that would move."""
        if self.shown is None or not self.shown.decision.in_force:
            return
        made = self.shown.decision

        def ask(moved: Sequence[Moved]) -> None:
            answer = self.tools.messages.ask(self._question(made, moved))
            if answer is not None:
                self._take_back(made, answer.reason)

        self.tools.operations.read(later_decisions, made.number, then=ask, lane="reverse")

    def undo(self) -> None:
        """Take one's own decision back without a reason, while its letter never left the house."""
        if self.shown is not None and self.shown.at_once:
            said = text.say("letter.reversed", decision=self.shown.decision.number)
            self.tools.operations.write(take_back, self.shown.decision.number, told=lambda _: said)

    def _question(self, made: DecisionRow, moved: Sequence[Moved]) -> Question:
        amount = format_rappen(made.amount)
        about = {"decision": made.number, "claim": made.claim_number, "amount": amount}
        said = [text.say("letter.reverse.about", **about)]
        if moved:
            said.append(text.say("letter.reverse.later"))
        for later in moved:
            before, after = format_rappen(later.before), format_rappen(later.after)
            said.append(f"{later.decision.number}: CHF {before} → {after}")
        title = text.say("letter.reverse.title")
        return Question(title, "\n".join(said), text.say("letter.reverse.yes"), wants_reason=True)

    def _take_back(self, made: DecisionRow, reason: str) -> None:
        said = text.say("letter.reversed", decision=made.number)
        self.tools.operations.write(reverse, made.number, reason, told=lambda _: said)

    def refresh(self, changes: frozenset[str]) -> None:
        """The decision may have been taken back."""
        if self.shown is None or self.place is None:
            return
        if f"claim:{self.shown.decision.claim_number}" in changes:
            self.open(self.place)

    def _can_go_out(self) -> bool:
        """Whether the letter may leave the house: not where its decision was undone before it did."""
        return self.shown is not None and not self.shown.decision.was_at_once

    def open_claim(self) -> None:
        """Go to the claim that was decided."""
        if self.shown is not None:
            self.tools.go(Place(Kind.CLAIM, self.shown.decision.claim_number))

    def focus_first(self) -> None:
        """The paper, so that the arrows scroll."""
        self.paper.setFocus()

    def _put_texts(self) -> None:
        text.follow(self.print.setText, "letter.print")
        text.follow(self.save.setText, "letter.save")
        text.follow(self.fit.setText, "letter.fit")
        text.follow(self.print_action.setText, "letter.print_letter")
        text.follow(self.save_action.setText, "letter.save_letter")
        text.follow(self.reverse_action.setText, "letter.take_back")
        text.follow(self.undo_action.setText, "letter.undo")
        text.follow(self.smaller.setAccessibleName, "letter.smaller")
        text.follow(self.larger.setAccessibleName, "letter.larger")
        text.follow(self.fit.setAccessibleName, "letter.page_width")
        text.follow(self.paper.setAccessibleName, "letter.paper")
        text.rerun(self._show_words)

    def _show(self, view: LetterView) -> None:
        if self.shown is None or self.shown.content != view.content:
            self._load(view.content)
        self.shown = view
        self.show_identity(view.identity)
        self._enable()
        self._show_words()

    def _load(self, content: bytes) -> None:
        # Taken away while its pages are being drawn, the same document would stay blank when it comes back.
        self.document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray(content))
        self._buffer.open(QBuffer.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)
        self.fit_width()

    def _show_words(self) -> None:
        view = self.shown
        if view is None:
            self.show_title(text.say("words.letter"))
            return
        made = view.decision
        title = text.say("letter.number", number=made.letter_number)
        self._heading.setText(title)
        when = format_date(made.at.astimezone().date())
        self._about.setText(text.say("letter.about", day=when, amount=format_rappen(made.amount), by=made.by))
        self._claim.setText(text.say("words.claim_number", number=made.claim_number))
        self._reversed.setText(text.say("letter.not_sent" if made.was_at_once else "words.reversed"))
        self._reversed.setVisible(not made.in_force)
        set_tone(self._about, "")
        self.show_title(title)

    def _enable(self) -> None:
        self.reverse_action.setEnabled(self.shown is not None and self.shown.decision.in_force)
        self.undo_action.setEnabled(self.shown is not None and self.shown.at_once)
        for press in (self.smaller, self.larger, self.fit):
            press.setEnabled(self.shown is not None)
        for out in (self.save, self.print, self.save_action, self.print_action):
            out.setEnabled(self._can_go_out())
        for part in (self._heading, self._about, self._claim):
            part.setVisible(self.shown is not None)
        self._reversed.setVisible(self.shown is not None and not self.shown.decision.in_force)

    def _ask_place(self, name: str) -> str:
        chosen, _ = QFileDialog.getSaveFileName(self, text.say("letter.save_letter"), name, "PDF (*.pdf)")
        return chosen

    def _dress(self) -> None:
        palette = self.paper.palette()
        palette.setColor(QPalette.ColorRole.Dark, self.tools.theme.colour("track"))
        self.paper.setPalette(palette)
        muted, on_accent = self.tools.theme.tokens.ink, self.tools.theme.tokens.on_accent
        for press, name in ((self.smaller, "minus"), (self.larger, "plus"), (self.save, "save")):
            press.setIcon(icon(name, muted))
        self.print.setIcon(icon("print", on_accent))

    def _lay_out(self) -> None:
        words = column(row(self._heading, self._reversed, None, gap=Space.MEDIUM), self._about, gap=2)
        tools = row(self.smaller, self.larger, self.fit, Space.MEDIUM, self.save, self.print)
        head = row(
            words, None, self._claim, Space.MEDIUM, tools, margins=(Space.PAGE, Space.LARGE, Space.PAGE, 0)
        )
        self.paper.setFrameShape(QFrame.Shape.NoFrame)
        layout = column(head, column(hairline(), self.paper, gap=0), gap=Space.LARGE)
        layout.setStretch(1, 1)
        self.setLayout(layout)
