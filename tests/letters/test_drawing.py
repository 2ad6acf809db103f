"""Letters drawn and read again: what stands in them, and what may not."""

import os
import subprocess
import sys
from dataclasses import replace
from hashlib import sha256
from typing import Any

import pytest

from caseworker.errors import Refusal
from caseworker.letters.drawing import draw_batch, draw_letter
from caseworker.letters.kinds.decision.record import DecisionRecord, Payee
from caseworker.letters.kinds.decision.words import Words
from caseworker.letters.paper.errors import AddressTooLong, UnprintableText
from caseworker.letters.record import Insured, Invoice
from caseworker.rules.vocabulary import Sex
from caseworker.wording.languages import Language
from tests.letters.samples import DAY, PAID, letter, many, read, squeezed

_IN_A_NEW_PROCESS = """
import sys
from hashlib import sha256
from caseworker.letters.drawing import draw_letter
from caseworker.letters.kinds.decision.record import DecisionRecord
print(sha256(draw_letter(DecisionRecord.from_json(sys.stdin.read()))).hexdigest())
"""


def test_the_same_record_gives_the_same_bytes() -> None:
    first = draw_letter(letter())
    draw_letter(many(30, language=Language.FRENCH))
    assert draw_letter(DecisionRecord.from_json(letter().to_json())) == first


def test_a_new_process_gives_the_same_bytes() -> None:
    strange = {"TZ": "Pacific/Auckland", "SOURCE_DATE_EPOCH": "1", "PYTHONHASHSEED": "7", "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-c", _IN_A_NEW_PROCESS],
        input=letter().to_json(),
        env=os.environ | strange,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout.strip() == sha256(draw_letter(letter())).hexdigest()


def test_another_number_gives_another_file() -> None:
    assert draw_letter(letter()) != draw_letter(letter(number="2026-000124"))


@pytest.mark.parametrize("language", ["it", "de", "fr", "en"])
def test_every_amount_article_and_reason_can_be_read_in_the_letter(language: str) -> None:
    record = letter(language)
    text = squeezed(" ".join(read(draw_letter(record))))
    words = Words(record)
    expected = [*words.asked(), words.subject(), words.salutation(), words.consent(), words.payment()]
    expected += [value for _, value in words.references()]
    for line in record.lines:
        expected += [*words.why(line), words.amount(line.charged), words.benefit(line.benefit)]
        expected += [words.amount(line.paid) if line.paid else None, line.original]
        expected += [words.article(reason.article) for reason in line.reasons]
    expected += [
        words.amount(record.total),
        "CH93 0076 2011 6238 5295 7",
        record.insurer.name,
        record.decided_by,
    ]
    assert [told for told in expected if told and squeezed(told) not in text] == []


@pytest.mark.parametrize("language", ["it", "de", "fr", "en"])
def test_the_letter_says_how_to_disagree_and_names_no_appeal(language: str) -> None:
    text = " ".join(read(draw_letter(letter(language)))).lower()
    assert " 46 " in text
    for word in (
        "opposizione",
        "ricorso",
        "einsprache",
        "beschwerde",
        "opposition",
        "recours",
        "appeal",
        "30",
    ):
        assert f" {word} " not in text


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"payee": Payee("Rossi SA", account_on_file=True)}, "das uns bekannt ist"),
        ({"payee": Payee("Rossi SA")}, "teilen Sie uns die IBAN mit"),
        ({"answer_by": None}, "Sobald Folgendes bei uns ist"),
        ({"invoice": Invoice("Spital Nord")}, "Ihre Rechnung von Spital Nord"),
    ],
)
def test_what_is_not_known_is_said_or_asked_for(values: dict[str, Any], expected: str) -> None:
    assert squeezed(expected) in squeezed(" ".join(read(draw_letter(letter(**values)))))


MARKUP = "<b>Rossi</b> & <img src='/etc/hosts'/> ]]> {total} %s \\n (x) > Tj ET"


@pytest.mark.parametrize(
    "field", ["name", "provider", "recipient", "decided_by", "edition", "payee", "position"]
)
def test_a_value_that_looks_like_markup_is_printed_as_it_is(field: str) -> None:
    assert squeezed(MARKUP) in squeezed(" ".join(read(draw_letter(_with(field, MARKUP)))))


@pytest.mark.parametrize(
    "name", ["Łukasz Wójcik", "Jürg Çelik-Ağaoğlu", "Żaneta Dvořáková", "Niță Şahin", "Þórður"]
)
def test_names_of_europe_are_printed_letter_by_letter(name: str) -> None:
    assert squeezed(name) in squeezed(" ".join(read(draw_letter(_with("recipient", name)))))


def test_an_accent_of_its_own_is_printed_on_its_letter() -> None:
    assert "Zürich" in " ".join(read(draw_letter(_with("recipient", "Zu\u0308rich"))))


@pytest.mark.parametrize("character", ["漢", "😀", "م", "\ufffd", "\ufffe"])
def test_a_character_that_the_typeface_lacks_is_named_with_its_field(character: str) -> None:
    with pytest.raises(UnprintableText) as raised:
        draw_letter(_with("recipient", f"Frau {character}"))
    assert (raised.value.character, raised.value.field) == (character, "recipient/0")
    assert f"U+{ord(character):04X}" in str(raised.value)
    assert isinstance(raised.value, Refusal)


@pytest.mark.parametrize(
    "character",
    ["\x00", "\n", "\r", "\t", "\x1b", "\x7f", "\x85", "\u200b", "\u202e", "\u2066", "\u2028", "\ud800"],
)
@pytest.mark.parametrize("field", ["name", "position"])
def test_what_cannot_be_seen_is_refused(character: str, field: str) -> None:
    with pytest.raises(UnprintableText, match="seen on paper"):
        draw_letter(_with(field, f"a{character}b"))


def test_a_refusal_does_not_repeat_the_name() -> None:
    with pytest.raises(UnprintableText) as raised:
        draw_letter(_with("recipient", "Lucia 漢 Bernasconi"))
    assert "Bernasconi" not in str(raised.value)


def test_an_address_that_cannot_fit_the_window_is_refused() -> None:
    with pytest.raises(AddressTooLong, match="2026-000123"):
        draw_letter(letter(recipient=("W" * 300,) * 6))


def test_a_batch_holds_every_letter_in_order_with_its_own_page_numbers() -> None:
    letters = [letter(number=f"2026-{n:06d}", lines=(PAID,)) for n in range(1, 4)]
    letters.append(many(20, number="2026-000004", language=Language.ITALIAN))
    pages = read(draw_batch(letters))
    numbers = [n for n in range(1, 5) for page in pages if f"2026-{n:06d}" in page]
    assert numbers == sorted(numbers)
    assert next(page for page in pages if "2026-000002" in page).endswith("Seite 1 von 1")
    assert pages[-1].endswith(f"Pagina {numbers.count(4)} di {numbers.count(4)}")


def test_a_batch_draws_each_letter_as_it_is_drawn_alone() -> None:
    letters = [letter(language) for language in ("it", "de", "fr", "en")]
    alone = [page for record in letters for page in read(draw_letter(record))]
    assert read(draw_batch(letters)) == alone


def test_a_batch_is_the_same_every_time() -> None:
    letters = [letter("de"), letter("fr")]
    assert draw_batch(letters) == draw_batch(letters)


def test_a_batch_of_nothing_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="at least one"):
        draw_batch([])


def test_more_characters_than_one_subset_holds_are_all_printed() -> None:
    every = [chr(code) for code in (*range(0xC0, 0x180), *range(0x391, 0x3A2), *range(0x410, 0x450))]
    chunks = ["".join(every[start : start + 60]) for start in range(0, len(every), 60)]
    pages = read(draw_batch([_with("decided_by", chunk) for chunk in chunks]))
    text = squeezed("".join(pages))
    assert [chunk for chunk in chunks if chunk not in text] == []


def _with(field: str, value: str) -> DecisionRecord:
    if field == "name":
        return letter(insured=Insured(value, "Lucia", Sex.FEMALE, DAY.replace(year=1985), "8"))
    if field == "provider":
        return letter(invoice=Invoice(value))
    if field == "recipient":
        return letter(recipient=(value, "6600 Locarno"))
    if field == "payee":
        return letter(payee=Payee(value))
    if field == "position":
        return letter(lines=(replace(PAID, position=value),))
    changes: dict[str, Any] = {field: value}
    return letter(**changes)
