"""The window where nobody looks on: brought up, waited for, taken a picture of."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QEventLoop, QSettings, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from caseworker.ui.kit.theme import Mode
from caseworker.ui.window.app import begin, make_app, make_shell, open_access
from caseworker.ui.window.preferences import Preferences

if TYPE_CHECKING:
    from caseworker.services.access import Access, Store

SIZE = (1440, 900)
EXAMINER = "M. Fontana"
_MOMENT_MS = 260
_STILL_MS = 400
_LAYOUTS = 4


def on_its_day(access: Access) -> Access:
    """A store of made-up people is looked at as on the day up to which they were told."""
    from caseworker.services.settings.reading import demonstration_day

    day = access.read(demonstration_day)
    return access if day is None else access.as_on(day)


class Stage:
    """A window on a store; `pictures` are those taken so far, each told to `say`."""

    def __init__(self, store: Store, folder: Path, out: Path, say: Callable[[str], None]) -> None:
        self._out, self._say = out, say
        self.pictures: list[Path] = []
        settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
        self.shell = make_shell(make_app(), Preferences(settings))
        self.access = on_its_day(open_access(EXAMINER, lambda: store))

    def begin(self) -> None:
        """Bring the window up, light and in English, with the store open."""
        self.shell.tools.language.use("en")
        self.shell.tools.theme.use(Mode.LIGHT)
        self.shell.resize(*SIZE)
        begin(self.shell, lambda: self.access)
        self.shell.show()
        self.settle()

    def end(self) -> None:
        """Put the window away."""
        self.shell.close()
        # Pages are still being made ready ahead; none of it is needed any more.
        self.shell.deleteLater()
        QApplication.sendPostedEvents(self.shell, QEvent.Type.DeferredDelete.value)

    def shoot(self, name: str, settled: Callable[[], None] | None = None) -> None:
        """A picture of the window, when it has come to rest."""
        (settled or self.settle)()
        path = self._out / f"{name}.png"
        self.shell.grab().save(str(path))
        self.pictures.append(path)
        self._say(str(path))

    def until_still(self) -> None:
        """Until the window looks as it did before: a letter's pages are drawn on a thread of their own."""
        before, now = QImage(), self._grab_settled()
        while now != before:
            self._pause(_STILL_MS)
            before, now = now, self._grab_settled()

    def _grab_settled(self) -> QImage:
        self.settle()
        return self.shell.grab().toImage()

    def settle(self) -> None:
        """Until nothing is under way, and what waits a moment before it is drawn is drawn."""
        while True:
            self.shell.operations.wait()
            QApplication.processEvents()
            pauses = self._pauses()
            if self.shell.operations.is_idle and not pauses:
                break
            self._pause(max(pauses, default=0))
        # A layout asks another for room only once it has its own.
        for _ in range(_LAYOUTS):
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
            QApplication.processEvents()

    def _pauses(self) -> list[int]:
        """What is left, in milliseconds, of the short pauses that a key began; a draft waits for longer."""
        timers = self.shell.findChildren(QTimer)
        short = [t for t in timers if t.isSingleShot() and t.interval() <= _MOMENT_MS]
        return [timer.remainingTime() for timer in short if timer.isActive()]

    @staticmethod
    def _pause(milliseconds: int) -> None:
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop, loop.quit)
        loop.exec()
