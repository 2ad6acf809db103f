"""No text is cut in any language on any page: 13 points in a window of 1280 by 720."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QTableView, QWidget

from caseworker.ui.kit.dialogs import QuestionDialog
from caseworker.ui.kit.language import SPOKEN
from caseworker.ui.kit.table import CELL_ROLE, Cell
from caseworker.ui.kit.theme import Mode
from caseworker.ui.kit.tokens import Scale
from caseworker.ui.pages.claim.deciding import reversal_question
from caseworker.ui.pages.claim.form import GRANTED, ConsentForm
from caseworker.ui.pages.claim.line_fields import ALWAYS, OTHERS
from caseworker.ui.pages.claim.page import ClaimPage
from caseworker.ui.pages.person.page import PersonPage
from caseworker.ui.pages.person.records import Part
from caseworker.ui.window.shell import Shell
from tests.ui.conftest import begin_the_day, look_like
from tests.ui.measuring import outside, settle, too_small, visible, where
from tests.ui.places import places
from tests.ui.world import World

PLACES = places()
POINTS = 13.0
SIZE = (1280, 720)
PADDING = 24  # of a cell, on both sides together
FRAME = 24  # of a line to type in, with its padding
ARROW = 50  # of a choice, with its padding


@pytest.fixture(scope="module")
def large(window: Shell) -> None:
    """The look of all that is here, taken on once."""
    look_like(window, Mode.LIGHT, POINTS)


@pytest.fixture
def shell(window: Shell, world: World, large: None) -> Shell:
    """The window in large, in English, at home."""
    begin_the_day(window, world)
    return window


@pytest.mark.parametrize("language", SPOKEN)
def test_nothing_is_cut_on_any_page(shell: Shell, world: World, language: str) -> None:
    shell.tools.language.use(language)
    shell.resize(*SIZE)
    found = []
    for name, place in PLACES.items():
        shell.go(place(world))
        settle(shell)
        found += [f"{name}: {cut}" for cut in cut_at_rest(shell)]
        found += [f"{name}, opened: {cut}" for _ in opened(shell) for cut in cut_at_rest(shell)]
    shell.open_palette()
    settle(shell)
    found += [f"palette: {cut}" for cut in cut_at_rest(shell)]
    assert shell.palette_over is not None
    shell.palette_over.hide()
    assert "\n".join(found) == ""


def opened(shell: Shell) -> Iterator[None]:
    """What is on a page besides what it shows at first."""
    page = shell.page
    if isinstance(page, PersonPage):
        for part in Part:
            page.records.choose(part)
            settle(shell)
            yield
        page.records.choose(Part.CLAIMS)
    if isinstance(page, ClaimPage):
        page.entry.show_travel(wanted=True)
        page.entry.show_open(is_open=True, wants_consent=True)
        page.entry.consent.show_consent(ConsentForm(decision=GRANTED), {}, waiting=False)
        page.entry.editor.show_all(wanted=True)
        page.entry.editor.view.arrange(("benefit", *ALWAYS, *OTHERS))
        settle(shell)
        yield
        page.entry.editor.show_all(wanted=False)
        page.showing.show_all()
        settle(shell)


@pytest.mark.parametrize("language", SPOKEN)
def test_nothing_is_cut_in_a_question(shell: Shell, language: str) -> None:
    shell.tools.language.use(language)
    dialog = QuestionDialog(reversal_question("D12", ()), shell)
    dialog.show()
    settle(shell)
    assert [where(w) for w in labels(dialog) if too_small(w)] == []
    dialog.close()
    dialog.deleteLater()


def labels(window: QWidget) -> Iterator[QLabel | QAbstractButton]:
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and isinstance(widget, QLabel | QAbstractButton) and widget.text():
            yield widget


def cut_at_rest(shell: Shell) -> list[str]:
    """What is cut once the layouts have come to rest: a timer may have changed a text just now."""
    for _ in range(4):
        found = list(cut_in(shell))
        if not found:
            break
        settle(shell)
    return found


def cut_in(shell: Shell) -> Iterator[str]:
    """What has less room than its text, by name; what has a tooltip may be shortened in a table."""
    for widget in labels(shell):
        if too_small(widget) or outside(shell, widget):
            yield where(widget)
    for line in visible(shell, QLineEdit):
        assert isinstance(line, QLineEdit)
        if not line.text() and advance(line, line.placeholderText()) + FRAME > line.width():
            yield f"{where(line)} {line.placeholderText()!r}"
    for choice in visible(shell, QComboBox):
        assert isinstance(choice, QComboBox)
        texts = [choice.itemText(number) for number in range(choice.count())]
        if max((advance(choice, text) for text in texts), default=0) + ARROW > choice.width():
            yield f"{where(choice)} {texts}"
    for table in visible(shell, QTableView):
        assert isinstance(table, QTableView)
        yield from cut_in_table(table)


def cut_in_table(table: QTableView) -> Iterator[str]:
    header, model = table.horizontalHeader(), table.model()
    for column in range(model.columnCount()):
        if table.isColumnHidden(column):
            continue
        title = str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        if title and not header.isHidden() and advance(header, title) + PADDING > header.sectionSize(column):
            yield f"column {title!r}"
        for row in range(min(model.rowCount(), 20)):
            index = model.index(row, column)
            text = str(index.data() or "")
            tip = index.data(Qt.ItemDataRole.ToolTipRole)
            if text and not tip and cell_width(table, index) > table.columnWidth(column):
                yield f"cell {text!r} below {title!r}"


def advance(widget: QWidget, text: str) -> int:
    return widget.fontMetrics().horizontalAdvance(text)


def cell_width(table: QTableView, index: QModelIndex) -> float:
    cell = index.data(CELL_ROLE)
    font = QFont(table.font())
    if isinstance(cell, Cell) and cell.chip:
        font.setWeight(QFont.Weight.DemiBold)
        font.setPointSizeF(POINTS * Scale.SMALL)
    elif isinstance(cell, Cell) and cell.strong:
        font.setWeight(QFont.Weight.DemiBold)
    return QFontMetrics(font).horizontalAdvance(str(index.data())) + PADDING
