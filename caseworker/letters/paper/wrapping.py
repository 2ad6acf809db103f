"""Texts broken into lines that fit a width, measured in the typeface they are drawn in."""

import re

from caseworker.letters.paper.fonts import word_width
from caseworker.letters.paper.sheet import Style

# A word may also be broken after a hyphen or a slash between two longer parts, so that neither dates nor
# numbers are torn apart.
_SEAM = re.compile(r"(?<=[^\W\d_]{3}[-/–])(?=[^\W\d_]{3})")

_ROUNDING = 1e-6


def wrap(text: str, style: Style, width: float) -> list[str]:
    """The lines of a text, at most `width` points wide each; only a word wider than that is torn.

    Put together the lines are the text again: one that ends between two words ends with their space, which
    is not counted as width.
    """
    # Counted in whole thousandths of the size, in which sums are exact.
    font = style.font
    limit = width * 1000 / style.size + _ROUNDING
    space = word_width(font, " ")
    lines: list[str] = []
    line: list[str] = []
    used = 0
    for word in text.split(" "):
        wide = word_width(font, word)
        gap = space if line else 0
        if used + gap + wide <= limit:
            line.append(word)
            used += gap + wide
            continue
        first, *parts = _broken(word, font, limit, limit - used - gap)
        if first:
            lines.append(" ".join([*line, first]))
        elif line:
            lines.append(" ".join(line) + " ")
        lines += parts[:-1]
        line, used = parts[-1:], word_width(font, parts[-1])
    return [*lines, " ".join(line)]


def _broken(word: str, font: str, width: float, room: float) -> list[str]:
    """The word in at least two parts: the first fits the room left (or is empty), each other fits a line."""
    parts = [""]
    limit = room
    for piece in _SEAM.split(word):
        for atom in _torn(piece, font, width):
            if word_width(font, parts[-1] + atom) <= limit:
                parts[-1] += atom
            else:
                parts.append(atom)
                limit = width
    return parts


def _torn(piece: str, font: str, width: float) -> list[str]:
    """The piece whole if it fits a line, else in as few parts as do."""
    if word_width(font, piece) <= width:
        return [piece]
    parts = [""]
    for character in piece:
        if parts[-1] and word_width(font, parts[-1] + character) > width:
            parts.append("")
        parts[-1] += character
    return parts
