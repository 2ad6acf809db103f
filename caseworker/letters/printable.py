"""Which texts of a record can be put on paper."""

import unicodedata

from caseworker.letters.codec import texts
from caseworker.letters.errors import UnprintableText
from caseworker.letters.fonts import REGULAR, SEMIBOLD, font
from caseworker.letters.record import LetterRecord

_INVISIBLE = frozenset({"Cc", "Cf", "Co", "Cs", "Zl", "Zp"})
"""Control and format characters, private ones, half surrogates, line and paragraph separators."""


def check(record: LetterRecord) -> None:
    """`UnprintableText` for the first character that is not for paper, or not in the typeface."""
    known = font(REGULAR).widths.keys() & font(SEMIBOLD).widths.keys()
    for place, text in texts(record):
        for character in text:
            if unicodedata.category(character) in _INVISIBLE:
                raise UnprintableText(character, place, record.number, "cannot be seen on paper")
            if character not in known:
                raise UnprintableText(character, place, record.number, "is not in the letters' typeface")
