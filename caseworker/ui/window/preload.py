"""Makes the pages ready before they are gone to: a little at a time, while nothing else is to do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from caseworker.ui.window.shell import Shell

_PAUSE_MS = 15
_AT_ONCE = 12  # widgets that are given their style in one go


class Preload(QObject):
    """Makes each page, then styles its widgets by the dozen; keys and drawing come in between."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._steps = self._work(shell)
        self._timer = QTimer(self)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._step)

    def start(self) -> None:
        """Begin."""
        self._timer.start()

    def finish(self) -> None:
        """Do at once what is left."""
        for _ in self._steps:
            pass

    def _step(self) -> None:
        if next(self._steps, None) is None:
            self._timer.stop()
            self.deleteLater()

    @staticmethod
    def _work(shell: Shell) -> Iterator[str]:
        for kind in shell.registry.seen(shell.may):
            page = shell.page_of(kind)
            yield kind
            widgets = page.findChildren(QWidget)
            for number, widget in enumerate(widgets):
                widget.ensurePolished()
                if number % _AT_ONCE == 0:
                    yield kind
