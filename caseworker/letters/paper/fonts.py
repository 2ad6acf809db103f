"""The two weights of the letters' typeface: its widths, its characters, and how it is embedded."""

from functools import cache, lru_cache
from typing import cast

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfbase.ttfonts import TTFont

from caseworker.letters.paper.pdfa import ArchiveDocument
from caseworker.resources import resource

REGULAR = "SourceSans3-Regular"
SEMIBOLD = "SourceSans3-Semibold"

_SYMBOLIC = 4
_CMAP_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<00> <FF>
endcodespacerange"""
_CMAP_TAIL = """endcmap
CMapName currentdict /CMap defineresource pop
end
end"""
_CMAP_BLOCK = 100


class LetterFont(TTFont):
    """A font that is embedded as a subset of what a letter uses, in the form that an archive accepts."""

    def __init__(self, name: str) -> None:
        path = str(resource("fonts", f"{name}.ttf"))
        # Without the readable codes for ASCII a subset holds the characters used and no others.
        super().__init__(name, path, asciiReadable=False, shapable=False)
        # The name table, most of it the licence's text, has no use inside a PDF.
        self.face.table.pop("name")
        glyphs, widths = self.face.charToGlyph, self.face.charWidths
        self.widths: dict[str, int] = {
            chr(code): round(widths[code]) for code, glyph in glyphs.items() if glyph and code > 0x1F
        }
        """The width of every character there is, in thousandths of the size."""

    def addObjects(self, doc: PDFDocument) -> None:  # noqa: N802 - ReportLab calls it by this name at the end
        """Write each subset into the document, which must be an `ArchiveDocument`."""
        archive = cast(ArchiveDocument, doc)
        state = self.state[doc]
        state.frozen = True
        for number, subset in enumerate(state.subsets):
            internal = self.getSubsetInternalName(number, doc)[1:]
            archive.name_font(internal, self._subset(archive, number, subset))
        del self.state[doc]

    def _subset(self, archive: ArchiveDocument, number: int, subset: list[int]) -> int:
        """The object number of one subset's font dictionary."""
        # The tag of a subset must differ from those of the other subsets in the file only.
        name = f"{_subset_tag(number)}+{self.fontName}"
        widths = " ".join(str(round(self.face.charWidths.get(code, 0))) for code in subset)
        descriptor = self._descriptor(archive, name, subset)
        unicode_map = archive.put_stream(_unicode_map(subset).encode("ascii"))
        return archive.put(
            f"<</Type/Font/Subtype/TrueType/BaseFont/{name}/FirstChar 0/LastChar {len(subset) - 1}"
            f"/Widths[{widths}]/ToUnicode {unicode_map} 0 R/FontDescriptor {descriptor} 0 R>>"
        )

    def _descriptor(self, archive: ArchiveDocument, name: str, subset: list[int]) -> int:
        face = self.face
        program: bytes = face.makeSubset(subset)
        file = archive.put_stream(program, f"/Length1 {len(program)}")
        box = " ".join(f"{edge:g}" for edge in face.bbox)
        return archive.put(
            f"<</Type/FontDescriptor/FontName/{name}/Flags {_SYMBOLIC}/FontBBox[{box}]"
            f"/ItalicAngle {face.italicAngle:g}/Ascent {face.ascent:g}/Descent {face.descent:g}"
            f"/CapHeight {face.capHeight:g}/StemV {face.stemV:g}/FontFile2 {file} 0 R>>"
        )


@cache
def font(name: str) -> LetterFont:
    """The shipped font of this name, read once."""
    loaded = LetterFont(name)
    pdfmetrics.registerFont(loaded)
    return loaded


@lru_cache(maxsize=1 << 15)
def word_width(name: str, word: str) -> int:
    """How wide a word is, in thousandths of the size; `KeyError` for a character that the font lacks."""
    widths = font(name).widths
    return sum([widths[character] for character in word])


def _subset_tag(number: int) -> str:
    """Six capitals: AAAAAA, AAAAAB, ..."""
    tag = ""
    for _ in range(6):
        number, letter = divmod(number, 26)
        tag = chr(ord("A") + letter) + tag
    return tag


def _unicode_map(subset: list[int]) -> str:
    """Which character each code stands for; without the code of the missing glyph, which stands for none."""
    pairs = [f"<{code:02X}> <{_utf16(character)}>" for code, character in enumerate(subset) if character]
    blocks = [pairs[start : start + _CMAP_BLOCK] for start in range(0, len(pairs), _CMAP_BLOCK)]
    middle = [line for block in blocks for line in (f"{len(block)} beginbfchar", *block, "endbfchar")]
    return "\n".join((_CMAP_HEAD, *middle, _CMAP_TAIL))


def _utf16(code: int) -> str:
    return chr(code).encode("utf-16-be").hex().upper()
