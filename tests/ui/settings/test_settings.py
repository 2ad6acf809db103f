from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from caseworker.settings import SETTINGS
from caseworker.ui.kit import house
from caseworker.ui.kit.places import Place
from caseworker.ui.pages.settings.page import SettingsPage
from caseworker.ui.window.shell import Shell
from tests.support.type_text import type_text
from tests.ui.world import TODAY

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(own_shell: Shell) -> SettingsPage:
    """The page on a store of its own, nothing set yet."""
    return opened(own_shell)


def opened(shell: Shell) -> SettingsPage:
    shell.go(Place("settings"))
    shell.operations.wait()
    page = shell.page
    assert isinstance(page, SettingsPage)
    return page


def mark(page: SettingsPage, name: str, language: str = "") -> None:
    names = [(each.name, each.language) for each in page.model.rows]
    page.table.setCurrentIndex(page.model.index(names.index((name, language)), 0))
    page.tools.operations.wait()


def type_anew(page: SettingsPage, value: str) -> None:
    """Enter on the row, the value typed over the old one."""
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.form.value.editor
    type_text(page.form.value.editor, value)


def set_by_keys(page: SettingsPage, value: str, why: str) -> None:
    """Value, Enter, the day as it stands there, Enter, the reason, Enter."""
    type_anew(page, value)
    QTest.keyClick(page.form.value.editor, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.form.first.editor
    QTest.keyClick(page.form.first.editor, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.form.why.editor
    type_text(page.form.why.editor, why)
    QTest.keyClick(page.form.why.editor, Qt.Key.Key_Return)
    page.tools.operations.wait()


def cells(page: SettingsPage, name: str, language: str = "") -> list[str]:
    row = next(each for each in page.model.rows if (each.name, each.language) == (name, language))
    return [column.cell(row).text for column in page.model.columns]


def value_of(editor: QLineEdit | QPlainTextEdit) -> str:
    return editor.text() if isinstance(editor, QLineEdit) else editor.toPlainText()


def test_the_eighth_desk_shows_every_setting(own_shell: Shell) -> None:
    own_shell.activateWindow()
    QTest.keyClick(own_shell, Qt.Key.Key_8, CTRL)
    own_shell.operations.wait()
    page = own_shell.page
    assert isinstance(page, SettingsPage)
    assert {row.name for row in page.model.rows} == set(SETTINGS)
    assert cells(page, "payment.weeks") == ["Weeks until payment", "", "4", "–", "–", "–"]
    assert cells(page, "insurer.place", "fr")[:3] == ["Place beside the date", "French", "Berne"]


def test_nothing_set_yet_is_said(page: SettingsPage) -> None:
    mark(page, "payment.weeks")
    assert list(page.past.rows) == []
    assert page.history.empty == "Nothing was ever set: the default counts."


def test_a_value_is_set_by_keyboard_alone_with_day_and_reason(page: SettingsPage) -> None:
    mark(page, "payment.weeks")
    set_by_keys(page, "3", "slower post")
    assert cells(page, "payment.weeks")[2:] == ["3", "20.11.2026", "G. Keller", "slower post"]
    assert [(row.value, row.why) for row in page.past.rows] == [("3", "slower post")]
    assert page.one is not None
    assert page.one.name == "payment.weeks"
    assert QApplication.focusWidget() is page.table


def test_control_and_enter_set_from_any_field(page: SettingsPage) -> None:
    mark(page, "request.answer_days")
    type_anew(page, "20")
    type_text(page.form.why.editor, "agreed")
    QTest.keyClick(page.form.value.editor, Qt.Key.Key_Return, CTRL)
    page.tools.operations.wait()
    assert cells(page, "request.answer_days")[2] == "20"


def test_a_bad_value_is_told_beside_its_field_and_nothing_is_set(page: SettingsPage) -> None:
    mark(page, "payment.weeks")
    set_by_keys(page, "9", "a try")
    assert page.form.value.note.isVisible()
    assert page.form.value.note.text() == "This is no whole number from 1 to 4. Type the number alone."
    assert page.form.value.editor.accessibleDescription() == page.form.value.note.text()
    assert QApplication.focusWidget() is page.form.value.editor
    assert value_of(page.form.value.editor) == "9"
    assert cells(page, "payment.weeks")[2] == "4"
    type_text(page.form.value.editor, "1")
    assert not page.form.value.note.isVisible()


def test_a_missing_reason_and_a_day_that_lies_behind_are_told_beside_theirs(page: SettingsPage) -> None:
    mark(page, "payment.weeks")
    set_by_keys(page, "3", "")
    assert page.form.why.note.text().startswith("A reason is needed")
    first = page.form.first.editor
    assert isinstance(first, QLineEdit)
    type_text(page.form.why.editor, "slower")
    first.setText("1.1.2026")
    page.set_typed()
    page.tools.operations.wait()
    assert page.form.first.note.text().startswith("What was in force before today")
    first.setText("31.2.2027")
    page.set_typed()
    assert page.form.first.note.text() == "No such day. For example 1.1.2027"
    assert list(page.past.rows) == []


def test_a_later_day_is_in_the_history_and_not_yet_in_force(page: SettingsPage) -> None:
    mark(page, "payment.weeks")
    first = page.form.first.editor
    assert isinstance(first, QLineEdit)
    type_anew(page, "2")
    first.setText("1.1.2027")
    type_text(page.form.why.editor, "new year")
    page.set_typed()
    page.tools.operations.wait()
    assert cells(page, "payment.weeks")[2] == "4"
    assert [row.valid_from for row in page.past.rows] == [date(2027, 1, 1)]
    assert page.view is not None
    assert page.view.today == TODAY


def test_undo_sets_back_what_counted_before(own_shell: Shell, page: SettingsPage) -> None:
    mark(page, "payment.weeks")
    set_by_keys(page, "3", "slower")
    own_shell.status.undo()
    own_shell.operations.wait()
    assert cells(page, "payment.weeks")[2] == "4"
    assert [row.value for row in page.past.rows] == [None, "3"]


def test_the_default_counts_again(page: SettingsPage) -> None:
    mark(page, "insurer.place", "it")
    set_by_keys(page, "Bienne", "moved")
    type_text(page.form.why.editor, "moved back")
    page.form.default.click()
    page.tools.operations.wait()
    assert cells(page, "insurer.place", "it")[2] == "Berna"


def test_what_was_typed_is_there_again_on_coming_back(own_shell: Shell, page: SettingsPage) -> None:
    mark(page, "payment.weeks")
    type_anew(page, "2")
    mark(page, "request.answer_days")
    assert value_of(page.form.value.editor) == "30"
    mark(page, "payment.weeks")
    assert value_of(page.form.value.editor) == "2"
    own_shell.go(Place("queue"))
    assert opened(own_shell) is page
    assert value_of(page.form.value.editor) == "2"


def test_who_may_not_set_looks_only(page: SettingsPage) -> None:
    assert page.view is not None
    page._show(page.view._replace(may_set=False))
    assert not page.form.set.isEnabled()
    assert not page.set_action.isEnabled()
    assert page._hint.text() == "You may look at the settings, not change them."


def test_days_in_the_window_are_those_of_the_house(page: SettingsPage) -> None:
    midnight = datetime(2026, 12, 31, 23, 20, tzinfo=UTC)
    assert house.day_of(midnight) == date(2027, 1, 1)
    mark(page, "house.time_zone")
    set_by_keys(page, "Atlantic/Azores", "moved")
    page.tools.operations.wait()
    assert house.day_of(midnight) == date(2026, 12, 31)
    page.form.why.editor.setFocus()
    type_text(page.form.why.editor, "moved back")
    page.set_default()
    page.tools.operations.wait()
    page.tools.operations.wait()
    assert house.day_of(midnight) == date(2027, 1, 1)
