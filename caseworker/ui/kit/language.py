"""The language of the window, changed at once: its own texts, Qt's, and how numbers and days are written."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal

from caseworker.ui.kit import text

# Languages the window speaks, by their own names.
SPOKEN = {"de": "Deutsch", "fr": "Français", "it": "Italiano", "en": "English"}


class Language(QObject):
    """The language in use; `changed` is sent after every text has been set."""

    changed = Signal(str)

    def __init__(self, app: QCoreApplication, code: str) -> None:
        super().__init__(app)
        self._app = app
        self._of_qt: QTranslator | None = None
        self.code = ""
        self.use(code)

    def use(self, code: str) -> None:
        """Speak this language from now on; English where it is not one of ours."""
        code = code if code in SPOKEN else "en"
        if code == self.code:
            return
        self.code = code
        QLocale.setDefault(QLocale(f"{code}_CH"))
        if self._of_qt is not None:
            self._app.removeTranslator(self._of_qt)
        self._of_qt = _qt_texts(code)
        if self._of_qt is not None:
            self._app.installTranslator(self._of_qt)
        text.use(code)
        self.changed.emit(code)


def system_language() -> str:
    """The system's language where the window speaks it, else English."""
    code = QLocale.system().name()[:2]
    return code if code in SPOKEN else "en"


def _qt_texts(code: str) -> QTranslator | None:
    """The texts of Qt's own dialogs; its own are English."""
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    translator = QTranslator()
    return translator if code != "en" and translator.load(f"{folder}/qtbase_{code}.qm") else None
