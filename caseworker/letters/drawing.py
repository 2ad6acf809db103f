"""Records into the bytes of PDF files: one letter to keep and send, or many in one file to print."""

from collections.abc import Sequence
from hashlib import sha256

from caseworker.letters.kinds.decision.body import set_letter
from caseworker.letters.kinds.decision.words import Words
from caseworker.letters.paper.fonts import REGULAR, font
from caseworker.letters.paper.painting import paint
from caseworker.letters.paper.pdfa import ArchiveCanvas, Card
from caseworker.letters.paper.tags import TagTree
from caseworker.letters.printable import printable
from caseworker.letters.record import LetterRecord


def draw_letter(record: LetterRecord) -> bytes:
    """The letter as PDF/A-2b, tagged so that a screen reader can read it; the same record, the same bytes.

    `UnprintableText` for a character that cannot be printed, `AddressTooLong` for an address that does not
    fit the window.
    """
    letter = printable(record)
    sheets = set_letter(letter)
    canvas = _canvas((letter,), language=letter.language)
    tree = TagTree(canvas.archive)
    for page in sheets.pages:
        paint(canvas, page, tree)
    tree.write(sheets.root, letter.language)
    return canvas.finish()


def draw_batch(records: Sequence[LetterRecord]) -> bytes:
    """Many letters one after the other as one PDF/A-2b for the printer; errors as for `draw_letter`.

    The letters share the typeface and leave out what only a reader on a screen needs. `ValueError` if there
    is no record.
    """
    if not records:
        raise ValueError("a print file needs at least one letter")
    letters = [printable(record) for record in records]
    canvas = _canvas(letters)
    for record in letters:
        for page in set_letter(record).pages:
            paint(canvas, page, None)
    return canvas.finish()


def _canvas(records: Sequence[LetterRecord], language: str | None = None) -> ArchiveCanvas:
    """A canvas for these letters, whose file is named and dated after the first of them."""
    first = records[0]
    words = Words(first)
    identity = sha256()
    for record in records:
        identity.update(record.to_json().encode())
    card = Card(
        title=words.say("title", number=first.number),
        author=first.insurer.name,
        subject=words.say("reference.claim") + " " + first.claim_number,
        program=f"caseworker {first.program}",
        made=max(record.issued for record in records),
        identity=identity.digest(),
        language=language,
    )
    return ArchiveCanvas(card, font(REGULAR).fontName)
