from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from caseworker.ui.kit.places import Kind, Place
from caseworker.ui.pages.person.page import PersonPage
from caseworker.ui.pages.person.timeline import Span
from caseworker.ui.window.shell import Shell
from tests.ui.world import GIULIA, TODAY, World


@pytest.fixture
def page(shell: Shell, world: World) -> PersonPage:
    shell.go(Place(Kind.PERSON, world.people[GIULIA]))
    shell.operations.wait()
    assert isinstance(shell.page, PersonPage)
    return shell.page


def test_days_lie_where_they_should() -> None:
    span = Span(date(2020, 1, 1), date(2029, 12, 31))
    assert span.share(date(2020, 1, 1)) == 0
    assert span.share(date(2029, 12, 31)) == 1
    assert span.share(date(2025, 1, 1)) == pytest.approx(0.5, abs=0.001)
    assert (span.share(date(1999, 1, 1)), span.share(date(2099, 1, 1))) == (0, 1)
    assert span.day_at(span.share(date(2023, 4, 5))) == date(2023, 4, 5)


def test_the_line_holds_now_and_all_claims_of_the_last_years(page: PersonPage) -> None:
    assert page.view is not None
    span = Span.around(page.view)
    assert span.first == date(2021, 1, 1)
    assert span.last == date(2027, 12, 31)


def test_a_click_on_a_claim_opens_it(shell: Shell, page: PersonPage, world: World) -> None:
    opened: list[str] = []
    page.timeline.claim_opened.disconnect()
    page.timeline.claim_opened.connect(opened.append)
    line = page.timeline
    x = round(Span.around(page.view).share(date(2026, 3, 2)) * (line.width() - 1))  # type: ignore[arg-type]
    QTest.mouseClick(line, Qt.MouseButton.LeftButton, pos=QPoint(x, line.height() - 14))
    assert opened == [world.claims[0]]


def test_a_click_beside_the_claims_looks_at_that_day(shell: Shell, page: PersonPage) -> None:
    line = page.timeline
    QTest.mouseClick(line, Qt.MouseButton.LeftButton, pos=QPoint(3, 30))
    shell.operations.wait()
    assert page.view is not None
    assert page.view.as_of.year == 2021
    page.look_at(None)
    shell.operations.wait()
    assert page.view.as_of == TODAY
