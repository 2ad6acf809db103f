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


def letter_key(number: str) -> tuple[int, int] | None:
    """Year and number of a letter, written with its hyphen; None for what is no number of a letter."""
    found = re.fullmatch(r"(\d{4})-(\d{1,15})", number.strip())
    return None if found is None else (int(found[1]), int(found[2]))


def claim_key(number: str) -> int:
    """The key of a claim, given with or without its letter."""
    key = _key(number, "C")
    if key is None:
        raise Refusal("{number} is no number of a claim.", "It looks like C12.", number=number)
    return key


def decision_key(number: str) -> int:
    """The key of a decision, given with or without its letter."""
    key = _key(number, "D")
    if key is None:
        raise Refusal("{number} is no number of a decision.", "It looks like D12.", number=number)
    return key


def _key(number: str, letter: str) -> int | None:
    digits = re.fullmatch(rf"{letter}?(\d{{1,15}})", number.strip(), re.IGNORECASE)
    return None if digits is None else int(digits[1])
