"""A store of made-up people: the window offers to look at it as on its day, and dates what is done there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from caseworker.models.claims.decision_queries import decisions_of
from caseworker.models.letters.queries import letter
from caseworker.models.people.queries import find_person
from caseworker.services.settings.reading import settings_on
from caseworker.services.settings.setting import set_value
from caseworker.settings import DEMONSTRATION_DAY
from caseworker.ui.kit.places import place_of_person
from caseworker.ui.tour.stage import on_its_day
from caseworker.ui.window.shell import Shell
from tests.ui.claim.clerk import CTRL, Clerk
from tests.ui.conftest import open_window
from tests.ui.world import DECIDED, GIULIA, TODAY, World

DAY = date(2026, 11, 16)
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def made_up(app: QApplication, own_world: World, tmp_path: Path) -> Iterator[Shell]:
    """A window on a store that carries a day, which is not today."""
    own_world.access.write(set_value, DEMONSTRATION_DAY.name, DAY.isoformat(), why="made-up people")
    shell = open_window(app, own_world, tmp_path)
    shell.activateWindow()
    yield shell
    shell.close()
    shell.deleteLater()
    app.sendPostedEvents(shell, QEvent.Type.DeferredDelete.value)


def turn_by_key(shell: Shell) -> None:
    QTest.keyClick(shell, Qt.Key.Key_T, CTRL_SHIFT)
    shell.operations.wait()


def today_in(shell: Shell) -> date:
    """The day on which the window would enter something now."""
    found: list[date] = []
    shell.operations.read(lambda session, ctx: ctx.today, then=found.append)
    shell.operations.wait()
    return found[0]


def words(shell: Shell) -> str:
    return shell.day._words.text()


def test_a_store_of_real_people_offers_no_other_day(own_shell: Shell) -> None:
    assert not own_shell.day.isVisible()
    assert not own_shell.menus.day.isVisible()
    own_shell.activateWindow()
    turn_by_key(own_shell)
    assert today_in(own_shell) == TODAY


def test_the_day_is_offered_quietly_and_may_be_put_away(made_up: Shell) -> None:
    assert made_up.day.isVisible()
    assert "16.11.2026" in words(made_up)
    assert made_up.menus.day.text() == "Look at them as on 16.11.2026"
    assert today_in(made_up) == TODAY
    QTest.mouseClick(made_up.day.put_away, Qt.MouseButton.LeftButton)
    assert not made_up.day.isVisible()
    assert made_up.menus.day.isVisible()


def test_one_key_looks_at_it_as_on_that_day_and_one_comes_back(made_up: Shell) -> None:
    turn_by_key(made_up)
    assert today_in(made_up) == DAY
    assert words(made_up).startswith("Seen as on 16.11.2026")
    assert not made_up.day.put_away.isVisible()
    turn_by_key(made_up)
    assert today_in(made_up) == TODAY
    assert words(made_up).startswith("These people are made up")


def test_one_click_does_the_same_and_it_stays_so_from_page_to_page(made_up: Shell, own_world: World) -> None:
    QTest.mouseClick(made_up.day.turn_button, Qt.MouseButton.LeftButton)
    made_up.go(place_of_person(own_world.people[GIULIA]))
    made_up.operations.wait()
    assert today_in(made_up) == DAY
    assert made_up.day.isVisible()
    assert made_up.day.turn_button.text() == "Back to today"


def test_what_is_decided_then_is_dated_that_day(made_up: Shell, own_world: World) -> None:
    turn_by_key(made_up)
    clerk = Clerk(made_up)
    clerk.new_claim(own_world.people[GIULIA])
    clerk.line("vaccination", "2.4.2026", "100")
    clerk.press(Qt.Key.Key_Return, CTRL)
    with own_world.store.reading() as session:
        decided = decisions_of(session, find_person(session, own_world.people[GIULIA]).id)
        last = letter(session, decided[-1].number)
    assert len(decided) == DECIDED + 1
    assert decided[-1].at.date() == DAY
    assert f'"issued":"{DAY}"' in last.record


def test_what_was_typed_is_still_there_on_the_other_day(made_up: Shell, own_world: World) -> None:
    clerk = Clerk(made_up)
    clerk.new_claim(own_world.people[GIULIA])
    number = clerk.page.entry.invoice.fields["invoice_number"].entry
    QTest.keyClicks(number, "R-77")
    turn_by_key(made_up)
    clerk.wait()
    assert number.text() == "R-77"


@pytest.mark.parametrize(
    ("language", "said"),
    [("it", "Mostra la situazione al"), ("de", "Stand vom"), ("fr", "Afficher la situation au")],
)
def test_it_speaks_the_language_of_the_window(made_up: Shell, language: str, said: str) -> None:
    made_up.tools.language.use(language)
    assert said in made_up.day.turn_button.text()
    assert said in made_up.menus.day.text()
    made_up.tools.language.use("en")


def test_the_store_keeps_its_day(made_up: Shell, own_world: World) -> None:
    turn_by_key(made_up)
    found = own_world.access.read(settings_on)
    assert [each.typed for each in found if each.name == DEMONSTRATION_DAY.name] == ["2026-11-16"]


def test_the_tour_looks_at_it_as_on_its_day(made_up: Shell, own_world: World) -> None:
    assert own_world.access.today() == TODAY
    assert on_its_day(own_world.access).today() == DAY


def test_the_tour_looks_at_any_other_store_as_it_is_today(own_world: World) -> None:
    assert on_its_day(own_world.access).today() == TODAY
