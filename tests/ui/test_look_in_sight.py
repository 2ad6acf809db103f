"""The look changes at once, and with it the page in sight; for those out of sight see test_every_page.py."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from caseworker.ui.kit.theme import Mode
from caseworker.ui.kit.tokens import DARK, LIGHT
from caseworker.ui.window.registry import REGISTRY
from caseworker.ui.window.shell import Shell
from tests.ui.conftest import look_like
from tests.ui.measuring import colours, cut_off, drawn_on_its_ground, settle, where
from tests.ui.places import one_of_each_kind
from tests.ui.world import World

PLACES = one_of_each_kind()


def test_each_kind_of_page_is_among_them() -> None:
    assert set(PLACES) == set(REGISTRY.pages)


@pytest.mark.parametrize("kind", PLACES)
def test_a_page_in_sight_takes_on_dark_and_large_at_once(shell: Shell, world: World, kind: str) -> None:
    shell.tools.language.use("it")
    shell.go(PLACES[kind](world))
    settle(shell)
    assert QApplication.palette().window().color().name().upper() == LIGHT.canvas
    look_like(shell, Mode.DARK, 14.0)
    assert QApplication.palette().window().color().name().upper() == DARK.canvas
    settle(shell)
    assert [where(widget) for widget in cut_off(shell)] == []
    picture = shell.grab().toImage()
    assert drawn_on_its_ground(shell, picture)
    assert colours(picture) > 20
