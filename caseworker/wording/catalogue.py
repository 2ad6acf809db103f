"""The one catalogue of texts: a key and a language give a sentence, for window, paper and console.

The texts stand in `resources/texts/<area>/<language>.po`, compiled beside into the `.mo` that is read here,
each area when it is first asked for. A key begins with its area: `claim.decide`, `letters.decision.title`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from gettext import GNUTranslations, NullTranslations
from string import Formatter

from caseworker.resources import resource

_SHARED = "letters"
"""Its areas are its second segments: `letters.decision.title` stands in `letters/decision`."""


class MissingTextError(LookupError):
    """A text that should be there is not: a bug, as every key has its text in every language."""


def say(key: str, language: str, **values: object) -> str:
    """A text with its places filled in, the values as they are; raises MissingTextError."""
    return fill(key, find(area_of(key), key, language), values)


def say_count(key: str, count: int, language: str, **values: object) -> str:
    """A text in the form that goes with `count`, which also fills the place of that name."""
    template = _load(area_of(key), language).ngettext(key, key, count)
    return fill(key, template, {"count": count, **values})


def has(key: str) -> bool:
    """Whether there is such a text: some texts are told more exactly in some cases only."""
    try:
        find(area_of(key), key, "en")
    except MissingTextError:
        return False
    return True


def find(area: str, key: str, language: str) -> str:
    """A text as it stands, places unfilled; raises MissingTextError."""
    return _load(area, language).gettext(key)


def area_of(key: str) -> str:
    """The area that a key stands in."""
    first, _, rest = key.partition(".")
    return f"{first}/{rest.partition('.')[0]}" if first == _SHARED else first


def fill(what: str, template: str, values: Mapping[str, object]) -> str:
    """A template with its places filled in, the values as they are; raises MissingTextError."""
    try:
        return template.format_map(values)
    except KeyError as error:
        raise MissingTextError(f"{what}: no value for {error}") from None


def places(template: str) -> frozenset[str]:
    """The names that a template wants values for."""
    return frozenset(name for _, name, _, _ in Formatter().parse(template) if name)


@cache
def _load(area: str, language: str) -> GNUTranslations:
    try:
        with resource("texts", *area.split("/"), f"{language}.mo").open("rb") as file:
            texts = GNUTranslations(file)
    except FileNotFoundError:
        raise MissingTextError(f"no texts of {area!r} in {language!r}") from None
    texts.add_fallback(_Missing(f"{area} in {language}"))
    return texts


class _Missing(NullTranslations):
    """What gettext asks for what it does not know: its own answer would be the key."""

    def __init__(self, where: str) -> None:
        super().__init__()
        self._where = where

    def gettext(self, message: str) -> str:
        raise MissingTextError(f"no text for {message!r} in {self._where}")

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        raise MissingTextError(f"no text for {msgid1!r} in {self._where}")
