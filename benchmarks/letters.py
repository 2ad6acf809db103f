"""Letters, beside the same text at the same places on a bare ReportLab canvas.

python -m benchmarks.letters
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from io import BytesIO
from random import Random
from statistics import median
from time import process_time_ns

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from caseworker.letters.drawing import draw_batch, draw_letter
from caseworker.letters.kinds.decision.body import set_letter
from caseworker.letters.kinds.decision.record import (
    DecisionRecord,
    LetterComponent,
    LetterLine,
    LetterMissing,
    LetterReason,
    Payee,
)
from caseworker.letters.paper.fonts import REGULAR, SEMIBOLD
from caseworker.letters.paper.sheet import Sheets
from caseworker.letters.record import Insured, Invoice
from caseworker.resources import resource
from caseworker.rules.vocabulary import Outcome, Sex
from caseworker.services.context import DEFAULTS
from caseworker.services.letters.insurer import insurer_of
from caseworker.wording.languages import Language

LETTERS, ROUNDS = 100, 7
DAY = date(2026, 3, 2)
NAMES = ("Bernasconi", "Müller", "Dvořák", "Schläpfer", "Rochat", "Wójcik", "Çelik", "Keller")
GIVEN_NAMES = ("Lucia", "Jürg", "Zoë", "André", "Łukasz", "Giulia", "Noémie", "Beat")


def letters() -> list[DecisionRecord]:
    """Letters of three lines to people of four languages: one paid, one cut by its limit, one pending."""
    random = Random(7)
    return [_letter(random, number) for number in range(1, LETTERS + 1)]


def _letter(random: Random, number: int) -> DecisionRecord:
    name, given_name = random.choice(NAMES), random.choice(GIVEN_NAMES)
    lines = (_paid(random), _capped(random), _pending(random))
    return DecisionRecord(
        number=f"2026-{number:06d}",
        issued=date(2026, 3, 20),
        language=random.choice(list(Language)),
        recipient=(
            f"{given_name} {name}",
            f"Via Stazione {number}",
            f"{random.randrange(1000, 9999)} Locarno",
        ),
        insured=Insured(
            name, given_name, random.choice(list(Sex)), date(1985, 7, 14), str(80_000_000 + number)
        ),
        claim_number=f"2026-{number * 7:06d}",
        invoice=Invoice("Praxis am Brunnen", DAY, f"R-{number}", DAY),
        lines=lines,
        total=sum(line.paid for line in lines),
        payee=Payee(f"{given_name} {name}", "CH9300762011623852957"),
        decided_by="Anna Keller",
        edition="2026",
        program="0",
        insurer=insurer_of(DEFAULTS, Language.GERMAN),
        answer_by=date(2026, 4, 20),
    )


def _paid(random: Random) -> LetterLine:
    base = random.randrange(40, 2000) * 100
    part = LetterComponent("11.1", DAY, DAY, base * 3 // 4, base=base, rate=7500)
    return LetterLine(
        "1", "complementary.treatment", DAY, DAY, base, part.amount, Outcome.PAY, components=(part,)
    )


def _capped(random: Random) -> LetterLine:
    base = random.randrange(90_000, 200_000)
    part = LetterComponent("16.1.a", DAY, DAY, 40_000, base=base, rate=5000)
    reasons = (LetterReason("limit_reached", "16.1.a", limit="aids.vision"),)
    return LetterLine(
        "2", "aids.vision", DAY, DAY, base, 40_000, Outcome.PAY, components=(part,), reasons=reasons
    )


def _pending(random: Random) -> LetterLine:
    charged = random.randrange(5_000, 90_000)
    missing = (LetterMissing("prescribed", "26.2"), LetterMissing("provider_recognised", "30.2.b"))
    return LetterLine("3", "specific.psychotherapy", DAY, DAY, charged, 0, Outcome.PENDING, missing=missing)


class BareCanvas:
    """The floor: strings and lines drawn where they are told, with ReportLab's own fonts and nothing else."""

    def __init__(self) -> None:
        for name in (REGULAR, SEMIBOLD):
            pdfmetrics.registerFont(TTFont(f"Bare{name}", str(resource("fonts", f"{name}.ttf"))))

    def file(self, all_sheets: Sequence[Sheets]) -> bytes:
        """The letters in one file."""
        file = BytesIO()
        canvas = Canvas(file, pagesize=A4, pageCompression=1)
        for sheets in all_sheets:
            self._draw(canvas, sheets)
        canvas.save()
        return file.getvalue()

    @staticmethod
    def _draw(canvas: Canvas, sheets: Sheets) -> None:
        height = A4[1]
        for page in sheets.pages:
            for mark in page.marks:
                for x, y, style, text in mark.runs:
                    canvas.setFont(f"Bare{style.font}", style.size)
                    canvas.setFillColorRGB(*style.colour)
                    canvas.drawString(x, height - y, text)
            for rule in page.rules:
                canvas.setLineWidth(rule.width)
                canvas.setStrokeGray(rule.grey)
                canvas.line(rule.x1, height - rule.y1, rule.x2, height - rule.y2)
            canvas.showPage()


def main() -> None:
    """Measure in turn, so that a busy machine touches all alike; tell medians of processor time."""
    # First, as ReportLab takes a typeface that it knows already for the same font under any name.
    bare = BareCanvas()
    records = letters()
    placed = [set_letter(record) for record in records]
    runs: dict[str, Callable[[], object]] = {
        "bare canvas, a file each": lambda: [bare.file([sheets]) for sheets in placed],
        "letter, a file each": lambda: [draw_letter(record) for record in records],
        "bare canvas, one batch": lambda: bare.file(placed),
        "letters, one batch": lambda: draw_batch(records),
    }
    taken: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(ROUNDS):
        for name, run in runs.items():
            start = process_time_ns()
            run()
            taken[name].append((process_time_ns() - start) / LETTERS / 1e6)
    figures = {name: median(found) for name, found in taken.items()}
    for name, figure in figures.items():
        print(f"{name:28} {figure:6.2f} ms a letter {1000 / figure:6.0f} a second and core")
    floor, ours, batch_floor, batch = figures.values()
    print(f"letter / bare canvas         {ours / floor:6.2f}  (at most 1.4)")
    print(f"batch / bare canvas          {batch / batch_floor:6.2f}")
    print(f"batch, letters a second      {1000 / batch:6.0f}  (at least 200)")


if __name__ == "__main__":
    main()
