"""What holds on every page: names, keys, room for larger text, pictures in light and dark."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QTextEdit,
    QWidget,
)

from caseworker.ui.kit.places import HOME, Kind, Place
from caseworker.ui.kit.theme import Mode
from caseworker.ui.window.shell import Shell
from tests.ui.pictures import keep
from tests.ui.world import GIULIA, MARCO, ZOE, World

CONTROLS = (QAbstractButton, QLineEdit, QAbstractItemView, QComboBox, QAbstractSpinBox, QTextEdit)
PLACES: dict[str, Callable[[World], Place]] = {
    "find": lambda world: HOME,
    "queue": lambda world: Place(Kind.QUEUE),
    "person": lambda world: Place(Kind.PERSON, world.people[GIULIA]),
    "person-deceased": lambda world: Place(Kind.PERSON, world.people[MARCO]),
    "person-without-cover": lambda world: Place(Kind.PERSON, world.people[ZOE]),
    "claim-open": lambda world: Place(Kind.CLAIM, world.claims[3]),
    "claim-decided": lambda world: Place(Kind.CLAIM, world.claims[1]),
    "claim-new": lambda world: Place(Kind.CLAIM, person=world.people[GIULIA]),
    "letter": lambda world: Place(Kind.LETTER, world.decisions[1]),
}


@pytest.fixture(params=PLACES)
def at(request: pytest.FixtureRequest, shell: Shell, world: World) -> str:
    """The window at each place in turn."""
    name: str = request.param
    shell.go(PLACES[name](world))
    settle(shell)
    return name


def settle(shell: Shell) -> None:
    shell.operations.wait()
    QApplication.processEvents()
    shell.operations.wait()
    QApplication.processEvents()
    # A timer may just have changed a text: what it asked of the layouts is done before anything is measured.
    for _ in range(3):
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)


def visible(shell: Shell, *kinds: type[QWidget]) -> Iterator[QWidget]:
    yield from (w for w in shell.findChildren(QWidget) if w.isVisible() and isinstance(w, kinds))


def controls(shell: Shell) -> Iterator[QWidget]:
    """What can be used, without the parts that Qt makes inside of its own controls."""
    for widget in visible(shell, *CONTROLS):
        inside = isinstance(widget.parentWidget(), (*CONTROLS, QAbstractSpinBox))
        if not inside and not widget.objectName().startswith("qt_"):
            yield widget


def told(widget: QWidget) -> str:
    """What a screen reader says of a control."""
    return widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")


def where(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton | QLineEdit) else ""
    return f"{type(widget.parentWidget()).__name__}/{type(widget).__name__} {text!r}"


def test_every_control_has_a_name(shell: Shell, at: str) -> None:
    assert [where(widget) for widget in controls(shell) if not told(widget).strip()] == []


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


@pytest.mark.parametrize("points", [11.0, 14.0])
@pytest.mark.parametrize("language", ["en", "it"])
def test_no_text_is_cut_off(shell: Shell, at: str, points: float, language: str) -> None:
    shell.tools.language.use(language)
    shell.tools.theme.resize(points)
    settle(shell)
    assert [where(widget) for widget in cut_off(shell)] == []


def cut_off(shell: Shell) -> Iterator[QWidget]:
    for widget in visible(shell, QLabel, QAbstractButton):
        assert isinstance(widget, QLabel | QAbstractButton)
        if widget.text() and (too_small(widget) or outside(shell, widget)):
            yield widget


def too_small(widget: QLabel | QAbstractButton) -> bool:
    """Whether the text needs more room than the widget has."""
    metrics = QFontMetrics(widget.font())
    room = widget.contentsRect()
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.heightForWidth(widget.width()) > widget.height() + 1
    text = widget.text().replace("&", "")
    widest = max(metrics.horizontalAdvance(line) for line in text.split("\n"))
    return widest > room.width() + 1 or metrics.height() > widget.height() + 2


def outside(shell: Shell, widget: QWidget) -> bool:
    """Whether a widget reaches over the edge of the page it is in; what scrolls may."""
    parent = widget.parentWidget()
    while parent is not None and parent is not shell:
        if parent.objectName() == "qt_scrollarea_viewport":
            across = QRect(widget.mapTo(parent, QPoint(0, 0)), widget.size())
            return across.right() > parent.width() + 1
        parent = parent.parentWidget()
    place = QRect(widget.mapTo(shell, QPoint(0, 0)), widget.size())
    return not shell.rect().adjusted(-1, -1, 1, 1).contains(place)


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
def test_every_page_is_drawn_in_light_and_dark(shell: Shell, at: str, mode: Mode) -> None:
    shell.tools.theme.use(mode)
    settle(shell)
    picture = shell.grab().toImage()
    keep(picture, f"{at}-{mode.value}")
    ground = shell.tools.theme.colour("canvas").lightness()
    assert abs(middle_lightness(picture) - ground) < 40
    assert colours(picture) > 20


def middle_lightness(picture: QImage) -> int:
    """The lightness that half of the picture is above."""
    small = picture.scaled(90, 56).convertToFormat(QImage.Format.Format_Grayscale8)
    found = sorted(bytes(small.constBits()))
    return found[len(found) // 2]


def colours(picture: QImage) -> int:
    return len(set(memoryview(picture.convertToFormat(QImage.Format.Format_RGB32).constBits()).cast("I")))
