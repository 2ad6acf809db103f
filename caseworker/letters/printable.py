"""Which texts of a record can be put on paper."""

from functools import cache
from typing import TypeVar
from unicodedata import category, is_normalized, normalize

from caseworker.canonical import texts
from caseworker.letters.head import address
from caseworker.letters.paper.errors import UnprintableText
from caseworker.letters.paper.fonts import REGULAR, SEMIBOLD, font
from caseworker.letters.record import Record

R = TypeVar("R", bound=Record)
_INVISIBLE = frozenset({"Cc", "Cf", "Co", "Cs", "Zl", "Zp"})
"""Control and format characters, private ones, half surrogates, line and paragraph separators."""


# Up to here an address fits the window in any case.
_SHORT_LINES, _SHORT_LINE = 5, 40


def check_drawable(record: Record, told: str) -> None:
    """`UnprintableText` or `AddressTooLong` where the letter could not be drawn; `told` is the record's JSON.

    Made for each decision before it is booked; a letter of plain texts costs no more than a look at it.
    """
    # JSON writes a control character with a backslash.
    if "\\" in told or not _characters().issuperset(told):
        printable(record)
    head = record.head
    if len(head.recipient) > _SHORT_LINES or any(len(line) > _SHORT_LINE for line in head.recipient):
        address(head)


def unprintable(text: str) -> str | None:
    """The first character of a text that a letter cannot show; None where it can show them all."""
    known = _characters()
    return next((character for character in normalize("NFC", text) if character not in known), None)


@cache
def _characters() -> frozenset[str]:
    known = font(REGULAR).widths.keys() & font(SEMIBOLD).widths.keys()
    return frozenset(character for character in known if category(character) not in _INVISIBLE)


def printable(record: R) -> R:
    """The record with letters and their accents in one character each, as the typeface has them.

    `UnprintableText` for the first character that is not for paper, or not in the typeface.
    """
    known = _characters()
    composed = _composed(record)
    for place, text in texts(composed):
        for character in text:
            if category(character) in _INVISIBLE:
                raise UnprintableText(character, place, record.head.number, invisible=True)
            if character not in known:
                raise UnprintableText(character, place, record.head.number, invisible=False)
    return composed


def _composed(record: R) -> R:
    told = record.to_json()
    # No sign of JSON's own can be the base of an accent, so the text can be composed as a whole.
    return record if is_normalized("NFC", told) else type(record).from_json(normalize("NFC", told))
