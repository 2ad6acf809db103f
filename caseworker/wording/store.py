"""Where the texts come from: `resources/i18n/terms/`, one file for each kind, read when first asked for."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from caseworker.resources import resource


class MissingTextError(LookupError):
    """A text that should be there is not: a bug, as every code has its texts in every language."""


@cache
def table(name: str) -> Mapping[str, Any]:
    """All texts of a kind, such as `facts`, by code."""
    loaded: dict[str, Any] = json.loads(resource("i18n", "terms", f"{name}.json").read_bytes())
    return loaded


def entry(name: str, code: str, language: str) -> Any:
    """What a table holds for a code in a language; raises MissingTextError."""
    try:
        return table(name)[code][language]
    except KeyError:
        raise MissingTextError(f"no text in {name} for {code!r} in {language!r}") from None


def field(name: str, code: str, language: str, key: str) -> str:
    """One field of an entry that has several; raises MissingTextError."""
    try:
        text: str = entry(name, code, language)[key]
    except KeyError:
        raise MissingTextError(f"no {key} in {name} for {code!r} in {language!r}") from None
    return text


def fill(what: str, template: str, values: Mapping[str, str]) -> str:
    """A template with its placeholders filled in, the values as they are; raises MissingTextError."""
    try:
        return template.format_map(values)
    except KeyError as error:
        raise MissingTextError(f"{what}: no value for {error}") from None
