"""Made-up letters for the tests, and what a reader finds in a drawn one."""

import re
from dataclasses import replace
from datetime import date
from importlib import import_module
from typing import Any

from caseworker.letters.kinds.decision.record import (
    DecisionRecord,
    LetterComponent,
    LetterLine,
    LetterMissing,
    LetterReason,
    Payee,
)
from caseworker.letters.record import Insured, Insurer, Invoice
from caseworker.rules.vocabulary import Outcome, Sex, Unit
from caseworker.wording.languages import Language

DAY = date(2026, 3, 2)

PAID = LetterLine(
    position="1",
    benefit="complementary.treatment",
    first=DAY,
    last=DAY,
    charged=48000,
    paid=36000,
    outcome=Outcome.PAY,
    components=(LetterComponent("11.1", DAY, DAY, 36000, base=48000, rate=7500),),
)
CAPPED = LetterLine(
    position="2",
    benefit="aids.vision",
    first=DAY,
    last=DAY,
    charged=112000,
    paid=40000,
    outcome=Outcome.PAY,
    components=(LetterComponent("16.1.a", DAY, DAY, 40000, base=112000, rate=5000),),
    reasons=(LetterReason("limit_reached", "16.1.a", limit="aids.vision"),),
)
DENIED = LetterLine(
    position="3",
    benefit="health_promotion.fitness",
    first=date(2026, 1, 10),
    last=date(2026, 12, 31),
    charged=89000,
    paid=0,
    outcome=Outcome.DENY,
    original="EUR 920.55",
    reasons=(LetterReason("requirement_not_met", "19.4", fact="provider_recognised"),),
)
PENDING = LetterLine(
    position="4",
    benefit="specific.psychotherapy",
    first=date(2026, 2, 3),
    last=date(2026, 2, 27),
    charged=126055,
    paid=0,
    outcome=Outcome.PENDING,
    missing=(LetterMissing("prescribed", "26.2"), LetterMissing("provider_recognised", "30.2.b")),
)
WAITING = LetterLine(
    position="5",
    benefit="aids.other",
    first=DAY,
    last=DAY,
    charged=23010,
    paid=0,
    outcome=Outcome.CONSENT,
    consent_required=True,
)
CURE = LetterLine(
    position="6",
    benefit="cure.thermal",
    first=date(2025, 12, 30),
    last=date(2026, 1, 2),
    charged=61000,
    paid=37350,
    outcome=Outcome.PAY,
    other_payments=5000,
    components=(
        LetterComponent(
            "12.1", date(2025, 12, 30), date(2025, 12, 31), 18000, 28000, None, Unit.DAYS, 2, 9000
        ),
        LetterComponent("12.1", date(2026, 1, 1), date(2026, 1, 2), 18000, 28000, None, Unit.DAYS, 2, 9000),
        LetterComponent("34.2.e", date(2026, 1, 1), date(2026, 1, 2), 1350, 1350, None, Unit.DAYS, 2, 6000),
    ),
)
ALL_KINDS = (PAID, CAPPED, DENIED, PENDING, WAITING, CURE)


def letter(language: str = "de", lines: tuple[LetterLine, ...] = ALL_KINDS, **changes: Any) -> DecisionRecord:
    """A letter about these lines; anything else in it can be changed by name."""
    record = DecisionRecord(
        number="2026-000123",
        issued=date(2026, 3, 20),
        language=Language(language),
        recipient=("Frau", "Lucia Bernasconi", "Via Stazione 14", "6600 Locarno"),
        insured=Insured("Bernasconi", "Lucia", Sex.FEMALE, date(1985, 7, 14), "80012345"),
        claim_number="2026-004711",
        invoice=Invoice("Praxis am Brunnen", date(2026, 3, 9), "R-2026/118", date(2026, 3, 12)),
        lines=lines,
        total=sum(line.paid for line in lines),
        payee=Payee("Lucia Bernasconi", "CH9300762011623852957"),
        decided_by="Anna Keller",
        edition="2026",
        program="0.1.0",
        insurer=Insurer(
            "Musterfirma AG", ("Musterstrasse 12", "3000 Bern"), "Bern", "0800 000 000", "a.example"
        ),
        answer_by=date(2026, 4, 20),
    )
    return replace(record, **changes)


def many(count: int, **changes: Any) -> DecisionRecord:
    """A letter of so many lines, of every kind in turn."""
    lines = (replace(ALL_KINDS[index % len(ALL_KINDS)], position=str(index + 1)) for index in range(count))
    return letter(lines=tuple(lines), **changes)


def opened(pdf: bytes) -> Any:
    """The file in a reader program, as pypdfium2's PdfDocument, which has no types of its own."""
    return import_module("pypdfium2").PdfDocument(pdf)


def read(pdf: bytes) -> list[str]:
    """The text of each page as a reader program finds it, its white space made one space."""
    with opened(pdf) as document:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def squeezed(text: str) -> str:
    """The text without white space, in which a line's end makes no difference."""
    return re.sub(r"\s", "", text)
