"""A frozen decision in, the bytes of a letter out."""

from caseworker.letters.drawing import draw_batch, draw_letter
from caseworker.letters.errors import AddressTooLong, UnprintableText
from caseworker.letters.insurer import load_insurer
from caseworker.letters.record import (
    Insured,
    Insurer,
    Invoice,
    LetterComponent,
    LetterLine,
    LetterMissing,
    LetterReason,
    LetterRecord,
    Payee,
    Replaced,
)

__all__ = [
    "AddressTooLong",
    "Insured",
    "Insurer",
    "Invoice",
    "LetterComponent",
    "LetterLine",
    "LetterMissing",
    "LetterReason",
    "LetterRecord",
    "Payee",
    "Replaced",
    "UnprintableText",
    "draw_batch",
    "draw_letter",
    "load_insurer",
]
