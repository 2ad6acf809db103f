"""Hands for the tests: keys go to whatever has the focus, as they do for the person at the desk."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from caseworker.ui.kit.cards.link import ArticleLink
from caseworker.ui.kit.form.answer import Answer
from caseworker.ui.kit.places import Kind, Place
from caseworker.ui.pages.claim.page import ClaimPage
from caseworker.ui.window.shell import Shell
from tests.support.type_text import type_text

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


class Clerk:
    """Works at the claim page of a window."""

    def __init__(self, shell: Shell) -> None:
        self.shell = shell

    @property
    def page(self) -> ClaimPage:
        """The claim page."""
        page = self.shell.pages[Kind.CLAIM]
        assert isinstance(page, ClaimPage)
        return page

    @property
    def focus(self) -> QWidget:
        """What has the focus."""
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def new_claim(self, person: str) -> None:
        """Begin a claim for a person."""
        self.go(Place(Kind.CLAIM, person=person))

    def open_claim(self, number: str) -> None:
        """Open a claim of the store."""
        self.go(Place(Kind.CLAIM, number))

    def go(self, place: Place) -> None:
        """Go somewhere, and wait until it is there."""
        self.shell.go(place)
        self.wait()

    def wait(self) -> None:
        """Until nothing is under way."""
        for _ in range(4):
            assert self.shell.operations.wait()
            QApplication.processEvents()

    def type(self, text: str) -> None:
        """Type into what has the focus."""
        type_text(self.focus, text)
        self.wait()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """One key, or a chord that the window may take."""
        QTest.keyClick(self.focus if modifier == NONE else self.shell, key, modifier)
        self.wait()

    def enter(self, *texts: str) -> None:
        """Type each text and press Enter behind it."""
        for text in texts:
            self.type(text)
            self.press(Key.Key_Return)

    def line(self, benefit: str, first: str, charged: str) -> None:
        """Fill the line that is looked at, from its benefit on."""
        self.page.entry.editor.focus_benefit()
        self.enter(benefit, first, "", charged)

    def answer(self, fact: str) -> Answer:
        """The control of a fact."""
        found = self.page.entry.facts.answer_of(fact) or self.page.entry.travel.facts.answer_of(fact)
        assert found is not None, fact
        return found

    def say(self, fact: str, key: Qt.Key) -> None:
        """Answer a fact by its key."""
        QTest.keyClick(self.answer(fact), key)
        self.wait()

    def think(self) -> None:
        """What the page does a moment after the last key, now."""
        self.page.showing.show_changes()

    @property
    def amount(self) -> str:
        """The amount of the line that is looked at."""
        return self.page.result.result.amount.text()

    @property
    def outcome(self) -> str:
        """Its result in words."""
        chip = self.page.result.result.chip
        return chip.text() if chip.isVisible() else ""

    @property
    def rows(self) -> list[tuple[str, str, str]]:
        """The table: benefit, result, paid."""
        return [(line.benefit, line.result, line.paid) for line in self.page.entry.model.lines]

    @property
    def result_text(self) -> str:
        """Everything that can be read on the right."""
        return texts_of(self.page.result)

    def article_links(self) -> list[ArticleLink]:
        """The links to articles in sight on the right."""
        return [link for link in self.page.result.findChildren(ArticleLink) if link.isVisible()]


def texts_of(widget: QWidget) -> str:
    """What can be read on a widget and all that is on it."""
    from PySide6.QtWidgets import QLabel

    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())
