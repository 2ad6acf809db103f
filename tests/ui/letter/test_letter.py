from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest

from caseworker.models.letters.rows import LetterState
from caseworker.services.letters.sending import was_sent
from caseworker.ui.kit.messages import Answer, Question
from caseworker.ui.kit.places import Kind, Place
from caseworker.ui.pages.letter.page import LetterPage
from caseworker.ui.pages.letter.printing import draw_pages
from caseworker.ui.window.shell import Shell
from tests.ui.world import World


def open_letter(shell: Shell, decision: str) -> LetterPage:
    shell.go(Place(Kind.LETTER, decision))
    shell.operations.wait()
    assert isinstance(shell.page, LetterPage)
    return shell.page


@pytest.fixture
def page(shell: Shell, world: World) -> LetterPage:
    return open_letter(shell, world.decisions[0])


def test_the_letter_is_shown_as_it_was_kept(page: LetterPage, world: World) -> None:
    assert page.shown is not None
    assert page.document.pageCount() >= 1
    assert page.shown.content.startswith(b"%PDF")
    assert page.title == f"Letter {page.shown.letter.number}"


def test_the_page_is_about_the_person_written_to(shell: Shell, page: LetterPage, world: World) -> None:
    assert page.identity is not None
    assert page.identity.name == "Bernasconi"
    assert shell.banner is not None
    assert shell.banner.isVisible()


def test_the_same_letter_again_is_the_same_bytes(shell: Shell, page: LetterPage, world: World) -> None:
    assert page.shown is not None
    first = page.shown.content
    open_letter(shell, world.decisions[1])
    assert page.shown.content != first
    open_letter(shell, world.decisions[0])
    assert page.shown.content == first


def test_zoom_goes_both_ways_and_back(page: LetterPage) -> None:
    page.fit_width()
    fitting = page.paper.zoomFactor()
    QTest.mouseClick(page.larger, Qt.MouseButton.LeftButton)
    assert page.paper.zoomFactor() > fitting
    QTest.mouseClick(page.smaller, Qt.MouseButton.LeftButton)
    QTest.mouseClick(page.smaller, Qt.MouseButton.LeftButton)
    assert page.paper.zoomFactor() < fitting
    QTest.mouseClick(page.fit, Qt.MouseButton.LeftButton)
    assert page.paper.zoomFactor() == pytest.approx(fitting)


def test_a_letter_that_is_looked_up_again_stays_as_large_as_it_was(shell: Shell, page: LetterPage) -> None:
    page.zoom(1.5)
    before = page.paper.zoomFactor()
    page.refresh(frozenset())
    shell.operations.wait()
    assert page.paper.zoomFactor() == before


def test_saving_writes_the_kept_bytes(shell: Shell, page: LetterPage, tmp_path: Path) -> None:
    assert page.shown is not None
    names: list[str] = []

    def choose(name: str) -> str:
        names.append(name)
        return str(tmp_path / "letter.pdf")

    page.ask_place = choose
    page.save_action.trigger()
    shell.operations.wait()
    assert (tmp_path / "letter.pdf").read_bytes() == page.shown.content
    assert names == [f"{page.shown.letter.number}.pdf"]


def test_a_place_that_cannot_be_written_is_said(shell: Shell, page: LetterPage, tmp_path: Path) -> None:
    page.ask_place = lambda _: str(tmp_path / "nowhere" / "letter.pdf")
    page.save.click()
    shell.operations.wait()
    assert shell.notice.isVisible()


def test_printing_draws_every_page_on_paper(page: LetterPage, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    assert draw_pages(page.document, printer)
    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF")


def test_the_paper_is_drawn(page: LetterPage) -> None:
    picture = page.document.render(0, page.document.pagePointSize(0).toSize())
    dark = sum(
        QColor(picture.pixel(x, y)).lightness() < 128 and picture.pixelColor(x, y).alpha() > 0
        for x in range(0, picture.width(), 2)
        for y in range(0, picture.height(), 2)
    )
    assert dark > 200


def test_a_decision_is_taken_back_for_a_reason(own_shell: Shell, own_world: World) -> None:
    asked: list[Question] = []

    def answer(question: Question) -> Answer:
        asked.append(question)
        return Answer("entered for the wrong person")

    own_shell.messages.asker = answer
    page = open_letter(own_shell, own_world.decisions[0])
    page.reverse_action.trigger()
    own_shell.operations.wait()
    [question] = asked
    assert question.wants_reason
    assert own_world.decisions[0] in question.text
    assert page.shown is not None
    assert page.shown.decision is not None
    assert page.shown.decision.reason == "entered for the wrong person"
    assert not page.reverse_action.isEnabled()


def test_no_answer_leaves_the_decision(own_shell: Shell, own_world: World) -> None:
    own_shell.messages.asker = lambda _: None
    page = open_letter(own_shell, own_world.decisions[0])
    page.reverse_action.trigger()
    own_shell.operations.wait()
    assert page.shown is not None
    assert page.shown.in_force


def test_ones_own_decision_is_undone_until_its_letter_leaves_the_house(
    own_shell: Shell, own_world: World, tmp_path: Path
) -> None:
    page = open_letter(own_shell, own_world.decisions[0])
    assert page.undo_action.isEnabled()
    page.undo_action.trigger()
    own_shell.operations.wait()
    assert page.shown is not None
    assert page.shown.state is LetterState.NOT_SENT
    assert page.chip.text() == "not sent"
    out = (page.save, page.print, page.save_action, page.print_action, page.undo_action, page.reverse_action)
    assert [each.isEnabled() for each in out] == [False] * len(out)

    page = open_letter(own_shell, own_world.decisions[1])
    page.ask_place = lambda _: str(tmp_path / "letter.pdf")
    page.save_action.trigger()
    own_shell.operations.wait()
    assert not page.undo_action.isEnabled()
    assert page.reverse_action.isEnabled()


@pytest.mark.parametrize("back", ["undone", "for a reason"])
def test_work_goes_on_at_the_claim_once_its_decision_is_taken_back(
    own_shell: Shell, own_world: World, back: str
) -> None:
    own_shell.messages.asker = lambda _: Answer("wrong invoice")
    page = open_letter(own_shell, own_world.decisions[0])
    assert page.shown is not None
    claim = page.shown.letter.about_key or ""
    if back == "undone":
        page.undo_action.trigger()
    else:
        page.reverse_action.trigger()
    own_shell.operations.wait()
    assert own_shell.history.here == Place(Kind.CLAIM, claim)
    own_shell.back()
    own_shell.operations.wait()
    assert own_shell.page is page, "the letter can still be looked at"


def test_what_could_not_be_written_as_a_file_is_still_on_record_as_going_out(
    own_shell: Shell, own_world: World, tmp_path: Path
) -> None:
    page = open_letter(own_shell, own_world.decisions[0])
    page.ask_place = lambda _: str(tmp_path / "nowhere" / "letter.pdf")
    page.save.click()
    own_shell.operations.wait()
    assert own_shell.notice.isVisible()
    assert own_world.access.read(was_sent, own_world.decisions[0])
