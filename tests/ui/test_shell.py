from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton

from caseworker.errors import Refusal
from caseworker.ui.kit.dialogs import QuestionDialog
from caseworker.ui.kit.language import SPOKEN
from caseworker.ui.kit.messages import Answer, Question
from caseworker.ui.kit.places import HOME, Kind, Place
from caseworker.ui.kit.theme import Mode
from caseworker.ui.window.pages import PAGES
from caseworker.ui.window.shell import Shell
from tests.ui.world import GIULIA, JOERG, World

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def places(shell: Shell, world: World) -> list[Place]:
    found = [Place(Kind.PERSON, world.people[GIULIA]), Place(Kind.QUEUE), Place(Kind.CLAIM, world.claims[3])]
    for place in found:
        shell.go(place)
        shell.operations.wait()
    return found


def here(shell: Shell) -> Place | None:
    return shell.history.here


def test_alt_and_the_arrows_go_back_and_forth(shell: Shell, places: list[Place]) -> None:
    QTest.keyClick(shell, Qt.Key.Key_Left, ALT)
    QTest.keyClick(shell, Qt.Key.Key_Left, ALT)
    assert here(shell) == places[0]
    QTest.keyClick(shell, Qt.Key.Key_Right, ALT)
    assert here(shell) == places[1]


def test_the_pages_have_keys_from_anywhere(shell: Shell, places: list[Place]) -> None:
    QTest.keyClick(shell, Qt.Key.Key_2, CTRL)
    assert here(shell) == Place(Kind.QUEUE)
    QTest.keyClick(shell, Qt.Key.Key_1, CTRL)
    assert here(shell) == HOME


def test_the_sidebar_marks_where_one_is(shell: Shell, places: list[Place], world: World) -> None:
    shell.go(places[0])
    shell.operations.wait()
    QApplication.processEvents()
    marked = [b.text() for b in shell.sidebar.findChildren(QPushButton) if b.isChecked() and b.isVisible()]
    assert marked == ["Bernasconi Giulia"]
    shell.go(Place(Kind.QUEUE))
    marked = [b.text() for b in shell.sidebar.findChildren(QPushButton) if b.isChecked() and b.isVisible()]
    assert len(marked) == 1
    assert marked[0].startswith("Claims")


def test_the_title_of_the_window_says_what_is_shown(shell: Shell, places: list[Place]) -> None:
    shell.go(places[0])
    shell.operations.wait()
    assert shell.windowTitle() == "Bernasconi Giulia – caseworker"


def test_no_shortcut_takes_a_letter_from_a_swiss_keyboard(shell: Shell, places: list[Place]) -> None:
    shell.go(HOME)
    taken = [a.shortcut().toString() for a in shell.menus.commands() if not a.shortcut().isEmpty()]
    assert "Ctrl+Z" not in taken  # it belongs to the text field that has the focus
    for place in places:
        shell.go(place)
        taken += [a.shortcut().toString() for a in shell.page.actions()]
    assert "Ctrl+N" in taken
    assert [keys for keys in taken if "Ctrl+Alt" in keys] == []


def test_no_two_commands_of_a_page_share_a_shortcut(shell: Shell, places: list[Place]) -> None:
    for place in [HOME, *places]:
        shell.go(place)
        actions = [shell.menus.palette, *shell.menus.commands()]
        keys = [keys.toString() for action in actions for keys in action.shortcuts()]
        assert sorted(keys) == sorted(set(keys))


def test_no_page_takes_the_number_of_a_desk(shell: Shell) -> None:
    numbers = {f"Ctrl+{number}" for number in range(1, 10)}
    for kind in PAGES:
        actions = shell.page_of(kind).actions()
        assert numbers.isdisjoint(keys.toString() for action in actions for keys in action.shortcuts())


@pytest.mark.parametrize("language", SPOKEN)
def test_no_two_mnemonics_are_the_same(shell: Shell, language: str) -> None:
    shell.tools.language.use(language)
    menus = [shell.menus.bar, *shell.menus.bar.findChildren(QMenu)]
    for texts in [[action.text() for action in menu.actions()] for menu in menus]:
        taken = [found for text in texts if (found := QKeySequence.mnemonic(text).toString())]
        assert sorted(taken) == sorted(set(taken))
    titles = [action.text() for action in shell.menus.bar.actions()]
    shell.tools.language.use("en")
    assert [title for title in titles if "&" not in title] == []


def test_every_command_has_a_name_in_the_palette(shell: Shell, places: list[Place]) -> None:
    for place in [HOME, *places]:
        shell.go(place)
        assert [action for action in shell.page.actions() if not action.text()] == []


def test_the_language_changes_at_once(shell: Shell, places: list[Place]) -> None:
    shell.go(places[0])
    shell.operations.wait()
    shell.tools.language.use("it")
    shown = " ".join(label.text() for label in shell.findChildren(QLabel) if label.isVisible())
    assert "Fascia di premio" in shown
    assert "Premium band" not in shown
    assert shell.menus.desks[1].text() == "Cerca"
    shell.tools.language.use("en")
    assert shell.menus.desks[1].text() == "Find"


def test_look_and_language_are_kept_for_the_next_day(
    own_shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What a look does to the window is in test_look_in_sight.py.
    monkeypatch.setattr(own_shell.tools.theme, "apply", own_shell.tools.theme.changed.emit)
    own_shell.tools.theme.use(Mode.DARK)
    own_shell.tools.theme.step(1)
    own_shell.tools.language.use("it")
    kept = own_shell.preferences
    assert (kept.mode, kept.points, kept.language) == (Mode.DARK, 12.0, "it")
    own_shell.tools.language.use("en")


def test_whom_one_saw_is_kept_by_number_only(own_shell: Shell, own_world: World) -> None:
    for who in (GIULIA, JOERG, GIULIA):
        own_shell.go(Place(Kind.PERSON, own_world.people[who]))
    assert own_shell.preferences.recent == (own_world.people[GIULIA], own_world.people[JOERG])


def test_the_last_action_stays_with_its_undo(shell: Shell) -> None:
    undone: list[str] = []
    shell.messages.tell("Fact set.", lambda: undone.append("fact"))
    offered = shell.status.can_undo and shell.menus.undo.isEnabled()
    QTest.keyClick(shell, Qt.Key.Key_Z, ALT)
    assert (offered, shell.status.can_undo, shell.menus.undo.isEnabled()) == (True, False, False)
    assert undone == ["fact"]
    QTest.keyClick(shell, Qt.Key.Key_Z, ALT)
    assert undone == ["fact"]


def test_a_refusal_says_how_to_go_on_until_something_succeeds(shell: Shell) -> None:
    shell.messages.refuse(Refusal("The amount is missing.", "Type what was charged."))
    said = [label.text() for label in shell.notice.findChildren(QLabel)]
    assert "The amount is missing." in said
    assert "Type what was charged." in said
    assert shell.notice.isVisible()
    shell.messages.tell("Saved.")
    assert not shell.notice.isVisible()


def test_a_refusal_is_told_in_the_language_of_the_window(shell: Shell) -> None:
    refusal = Refusal("There is no claim {number}.", "Look it up in the queue.", number="C12")
    shell.tools.language.use("it")
    shell.messages.refuse(refusal)
    said = [label.text() for label in shell.notice.findChildren(QLabel)]
    shell.tools.language.use("en")
    shell.messages.clear()
    assert "Non esiste nessun caso C12." in said
    assert "Lo cerchi tra i casi." in said


@pytest.fixture
def question() -> Question:
    return Question("Take back?", "Decision D1", "Take back", wants_reason=True)


def test_a_question_names_its_action_and_waits_for_the_reason(shell: Shell, question: Question) -> None:
    dialog = QuestionDialog(question, shell)
    assert dialog.yes.text() == "Take back"
    assert not dialog.yes.isEnabled()
    dialog.reason.setText("   ")
    assert not dialog.yes.isEnabled()
    dialog.reason.setText("wrong line")
    assert dialog.yes.isEnabled()
    dialog.deleteLater()


def test_questions_can_be_answered_by_a_test(shell: Shell, question: Question) -> None:
    before, shell.messages.asker = shell.messages.asker, lambda q: Answer(q.text)
    assert shell.messages.ask(question) == Answer("Decision D1")
    shell.messages.asker = before
