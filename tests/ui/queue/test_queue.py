from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from caseworker.models.work.rows import CLAIM, View
from caseworker.services.work.items import hold
from caseworker.ui.kit.places import Kind, Place
from caseworker.ui.pages.work import page as work_page
from caseworker.ui.pages.work.page import QueuePage
from caseworker.ui.window.shell import Shell
from tests.ui.world import GIULIA, World


@pytest.fixture
def page(shell: Shell) -> QueuePage:
    shell.go(Place(Kind.QUEUE))
    assert isinstance(shell.page, QueuePage)
    shell.page.narrow(View.OPEN)
    shell.operations.wait()
    return shell.page


def test_the_claims_that_wait_are_there_and_counted(page: QueuePage, world: World) -> None:
    assert [row.claim_number for row in page.model.rows] == [world.claims[3]]
    assert page._buttons[View.OPEN].text() == "Open  1"
    assert page._buttons[View.ALL].text() == "All  4"


def test_filters_narrow_it_to_what_is_waited_for(shell: Shell, page: QueuePage, world: World) -> None:
    page.narrow(View.FACTS)
    shell.operations.wait()
    assert [row.claim_number for row in page.model.rows] == [world.claims[3]]
    page.narrow(View.CONSENT)
    shell.operations.wait()
    assert list(page.model.rows) == []
    assert page.table.empty == "No claim waits for this."
    page.narrow(View.ALL)
    shell.operations.wait()
    assert len(page.model.rows) == 4


def test_what_is_put_off_is_in_a_list_of_its_own_until_it_is_taken_up_again(
    own_shell: Shell, own_world: World
) -> None:
    number = own_world.claims[3]
    with own_world.store.writing() as session:
        hold(session, own_world.ctx, CLAIM, number, date(2026, 12, 10), "asked the provider", "facts")
    own_shell.go(Place(Kind.QUEUE))
    page = own_shell.page
    assert isinstance(page, QueuePage)
    own_shell.operations.wait()
    assert list(page.model.rows) == []
    assert [page._buttons[view].text() for view in (View.OPEN, View.HELD)] == ["Open  0", "On hold  1"]
    page.narrow(View.HELD)
    own_shell.operations.wait()
    assert [row.claim_number for row in page.model.rows] == [number]
    assert page.model.columns[-1].cell(page.model.rows[0]).text == "until 10.12.2026"
    page.take_up_action.trigger()
    own_shell.operations.wait()
    assert [page._buttons[view].text() for view in (View.OPEN, View.HELD)] == ["Open  1", "On hold  0"]
    own_shell.menus.undo.trigger()
    own_shell.operations.wait()
    assert page._buttons[View.HELD].text() == "On hold  1"


def test_the_rows_that_follow_come_when_the_end_is_in_sight(
    shell: Shell, page: QueuePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work_page, "_PAGE", 3)
    page.narrow(View.ALL)
    shell.operations.wait()
    first = [row.claim_number for row in page.model.rows]
    assert (len(first), page._note.text()) == (3, "the first 3 are shown")
    root = QModelIndex()
    assert page.model.canFetchMore(root)
    page.model.fetchMore(root)
    assert not page.model.canFetchMore(root)  # asked for once
    shell.operations.wait()
    assert [row.claim_number for row in page.model.rows][:3] == first
    assert len({row.claim_number for row in page.model.rows}) == 4
    assert page._note.text() == ""
    assert not page.model.canFetchMore(root)


def test_what_comes_late_for_other_rows_is_dropped(
    shell: Shell, page: QueuePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work_page, "_PAGE", 3)
    page.narrow(View.ALL)
    shell.operations.wait()
    page.model.fetchMore(QModelIndex())
    page.narrow(View.OPEN)
    shell.operations.wait()
    assert len(page.model.rows) == 1


def test_enter_opens_the_claim(shell: Shell, page: QueuePage, world: World) -> None:
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert shell.history.here == Place(Kind.CLAIM, world.claims[3])
    shell.operations.wait()


def test_a_command_opens_the_person(shell: Shell, page: QueuePage, world: World) -> None:
    page.person_action.trigger()
    assert shell.history.here == Place(Kind.PERSON, world.people[GIULIA])
    shell.operations.wait()


def test_the_open_claims_are_counted_in_the_sidebar(shell: Shell, page: QueuePage) -> None:
    assert "Claims   1 open" in [entry.text() for entry in shell.sidebar.findChildren(QPushButton)]
