from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from caseworker.services.context import Context, Session
from caseworker.services.people.rows import Found
from caseworker.ui.kit.finder import source
from caseworker.ui.kit.finder.palette import Palette
from caseworker.ui.kit.finder.view import FindView
from caseworker.ui.kit.places import HOME, Kind, Place
from caseworker.ui.pages.find.page import FindPage
from caseworker.ui.window.shell import Shell
from tests.support.type_text import type_text
from tests.ui.world import GIULIA, JOERG, World

AHV = "7569217076985"


@pytest.fixture
def view(shell: Shell) -> FindView:
    page = shell.page
    assert isinstance(page, FindPage)
    return page.view


@pytest.fixture
def palette(shell: Shell) -> Iterator[Palette]:
    shell.open_palette()
    shell.operations.wait()
    assert shell.palette_over is not None
    yield shell.palette_over
    shell.palette_over.hide()


def names(view: FindView) -> list[str]:
    return [f"{row.found.hit.name} {row.found.hit.given_name}" for row in view.state.rows() if row.found]


def press(view: FindView, key: Qt.Key) -> None:
    QTest.keyClick(view.line, key)


@pytest.mark.parametrize(
    "typed", ["mül", "muel", "mul", "Müller jö", "jörg m", "03.02.1961", "1961-02-03", "3/2/1961"]
)
def test_people_are_found_as_one_types(shell: Shell, view: FindView, typed: str) -> None:
    type_text(view.line, typed)
    shell.operations.wait()
    assert "Müller Jörg" in names(view)


def test_numbers_find_their_person(shell: Shell, view: FindView, world: World) -> None:
    type_text(view.line, world.people[GIULIA])
    shell.operations.wait()
    assert names(view) == ["Bernasconi Giulia"]


def test_an_ahv_number_finds_its_person_with_or_without_dots(shell: Shell, view: FindView) -> None:
    for typed in (AHV, "756.9217.0769.85"):
        view.line.clear()
        type_text(view.line, typed)
        shell.operations.wait()
        assert names(view) == ["Bernasconi Giulia"]


def test_enter_opens_the_first(shell: Shell, view: FindView, world: World) -> None:
    type_text(view.line, "müller")
    shell.operations.wait()
    press(view, Qt.Key.Key_Return)
    assert shell.history.here == Place(Kind.PERSON, world.people[JOERG])


def test_the_arrows_move_while_one_types(shell: Shell, view: FindView) -> None:
    type_text(view.line, "bern")
    shell.operations.wait()
    first = view.list.currentIndex().row()
    press(view, Qt.Key.Key_Down)
    assert view.list.currentIndex().row() == first + 1
    press(view, Qt.Key.Key_PageUp)
    assert view.list.currentIndex().row() == first


def test_enter_before_the_answer_opens_the_answer(
    shell: Shell, view: FindView, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    held, ask = threading.Event(), source.find

    def slow(session: Session, ctx: Context, text: str) -> list[Found]:
        held.wait(5)
        return list(ask(session, ctx, text))

    monkeypatch.setattr(source, "find", slow)
    type_text(view.line, "müller j")
    press(view, Qt.Key.Key_Return)
    assert shell.history.here == HOME
    held.set()
    shell.operations.wait()
    assert shell.history.here == Place(Kind.PERSON, world.people[JOERG])


def test_only_the_answer_to_what_stands_there_is_shown(shell: Shell, view: FindView) -> None:
    type_text(view.line, "bern")
    view.line.clear()
    type_text(view.line, "müll")
    shell.operations.wait()
    assert names(view) == ["Müller Jörg", "Mueller Zoë"]


def test_ctrl_k_finds_over_any_page_and_escape_goes_back(shell: Shell, world: World) -> None:
    shell.go(Place(Kind.PERSON, world.people[GIULIA]))
    shell.operations.wait()
    QTest.keyClick(shell, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    shell.operations.wait()
    palette = shell.palette_over
    assert palette is not None
    assert palette.isVisible()
    assert palette.view.line.hasFocus()
    QTest.keyClick(palette.view.line, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert shell.history.here == Place(Kind.PERSON, world.people[GIULIA])


def test_the_palette_begins_commands_and_shows_their_keys(shell: Shell, palette: Palette) -> None:
    type_text(palette.view.line, "claims")
    shell.operations.wait()
    commands = [row.command for row in palette.view.state.rows() if row.command is not None]
    assert [(c.text(), c.shortcut().toString()) for c in commands] == [("Claims", "Ctrl+2")]
    press(palette.view, Qt.Key.Key_Return)
    assert shell.history.here == Place(Kind.QUEUE)
    assert not palette.isVisible()


def test_a_command_of_the_palette_leaves_the_focus_where_it_was(shell: Shell, world: World) -> None:
    shell.go(Place(Kind.CLAIM, person=world.people[GIULIA]))
    shell.operations.wait()
    before = QApplication.focusWidget()
    assert isinstance(before, QLineEdit)
    shell.open_palette()
    palette = shell.palette_over
    assert palette is not None
    type_text(palette.view.line, "deutsch")
    shell.operations.wait()
    press(palette.view, Qt.Key.Key_Return)
    assert shell.tools.language.code == "de"
    assert QApplication.focusWidget() is before


def test_tab_does_not_leave_the_palette(shell: Shell, palette: Palette) -> None:
    press(palette.view, Qt.Key.Key_Tab)
    assert palette.view.line.hasFocus()


def test_a_page_brings_its_own_commands(shell: Shell, world: World) -> None:
    shell.go(Place(Kind.PERSON, world.people[GIULIA]))
    shell.open_palette()
    palette = shell.palette_over
    assert palette is not None
    type_text(palette.view.line, "new cl")
    shell.operations.wait()
    commands = [row.command for row in palette.view.state.rows() if row.command is not None]
    assert [(c.text(), c.shortcut().toString()) for c in commands] == [("New claim", "Ctrl+N")]
    palette.hide()


def test_whom_one_saw_last_stands_there_when_nothing_is_typed(shell: Shell, world: World) -> None:
    shell.go(Place(Kind.PERSON, world.people[JOERG]))
    shell.go(HOME)
    shell.operations.wait()
    page = shell.page
    assert isinstance(page, FindPage)
    page.view.begin()
    shell.operations.wait()
    assert names(page.view)[0] == "Müller Jörg"


def test_the_palette_is_as_tall_as_what_is_found_now(shell: Shell, palette: Palette) -> None:
    for typed in ("language", "giulia", "zzzz", "03.02.1961"):
        palette.view.line.setText(typed)
        shell.operations.wait()
        card = palette.view.parentWidget()
        assert card is not None
        taken = card.height()
        QTest.qWait(0)
        layout = card.layout()
        assert layout is not None
        layout.activate()
        assert taken == card.sizeHint().height()
