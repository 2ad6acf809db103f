"""The claim on the desk judged as it stands: in this process, on a copy of what was used, booking nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from caseworker.rules.asking import Asked, Papers, asked_facts, came_late
from caseworker.rules.background import Background
from caseworker.rules.finding import ClaimFinding, LineFinding
from caseworker.rules.plan import Plan
from caseworker.ui.pages.claim.form import ClaimFields, LineForm
from caseworker.ui.pages.claim.from_form import ClaimReading, read_claim
from caseworker.wording.parse import FieldError, read_date


@dataclass(frozen=True, slots=True)
class Judged:
    """A form, what could be read of it, and what becomes of that."""

    form: ClaimFields
    reading: ClaimReading
    finding: ClaimFinding
    lines: Mapping[str, LineFinding]


def judge(form: ClaimFields, claim_id: str, background: Background) -> Judged:
    """Read the page and judge what can be judged."""
    reading = read_claim(form, claim_id, background)
    finding = background.judge(reading.claim)
    return Judged(form, reading, finding, {line.id: line for line in finding.lines})


def decisive_day(line: LineForm, reading: ClaimReading, background: Background) -> date:
    """The day from which a line counts; the day of receipt, else today, while none was typed."""
    dates = reading.invoice.value
    near = dates.received if dates and dates.received else background.today
    try:
        return read_date(line.first, near)
    except FieldError:
        return near


def asked_of(line: LineForm, plan: Plan | None, judged: Judged) -> tuple[Asked, ...]:
    """The facts that a line asks for, also while it cannot be read as a whole."""
    of_journey = judged.form.travel.facts if plan is not None and plan.travel is not None else {}
    papers = Papers(
        language=line.invoice_language.strip().lower(),
        assessed=bool(line.assessed_amount.strip()),
        late=came_late(judged.lines.get(line.id)),
    )
    return asked_facts(plan, {**of_journey, **line.facts}, papers)
