"""What the window keeps from day to day: look, size of text, language, its place, whom one saw."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QByteArray, QSettings

from caseworker.ui.kit.theme import Mode

_RECENT = 8


class Preferences:
    """Read and written at once, in the person's own settings."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    @property
    def mode(self) -> Mode:
        """Light, dark, or as the system says."""
        value = str(self._settings.value("look/mode", Mode.SYSTEM.value))
        return Mode(value) if value in list(Mode) else Mode.SYSTEM

    @mode.setter
    def mode(self, mode: Mode) -> None:
        self._settings.setValue("look/mode", mode.value)

    @property
    def points(self) -> float | None:
        """The chosen size of text; None where none was chosen."""
        try:
            return float(str(self._settings.value("look/points", ""))) or None
        except ValueError:
            return None

    @points.setter
    def points(self, points: float) -> None:
        self._settings.setValue("look/points", points)

    @property
    def language(self) -> str:
        """The chosen language; empty where none was chosen."""
        return str(self._settings.value("look/language", ""))

    @language.setter
    def language(self, code: str) -> None:
        self._settings.setValue("look/language", code)

    def keep_look(self, mode: Mode, points: float) -> None:
        """Keep the look and the size of text."""
        self.mode, self.points = mode, points

    def keep_language(self, code: str) -> None:
        """Keep the language."""
        self.language = code

    @property
    def geometry(self) -> QByteArray:
        """Where the window lay; empty at first."""
        return cast(QByteArray, self._settings.value("window/geometry", QByteArray()))

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._settings.setValue("window/geometry", geometry)

    @property
    def recent(self) -> tuple[str, ...]:
        """The numbers of the people looked at last, the latest first. Numbers only: a name is no setting."""
        return tuple(n for n in str(self._settings.value("recent/people", "")).split(" ") if n)

    def saw(self, number: str) -> None:
        """A person was looked at."""
        kept = [number, *(n for n in self.recent if n != number)][:_RECENT]
        self._settings.setValue("recent/people", " ".join(kept))
