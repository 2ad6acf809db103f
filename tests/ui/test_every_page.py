"""What holds on every page: names, keys, room for larger text, pictures in light and dark."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QTextEdit,
    QWidget,
)

from caseworker.ui.kit.theme import Mode
from caseworker.ui.window.shell import Shell
from tests.ui.conftest import begin_the_day, look_like
from tests.ui.measuring import colours, cut_off, drawn_on_its_ground, settle, visible, where
from tests.ui.pictures import keep
from tests.ui.places import places
from tests.ui.world import World

CONTROLS = (QAbstractButton, QLineEdit, QAbstractItemView, QComboBox, QAbstractSpinBox, QTextEdit)
LOOKS = {"light": (Mode.LIGHT, 11.0), "light-large": (Mode.LIGHT, 14.0), "dark": (Mode.DARK, 11.0)}
PLACES = places()


@pytest.fixture(scope="module", params=LOOKS)
def look(request: pytest.FixtureRequest, window: Shell) -> str:
    """The looks in turn, each taken on once for all pages: every widget there is is styled anew by it.

    What becomes of a page in sight meanwhile is in test_look_in_sight.py.
    """
    name: str = request.param
    look_like(window, *LOOKS[name])
    return name


@pytest.fixture
def shell(window: Shell, world: World, look: str) -> Shell:
    """The window in one of the looks, in English, at home."""
    begin_the_day(window, world)
    return window


@pytest.fixture(params=PLACES)
def at(request: pytest.FixtureRequest, shell: Shell, world: World) -> str:
    """The window at each place in turn."""
    name: str = request.param
    shell.go(PLACES[name](world))
    settle(shell)
    return name


in_light = pytest.mark.parametrize("look", ["light"], indirect=True)


def controls(shell: Shell) -> Iterator[QWidget]:
    """What can be used, without the parts that Qt makes inside of its own controls."""
    for widget in visible(shell, *CONTROLS):
        inside = isinstance(widget.parentWidget(), (*CONTROLS, QAbstractSpinBox))
        if not inside and not widget.objectName().startswith("qt_"):
            yield widget


def told(widget: QWidget) -> str:
    """What a screen reader says of a control."""
    return widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")


@in_light
def test_every_control_has_a_name(shell: Shell, at: str) -> None:
    assert [where(widget) for widget in controls(shell) if not told(widget).strip()] == []


@in_light
def test_everything_can_be_reached_by_the_tab_key(shell: Shell, at: str) -> None:
    reached: set[QWidget] = set()
    widget = shell.nextInFocusChain()
    while widget is not None and widget not in reached:
        reached.add(widget)
        widget = widget.nextInFocusChain()
    wanted = [w for w in controls(shell) if w.isEnabled() and w not in moved_in_by_arrows(shell)]
    assert [where(w) for w in wanted if not w.focusPolicy() & Qt.FocusPolicy.TabFocus] == []
    assert [where(w) for w in wanted if w not in reached and w.focusProxy() is None] == []


def moved_in_by_arrows(shell: Shell) -> set[QWidget]:
    """What was found, from the line above it; the buttons of a group, from the one that is down."""
    lists = {w for w in visible(shell, QAbstractItemView) if w.focusPolicy() is Qt.FocusPolicy.NoFocus}
    groups = {
        w
        for w in visible(shell, QAbstractButton)
        if isinstance(w, QAbstractButton) and w.group() is not None and not w.isChecked()
    }
    return lists | groups


@pytest.mark.parametrize("language", ["en", "it"])
@pytest.mark.parametrize("look", ["light", "light-large"], indirect=True)
def test_no_text_is_cut_off(shell: Shell, at: str, language: str) -> None:
    shell.tools.language.use(language)
    settle(shell)
    assert [where(widget) for widget in cut_off(shell)] == []


@pytest.mark.parametrize("look", ["light", "dark"], indirect=True)
def test_every_page_is_drawn_in_light_and_dark(shell: Shell, at: str, look: str) -> None:
    picture = shell.grab().toImage()
    keep(picture, f"{at}-{look}")
    assert drawn_on_its_ground(shell, picture)
    assert colours(picture) > 20
