"""The file: what an archive, a printer and a screen reader need of it."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

import page
import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Stream

from caseworker.letters.drawing import draw_batch, draw_letter
from caseworker.letters.kinds.decision.record import DecisionRecord, Replaced
from caseworker.letters.paper.srgb import profile
from tests.letters.samples import PAID, letter, many

SAMPLES = {
    "it": letter("it"),
    "de": letter("de"),
    "fr": letter("fr"),
    "en": letter("en"),
    "pages": many(60),
    "rare": letter(recipient=("Łukasz Çelik & <b>", "6600 Locarno"), replaces=Replaced("1", "ß ø æ")),
}


@pytest.mark.parametrize("record", SAMPLES.values(), ids=SAMPLES)
def test_a_letter_is_pdf_a_2b(record: DecisionRecord) -> None:
    assert _failures(draw_letter(record), page.ValidationProfile.PDF_A_2B) == []


def test_a_print_file_is_pdf_a_2b() -> None:
    assert _failures(draw_batch(list(SAMPLES.values())), page.ValidationProfile.PDF_A_2B) == []


@pytest.mark.parametrize("record", SAMPLES.values(), ids=SAMPLES)
def test_a_letter_is_tagged_as_accessible_files_are(record: DecisionRecord) -> None:
    """It declares PDF/A alone, as some checkers take no second declaration; nothing else of PDF/UA lacks."""
    failures = _failures(draw_letter(record), page.ValidationProfile.PDF_UA_1)
    assert set(failures) == {"PDFUA1-ID-PART-001", "PDFUA1-ID-SCHEMA-001"}


def _failures(pdf: bytes, wanted: page.ValidationProfile) -> list[str]:
    return [failure.rule_id for failure in page.validate_pdf_bytes(pdf, profile=wanted).failures]


def test_the_validator_finds_a_font_that_is_not_embedded() -> None:
    with _opened(draw_letter(letter())) as document:
        for font in _objects(document, "/FontDescriptor"):
            del font["/FontFile2"]
        changed = BytesIO()
        document.save(changed)
    assert _failures(changed.getvalue(), page.ValidationProfile.PDF_A_2B) != []


def test_every_font_is_an_embedded_subset() -> None:
    with _opened(draw_letter(letter())) as document:
        names = [str(font.FontName) for font in _objects(document, "/FontDescriptor") if "/FontFile2" in font]
        used = [str(font.BaseFont) for font in _objects(document, "/Font")]
    assert sorted(names) == ["/AAAAAA+SourceSans3-Regular", "/AAAAAA+SourceSans3-Semibold"]
    assert sorted(used) == sorted(names)


def test_a_letter_is_small() -> None:
    assert len(draw_letter(letter(lines=(PAID,)))) < 36_000


def test_the_file_is_dated_and_named_by_the_letter() -> None:
    record = letter("fr")
    with _opened(draw_letter(record)) as document:
        assert str(document.docinfo["/CreationDate"]).startswith("D:20260320")
        assert str(document.docinfo["/ModDate"]) == str(document.docinfo["/CreationDate"])
        assert str(document.docinfo["/Title"]) == "Décision de prestations 2026-000123"
        assert document.Root.Lang == "fr"
        assert document.Root.ViewerPreferences.DisplayDocTitle
        with document.open_metadata() as metadata:
            assert metadata["xmp:CreateDate"].startswith("2026-03-20")
            assert metadata["dc:title"] == "Décision de prestations 2026-000123"
            assert metadata.pdfa_status == "2B"


def test_the_file_does_not_name_the_person_outside_its_pages() -> None:
    with _opened(draw_letter(letter())) as document:
        metadata = document.Root.Metadata.read_bytes().decode()
        told = metadata + "".join(str(value) for value in document.docinfo.values())
    assert "Bernasconi" not in told


def test_identities_differ_between_letters_and_not_between_drawings() -> None:
    ids = []
    for record in (letter(), letter(), letter(number="2026-000124")):
        with _opened(draw_letter(record)) as document:
            ids.append(bytes(document.trailer.ID[0]))
    assert ids[0] == ids[1] != ids[2]


def test_a_screen_reader_hears_the_table_row_by_row() -> None:
    with _opened(draw_letter(many(30))) as document:
        (table,) = _elements(document, "/Table")
        rows = list(table.K)
        assert len(rows) == 1 + 30 + 1
        assert [str(cell.S) for cell in rows[0].K] == ["/TH"] * 5
        assert all(str(cell.A.Scope) == "/Column" for cell in rows[0].K)
        for row in rows[1:-1]:
            assert [str(cell.S) for cell in row.K] == ["/TH", "/TD", "/TD", "/TD", "/TD"]
        assert int(rows[-1].K[0].A.ColSpan) == 2


def test_a_screen_reader_hears_headings_and_what_is_missing_as_a_list() -> None:
    with _opened(draw_letter(letter())) as document:
        assert len(_elements(document, "/H1")) == 1
        assert len(_elements(document, "/H2")) == 4
        assert len(_elements(document, "/LI")) == 2


def test_all_marks_lead_back_to_their_elements() -> None:
    with _opened(draw_letter(many(30))) as document:
        nums = list(document.Root.StructTreeRoot.ParentTree.Nums)
        parents = dict(zip(map(int, nums[::2]), nums[1::2], strict=True))
        for number, sheet in enumerate(document.pages):
            marks = sheet.Contents.read_bytes().count(b"/MCID")
            assert len(parents[int(sheet.obj.StructParents)]) == marks
            assert int(sheet.obj.StructParents) == number


def test_there_is_nothing_in_the_file_but_pages() -> None:
    with _opened(draw_letter(letter())) as document:
        keys = {str(key) for item in document.objects if isinstance(item, Dictionary) for key in item}
    assert not keys & {
        "/JS",
        "/JavaScript",
        "/AA",
        "/OpenAction",
        "/EmbeddedFiles",
        "/URI",
        "/Annots",
        "/Trans",
    }


def test_the_colour_profile_is_whole() -> None:
    data = profile()
    assert int.from_bytes(data[:4], "big") == len(data)
    assert data[12:20] == b"mntrRGB "
    assert data[36:40] == b"acsp"
    assert profile() == data


def test_a_letter_that_replaces_another_is_another_file() -> None:
    record = letter()
    assert draw_letter(record) != draw_letter(
        replace(record, replaces=Replaced("2025-000001", "Neuer Beleg"))
    )


def _opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(pdf))


def _objects(document: pikepdf.Pdf, kind: str) -> Iterator[Dictionary]:
    for item in document.objects:
        if isinstance(item, Dictionary) and not isinstance(item, Stream) and item.get("/Type") == Name(kind):
            yield item


def _elements(document: pikepdf.Pdf, tag: str) -> list[pikepdf.Object]:
    found: list[pikepdf.Object] = []
    waiting = [document.Root.StructTreeRoot.K]
    for element in waiting:
        if Name(tag) == element.S:
            found.append(element)
        kids = element.get("/K", Array())
        waiting += [kid for kid in kids if kid.get("/S") is not None]
    return found
