"""What the claim page asks of the store, on a worker: open, save, decide, reverse, find a provider."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from caseworker.models.claims.decision_queries import decisions_of_claim
from caseworker.models.claims.queries import claim as claim_row
from caseworker.models.claims.queries import facts_of, lines_of
from caseworker.models.claims.rows import ClaimRow, DecisionRow, FactRow, LineRow, ReversalRow
from caseworker.models.people.providers import providers
from caseworker.models.people.queries import dossier
from caseworker.models.people.rows import ProviderRow
from caseworker.rules.background import Background
from caseworker.rules.case import Line
from caseworker.rules.casefile.writer import fingerprint
from caseworker.rules.finding import ClaimFinding, LineFinding
from caseworker.rules.profile import profile_on
from caseworker.services.claims.assessing import load_claim
from caseworker.services.claims.document import read_document
from caseworker.services.claims.entering import amend_claim, enter_claim
from caseworker.services.claims.forms import ClaimForm as EnteredClaim
from caseworker.services.people.entering import enter_provider
from caseworker.services.people.forms import ProviderForm
from caseworker.ui.kit.identity import Identity
from caseworker.ui.pages.claim.form import ClaimForm, InvoiceForm
from caseworker.ui.pages.claim.from_form import ClaimReading
from caseworker.ui.pages.claim.to_form import line_form, travel_form
from caseworker.ui.pages.person.loading import identity_of
from caseworker.wording.parse import write_date

if TYPE_CHECKING:
    from caseworker.services.claims.reversing import Moved
    from caseworker.services.context import Context
    from caseworker.ui.kit.desk import Desk

NEW = "new"
OPEN, DECIDED = "open", "decided"
Session = Any  # the store's own; the window hands it from one service to the next


@dataclass(frozen=True, slots=True)
class Established:
    """Who established a fact, and when."""

    value: bool | None
    by: str
    at: datetime


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
    form: ClaimForm
    decided: tuple[LineRow, ...]
    order: tuple[str, ...]
    decisions: tuple[DecisionRow, ...]
    facts: Mapping[tuple[str, str], Established]
    findings: Mapping[str, LineFinding]  # of decided lines, as they were frozen

    @property
    def taken(self) -> frozenset[str]:
        """The names of decided lines."""
        return frozenset(row.line.id for row in self.decided)


def open_claim(desk: Desk, number: str) -> Opened:
    """A claim of the store; Refusal if there is none."""
    with desk.store.reading() as session:
        assessable = load_claim(session, desk.context(), number)
        rows = lines_of(session, number)
        facts = facts_of(session, number)
        decisions = decisions_of_claim(session, assessable.row.id)
        findings = _frozen(session, decisions, rows)
        person = dossier(session, assessable.row.person_number)
        row = assessable.row
    today = desk.today()
    background = Background(
        assessable.person, tuple(assessable.coverages), assessable.standing, desk.conditions, today
    )
    profile = profile_on(background.person, background.coverages, today, desk.conditions)
    lines = tuple(line_form(line.line) for line in rows if line.state == OPEN)
    return Opened(
        number=row.number,
        claim_id=assessable.claim.id,
        person=row.person_number,
        version=row.version,
        identity=identity_of(person, profile, today),
        background=background,
        form=ClaimForm(_invoice(row), travel_form(assessable.claim.travel), lines),
        decided=tuple(line for line in rows if line.state == DECIDED),
        order=tuple(line.line.id for line in rows),
        decisions=decisions,
        facts=_established(facts, rows),
        findings=findings,
    )


def open_new(desk: Desk, person_number: str) -> Opened:
    """A claim that is not entered yet, for a person; Refusal if there is no such person."""
    with desk.store.reading() as session:
        found = dossier(session, person_number)
    today = desk.today()
    background = Background(found.insured, found.mivita, found.standing, desk.conditions, today)
    profile = profile_on(background.person, background.coverages, today, desk.conditions)
    return Opened(
        number="",
        claim_id=NEW,
        person=found.person.number,
        version=0,
        identity=identity_of(found, profile, today),
        background=background,
        form=ClaimForm(InvoiceForm(received=write_date(today))),
        decided=(),
        order=(),
        decisions=(),
        facts={},
        findings={},
    )


def save(desk: Desk, opened: Opened, form: ClaimForm, reading: ClaimReading) -> ClaimRow:
    """Enter the claim, or bring the entered one to what the page says; Refusal keeps everything as it was."""
    with desk.store.writing() as session:
        return _save(session, desk.context(), opened, form, reading)


def save_and_decide(
    desk: Desk, opened: Opened, form: ClaimForm, reading: ClaimReading, shown: ClaimFinding
) -> DecisionRow:
    """Save and decide in one transaction: either both or nothing. `shown` is the finding on the page."""
    from caseworker.services.claims.deciding import decide

    context = desk.context()
    with desk.store.writing() as session:
        row = _save(session, context, opened, form, reading)
        seen = fingerprint(shown._replace(id=row.label or row.number))
        return decide(session, context, row.number, seen)


def find_providers(desk: Desk, text: str) -> tuple[ProviderRow, ...]:
    """Providers whose name begins with a text."""
    with desk.store.reading() as session:
        return providers(session, text, limit=20)


def _save(
    session: Session, context: Context, opened: Opened, form: ClaimForm, reading: ClaimReading
) -> ClaimRow:
    if opened.number and form == opened.form:
        return claim_row(session, opened.number)
    dates = reading.invoice.value
    entered = EnteredClaim(
        person=opened.person,
        lines=_with_decided(reading.claim.lines, opened),
        received=reading.claim.received,
        travel=reading.claim.travel,
        provider_id=_provider(session, context, form.invoice),
        invoice_number=form.invoice.invoice_number.strip() or None,
        invoice_date=dates.invoice_date if dates else None,
        source="examiner",
    )
    if opened.number:
        return amend_claim(session, context, opened.number, opened.version, entered)
    return enter_claim(session, context, entered)


def _provider(session: Session, context: Context, invoice: InvoiceForm) -> int | None:
    """The provider's key; one that is not known yet is entered."""
    if invoice.provider:
        return int(invoice.provider)
    if not invoice.provider_name.strip():
        return None
    new = ProviderForm(invoice.provider_name.strip(), invoice.provider_kind or "other")
    return enter_provider(session, context, new).id


def _with_decided(lines: Sequence[Line], opened: Opened) -> tuple[Line, ...]:
    """The open lines as on the page, each decided one behind the line that it followed before."""
    result = list(lines)
    for row in opened.decided:
        at = opened.order.index(row.line.id)
        before = opened.order[at - 1] if at else ""
        place = next((i + 1 for i, line in enumerate(result) if line.id == before), 0)
        result.insert(place, row.line)
    return tuple(result)


def _frozen(
    session: Session, decisions: Sequence[DecisionRow], rows: Sequence[LineRow]
) -> dict[str, LineFinding]:
    """What each decided line was found to be, from the decision in force."""
    found: dict[str, LineFinding] = {}
    for number in {row.decision_number for row in rows if row.decision_number} & {
        d.number for d in decisions
    }:
        own = {row.line.id for row in rows if row.decision_number == number}
        document = read_document(session, number)
        found |= {line.id: line for line in document.finding.lines if line.id in own}
    return found


def _invoice(row: ClaimRow) -> InvoiceForm:
    return InvoiceForm(
        provider=str(row.provider_id) if row.provider_id is not None else "",
        provider_name=row.provider or "",
        invoice_number=row.invoice_number or "",
        invoice_date=write_date(row.invoice_date),
        received=write_date(row.received),
    )


def _established(facts: Sequence[FactRow], rows: Sequence[LineRow]) -> dict[tuple[str, str], Established]:
    names: dict[int | None, str] = {row.id: row.line.id for row in rows}
    names[None] = ""
    return {(names[f.line_id], f.fact): Established(f.value, f.by, f.at) for f in facts if f.line_id in names}


def later_decisions(desk: Desk, decision: str) -> tuple[Moved, ...]:
    """The later decisions that taking one back would move."""
    from caseworker.services.claims import reversing

    with desk.store.reading() as session:
        return reversing.later_decisions(session, desk.context(), decision)


def reverse(desk: Desk, decision: str, reason: str) -> ReversalRow:
    """Take a decision back."""
    from caseworker.services.claims import reversing

    with desk.store.writing() as session:
        return reversing.reverse(session, desk.context(), decision, reason)
