"""How records are named to people: claim C12, decision D34, letter 2026-000123."""

import re

from caseworker.errors import Refusal


def claim_number(key: int) -> str:
    """The number of a claim."""
    return f"C{key}"


def decision_number(key: int) -> str:
    """The number of a decision."""
    return f"D{key}"


def letter_number(year: int, number: int) -> str:
    """The number of a letter: without gaps in its year."""
    return f"{year}-{number:06}"


def claim_key(number: str) -> int:
    """The key of a claim, given with or without its letter."""
    return _key(number, "C", "claim")


def decision_key(number: str) -> int:
    """The key of a decision, given with or without its letter."""
    return _key(number, "D", "decision")


def _key(number: str, letter: str, what: str) -> int:
    digits = re.fullmatch(rf"{letter}?(\d{{1,15}})", number.strip(), re.IGNORECASE)
    if digits is None:
        raise Refusal(f"{number} is no number of a {what}.", f"It looks like {letter}12.")
    return int(digits[1])
