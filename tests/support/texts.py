"""The texts as translators see them: every area, every key, every language, every plural form."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from babel.messages.pofile import read_po

from caseworker.resources import resource
from caseworker.wording import Language

TEXTS = resource("texts")
Forms = tuple[str, ...]
"""A text, or its forms for one and for many."""


@cache
def areas() -> list[str]:
    """The areas, as their folders are named: `claim`, `letters/decision`."""
    return sorted({path.parent.relative_to(TEXTS).as_posix() for path in TEXTS.rglob("*.po")})


def file_of(area: str, language: str) -> Path:
    """The file that a translator opens."""
    return TEXTS / area / f"{language}.po"


@cache
def texts_of(area: str, language: str) -> dict[str, Forms]:
    """The texts of an area in a language by their keys, in the order of the file."""
    with file_of(area, language).open("rb") as file:
        catalog = read_po(file, locale=language, abort_invalid=True)
    found: dict[str, Forms] = {}
    for message in list(catalog)[1:]:
        key = message.id if isinstance(message.id, str) else message.id[0]
        assert key not in found, f"{area}: {key} stands twice"
        forms = message.string or ()
        found[key] = (forms,) if isinstance(forms, str) else tuple(forms)
    return found


def all_texts(language: str) -> dict[str, Forms]:
    """Everything that is said in a language."""
    return {key: forms for area in areas() for key, forms in texts_of(area, language).items()}


def keys(area: str, prefix: str = "") -> list[str]:
    """The keys of an area without the area's own name."""
    return [key.partition(".")[2] for key in texts_of(area, Language.ENGLISH) if key.startswith(prefix)]
