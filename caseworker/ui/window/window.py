"""The frame of the program: drawn before anything else is imported, filled with the shell after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QMainWindow

from caseworker.ui.kit.tokens import Tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QPaintEvent

    from caseworker.ui.window.shell import Shell

_SIZE = (1440, 900)
_SIDE = 216


class Window(QMainWindow):
    """`painted` is sent once, after the first drawing. Imports as little as that needs."""

    painted = Signal()

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._shell: Shell | None = None
        self._was_painted = False
        self.resize(*_SIZE)
        # A sheet draws the grounds of what is about to come: a painter would load ten times as much of Qt.
        ground = QFrame()
        ground.setStyleSheet(f"background: {tokens.canvas}; border-left: {_SIDE}px solid {tokens.side};")
        self.setCentralWidget(ground)

    def come_up(self, placed: bool) -> None:
        """Show itself where it was placed before; on all of a screen that is no larger than it would be."""
        room = self.screen().availableSize()
        if placed or (room.width() > self.width() and room.height() > self.height()):
            self.show()
        else:
            # With its frame it would hang over the edge, the status line with its undo out of sight.
            self.showMaximized()

    def hold(self, shell: Shell) -> None:
        """Fill the frame."""
        self._shell = shell
        self.setCentralWidget(shell)
        self.setWindowTitle(shell.windowTitle())
        shell.page.focus_first()

    def paintEvent(self, event: QPaintEvent) -> None:
        """What is heavy begins after the first."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep where the window lay; the shell keeps what was typed."""
        if self._shell is not None:
            self._shell.preferences.geometry = self.saveGeometry()
            self._shell.finish()
        super().closeEvent(event)
