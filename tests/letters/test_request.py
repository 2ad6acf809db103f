"""The request on paper: what it asks, in four languages; its reply sheets and the code on them."""

import json
from dataclasses import replace
from typing import Any

import page
import pytest
import zxingcpp

from caseworker.letters.drawing import draw_letter
from caseworker.letters.kinds.request.answers import answer_of
from caseworker.letters.kinds.request.record import Answer, Group, Question, RequestRecord
from caseworker.letters.kinds.request.words import Words
from caseworker.resources import resource
from caseworker.rules.conditions import load_conditions
from tests.letters.requests import EARLIER, request
from tests.letters.samples import opened, read, squeezed

LANGUAGES = ("it", "de", "fr", "en")
CODE = "C4711|2026-000123|"


def codes(pdf: bytes) -> list[list[str]]:
    """What the codes on each page say, as a scanner of 150 dots an inch sees them."""
    with opened(pdf) as document:
        pictures = [sheet.render(scale=150 / 72).to_pil() for sheet in document]
    return [[found.text for found in zxingcpp.read_barcodes(picture)] for picture in pictures]


def long(record: RequestRecord) -> RequestRecord:
    """So many questions that a reply sheet takes several pages."""
    first = record.groups[0]
    groups = tuple(replace(first, positions=(str(n),)) for n in range(1, 15))
    return replace(record, groups=groups)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "changes", [{}, {"earlier": EARLIER}, {"part": True}], ids=["first", "again", "part"]
)
def test_everything_that_is_asked_can_be_read(language: str, changes: dict[str, Any]) -> None:
    record = request(language, **changes)
    words = Words(record)
    pages = read(draw_letter(record))
    letter = squeezed(" ".join(pages[:-2]))
    told = [words.subject(), words.salutation(), words.opening(), words.by(), record.warning]
    told += [words.group(group) for group in record.groups]
    for group in record.groups:
        for each in group.questions:
            medical = each.answer is Answer.MEDICAL
            told.append(words.question_of(group, each) if medical else words.question(each))
    assert [text for text in told if squeezed(text) not in letter] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reply_sheet_names_the_claim_and_asks_the_same(language: str) -> None:
    record = request(language)
    words, pages = Words(record), read(draw_letter(record))
    for medical, sheet in ((False, pages[-2]), (True, pages[-1])):
        for group, question in record.asked(medical):
            assert squeezed(words.question_of(group, question)) in squeezed(sheet)
        for group, question in record.asked(not medical):
            assert squeezed(words.question_of(group, question)) not in squeezed(sheet)
        for text in (record.head.insurer.name, "Lucia Bernasconi", record.claim_number):
            assert squeezed(text) in squeezed(sheet)


def test_the_code_on_a_reply_sheet_is_read_from_paper() -> None:
    assert codes(draw_letter(request()))[-2:] == [[f"{CODE}A1/1"], [f"{CODE}M1/1"]]


def test_each_page_of_a_long_reply_sheet_has_its_own_code() -> None:
    pdf = draw_letter(long(request()))
    found = [told for told in codes(pdf) if told]
    assert len(found) > 1
    assert found == [[f"{CODE}A{n}/{len(found)}"] for n in range(1, len(found) + 1)]
    for number, text in enumerate(read(pdf)[-len(found) :], start=1):
        assert squeezed(f"{CODE}A{number}/{len(found)}") in squeezed(text)


def test_nothing_medical_no_sheet_for_the_doctor() -> None:
    record = request()
    desk = replace(record, groups=record.groups[:1])
    doctor = replace(record, groups=(replace(record.groups[1], questions=record.groups[1].questions[:1]),))
    assert [told for told in codes(draw_letter(desk)) if told] == [[f"{CODE}A1/1"]]
    assert [told for told in codes(draw_letter(doctor)) if told] == [[f"{CODE}M1/1"]]
    assert "Antwortblatt" not in " ".join(read(draw_letter(doctor)))


@pytest.mark.parametrize("record", [request("it"), request("fr", earlier=EARLIER), long(request())])
def test_a_request_is_pdf_a_2b_and_tagged(record: RequestRecord) -> None:
    pdf = draw_letter(record)
    archive = page.validate_pdf_bytes(pdf, profile=page.ValidationProfile.PDF_A_2B)
    assert [failure.rule_id for failure in archive.failures] == []
    tagged = page.validate_pdf_bytes(pdf, profile=page.ValidationProfile.PDF_UA_1)
    assert {failure.rule_id for failure in tagged.failures} == {
        "PDFUA1-ID-PART-001",
        "PDFUA1-ID-SCHEMA-001",
    }


def test_a_request_comes_back_from_its_json_and_is_drawn_to_the_same_bytes() -> None:
    record = request("it", earlier=EARLIER, part=True)
    again = RequestRecord.from_json(record.to_json())
    assert again == record
    assert draw_letter(again) == draw_letter(record)


def test_what_was_asked_is_frozen_in_its_words() -> None:
    record = request("it")
    question = record.groups[0].questions[0]
    asked = replace(question, text="Ci invii la ricetta rosa.")
    groups = (replace(record.groups[0], questions=(asked,)),)
    assert "Ci invii la ricetta rosa" in " ".join(read(draw_letter(replace(record, groups=groups))))


def test_a_reminder_says_so_and_names_the_first_letter() -> None:
    text = " ".join(read(draw_letter(request("de", earlier=EARLIER))))
    for told in ("Erinnerung: Ihre Rechnung", "2026-000101", "12.02.2026"):
        assert squeezed(told) in squeezed(text)


@pytest.mark.parametrize(
    ("changes", "message"),
    [({"groups": ()}, "asks for something"), ({"answer_by": EARLIER.issued}, "on a later day")],
)
def test_a_request_that_contradicts_itself_cannot_be_made(changes: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        request(**changes)


def test_a_question_is_about_a_line() -> None:
    with pytest.raises(ValueError, match="about a line"):
        Group((), (), EARLIER.issued, EARLIER.issued, (Question("prescribed", "10.1", "?", Answer.PAPER),))


def test_every_fact_of_the_conditions_has_its_kind_of_answer() -> None:
    told = json.loads(resource("letters", "answers.json").read_bytes())
    named = [fact for facts in told.values() for fact in facts]
    assert len(named) == len(set(named))
    known = set(load_conditions(resource("conditions", "mivita")).facts)
    assert known <= set(named)


def test_the_house_asks_nobody_for_what_it_finds_out_itself() -> None:
    assert answer_of("edition") is None
    assert answer_of("hypertension") is Answer.MEDICAL
    assert answer_of("prescribed") is Answer.PAPER
