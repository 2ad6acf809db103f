"""What a form says by itself: what can be wrong with what is typed, and the answers to a fact."""

from __future__ import annotations

from caseworker.ui.kit import text
from caseworker.wording.parse import Problem


def problem_text(problem: Problem) -> str:
    """What is wrong with a field, and how to write it."""
    return text.say(f"parse.{problem}")


def yes() -> str:
    """A fact is so."""
    return text.say("kit.answer.yes")


def no() -> str:
    """A fact is not so."""
    return text.say("kit.answer.no")
