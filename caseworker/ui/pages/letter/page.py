"""A letter as it was sent: the kept bytes, to read, print and save."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QPalette
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QFileDialog, QFrame, QWidget

from caseworker.models.letters.rows import LetterState
from caseworker.rights import Right
from caseworker.services.claims.reading import decision
from caseworker.services.claims.requesting import withdraw_request
from caseworker.services.claims.reversing import can_take_back, later_decisions, reverse, take_back
from caseworker.services.letters.issuing import issue_letter, owner
from caseworker.services.letters.sending import happened_to, note_printed, note_saved, state
from caseworker.services.people.identity import identity
from caseworker.services.people.rows import Identity
from caseworker.ui.kit import text, words
from caseworker.ui.kit.elements import button, column, hairline, label, row, set_tone
from caseworker.ui.kit.house import day_of
from caseworker.ui.kit.icons import icon
from caseworker.ui.kit.messages import Question
from caseworker.ui.kit.page import Page, Tools
from caseworker.ui.kit.places import Kind, Place
from caseworker.ui.kit.tokens import Space
from caseworker.ui.pages.letter.printing import choose_printer, draw_bytes
from caseworker.wording.format import format_date, format_rappen

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from caseworker.models.claims.rows import DecisionRow
    from caseworker.models.letters.rows import LetterEventRow, LetterRow
    from caseworker.services.claims.reversing import Moved
    from caseworker.services.context import Context, Session

_ZOOM_STEP = 1.2
_WIDEST = 780


class LetterView(NamedTuple):
    """A letter, what happened to it, the decision it tells (None: it tells none), and whom it is for."""

    identity: Identity
    letter: LetterRow
    events: tuple[LetterEventRow, ...]
    state: LetterState
    decision: DecisionRow | None
    at_once: bool  # who looks at it can undo it: the letter never left the house

    @property
    def content(self) -> bytes:
        """The kept bytes."""
        return self.letter.content or b""

    @property
    def names(self) -> tuple[str | None, ...]:
        """The numbers that the letter answers to."""
        return self.letter.number, self.letter.decision_number

    @property
    def in_force(self) -> bool:
        """Whether it tells a decision that was not taken back."""
        return self.decision is not None and self.decision.in_force

    @property
    def stands(self) -> bool:
        """Whether it goes out or went out, and what it tells was not taken back."""
        return self.state is not LetterState.NOT_SENT and (self.decision is None or self.decision.in_force)


def load_letter(session: Session, ctx: Context, number: str) -> LetterView:
    """A letter by its own number or its decision's; drawn now if it never was, and kept."""
    found = issue_letter(session, ctx, number)
    stands, made = state(session, ctx, number), None
    if found.decision_number is None:
        at_once = stands is LetterState.READY and Right.LETTERS_REQUEST in ctx.actor.rights
    else:
        made = decision(session, ctx, found.decision_number)
        at_once = can_take_back(session, ctx, made.number)
    return LetterView(
        identity(session, ctx, owner(session, ctx, number)),
        found,
        happened_to(session, ctx, number),
        stands,
        made,
        at_once,
    )


class LetterPage(Page):
    """The place's key is the letter's number, or that of the decision that it tells."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self.shown: LetterView | None = None
        self.ask_place: Callable[[str], str] = self._ask_place
        self.ask_printer: Callable[[QWidget], QPrinter | None] = choose_printer
        self._buffer = QBuffer(self)
        self.document = QPdfDocument(self)
        self.paper = QPdfView(self)
        self.paper.setDocument(self.document)
        text.follow(self.paper.setAccessibleName, "letter.paper")
        self.paper.setPageMode(QPdfView.PageMode.MultiPage)
        self._heading, self._about = label("title"), label("muted")
        self.chip = label("chip", tone="negative")
        self._claim = button("link", self.open_claim)
        self.smaller = button("", lambda: self.zoom(1 / _ZOOM_STEP), name="letter.smaller")
        self.larger = button("", lambda: self.zoom(_ZOOM_STEP), name="letter.larger")
        self.fit = button("", self.fit_width, "letter.fit", name="letter.page_width")
        self.save = button("", self.save_as, "letter.save")
        self.print = button("primary", self.print_out, "letter.print")
        self.print_action = self.command(self.print_out, "Ctrl+P", "letter.print_letter")
        self.reverse_action = self.command(self.reverse, say="letter.take_back")
        self.undo_action = self.command(self.undo)
        self.save_action = self.command(self.save_as, "Ctrl+Shift+S", "letter.save_letter")
        self._lay_out()
        tools.theme.changed.connect(self._dress)
        text.rerun(self._show_words)
        self._dress()

    def open(self, place: Place) -> None:
        """Show a letter."""
        super().open(place)
        if self.shown is None or place.key not in (
            self.shown.letter.number,
            self.shown.letter.decision_number,
        ):
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
        """Print, after the system's own dialog; that it goes out is on record before it does."""
        if self.shown is None or (printer := self.ask_printer(self)) is None:
            return
        content, number = self.shown.content, self.shown.letter.number

        def draw(_: object) -> None:
            if draw_bytes(content, printer):
                self.tools.messages.tell(text.say("letter.printed", number=number))

        self.tools.operations.write(note_printed, number, then=draw)

    def save_as(self) -> None:
        """Save the kept bytes as a file; that they go out is on record before they do."""
        if self.shown is None:
            return
        content, number = self.shown.content, self.shown.letter.number
        chosen = self.ask_place(f"{number}.pdf")
        if not chosen:
            return
        said = text.say("letter.saved", number=number, file=Path(chosen).name)

        def write(_: object) -> None:
            self.tools.operations.run(
                lambda _: Path(chosen).write_bytes(content), lambda _: self.tools.messages.tell(said)
            )

        self.tools.operations.write(note_saved, number, then=write)

    def undo(self) -> None:
        """Take one's own decision back without a reason, or call a request off, while nothing was sent."""
        view = self.shown
        if view is None or not view.at_once:
            return
        if view.decision is not None:
            said = text.say("letter.reversed", decision=view.decision.number)
            self.tools.operations.write(take_back, view.decision.number, told=lambda _: said)
        else:
            said = text.say("letter.withdrawn", number=view.letter.number)
            self.tools.operations.write(withdraw_request, view.letter.number, told=lambda _: said)

    def reverse(self) -> None:
        """Take the decision back, for a reason, after showing which later decisions that would move."""
        made = None if self.shown is None else self.shown.decision
        if made is None or not made.in_force:
            return

        def ask(moved: Sequence[Moved]) -> None:
            answer = self.tools.messages.ask(self._question(made, moved))
            if answer is not None:
                self._take_back(made, answer.reason)

        self.tools.operations.read(later_decisions, made.number, then=ask, lane="reverse")

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
        """The decision may have been taken back, the letter printed."""
        if self.shown is None or self.place is None:
            return
        if changes & {f"claim:{self.shown.letter.about_key}", f"letter:{self.shown.letter.number}"}:
            self.tools.operations.write(load_letter, self.place.key, then=self._show_again)

    def open_claim(self) -> None:
        """Go to the claim that the letter is about."""
        if self.shown is not None and self.shown.letter.about_key:
            self.tools.go(Place(Kind.CLAIM, self.shown.letter.about_key))

    def focus_first(self) -> None:
        """The paper, so that the arrows scroll."""
        self.paper.setFocus()

    def _show(self, view: LetterView) -> None:
        if self.shown is None or self.shown.content != view.content:
            self._load(view.content)
        self.shown = view
        self.show_identity(view.identity)
        self._enable()
        self._show_words()

    def _show_again(self, view: LetterView) -> None:
        """Where the letter has just lost what it tells, work goes on at its claim."""
        stood = self.shown is not None and self.shown.names == view.names and self.shown.stands
        self._show(view)
        if stood and not view.stands and self.isVisible():
            self.open_claim()

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
            self.undo_action.setText(text.say("letter.undo"))
            return
        title = text.say("letter.number", number=view.letter.number)
        self._heading.setText(title)
        self._about.setText(_about(view))
        self._claim.setText(text.say("words.claim_number", number=view.letter.about_key or ""))
        self.undo_action.setText(text.say("letter.withdraw" if view.decision is None else "letter.undo"))
        said, tone = _standing(view)
        self.chip.setText(said)
        set_tone(self.chip, tone)
        set_tone(self._about, "")
        self.show_title(title)

    def _enable(self) -> None:
        view = self.shown
        self.reverse_action.setEnabled(view is not None and view.in_force)
        self.undo_action.setEnabled(view is not None and view.at_once)
        for press in (self.smaller, self.larger, self.fit):
            press.setEnabled(view is not None)
        goes_out = view is not None and view.state is not LetterState.NOT_SENT
        for out in (self.save, self.print, self.save_action, self.print_action):
            out.setEnabled(goes_out)
        for part in (self._heading, self._about, self._claim, self.chip):
            part.setVisible(view is not None)

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
        about = column(row(self._heading, self.chip, None, gap=Space.MEDIUM), self._about, gap=2)
        tools = row(self.smaller, self.larger, self.fit, Space.MEDIUM, self.save, self.print)
        head = row(
            about, None, self._claim, Space.MEDIUM, tools, margins=(Space.PAGE, Space.LARGE, Space.PAGE, 0)
        )
        self.paper.setFrameShape(QFrame.Shape.NoFrame)
        layout = column(head, column(hairline(), self.paper, gap=0), gap=Space.LARGE)
        layout.setStretch(1, 1)
        self.setLayout(layout)


def _about(view: LetterView) -> str:
    """When and by whom it was written, and what it says in a word."""
    first, made = view.events[0], view.decision
    when = format_date(day_of(first.at))
    if made is not None:
        return text.say("letter.about", day=when, amount=format_rappen(made.amount), by=made.by)
    kind = words.letter_kind(view.letter.kind)
    until = view.letter.answer_by
    if until is None:
        return text.say("letter.about.kind", day=when, kind=kind, by=first.by)
    return text.say("letter.about.asks", day=when, kind=kind, by=first.by, until=format_date(until))


def _standing(view: LetterView) -> tuple[str, str]:
    """Where the letter stands, with its tone; that its decision was taken back, where it was."""
    if view.decision is not None and not view.decision.in_force and view.state is not LetterState.NOT_SENT:
        return text.say("words.reversed"), "negative"
    return words.letter_state(view.state), words.letter_tone(view.state)
