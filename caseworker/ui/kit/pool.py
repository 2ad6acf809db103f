"""Rows of a list that are made once and used again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtWidgets import QBoxLayout, QWidget

W = TypeVar("W", bound=QWidget)


class Pool(Generic[W]):
    """Rows of a list that are made once and used again, so that following the keys costs nothing.

    `ready` of them are there from the beginning: Tab goes in the order in which things were made.
    """

    def __init__(self, layout: QBoxLayout, make: Callable[[], W], ready: int) -> None:
        self._layout, self._make = layout, make
        self.rows: list[W] = []
        self.take(ready)
        self.take(0)

    def take(self, count: int) -> list[W]:
        """The first `count` rows, in sight; the others are hidden."""
        while len(self.rows) < count:
            made = self._make()
            self._layout.addWidget(made)
            self.rows.append(made)
        for at, one in enumerate(self.rows):
            one.setVisible(at < count)
        return self.rows[:count]
