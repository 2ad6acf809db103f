"""A PDF that an archive accepts (PDF/A-2), and a canvas that draws into one.

ReportLab counts the objects and writes the file; what PDF/A asks for beyond that is put in here: streams
ended as the norm says, the colours' profile, metadata, a fixed identity, the day of the letter as its date.
"""

import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from html import escape
from io import BytesIO
from types import SimpleNamespace
from typing import Any, cast

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfdoc import (
    PDFDictionary,
    PDFDocument,
    PDFObject,
    PDFObjectReference,
    PDFPage,
    PDFPages,
)
from reportlab.pdfgen.canvas import Canvas

from caseworker.letters.paper.srgb import profile

PDF_VERSION = (1, 7)


@dataclass(frozen=True, slots=True)
class Card:
    """What a file says about itself.

    `made` dates it, `identity` is at least 16 bytes that no other file shares, `language` is that of a file
    with tags and None for one without.
    """

    title: str
    author: str
    subject: str
    program: str
    made: date
    identity: bytes
    language: str | None = None


class Raw(PDFObject):
    """An object whose bytes are known."""

    __RefOnly__ = 1

    def __init__(self, body: bytes) -> None:
        self.body = body

    def format(self, document: PDFDocument) -> bytes:
        """The bytes, whatever the document."""
        return self.body


class ArchiveDocument(PDFDocument):
    """The file around the pages; ReportLab calls the methods with its own names."""

    Pages: PDFPages

    def __init__(self, card: Card) -> None:
        super().__init__(compression=1, invariant=1, pdfVersion=PDF_VERSION)
        self.card = card
        self._timeStamp = SimpleNamespace(YMDhms=(*card.made.timetuple()[:3], 0, 0, 0), dhh=0, dmm=0)
        info = self.info
        info.title, info.author, info.subject = card.title, card.author, card.subject
        info.creator = info.producer = card.program
        self.Catalog = Raw(b"")
        self._pages = self.number(self.Pages)
        self._fonts = cast(PDFDictionary, self.idToObject["BasicFonts"])
        self._fonts_number = self.number(self._fonts)
        self.page_numbers: list[int] = []
        """The object numbers of the pages so far."""
        self.structure: Mapping[str, str] = {}
        """Entries of the catalog that lead to the tags."""

    def put(self, body: str) -> int:
        """Add an object and return its number."""
        return self.number(Raw(body.encode("ascii")))

    def reserve(self) -> Raw:
        """Add an object whose body is set later."""
        made = Raw(b"")
        self.number(made)
        return made

    def put_stream(self, content: bytes, entries: str = "", *, packed: bool = False) -> int:
        """Add a stream, compressed here unless it is `packed` already, and return its number."""
        data = content if packed else zlib.compress(content)
        return self.number(_stream(data, entries + "/Filter/FlateDecode"))

    def name_font(self, name: str, number: int) -> None:
        """Let the pages use the font of this object number under this name."""
        self._fonts[name] = f"{number} 0 R"

    def addPage(self, page: PDFPage) -> None:  # noqa: N802 - ReportLab's name
        """Take the canvas's page over, in the few entries that a letter needs and no others."""
        contents = self.put_stream(page.stream.encode("ascii"))
        parents = f"/StructParents {len(self.page_numbers)}/Tabs/S" if self.card.language else ""
        width, height = A4
        made = Raw(
            f"<</Type/Page/Parent {self._pages} 0 R/MediaBox[0 0 {width:.2f} {height:.2f}]"
            f"/Resources<</Font {self._fonts_number} 0 R>>/Contents {contents} 0 R{parents}>>".encode("ascii")
        )
        super().addPage(made)
        self.page_numbers.append(self.number(made))

    def GetPDFData(self, canvas: Canvas) -> bytes:  # noqa: N802 - ReportLab's name
        """The whole file."""
        packed_profile = self.put_stream(_packed_profile(), "/N 3", packed=True)
        intent = (
            "<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)"
            f"/DestOutputProfile {packed_profile} 0 R>>"
        )
        metadata = self.number(_stream(_xmp(self.card), "/Type/Metadata/Subtype/XML"))
        tags = "".join(f"/{name} {value}" for name, value in self.structure.items())
        self.Catalog.body = (
            f"<</Type/Catalog/Pages {self._pages} 0 R/OutputIntents[{intent}]/Metadata {metadata} 0 R{tags}>>"
        ).encode("ascii")
        return super().GetPDFData(canvas)

    def ID(self) -> bytes:  # noqa: N802 - ReportLab's name
        """The file's identity, the same for the same content."""
        digest = self.card.identity.hex()[:32]
        return f"[<{digest}><{digest}>]".encode("ascii")

    def number(self, made: PDFObject) -> int:
        """The object number, given out now if there is none yet."""
        refer: Callable[[PDFObject], PDFObjectReference] = self.Reference
        return self.idToObjectNumberAndVersion[refer(made).name][0]


class ArchiveCanvas(Canvas):
    """A canvas of A4 pages whose file is an `ArchiveDocument`."""

    _code: list[str]

    def __init__(self, card: Card, font_name: str) -> None:
        self.file = BytesIO()
        start: dict[str, Any] = {"initialFontName": font_name}
        super().__init__(self.file, pagesize=A4, pageCompression=1, invariant=1, **start)
        self.archive = self._doc = ArchiveDocument(card)

    def write(self, operators: list[str]) -> None:
        """Add content operators to the page."""
        self._code += operators

    def finish(self) -> bytes:
        """The file's bytes; nothing can be drawn after this."""
        self.save()
        return self.file.getvalue()


def _stream(data: bytes, entries: str) -> Raw:
    # The norm wants a line end before endstream, which ReportLab leaves out.
    head = f"<<{entries}/Length {len(data)}>>\nstream\n".encode("ascii")
    return Raw(head + data + b"\nendstream")


@cache
def _packed_profile() -> bytes:
    return zlib.compress(profile(), 9)


_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<pdf:Producer>{program}</pdf:Producer><xmp:CreatorTool>{program}</xmp:CreatorTool>
<xmp:CreateDate>{made}</xmp:CreateDate><xmp:ModifyDate>{made}</xmp:ModifyDate>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


def _xmp(card: Card) -> bytes:
    texts = {name: escape(getattr(card, name)) for name in ("title", "author", "subject", "program")}
    made = f"{card.made.isoformat()}T00:00:00+00:00"
    return _XMP.format(made=made, **texts).encode()
