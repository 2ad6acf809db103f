"""The language changes at once and everywhere; what no longer is, is forgotten."""

from __future__ import annotations

import ast
import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QTableView,
    QWidget,
)

from caseworker.ui.kit import text
from caseworker.ui.kit.language import SPOKEN, Language, system_language
from caseworker.ui.pages.claim.page import ClaimPage
from caseworker.ui.window.shell import Shell
from caseworker.wording import Language as Written
from caseworker.wording import say
from tests.house.tree import ROOT
from tests.ui.conftest import open_window
from tests.ui.measuring import settle
from tests.ui.places import places
from tests.ui.world import World

PLACES = places()
UI = ROOT / "caseworker" / "ui"
QT_ITSELF = ("tr", "translate", "QT_TR_NOOP", "QT_TRANSLATE_NOOP")


def test_every_page_is_as_if_the_language_had_always_been_this(
    app: QApplication, world: World, tmp_path: Path
) -> None:
    english, german = (open_window(app, world, tmp_path / name) for name in ("english", "german"))
    german.tools.language.use("de")
    see_all(german, world)
    always = {}
    for name, place in PLACES.items():
        german.go(place(world))
        settle(german)
        always[name] = said(german)
    see_all(english, world)
    for name in PLACES:
        assert said_after_switch(english, world, name, "de") == always[name], name
    for shell in (english, german):
        shell.tools.language.use("en")
        shell.close()
        shell.deleteLater()
        app.sendPostedEvents(shell, QEvent.Type.DeferredDelete.value)


def see_all(shell: Shell, world: World) -> None:
    for place in PLACES.values():
        shell.go(place(world))
        settle(shell)


def said_after_switch(shell: Shell, world: World, name: str, language: str) -> list[str]:
    shell.tools.language.use("fr")
    shell.go(PLACES[name](world))
    settle(shell)
    shell.tools.language.use(language)
    settle(shell)
    return said(shell)


def said(shell: Shell) -> list[str]:
    """All that is in sight or that a screen reader says, in the order of the window."""
    if isinstance(shell.page, ClaimPage):
        # What would change the result is thought over only after a while.
        shell.page.showing.show_changes()
    found = [shell.page.title]
    for widget in shell.findChildren(QWidget):
        if widget.isVisible() and widget is not shell.sidebar and not shell.sidebar.isAncestorOf(widget):
            found += [told for told in texts_of(widget) if told]
    return (
        found
        + [menu.title() for menu in shell.findChildren(QMenu)]
        + [action.text() for action in shell.menus.commands()]
    )


def texts_of(widget: QWidget) -> Iterator[str]:
    yield from (widget.accessibleName(), widget.toolTip())
    if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
        yield widget.text()
    if isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(number) for number in range(widget.count()))
    if isinstance(widget, QAbstractItemView):
        yield from cells_of(widget)


def cells_of(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    for column in range(model.columnCount(view.rootIndex()) if isinstance(view, QTableView) else 1):
        if isinstance(view, QTableView):
            yield str(model.headerData(column, Qt.Orientation.Horizontal))
        for row in range(model.rowCount(view.rootIndex())):
            yield str(model.index(row, column).data())


def test_the_window_speaks_all_languages_that_letters_are_written_in() -> None:
    assert set(SPOKEN) == set(Written)


@pytest.mark.parametrize(
    ("system", "spoken"),
    [("de_CH", "de"), ("fr_CH", "fr"), ("it_CH", "it"), ("en_GB", "en"), ("rm_CH", "en")],
)
def test_the_window_speaks_the_systems_language(
    monkeypatch: pytest.MonkeyPatch, system: str, spoken: str
) -> None:
    monkeypatch.setattr(QLocale, "system", lambda: QLocale(system))
    assert system_language() == spoken


def test_qt_itself_speaks_the_language_too(app: QApplication, shell: Shell) -> None:
    for language, cancel in (("de", "Abbrechen"), ("fr", "Annuler"), ("it", "Annulla")):
        shell.tools.language.use(language)
        assert app.translate("QPlatformTheme", "Cancel") == cancel


def test_a_text_that_is_followed_again_is_the_later_one(app: QApplication) -> None:
    label = QLabel()
    text.follow(label.setText, "claim.saved", number="C1")
    text.follow(label.setText, "claim.saved", number="C2")
    language = Language(app, "de")
    assert label.text() == say("claim.saved", "de", number="C2")
    language.use("en")
    assert label.text() == say("claim.saved", "en", number="C2")


def test_what_is_gone_is_not_spoken_to(app: QApplication) -> None:
    gone, deleted = QLabel(), QLabel()
    text.follow(gone.setText, "claim.decide")
    text.follow(deleted.setText, "claim.decide")
    del gone
    gc.collect()
    deleted.deleteLater()
    app.sendPostedEvents(deleted, QEvent.Type.DeferredDelete.value)
    text.use("fr")
    text.use("en")
    assert deleted not in text._state.followed


def test_only_what_can_be_known_to_be_gone_is_followed() -> None:
    with pytest.raises(TypeError, match="no method of a widget"):
        text.follow(lambda said: None, "claim.decide")


def test_a_menus_action_follows_where_nobody_holds_it(app: QApplication) -> None:
    menu = QMenu()
    text.follow(menu.addAction("").setText, "window.quit")
    gc.collect()
    text.use("de")
    assert [action.text() for action in menu.actions()] == ["Beenden"]
    text.use("en")
    assert isinstance(menu.actions()[0], QAction)


def test_no_text_comes_from_qts_own_translations() -> None:
    calls = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in sorted(UI.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") in QT_ITSELF
        if len(node.args) > 0 and isinstance(node.args[0], ast.Constant)
    ]
    assert calls == []
