"""The language of the window, changed at once. The rules' own texts come from `caseworker.wording`."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QLibraryInfo, QLocale, QObject, QTranslator, Signal

from caseworker.resources import resource

# Languages the window speaks in full, by their own names. The source texts are English.
SPOKEN = {"it": "Italiano", "en": "English"}


class Language(QObject):
    """The language in use; `changed` is sent after every widget has been told."""

    changed = Signal(str)

    def __init__(self, app: QCoreApplication, code: str) -> None:
        super().__init__(app)
        self._app = app
        self._loaded: list[QTranslator] = []
        self.code = ""
        self.use(code)

    def use(self, code: str) -> None:
        """Speak this language from now on; English where it is not one of ours."""
        code = code if code in SPOKEN else "en"
        if code == self.code:
            return
        self.code = code
        QLocale.setDefault(QLocale(f"{code}_CH"))
        for translator in self._loaded:
            self._app.removeTranslator(translator)
        self._loaded = [t for t in (_qt_texts(code), _own_texts(code)) if t is not None]
        for translator in self._loaded:
            self._app.installTranslator(translator)
        # Every widget is told by an event of its own; by now, not when the loop comes to it.
        self._app.sendPostedEvents(None, QEvent.Type.LanguageChange)
        self.changed.emit(code)


def system_language() -> str:
    """The system's language where the window speaks it, else English."""
    code = QLocale.system().name()[:2]
    return code if code in SPOKEN else "en"


def _own_texts(code: str) -> QTranslator | None:
    return _load(resource("i18n", f"caseworker_{code}.qm").as_posix()) if code != "en" else None


def _qt_texts(code: str) -> QTranslator | None:
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    return _load(f"{folder}/qtbase_{code}.qm") if code != "en" else None


def _load(path: str) -> QTranslator | None:
    translator = QTranslator()
    return translator if translator.load(path) else None
