"""Keeps the pictures that tests take, to be looked at: in out/pictures beside the project."""

from PySide6.QtGui import QImage

from tests.house.tree import ROOT

FOLDER = ROOT / "out" / "pictures"


def keep(picture: QImage, name: str) -> None:
    """Keep a picture under a name; the last run's is replaced."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    assert picture.save(str(FOLDER / f"{name}.png"))
