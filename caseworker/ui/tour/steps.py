"""The main job, driven through the real widgets where nobody looks on, with a picture of each step."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from caseworker.errors import Refusal
from caseworker.ui.kit.cards.link import ArticleLink
from caseworker.ui.kit.places import HOME, Kind, Place
from caseworker.ui.kit.theme import Mode
from caseworker.ui.pages.claim.page import ClaimPage
from caseworker.ui.pages.find.page import FindPage
from caseworker.ui.pages.letter.page import LetterPage
from caseworker.ui.pages.person.page import PersonPage
from caseworker.ui.tour.stage import Stage
from caseworker.ui.tour.subject import Subject, choose_subject

if TYPE_CHECKING:
    from caseworker.services.access import Store

P = TypeVar("P", bound=QWidget)

_CHARGED = "480"
_SEARCHED = "schwimm"  # in any language; for most people something of it is not offered


class Taken(NamedTuple):
    """What the tour left behind."""

    pictures: tuple[Path, ...]
    letter: Path


def run_tour(store: Store, out: Path, say: Callable[[str], None] = lambda text: None) -> Taken:
    """Search, person, claim, facts, decision, letter, on a copy of the store; pictures and letter into `out`.

    Refusal where the store is no file, or has nobody whose page tells something.
    """
    with copied(store, out) as (copy, folder):
        return _Tour(Stage(copy, folder, out, say), out).run()


@contextmanager
def copied(store: Store, out: Path) -> Iterator[tuple[Store, Path]]:
    """A copy of the store, in which whatever is done is done, and a folder that goes with it."""
    from caseworker.services.access import Store
    from caseworker.services.store.backup import backup

    if not store.is_file:
        raise Refusal("The tour needs a store in a file.", "Make one with `caseworker demo`.")
    if QApplication.instance() is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    out.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder:
        copy = Path(folder, store.path.name if store.path else "tour.sqlite")
        backup(store, copy)
        opened = Store.open(f"sqlite:///{copy}")
        try:
            yield opened, Path(folder)
        finally:
            opened.close()


class _Tour:
    def __init__(self, stage: Stage, out: Path) -> None:
        self._stage, self._out = stage, out
        self._shell, self._access = stage.shell, stage.access

    def run(self) -> Taken:
        """All steps, in order."""
        self._stage.begin()
        subject = choose_subject(self._access)
        try:
            self._find(subject)
            self._person()
            self._enter(subject)
            letter = self._decide()
            self._request(subject)
            self._elsewhere(subject)
            return Taken(tuple(self._stage.pictures), letter)
        finally:
            self._stage.end()

    def _shoot(self, name: str, settled: Callable[[], None] | None = None) -> None:
        self._stage.shoot(f"{len(self._stage.pictures) + 1:02}-{name}", settled)

    def _settle(self) -> None:
        self._stage.settle()

    def _find(self, subject: Subject) -> None:
        page = self._page(FindPage)
        for key in subject.name.lower()[:4]:
            self._type(page.view.line, key)
        self._shoot("find")
        page.view.line.clear()
        self._type(page.view.line, f"{subject.name} {subject.given_name} {subject.birth_date:%d.%m.%Y}")
        self._settle()
        self._press(page.view.line, Qt.Key.Key_Return)

    def _person(self) -> None:
        self._settle()
        page = self._page(PersonPage)
        self._shoot("person")
        self._press(page.limits, Qt.Key.Key_Return)
        self._shoot("limit")
        self._trigger("Ctrl+N")

    def _enter(self, subject: Subject) -> None:
        self._settle()
        entry = self._page(ClaimPage).entry
        if subject.provider:
            self._type(entry.invoice.provider.entry, subject.provider)
            self._settle()
            self._press(entry.invoice.provider.entry, Qt.Key.Key_Return)
        self._type(entry.invoice.fields["invoice_number"].entry, "2026-0417")
        self._type(entry.editor.benefit.entry, _SEARCHED)
        self._shoot("benefit")
        entry.editor.benefit.entry.clear()
        self._line(subject)
        self._shoot("facts-missing")
        self._establish()

    def _line(self, subject: Subject) -> None:
        """A treatment of two weeks ago, of which nothing more is known yet."""
        editor = self._page(ClaimPage).entry.editor
        self._type(editor.benefit.entry, subject.benefit)
        self._settle()
        self._press(editor.benefit.entry, Qt.Key.Key_Return)
        treated: date = self._access.today() - timedelta(days=14)
        self._type(editor.fields["first"].entry, f"{treated:%d.%m.%Y}")
        self._type(editor.fields["charged"].entry, _CHARGED)

    def _establish(self) -> None:
        """Answer yes to every fact that is asked for, as an examiner does: one key each."""
        facts = self._page(ClaimPage).entry.facts
        for _ in range(20):
            if not facts.focus_first():
                break
            focus = QApplication.focusWidget()
            if focus is not None:
                self._type(focus, "j")
            self._settle()
        self._shoot("result")

    def _decide(self) -> Path:
        page = self._page(ClaimPage)
        links = [link for link in page.result.findChildren(ArticleLink) if link.isVisible()]
        if links:
            links[0].click()
            self._shoot("article")
            page.leave()
        self._trigger("Ctrl+Return")
        self._settle()
        letter = self._page(LetterPage)
        self._shoot("letter", self._stage.until_still)
        if letter.shown is None:
            raise Refusal("The letter of the tour was not drawn.", "Look at the pictures for why.")
        path = self._out / "letter.pdf"
        path.write_bytes(letter.shown.content)
        return path

    def _request(self, subject: Subject) -> None:
        """Another claim of the same person: what is missing in it is asked for by letter."""
        self._shell.go(Place(Kind.CLAIM, person=subject.number))
        self._settle()
        self._line(subject)
        self._settle()
        self._trigger("Ctrl+R")
        self._settle()
        letter = self._page(LetterPage)
        self._shoot("request", self._stage.until_still)
        letter.paper.pageNavigator().jump(letter.document.pageCount() - 1, QPointF())
        self._shoot("reply-sheet", self._stage.until_still)

    def _elsewhere(self, subject: Subject) -> None:
        shell = self._shell
        for desk in shell.registry.entries():
            if desk.place != HOME:  # where the tour began
                shell.go(desk.place)
                self._shoot("-".join(filter(None, (desk.place.kind, desk.place.key))))
        shell.open_palette()
        if shell.palette_over is not None:
            self._shoot("commands")
            self._press(shell.palette_over.view.line, Qt.Key.Key_Escape)
        shell.tools.theme.use(Mode.DARK)
        shell.go(Place(Kind.PERSON, subject.number))
        self._shoot("person-dark")
        if subject.open_claim:
            shell.go(Place(Kind.CLAIM, subject.open_claim))
            self._shoot("claim-dark")
        shell.go(HOME)
        self._shoot("find-dark")

    def _page(self, kind: type[P]) -> P:
        """The page in sight, which must be of a kind: else something was refused on the way."""
        page = self._shell.page
        if not isinstance(page, kind):
            raise Refusal(
                "The tour came to {page}.", "Look at the pictures for why.", page=type(page).__name__
            )
        return page

    def _type(self, widget: QWidget, text: str) -> None:
        widget.setFocus()
        for character in text:
            # Letters and digits have keys of their own, which is what single-key answers listen to.
            known = character.isascii() and character.isalnum()
            self._send(widget, ord(character.upper()) if known else 0, character)

    def _press(self, widget: QWidget, key: Qt.Key) -> None:
        self._send(widget, key.value, "")
        self._settle()

    def _trigger(self, keys: str) -> None:
        """Begin the command that has a shortcut."""
        wanted = QKeySequence(keys)
        for command in self._shell.menus.commands():
            if command.shortcut() == wanted:
                command.trigger()
                return
        raise Refusal("Nothing answers to {keys} here.", "Look at the pictures for why.", keys=keys)

    @staticmethod
    def _send(widget: QWidget, key: int, text: str) -> None:
        for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
            QGuiApplication.sendEvent(widget, event)
