"""Finding a benefit by any of its names in any language."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

_LIGATURES = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "’": "'"})
_BREAKS = str.maketrans(".-'/(", "     ")
_UMLAUTS = (("ae", "a"), ("oe", "o"), ("ue", "u"))

EXACT, FROM_START, FROM_WORD, INSIDE = range(4)


class Named(NamedTuple):
    """A benefit and what it is called: its name in the window's language first, then every other name."""

    benefit: str
    names: tuple[str, ...]


class Hit(NamedTuple):
    """A benefit that was found; `name` is the name that matched."""

    benefit: str
    name: str


def fold(text: str) -> str:
    """Without accents and capitals; ü, ue and u are one, as are ä and ö with theirs."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LIGATURES))
    plain = "".join(character for character in plain if not unicodedata.combining(character))
    for long, short in _UMLAUTS:
        plain = plain.replace(long, short)
    return plain


class BenefitIndex:
    """All benefits under all their names, folded once."""

    def __init__(self, benefits: Iterable[Named]) -> None:
        self._names = [
            (named.benefit, name, fold(name), order)
            for named in benefits
            for order, name in enumerate(named.names)
        ]
        self._all = [Hit(benefit, name) for benefit, name, _, order in self._names if order == 0]

    def find(self, text: str) -> list[Hit]:
        """Every benefit that has all the words of `text`, best first.

        A whole name goes before a beginning, that before the beginning of a word; the name in the window's
        language goes first. Nothing typed: all, in their own order.
        """
        words = fold(text).split()
        if not words:
            return self._all
        best: dict[str, tuple[tuple[int, int, int], Hit]] = {}
        for benefit, name, folded, order in self._names:
            rank = _rank(folded, words)
            if rank is None:
                continue
            key = (rank, min(order, 1), len(folded))
            if benefit not in best or key < best[benefit][0]:
                best[benefit] = (key, Hit(benefit, name))
        return [hit for _, hit in sorted(best.values(), key=lambda entry: entry[0])]


def _rank(folded: str, words: list[str]) -> int | None:
    typed = " ".join(words)
    if folded == typed:
        return EXACT
    if folded.startswith(typed):
        return FROM_START
    padded = " " + folded.translate(_BREAKS)
    if all(f" {word}" in padded for word in words):
        return FROM_WORD
    if all(word in folded for word in words):
        return INSIDE
    return None
