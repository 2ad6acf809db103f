"""The two lists, and what follows from them: a page more is its files and two lines."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

import caseworker.ui.pages
from caseworker.resources import resource
from caseworker.rights import Right
from caseworker.services.context import Context, Session
from caseworker.ui.kit import text
from caseworker.ui.kit.page import Page
from caseworker.ui.kit.places import HOME, Kind, Place
from caseworker.ui.window import counts
from caseworker.ui.window.desks import DESKS, Count, DeskLine
from caseworker.ui.window.pages import PAGES, PageLine, load_ahead
from caseworker.ui.window.preload import Preload
from caseworker.ui.window.registry import REGISTRY, Entry, Registry
from caseworker.ui.window.shell import Shell
from caseworker.wording import catalogue
from tests.house.tree import ROOT
from tests.support.type_text import type_text
from tests.ui.conftest import open_window
from tests.ui.places import RECORDS
from tests.ui.world import World

CTRL = Qt.KeyboardModifier.ControlModifier
QUEUE = Place(Kind.QUEUE)

# A page as somebody would write it: three files, and a line in each list.
PAGE = """
from caseworker.ui.kit.elements import column, label
from caseworker.ui.kit.page import Page
from caseworker.ui.pages.trial_extra.columns import COLUMNS


class ExtraPage(Page):
    def __init__(self, tools):
        super().__init__(tools)
        self.setLayout(column(*(label("title", name) for name in COLUMNS), None))

    def open(self, place):
        super().open(place)
        self.show_title("What is more")
"""
FILES = {"__init__.py": "", "page.py": PAGE, "columns.py": 'COLUMNS = ("One", "Two")\n'}
TEXTS = {"extra.title": "Extra work", "extra.counted": "Extra work   {number}"}
PAGE_LINE = {"extra": PageLine("trial_extra", "ExtraPage", Right.LETTERS_READ, "calendar", "extra.title")}
DESK_LINE = {
    9: DeskLine("extra", Count("trial_extra:count", "extra.counted", ("letter",))),
}


@pytest.fixture
def extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Registry]:
    """A page more: its files in a package, and its line in each list."""
    folder = tmp_path / "trial_extra"
    folder.mkdir()
    for name, content in FILES.items():
        (folder / name).write_text(content, encoding="utf-8")
    monkeypatch.setattr(caseworker.ui.pages, "__path__", [*caseworker.ui.pages.__path__, str(tmp_path)])
    find = catalogue.find
    monkeypatch.setattr(
        catalogue, "find", lambda area, key, language: TEXTS.get(key) or find(area, key, language)
    )
    ask = counts.how_many

    def how_many(session: Session, ctx: Context, verb: str) -> int:
        return 7 if verb == "trial_extra:count" else ask(session, ctx, verb)

    monkeypatch.setattr(counts, "how_many", how_many)
    yield Registry({**PAGES, **PAGE_LINE}, {**DESKS, **DESK_LINE})
    for name in [name for name in sys.modules if ".trial_extra" in name]:
        del sys.modules[name]


@pytest.fixture
def wider(app: QApplication, world: World, tmp_path: Path, extra: Registry) -> Iterator[Shell]:
    """A window with the page more."""
    shell = open_window(app, world, tmp_path, extra)
    shell.activateWindow()
    yield shell
    shell.close()
    shell.deleteLater()
    app.sendPostedEvents(shell, QEvent.Type.DeferredDelete.value)


def rail(shell: Shell) -> list[str]:
    return [button.text() for button in shell.sidebar.findChildren(QPushButton) if button.isVisible()]


def keys(shell: Shell) -> dict[str, str]:
    """What the palette offers, by its keys."""
    return {action.shortcut().toString(): action.text() for action in shell.menus.commands()}


def test_a_page_more_stands_in_rail_menu_and_palette(wider: Shell) -> None:
    assert "Extra work   7" in rail(wider)
    assert wider.menus.desks[9].text() == "Extra work"
    wider.open_palette()
    assert wider.palette_over is not None
    type_text(wider.palette_over.view.line, "extra")
    wider.operations.wait()
    commands = [row.command for row in wider.palette_over.view.state.rows() if row.command is not None]
    assert [(c.text(), c.shortcut().toString()) for c in commands] == [("Extra work", "Ctrl+9")]


def test_a_page_more_opens_by_its_key_and_in_the_rail(wider: Shell) -> None:
    QTest.keyClick(wider, Qt.Key.Key_9, CTRL)
    assert wider.history.here == Place("extra")
    assert wider.windowTitle() == "What is more – caseworker"
    assert wider.page.accessibleName() == "Extra work"
    assert [b.text() for b in wider.sidebar.findChildren(QPushButton) if b.isChecked()] == ["Extra work   7"]
    wider.go(HOME)
    next(b for b in wider.sidebar.findChildren(QPushButton) if b.text() == "Extra work   7").click()
    assert wider.history.here == Place("extra")


def test_a_page_more_is_loaded_and_made_ahead(wider: Shell, extra: Registry) -> None:
    module = "caseworker.ui.pages.trial_extra.page"
    assert module not in sys.modules
    load_ahead(extra.pages.values())
    assert module in sys.modules
    Preload(wider).finish()
    assert type(wider.pages["extra"]).__name__ == "ExtraPage"


@pytest.fixture
def without_work(shell: Shell) -> Iterator[Shell]:
    """The window of somebody who may not see the queue."""
    shell.allow(lambda right: right is not Right.WORK_READ)
    yield shell
    shell.allow(lambda right: True)


def test_what_one_may_not_see_is_not_there(without_work: Shell) -> None:
    assert [text for text in rail(without_work) if text.startswith("Claims")] == []
    assert "Ctrl+2" not in keys(without_work)
    assert not without_work.menus.desks[2].isVisible()
    QTest.keyClick(without_work, Qt.Key.Key_2, CTRL)
    assert without_work.history.here == HOME
    assert Kind.QUEUE not in REGISTRY.seen(without_work.may)


def test_a_number_does_not_move_where_another_is_not_there(shell: Shell) -> None:
    shell.allow(lambda right: right is not Right.PEOPLE_FIND)
    shown = keys(shell)
    shell.allow(lambda right: True)
    assert "Ctrl+1" not in shown
    assert shown["Ctrl+2"] == "Claims"


def test_who_may_not_find_begins_at_the_first_desk_there_is(shell: Shell) -> None:
    shell.allow(lambda right: right is Right.WORK_READ)
    began = (shell.history.here, shell.history.can_back)
    shell.allow(lambda right: True)
    assert began == (QUEUE, False)


def test_who_may_not_see_people_is_not_shown_whom_one_saw(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell.allow(lambda right: right is Right.WORK_READ)
    read: list[str] = []
    with monkeypatch.context() as patch:
        patch.setattr(shell.operations, "read", lambda *verb, then, lane: read.append(lane))
        shell._show_recent()
        unseen = list(read)
        shell.may = lambda right: True
        shell._show_recent()
    shell.allow(lambda right: True)
    assert (unseen, len(read)) == ([], 1)


class Asked:
    """What was counted, by its verb."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.verbs: list[str] = []
        monkeypatch.setattr(counts, "how_many", self.how_many)

    def how_many(self, session: Session, ctx: Context, verb: str) -> int:
        self.verbs.append(verb)
        return 12_345


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    return Asked(monkeypatch)


def test_a_desk_is_counted_again_when_a_write_touched_it(shell: Shell, asked: Asked) -> None:
    shell.operations.changed.emit(frozenset({"person:1"}))
    shell.operations.wait()
    untouched = list(asked.verbs)
    shell.operations.changed.emit(frozenset({"person:1", "claim:C1"}))
    shell.operations.wait()
    assert (untouched, asked.verbs) == ([], ["claims.queue:count_open"])
    assert "Claims   12345 open" in rail(shell)
    shell.sidebar.show_count(2, 1)


def test_a_desk_that_is_not_there_is_not_counted(without_work: Shell, asked: Asked) -> None:
    without_work.operations.changed.emit(frozenset({"claim:C1"}))
    without_work.operations.wait()
    assert asked.verbs == []


def test_places_belong_to_the_desk_of_their_view() -> None:
    two = Registry(PAGES, {2: DeskLine("queue"), 4: DeskLine("queue", key="approvals")})
    places = [QUEUE, Place("queue", "approvals"), Place("queue", "mine"), HOME]
    assert [two.desk_of(place) for place in places] == [2, 4, 2, None]


def test_a_desk_takes_from_its_page_what_it_does_not_say() -> None:
    line = DeskLine("queue", key="approvals", text="words.claim", right=Right.CLAIMS_DECIDE)
    (entry,) = Registry(PAGES, {4: line}).entries()
    expected = Entry(4, Place("queue", "approvals"), "queue", "words.claim", Right.CLAIMS_DECIDE, None)
    assert entry == expected


@pytest.mark.parametrize("kind", PAGES)
def test_every_line_of_a_page_leads_to_something(kind: str) -> None:
    line = PAGES[kind]
    assert issubclass(getattr(import_module(line.module), line.name), Page)
    assert resource("icons", f"{line.icon}.svg").is_file()
    assert text.say(line.text)


@pytest.mark.parametrize("entry", REGISTRY.entries(), ids=lambda entry: str(entry.number))
def test_every_line_of_a_desk_leads_to_something(world: World, entry: Entry) -> None:
    assert entry.number in range(1, 10)
    assert resource("icons", f"{entry.icon}.svg").is_file()
    assert text.say(entry.text)
    if entry.count is not None:
        assert world.access.read(counts.how_many, entry.count.verb) >= 0
        assert str(3) in text.say(entry.count.text, number=3)
        assert entry.count.touched


def test_every_page_is_at_a_desk_or_about_a_record_of_the_tests() -> None:
    assert {desk.place.kind for desk in REGISTRY.entries()} | set(RECORDS) == set(PAGES)


def test_every_kind_that_is_led_to_has_a_page() -> None:
    assert [kind for kind in Kind if kind not in PAGES] == []


def test_nothing_else_of_the_window_names_a_page() -> None:
    window = ROOT / "caseworker" / "ui" / "window"
    modules = [path for path in window.glob("*.py") if path.name not in ("pages.py", "desks.py")]
    assert len(modules) > 5
    assert [path.name for path in modules if names(path) & {"Kind", "HOME"}] == []


def names(path: Path) -> set[str]:
    """What a module uses by name, and the floors of the modules that it imports."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    taken = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert [module for module in taken if module.startswith("caseworker.ui.pages")] == []
    return used
