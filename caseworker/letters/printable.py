"""Which texts of a record can be put on paper."""

from unicodedata import category, is_normalized, normalize

from caseworker.letters.codec import texts
from caseworker.letters.errors import UnprintableText
from caseworker.letters.fonts import REGULAR, SEMIBOLD, font
from caseworker.letters.record import LetterRecord

_INVISIBLE = frozenset({"Cc", "Cf", "Co", "Cs", "Zl", "Zp"})
"""Control and format characters, private ones, half surrogates, line and paragraph separators."""


def printable(record: LetterRecord) -> LetterRecord:
    """The record with letters and their accents in one character each, as the typeface has them.

    `UnprintableText` for the first character that is not for paper, or not in the typeface.
    """
    known = font(REGULAR).widths.keys() & font(SEMIBOLD).widths.keys()
    composed = _composed(record)
    for place, text in texts(composed):
        for character in text:
            if category(character) in _INVISIBLE:
                raise UnprintableText(character, place, record.number, invisible=True)
            if character not in known:
                raise UnprintableText(character, place, record.number, invisible=False)
    return composed


def _composed(record: LetterRecord) -> LetterRecord:
    told = record.to_json()
    # No sign of JSON's own can be the base of an accent, so the text can be composed as a whole.
    return record if is_normalized("NFC", told) else LetterRecord.from_json(normalize("NFC", told))
