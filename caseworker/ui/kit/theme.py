"""Light or dark, the fonts and the size of text: one object that the whole window follows."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from caseworker.resources import resource
from caseworker.ui.kit.style import style_sheet
from caseworker.ui.kit.tokens import DARK, LIGHT, Tokens

FAMILY = "Source Sans 3"
_USUAL_POINTS = 11.0
_STEPS = (9.0, 10.0, 11.0, 12.0, 13.0, 14.0, 16.0, 18.0)


class Mode(StrEnum):
    """What decides between light and dark."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """The look in use. `changed` is sent after the application has taken it on."""

    changed = Signal()

    def __init__(self, app: QApplication, mode: Mode = Mode.SYSTEM, points: float | None = None) -> None:
        super().__init__(app)
        self._app = app
        self.mode = mode
        # The person's own size of text counts where it is larger than ours.
        self.points = points or max(_USUAL_POINTS, app.font().pointSizeF())
        app.styleHints().colorSchemeChanged.connect(self._follow_system)

    @property
    def tokens(self) -> Tokens:
        """The colours in use."""
        by_system = _system_scheme() is Qt.ColorScheme.Dark
        dark = by_system if self.mode is Mode.SYSTEM else self.mode is Mode.DARK
        return DARK if dark else LIGHT

    def use(self, mode: Mode) -> None:
        """Take light, dark, or what the system says."""
        self.mode = mode
        self.apply()

    def resize(self, points: float) -> None:
        """Take another size of body text, in points."""
        self.points = points
        self.apply()

    def step(self, by: int) -> None:
        """The next larger (1) or smaller (-1) size of text; 0 is the usual one."""
        if by == 0:
            return self.resize(_USUAL_POINTS)
        sizes = [size for size in _STEPS if (size - self.points) * by > 0]
        if sizes:
            self.resize(min(sizes) if by > 0 else max(sizes))
        return None

    def apply(self) -> None:
        """Hand palette, font and style sheet to the application."""
        tokens = self.tokens
        chevron = resource("icons", "chevron-dark.svg" if tokens.dark else "chevron-light.svg").as_posix()
        sheet = style_sheet(tokens, self.points, chevron)
        # Every widget is styled anew by it, so the same sheet is not given twice.
        if sheet != self._app.styleSheet():
            font = QFont(FAMILY)
            font.setPointSizeF(self.points)
            self._app.setFont(font)
            self._app.setPalette(_palette(tokens))
            self._app.setStyleSheet(sheet)
        self.changed.emit()

    def colour(self, name: str) -> QColor:
        """One of the tokens as a colour, such as `colour("accent")`."""
        return QColor(getattr(self.tokens, name))

    def _follow_system(self) -> None:
        if self.mode is Mode.SYSTEM:
            self.apply()


def _system_scheme() -> Qt.ColorScheme:
    return QGuiApplication.styleHints().colorScheme()


def load_fonts(*styles: str) -> None:
    """Load the shipped font in the named styles; what is not there falls back to the system's own."""
    for style in styles:
        path = resource("fonts", f"SourceSans3-{style}.ttf")
        if path.is_file():
            QFontDatabase.addApplicationFont(str(path))


def _palette(tokens: Tokens) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for key, colour in (
        (role.Window, tokens.canvas),
        (role.WindowText, tokens.ink),
        (role.Base, tokens.field),
        (role.AlternateBase, tokens.side),
        (role.Text, tokens.ink),
        (role.Button, tokens.raised),
        (role.ButtonText, tokens.ink),
        (role.Highlight, tokens.accent),
        (role.HighlightedText, tokens.on_accent),
        (role.PlaceholderText, tokens.muted),
        (role.ToolTipBase, tokens.raised),
        (role.ToolTipText, tokens.ink),
        (role.Link, tokens.accent),
        (role.Mid, tokens.hairline),
    ):
        palette.setColor(key, QColor(colour))
    return palette
