"""The names of the claim page's fields, and what can be wrong with what is typed there."""

from __future__ import annotations

from caseworker.ui.kit import text
from caseworker.wording.parse import Problem

_SHARED = {"benefit": "words.benefit", "charged": "words.charged"}


def problem_text(problem: Problem) -> str:
    """What is wrong with a field, and how to write it."""
    return text.say(f"parse.{problem}")


def line_key(name: str) -> str:
    """The title of a line's field."""
    return _SHARED.get(name, f"claim.line.{name}")


def yes() -> str:
    """A fact is so."""
    return text.say("kit.answer.yes")


def no() -> str:
    """A fact is not so."""
    return text.say("kit.answer.no")


def line_field(name: str) -> str:
    """The title of a line's field, in words."""
    return text.say(line_key(name))


def quantity_key(kind: str | None) -> str:
    """What the quantity counts."""
    return {"hours": "claim.line.hours", "days": "claim.line.days_with_help"}.get(
        kind or "", line_key("quantity")
    )
