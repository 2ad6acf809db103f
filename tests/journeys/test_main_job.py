"""From a name to a letter, through the window itself: the tour does the job and leaves its pictures."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication

from caseworker.errors import Refusal
from caseworker.models.store.store import Store
from caseworker.ui.tour.stage import SIZE
from caseworker.ui.tour.steps import Taken, run_tour
from tests.ui.world import World

STEPS = (
    "find",
    "person",
    "limit",
    "benefit",
    "facts-missing",
    "result",
    "article",
    "letter",
    "request",
    "reply-sheet",
    "queue",
    "settings",
    "commands",
    "person-dark",
    "claim-dark",
    "find-dark",
)


@pytest.fixture(scope="module")
def journey(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Iterator[tuple[World, Taken]]:
    world = World(tmp_path_factory.mktemp("journey"))
    yield world, run_tour(world.store, tmp_path_factory.mktemp("tour"))
    world.close()


def test_every_step_has_its_picture(journey: tuple[World, Taken]) -> None:
    _, taken = journey
    assert [path.stem[3:] for path in taken.pictures] == list(STEPS)
    for path in taken.pictures:
        picture = QImage(str(path))
        assert (picture.width(), picture.height()) == SIZE
        shades = memoryview(picture.convertToFormat(QImage.Format.Format_RGB32).constBits()).cast("I")
        assert len(set(shades)) > 50, path.name


def test_each_step_shows_something_else(journey: tuple[World, Taken]) -> None:
    _, taken = journey
    assert len({path.read_bytes() for path in taken.pictures}) == len(STEPS)


def test_the_letter_tells_what_was_decided(journey: tuple[World, Taken]) -> None:
    _, taken = journey
    document = QPdfDocument()
    document.load(str(taken.letter))
    text = "".join(document.getAllText(page).text() for page in range(document.pageCount()))
    assert "Giulia Bernasconi" in text
    assert "360.00" in text


def test_the_tour_decides_in_a_copy(journey: tuple[World, Taken]) -> None:
    from caseworker.models.claims.decision_queries import decisions_of
    from caseworker.models.people.queries import find_person

    world, _ = journey
    with world.store.reading() as session:
        person = find_person(session, world.people[0])
        assert len(decisions_of(session, person.id)) == len(world.decisions)


def test_an_empty_store_has_no_story(tmp_path: Path, qapp: QApplication) -> None:
    store = Store.create(f"sqlite:///{tmp_path / 'empty.sqlite'}")
    with pytest.raises(Refusal, match="story"):
        run_tour(store, tmp_path / "out")
    store.close()
