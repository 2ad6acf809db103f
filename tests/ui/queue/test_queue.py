from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from caseworker.ui.kit.places import Kind, Place
from caseworker.ui.pages.work.page import Filter, QueuePage
from caseworker.ui.window.shell import Shell
from tests.ui.world import GIULIA, World


@pytest.fixture
def page(shell: Shell) -> QueuePage:
    shell.go(Place(Kind.QUEUE))
    assert isinstance(shell.page, QueuePage)
    shell.page.narrow(Filter.OPEN)
    shell.operations.wait()
    return shell.page


def test_the_claims_that_wait_are_there_and_counted(page: QueuePage, world: World) -> None:
    assert [row.claim_number for row in page.model.rows] == [world.claims[3]]
    assert page._buttons[Filter.OPEN].text() == "Open  1"
    assert page._buttons[Filter.ALL].text() == "All  4"


def test_filters_narrow_it_to_what_is_waited_for(shell: Shell, page: QueuePage, world: World) -> None:
    page.narrow(Filter.FACTS)
    shell.operations.wait()
    assert [row.claim_number for row in page.model.rows] == [world.claims[3]]
    page.narrow(Filter.CONSENT)
    shell.operations.wait()
    assert list(page.model.rows) == []
    assert page.table.empty == "No claim waits for this."
    page.narrow(Filter.ALL)
    shell.operations.wait()
    assert len(page.model.rows) == 4


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
