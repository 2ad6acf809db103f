"""What the program will not do, told in the language of the person at the desk."""

from __future__ import annotations

from collections.abc import Mapping

from caseworker.errors import Facts, Refusal
from caseworker.wording.catalogue import MissingTextError, fill, find
from caseworker.wording.texts import fact_label

_AREA = "refusals"
_SOURCE = "en"
"""The language of the templates themselves."""


def refusal_texts(refusal: Refusal, language: str) -> tuple[str, str]:
    """What is wrong and how to go on (empty where nothing is said); raises MissingTextError."""
    values = {name: _told(value, language) for name, value in refusal.values.items()}
    message, advice = (_text(template, language, values) for template in refusal.templates)
    return message, advice


def _text(template: str, language: str, values: Mapping[str, str]) -> str:
    if not template:
        return ""
    try:
        said = find(_AREA, template, language)
    except MissingTextError:
        if language != _SOURCE:
            raise
        said = template
    return fill(template, said, values)


def _told(value: object, language: str) -> str:
    """A value in words; the labels of facts hold commas themselves."""
    return (
        " · ".join(fact_label(fact, language) for fact in value) if isinstance(value, Facts) else str(value)
    )
