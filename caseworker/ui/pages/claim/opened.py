"""The claim as the page opens it: what the store has, as it would have been typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from caseworker.models.claims.rows import ClaimRow, DecisionRow, LineRow
from caseworker.rules.background import Background
from caseworker.rules.case import Line
from caseworker.rules.finding import LineFinding
from caseworker.services.claims import opening
from caseworker.services.claims.forms import ClaimForm
from caseworker.services.claims.opening import Established, OpenedClaim
from caseworker.services.claims.requesting import Requested
from caseworker.services.claims.saving import ClaimEntry
from caseworker.services.people.forms import ProviderForm
from caseworker.services.people.rows import Identity
from caseworker.ui.pages.claim.form import ClaimFields, InvoiceForm
from caseworker.ui.pages.claim.from_form import ClaimReading
from caseworker.ui.pages.claim.to_form import line_form, travel_form
from caseworker.wording.parse import write_date

if TYPE_CHECKING:
    from caseworker.services.context import Context, Session

NEW = "new"
OPEN, DECIDED = "open", "decided"


@dataclass(frozen=True, slots=True)
class Opened:
    """A claim as the store has it: its form, its decided lines, and all that judging it needs.

    `number` is empty for a claim that is not entered yet; `facts` by line (empty: the travel case) and name.
    """

    number: str
    claim_id: str
    person: str
    version: int
    identity: Identity
    background: Background
    form: ClaimFields
    decided: tuple[LineRow, ...]
    order: tuple[str, ...]
    decisions: tuple[DecisionRow, ...]
    facts: Mapping[tuple[str, str], Established]
    findings: Mapping[str, LineFinding]  # of decided lines, as they were frozen
    requested: Requested | None = None  # the answer that the claim waits for

    @property
    def taken(self) -> frozenset[str]:
        """The names of decided lines."""
        return frozenset(row.line.id for row in self.decided)


def open_claim(session: Session, ctx: Context, number: str) -> Opened:
    """A claim of the store; Refusal if there is none."""
    found = opening.open_claim(session, ctx, number)
    row, claim = found.row, found.claim
    assert row is not None
    assert claim is not None
    lines = tuple(line_form(line.line) for line in found.lines if line.state == OPEN)
    return Opened(
        number=row.number,
        claim_id=claim.id,
        person=row.person_number,
        version=row.version,
        identity=found.identity,
        background=_background(ctx, found),
        form=ClaimFields(_invoice(row), travel_form(claim.travel), lines),
        decided=tuple(line for line in found.lines if line.state == DECIDED),
        order=tuple(line.line.id for line in found.lines),
        decisions=found.decisions,
        facts=found.facts or {},
        findings=found.findings or {},
        requested=found.requested,
    )


def open_new(session: Session, ctx: Context, person_number: str) -> Opened:
    """A claim that is not entered yet, for a person; Refusal if there is no such person."""
    found = opening.open_new(session, ctx, person_number)
    return Opened(
        number="",
        claim_id=NEW,
        person=found.identity.number,
        version=0,
        identity=found.identity,
        background=_background(ctx, found),
        form=ClaimFields(InvoiceForm(received=write_date(ctx.today))),
        decided=(),
        order=(),
        decisions=(),
        facts={},
        findings={},
    )


def claim_entry(opened: Opened, form: ClaimFields, reading: ClaimReading) -> ClaimEntry:
    """What is saved of the page: the claim as it was read, the decided lines where they stood."""
    if opened.number and form == opened.form:
        return ClaimEntry(opened.number, opened.version, None)
    dates, invoice = reading.invoice.value, form.invoice
    entered = ClaimForm(
        person=opened.person,
        lines=_with_decided(reading.claim.lines, opened),
        received=reading.claim.received,
        travel=reading.claim.travel,
        provider_id=int(invoice.provider) if invoice.provider else None,
        invoice_number=invoice.invoice_number.strip() or None,
        invoice_date=dates.invoice_date if dates else None,
        source="examiner",
    )
    return ClaimEntry(opened.number, opened.version, entered, _new_provider(invoice))


def _new_provider(invoice: InvoiceForm) -> ProviderForm | None:
    """A provider who was typed and is not known yet."""
    name = invoice.provider_name.strip()
    if invoice.provider or not name:
        return None
    return ProviderForm(name, invoice.provider_kind or "other")


def _background(ctx: Context, found: OpenedClaim) -> Background:
    person = found.person
    return Background(person.insured, person.mivita, person.standing, ctx.conditions, ctx.today)


def _with_decided(lines: Sequence[Line], opened: Opened) -> tuple[Line, ...]:
    """The open lines as on the page, each decided one behind the line that it followed before."""
    result = list(lines)
    for row in opened.decided:
        at = opened.order.index(row.line.id)
        before = opened.order[at - 1] if at else ""
        place = next((i + 1 for i, line in enumerate(result) if line.id == before), 0)
        result.insert(place, row.line)
    return tuple(result)


def _invoice(row: ClaimRow) -> InvoiceForm:
    return InvoiceForm(
        provider=str(row.provider_id) if row.provider_id is not None else "",
        provider_name=row.provider or "",
        invoice_number=row.invoice_number or "",
        invoice_date=write_date(row.invoice_date),
        received=write_date(row.received),
    )
