"""Records into the bytes of PDF files: one letter to keep and send, or many in one file to print."""

from collections.abc import Sequence
from datetime import date
from hashlib import sha256
from unicodedata import normalize

from caseworker.letters.kinds import kind_of
from caseworker.letters.paper.fonts import REGULAR, font
from caseworker.letters.paper.painting import paint
from caseworker.letters.paper.pdfa import ArchiveCanvas, Card
from caseworker.letters.paper.tags import TagTree
from caseworker.letters.printable import printable
from caseworker.letters.record import Record


def draw_letter(record: Record, frozen: str | None = None) -> bytes:
    """The letter as PDF/A-2b, tagged so that a screen reader can read it; the same record, the same bytes.

    `frozen` is the record's JSON as it lies in the store, where that is told in an older way than today's.
    `UnprintableText` for a character that cannot be printed, `AddressTooLong` for an address that does not
    fit the window.
    """
    letter = printable(record)
    sheets = kind_of(letter.kind).set_letter(letter)
    language = letter.head.language
    told = letter.to_json() if frozen is None else normalize("NFC", frozen)
    canvas = _canvas(letter, told, record.head.issued, language)
    tree = TagTree(canvas.archive)
    for page in sheets.pages:
        paint(canvas, page, tree)
    tree.write(sheets.root, language)
    return canvas.finish()


def draw_batch(records: Sequence[Record]) -> bytes:
    """Many letters one after the other as one PDF/A-2b for the printer; errors as for `draw_letter`.

    The letters share the typeface and leave out what only a reader on a screen needs. `ValueError` if there
    is no record.
    """
    if not records:
        raise ValueError("a print file needs at least one letter")
    letters = [printable(record) for record in records]
    told = "".join(letter.to_json() for letter in letters)
    canvas = _canvas(letters[0], told, max(letter.head.issued for letter in letters))
    for record in letters:
        for page in kind_of(record.kind).set_letter(record).pages:
            paint(canvas, page, None)
    return canvas.finish()


def _canvas(first: Record, told: str, made: date, language: str | None = None) -> ArchiveCanvas:
    """A canvas for letters, whose file is named after the first of them and known by all that they say."""
    title, subject = kind_of(first.kind).titles(first)
    card = Card(
        title=title,
        author=first.head.insurer.name,
        subject=subject,
        program=f"caseworker {first.head.program}",
        made=made,
        identity=sha256(told.encode()).digest(),
        language=language,
    )
    return ArchiveCanvas(card, font(REGULAR).fontName)
