"""The look changes at once, and with it the page in sight; for those out of sight see test_every_page.py."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from caseworker.ui.kit.places import HOME, Kind, Place
from caseworker.ui.kit.theme import Mode
from caseworker.ui.window.shell import Shell
from tests.ui.conftest import look_like
from tests.ui.measuring import colours, cut_off, drawn_on_its_ground, settle, where
from tests.ui.world import GIULIA, World

# One of each kind of page, the one that has most on it.
FULLEST: dict[str, Callable[[World], Place]] = {
    "find": lambda world: HOME,
    "queue": lambda world: Place(Kind.QUEUE),
    "person": lambda world: Place(Kind.PERSON, world.people[GIULIA]),
    "claim": lambda world: Place(Kind.CLAIM, world.claims[3]),
    "letter": lambda world: Place(Kind.LETTER, world.decisions[1]),
}


def test_each_kind_of_page_is_among_them() -> None:
    assert set(FULLEST) == {kind.value for kind in Kind}


@pytest.mark.parametrize("name", FULLEST)
def test_a_page_in_sight_takes_on_dark_and_large_at_once(shell: Shell, world: World, name: str) -> None:
    shell.tools.language.use("it")
    shell.go(FULLEST[name](world))
    settle(shell)
    look_like(shell, Mode.DARK, 14.0)
    settle(shell)
    assert [where(widget) for widget in cut_off(shell)] == []
    picture = shell.grab().toImage()
    assert drawn_on_its_ground(shell, picture)
    assert colours(picture) > 20
