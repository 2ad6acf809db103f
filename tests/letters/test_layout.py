"""Where things stand on the paper: the window, the margins, the table over pages, and nothing overlaps."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib.units import mm

from caseworker.letters.drawing import draw_letter
from caseworker.letters.kinds.decision.body import set_letter
from caseworker.letters.kinds.decision.record import DecisionRecord, LetterReason, Payee, Replaced
from caseworker.letters.paper.sheet import Page, Run
from caseworker.letters.record import Insured, Invoice
from caseworker.rules.vocabulary import Sex
from tests.letters.samples import DAY, DENIED, PAID, PENDING, letter, many, opened, read, squeezed

LONG_NAME = "Maximiliane Wilhelmina Anastasia von Hohenstein-Wartenberg-Üb"
UNBROKEN = "W" * 60


def _extreme() -> DecisionRecord:
    reason = LetterReason("requirement_not_met", "19.4", fact="provider_recognised")
    long_line = replace(DENIED, charged=987654321, reasons=(reason,) * 60, original="EUR 9’876’543.21")
    lines = (replace(PAID, position="L-00001"), long_line, *[replace(DENIED, position="77")] * 40, PENDING)
    return letter(
        lines=lines,
        total=PAID.paid,
        recipient=(LONG_NAME,) * 6,
        insured=Insured(LONG_NAME, UNBROKEN, Sex.MALE, DAY.replace(year=2014), "8" * 60),
        invoice=Invoice(UNBROKEN, DAY, "R" * 60, DAY),
        payee=Payee(UNBROKEN),
        decided_by=LONG_NAME,
        edition="2026 " + UNBROKEN,
        replaces=Replaced("2025-000001", f"{LONG_NAME} " * 20),
    )


SAMPLES = [letter("it"), letter("de"), letter("fr"), letter("en"), many(60), _extreme()]


def _runs(page: Page) -> Iterator[Run]:
    for mark in page.marks:
        yield from mark.runs


def _box(run: Run) -> tuple[float, float, float, float]:
    """Left, top, right, bottom, of the capitals and the descenders."""
    size = run.style.size
    return run.x, run.y - 0.66 * size, run.x + run.style.width(run.text.rstrip()), run.y + 0.2 * size


def _on_top_of_each_other(page: Page) -> list[tuple[str, str]]:
    boxes = sorted((_box(run), run.text) for run in _runs(page) if run.text.strip())
    found = []
    for index, ((_, top, right, bottom), text) in enumerate(boxes):
        for (left, other_top, _, other_bottom), other in boxes[index + 1 :]:
            if left >= right:
                break
            if other_top < bottom and top < other_bottom:
                found.append((text, other))
    return found


@pytest.mark.parametrize("record", SAMPLES)
def test_nothing_stands_on_top_of_anything_or_beyond_the_margins(record: DecisionRecord) -> None:
    for page in set_letter(record).pages:
        assert _on_top_of_each_other(page) == []
        for run in _runs(page):
            left, top, right, bottom = _box(run)
            assert left >= 22 * mm - 0.01
            assert right <= 199 * mm + 0.01
            assert 10 * mm < top < bottom < 287 * mm


@settings(max_examples=25, deadline=None)
@given(
    names=st.lists(st.text(st.sampled_from("aiWÜ -’."), min_size=1, max_size=60), min_size=5, max_size=5),
    charged=st.integers(0, 10**11),
    reasons=st.integers(1, 25),
    lines=st.integers(1, 12),
)
def test_no_values_make_things_overlap(names: list[str], charged: int, reasons: int, lines: int) -> None:
    reason = LetterReason("excluded", "7.6", fact="cga_excluded")
    line = replace(DENIED, charged=charged, reasons=(reason,) * reasons)
    record = letter(
        lines=(line,) * lines,
        total=0,
        insured=Insured(names[0], names[1], Sex.FEMALE, DAY, names[2]),
        decided_by=names[3],
        invoice=Invoice(names[4], DAY, names[4], DAY),
    )
    assert [pair for page in set_letter(record).pages for pair in _on_top_of_each_other(page)] == []


@pytest.mark.parametrize(
    "address",
    [
        ("Lucia Bernasconi", "6600 Locarno"),
        ("Frau", "Lucia Bernasconi", "c/o Rossi", "Via Stazione 14", "Casella postale 7", "6600 Locarno"),
        (LONG_NAME,) * 6,
        (UNBROKEN, "W" * 45, "6600 Locarno"),
    ],
)
def test_the_address_stands_in_the_window_and_nothing_else_does(address: tuple[str, ...]) -> None:
    record = letter(recipient=address)
    with opened(draw_letter(record)) as document:
        page = document[0]
        text = page.get_textpage()
        height = page.get_height()
        inside = text.get_text_bounded(118 * mm, height - 90 * mm, 202 * mm, height - 60 * mm)
        boxes = [text.get_charbox(index) for index in range(text.count_chars())]
    assert squeezed("".join(address)) in squeezed(inside)
    sender = squeezed(record.insurer.name + ",Musterstrasse 12, 3000 Bern")
    assert squeezed(inside) == sender + squeezed("".join(address))
    top, bottom = height - 60 * mm, height - 90 * mm
    for left, low, right, high in boxes:
        if right > 118 * mm and bottom < high and low < top and right > left:
            assert 118 * mm <= left <= right <= 202 * mm
            assert bottom <= low <= high <= top


def test_sixty_lines_run_over_pages_with_head_sums_and_page_numbers() -> None:
    pages = read(draw_letter(many(60)))
    count = len(pages)
    assert count > 3
    for number, page in enumerate(pages, start=1):
        assert page.endswith(f"Seite {number} von {count}")
        assert ("2026-000123 · Lucia Bernasconi 20.03.2026" in page) == (number > 1)
    with_table = [page for page in pages if "Verrechnet CHF" in page]
    for page, following in pairwise(with_table):
        carried = page.rsplit("Übertrag", 1)[1].split()[:2]
        assert following.split("Übertrag", 1)[1].split()[:2] == carried
    text = " ".join(pages)
    positions = [
        f" {position} {squeezed(name)}" for position, name in ((1, "Komplementärmedizin,"), (60, "Badekur"))
    ]
    assert all(position in text for position in positions)


def test_sums_carried_are_the_sums_of_the_rows_above() -> None:
    pages = read(draw_letter(letter(lines=(PAID,) * 40, total=40 * PAID.paid)))
    rows = 0
    for page in pages:
        if "Total " in page:
            break
        rows += page.count("480.00 360.00")
        charged, paid = page.rsplit("Übertrag", 1)[1].split()[:2]
        assert (charged, paid) == (_francs(rows * 48000), _francs(rows * 36000))
    assert rows > 20


def _francs(rappen: int) -> str:
    return f"{rappen // 100:,}.{rappen % 100:02d}".replace(",", "’")


def test_a_small_letter_is_one_page() -> None:
    assert len(set_letter(letter(lines=(PAID,))).pages) == 1


def test_every_row_stands_whole_with_its_amounts_unless_it_is_higher_than_half_a_page() -> None:
    for page in set_letter(many(60)).pages:
        runs = [run for run in _runs(page) if 273 * mm > run.y > 30 * mm]
        dates = [run.y for run in runs if run.text == "02.03.2026"]
        amounts = {round(run.y, 2) for run in runs if run.text[-3:-2] == "."}
        assert all(any(0 < y - amount < 30 for amount in amounts) for y in dates)


def test_a_row_higher_than_a_page_says_all_its_reasons() -> None:
    reason = LetterReason("requirement_not_met", "19.4", fact="provider_recognised")
    record = letter(lines=(replace(DENIED, reasons=(reason,) * 70),), total=0)
    assert squeezed("".join(read(draw_letter(record)))).count("(Art.19.4)") == 70


def test_headings_are_not_left_alone_at_the_foot_of_a_page() -> None:
    for lines in range(1, 40):
        for page in set_letter(many(lines)).pages:
            marks = [mark for mark in page.marks if mark.element is not None]
            assert marks[-1].element is not None
            assert marks[-1].element.tag not in ("H1", "H2", "Lbl")


def test_the_table_begins_with_a_row_below_its_head() -> None:
    for words in range(0, 400, 9):
        record = letter(replaces=Replaced("2025-000001", "Beleg " * words))
        for page in set_letter(record).pages:
            tags = [mark.element.tag for mark in page.marks if mark.element is not None]
            if "TH" in tags:
                assert "TD" in tags
