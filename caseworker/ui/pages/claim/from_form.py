"""From what was typed to what can be judged: each field read on its own, each error kept beside its field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

from caseworker.rules.background import Background
from caseworker.rules.case import Claim, Consent, Line, Travel
from caseworker.rules.vocabulary import HOME
from caseworker.ui.kit.form.spec import FormReader
from caseworker.ui.pages.claim.fields import CONSENT, INVOICE, LINE, TRAVEL
from caseworker.ui.pages.claim.form import (
    GRANTED,
    ClaimFields,
    ConsentForm,
    InvoiceForm,
    LineForm,
    TravelForm,
)
from caseworker.wording.parse import Problem

Problems = Mapping[str, Problem]
T = TypeVar("T")
SWISS_FRANC = "CHF"


@dataclass(frozen=True, slots=True)
class Read(Generic[T]):
    """What was read, None where something needed is missing or wrong, and the problems by field."""

    value: T | None
    problems: Problems


@dataclass(frozen=True, slots=True)
class InvoiceDates:
    """The dates at the head of the invoice."""

    invoice_date: date | None
    received: date | None


@dataclass(frozen=True, slots=True)
class ClaimReading:
    """A form as read: `claim` holds the lines that can be judged already."""

    claim: Claim
    invoice: Read[InvoiceDates]
    travel: Read[Travel]
    lines: Mapping[str, Read[Line]]

    @property
    def is_complete(self) -> bool:
        """Whether everything that was entered can be read, so that it may be stored and decided."""
        travel_ok = self.travel.value is not None or not self.travel.problems
        return (
            bool(self.claim.lines) and travel_ok and not self.invoice.problems
            and all(not read.problems for read in self.lines.values())
        )  # fmt: skip


def read_claim(form: ClaimFields, claim_id: str, background: Background) -> ClaimReading:
    """Read the whole page. Blank lines are no lines; a line with an error is left out of the claim."""
    invoice = read_invoice(form.invoice, background.today)
    received = invoice.value.received if invoice.value else None
    near = received or background.today
    is_abroad = form.is_abroad(background.conditions.travel_benefits)
    travel: Read[Travel] = read_travel(form.travel, near) if is_abroad else Read(None, {})
    lines = {
        line.id: read_line(line, background, near, travel.value is not None)
        for line in form.lines
        if not line.is_blank
    }
    ready = tuple(read.value for read in lines.values() if read.value is not None)
    return ClaimReading(Claim(claim_id, ready, received, travel.value), invoice, travel, lines)


def read_invoice(form: InvoiceForm, today: date) -> Read[InvoiceDates]:
    """The dates at the head of the invoice."""
    reader = FormReader(today)
    values = reader.read(INVOICE, form)
    return Read(InvoiceDates(values["invoice_date"], values["received"]), reader.problems)


def read_travel(form: TravelForm, near: date) -> Read[Travel]:
    """The travel case; event, trip, country and a name for the event must be there."""
    reader = FormReader(near)
    values = reader.read(TRAVEL, form)
    event_at = values["event_at"]
    # Lines of one event share its limits, so each event needs a name: its own, or the day it happened.
    named = values["event_id"] or (event_at.date().isoformat() if event_at is not None else "")
    if not named:
        reader.refuse("event_id", Problem.REQUIRED)
    if reader.problems:
        return Read(None, reader.problems)
    entered = values | {"event_id": named, "reduction": values["reduction"] or 0}
    return Read(Travel(**entered, facts=form.facts), reader.problems)


def read_line(form: LineForm, background: Background, near: date, travel: bool) -> Read[Line]:
    """One line; `travel` says whether the claim has a travel case that can be read."""
    reader = FormReader(near)
    values = reader.read(LINE, form)
    _exchange(reader, values)
    consent = _consent(reader, form.consent)
    if form.is_abroad(background.conditions.travel_benefits) and not travel:
        reader.refuse("benefit", Problem.TRAVEL_NEEDED)
    first = values["first"] or near
    line = Line(
        id=form.id,
        facts=form.facts,
        consent=consent,
        **values
        | {
            "benefit": values["benefit"] or "",
            "first": first,
            "last": values["last"] or first,
            "charged": values["charged"] or 0,
            "other_payments": values["other_payments"] or 0,
            "country": values["country"] or HOME,
        },
    )
    _check_days(reader, line, background)
    return Read(None if reader.problems else line, reader.problems)


def _exchange(reader: FormReader, values: dict[str, Any]) -> None:
    """Currency and rate, both or neither; francs need no rate."""
    currency, rate = values["currency"], values["rate"]
    if currency is None and rate is not None:
        reader.refuse("currency", Problem.CURRENCY_NEEDED)
    if currency in (None, SWISS_FRANC):
        values |= {"currency": None, "rate": None}
    elif rate is None:
        reader.refuse("rate", Problem.RATE_NEEDED)


def _consent(reader: FormReader, form: ConsentForm) -> Consent | None:
    """The trusted doctor's answer as received, None while there is none."""
    if not form.decision:
        return None
    values = reader.read(CONSENT, form, prefix="consent.")
    if values["max_amount"] == 0:
        reader.refuse("consent.max_amount", Problem.ABOVE_ZERO)
    first, last = values["valid_from"], values["valid_until"]
    if first and last and last < first:
        reader.refuse("consent.valid_until", Problem.END_BEFORE_START)
    return Consent(form.decision == GRANTED, **values)


def _check_days(reader: FormReader, line: Line, background: Background) -> None:
    """What only shows when several fields are seen together."""
    birth = background.person.birth_date
    if line.last < line.first:
        reader.refuse("last", Problem.END_BEFORE_START)
    if line.first < birth:
        reader.refuse("first", Problem.BEFORE_BIRTH)
    if line.treatment_start and line.treatment_start < birth:
        reader.refuse("treatment_start", Problem.BEFORE_BIRTH)
    if line.quantity is not None and line.benefit in background.conditions.day_benefits:
        if line.quantity % 100:
            reader.refuse("quantity", Problem.WHOLE_DAYS)
        elif line.quantity // 100 > (line.last - line.first).days + 1:
            reader.refuse("quantity", Problem.MORE_DAYS_THAN_LINE)
