"""One command makes a picture of every page that there is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from caseworker.ui.kit.theme import Mode
from caseworker.ui.tour import pages
from caseworker.ui.tour.stage import SIZE
from caseworker.ui.window.registry import REGISTRY
from caseworker.wording.languages import Language
from tests.ui.world import World


@pytest.fixture
def own_world(tmp_path: Path, qapp: QApplication) -> Iterator[World]:
    world = World(tmp_path)
    yield world
    world.close()


def test_every_page_of_the_registry_has_its_picture(
    own_world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "LOOKS", {"dark": Mode.DARK})
    monkeypatch.setattr(pages, "LANGUAGES", (Language.GERMAN,))
    taken = pages.run_pages(own_world.store, tmp_path / "out")
    kinds = {path.name.partition("-")[0] for path in taken}
    assert set(REGISTRY.pages) <= kinds
    assert all(path.name.endswith("-de-dark.png") for path in taken)
    assert {QImage(str(path)).size().toTuple() for path in taken} == {SIZE}


def test_there_are_all_languages_in_both_looks() -> None:
    assert [language.value for language in pages.LANGUAGES] == ["it", "de", "fr", "en"]
    assert list(pages.LOOKS) == ["light", "dark"]
