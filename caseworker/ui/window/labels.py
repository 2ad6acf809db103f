"""The names of pages and desks, by the keys that their lines give."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

_TEXTS: dict[str, Callable[[], str]] = {
    "find.title": lambda: QCoreApplication.translate("Menus", "Find"),
    "words.claims": lambda: QCoreApplication.translate("Menus", "Claims"),
    "words.person": lambda: QCoreApplication.translate("Menus", "Person"),
    "words.claim": lambda: QCoreApplication.translate("Menus", "Claim"),
    "words.letter": lambda: QCoreApplication.translate("Menus", "Letter"),
    "window.claims_open": lambda: QCoreApplication.translate("Menus", "Claims   {number} open"),
}


def say(key: str, **values: object) -> str:
    """A text in the language of now."""
    return _TEXTS[key]().format(**values)
