from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from caseworker.services.work.drafts import load_draft, save_draft
from caseworker.ui.kit.drafts import Drafts, draft_key, load_unfinished, place_of
from caseworker.ui.kit.messages import Answer, Messages
from caseworker.ui.kit.operations import Operations
from caseworker.ui.kit.places import Kind, Place
from caseworker.ui.window.pages import PAGES
from caseworker.ui.window.shell import Shell
from tests.ui.world import GIULIA, World

NEW = Place(Kind.CLAIM, person="10000001")
OLD = Place(Kind.CLAIM, "C12")

TYPING = """
import os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from datetime import datetime, timezone
from PySide6.QtWidgets import QApplication
from caseworker.models.store.store import Store
from caseworker.services.access import Access
from caseworker.services.context import anybody
from caseworker.rules.conditions import Conditions
from caseworker.ui.kit.drafts import Drafts
from caseworker.ui.kit.messages import Messages
from caseworker.ui.kit.operations import Operations
app = QApplication([])
operations = Operations(Messages(lambda question: None))
store, conditions = Store.open(sys.argv[1]), Conditions.__new__(Conditions)
operations.use(Access(store, conditions, anybody("G. Keller"), lambda: datetime.now(timezone.utc)))
drafts = Drafts(operations)
drafts.changed.connect(lambda: print("kept", flush=True))
drafts.touch("claim:C12", lambda: {"charged": "480.00"})
app.exec()
"""


class Forms:
    """Drafts on a world's store, and what is in it."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.operations = Operations(Messages(lambda _: Answer()))
        self.operations.use(world.access)
        self.drafts = Drafts(self.operations)

    def kept(self, key: str) -> Any:
        self.operations.wait()
        with self.world.store.reading() as session:
            return load_draft(session, self.world.ctx, key)


@pytest.fixture
def forms(app: QApplication, own_world: World) -> Iterator[Forms]:
    made = Forms(own_world)
    yield made
    made.operations.stop()


def test_a_form_is_kept_under_its_claim_or_its_person() -> None:
    assert (draft_key(NEW), draft_key(OLD)) == ("claim:new:10000001", "claim:C12")
    assert (place_of(draft_key(NEW)), place_of(draft_key(OLD))) == (NEW, OLD)
    assert place_of("no place") is None


def test_what_is_typed_is_kept_within_two_seconds(forms: Forms) -> None:
    timer = forms.drafts._timer
    forms.drafts.touch("claim:C12", lambda: {"charged": "4"})
    assert timer.isActive()
    assert timer.interval() <= 1000
    began = timer.remainingTime()
    forms.drafts.touch("claim:C12", lambda: {"charged": "48"})
    assert timer.remainingTime() <= began  # typing on does not put it off
    timer.timeout.emit()
    assert forms.kept("claim:C12") == {"charged": "48"}


def test_leaving_keeps_it_at_once(forms: Forms) -> None:
    forms.drafts.touch("claim:C12", lambda: {"charged": "1"})
    forms.drafts.flush()
    assert forms.kept("claim:C12") == {"charged": "1"}


def test_a_form_comes_back_as_it_was(forms: Forms) -> None:
    got: list[object] = []
    forms.drafts.load("claim:C12", got.append)
    forms.operations.wait()
    forms.drafts.touch("claim:C12", lambda: {"name": "Müller", "lines": [1, None]})
    forms.drafts.flush()
    forms.operations.wait()
    forms.drafts.load("claim:C12", got.append)
    forms.operations.wait()
    assert got == [None, {"name": "Müller", "lines": [1, None]}]


def test_what_was_entered_is_forgotten_even_if_it_was_just_typed(forms: Forms) -> None:
    forms.drafts.touch("claim:C12", lambda: {"charged": "1"})
    forms.drafts.flush()
    forms.drafts.touch("claim:C12", lambda: {"charged": "2"})
    forms.drafts.drop("claim:C12")
    forms.drafts.flush()
    assert forms.kept("claim:C12") is None


def test_kill_9_takes_nothing_that_is_two_seconds_old(tmp_path: Path) -> None:
    world = World(tmp_path)
    command = [sys.executable, "-c", TYPING, str(world.store.url)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "kept\n"
        os.kill(program.pid, signal.SIGKILL)
    with world.store.reading() as session:
        assert load_draft(session, world.ctx, "claim:C12") == {"charged": "480.00"}
    world.close()


def test_what_was_left_stands_in_the_sidebar(own_shell: Shell, own_world: World) -> None:
    place = Place(Kind.CLAIM, person=own_world.people[GIULIA])
    with own_world.store.writing() as session:
        save_draft(session, own_world.ctx, draft_key(place), {})
        save_draft(session, own_world.ctx, "claim:C999", {})  # of a claim that is not there
        save_draft(session, own_world.ctx, "search:1", {})  # of a page that is not there
    [found] = own_world.access.read(load_unfinished, PAGES)
    assert found == (place, "Bernasconi Giulia")
    own_shell.drafts.changed.emit()
    own_shell.operations.wait()
    names = [b.accessibleName() for b in own_shell.sidebar.findChildren(QPushButton)]
    assert "Claim not entered yet: Bernasconi Giulia" in names
