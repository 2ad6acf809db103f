"""From what was typed to what can be judged: each field read on its own, each error kept beside its field."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Generic, TypeVar

from caseworker.rules.background import Background
from caseworker.rules.case import Claim, Consent, Line, Travel
from caseworker.rules.vocabulary import HOME
from caseworker.ui.pages.claim.form import (
    GRANTED,
    ClaimFields,
    ConsentForm,
    InvoiceForm,
    LineForm,
    TravelForm,
)
from caseworker.wording import parse as fields
from caseworker.wording.parse import FieldError, Problem

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


class _Reader:
    """Reads the fields of one form and collects what is wrong with each."""

    def __init__(self, near: date) -> None:
        self.near = near
        self.problems: dict[str, Problem] = {}

    def read(self, name: str, text: str, parse: Callable[[str], T]) -> T | None:
        """The value of a field that may be empty."""
        if not text.strip():
            return None
        try:
            return parse(text)
        except FieldError as error:
            self.problems[name] = error.problem
            return None

    def need(self, name: str, text: str, parse: Callable[[str], T]) -> T | None:
        """The value of a field that must be there."""
        if not text.strip():
            self.problems[name] = Problem.REQUIRED
        return self.read(name, text, parse)

    def day(self, name: str, text: str) -> date | None:
        """A date that may be empty."""
        return self.read(name, text, self._parse_date)

    def needed_day(self, name: str, text: str) -> date | None:
        """A date that must be there."""
        return self.need(name, text, self._parse_date)

    def refuse(self, name: str, problem: Problem) -> None:
        """Something wrong that shows only beside another field; the first problem of a field stays."""
        self.problems.setdefault(name, problem)

    def _parse_date(self, text: str) -> date:
        return fields.read_date(text, self.near)


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
    reader = _Reader(today)
    dates = InvoiceDates(
        invoice_date=reader.day("invoice_date", form.invoice_date),
        received=reader.day("received", form.received),
    )
    return Read(dates, reader.problems)


def read_travel(form: TravelForm, near: date) -> Read[Travel]:
    """The travel case; event, trip, country and a name for the event must be there."""
    reader = _Reader(near)
    event = reader.need("event", form.event, str.strip)
    trip = reader.need("trip", form.trip, str.strip)
    country = reader.need("country", form.country, _country)
    event_at = reader.read("event_at", form.event_at, lambda text: fields.read_time(text, near))
    # Lines of one event share its limits, so each event needs a name: its own, or the day it happened.
    named = form.event_id.strip() or (event_at.date().isoformat() if event_at is not None else "")
    if not named:
        reader.refuse("event_id", Problem.REQUIRED)
    travel = Travel(
        event_id=named,
        event=event or "",
        trip=trip or "",
        country=country or "",
        event_at=event_at,
        notified_at=reader.read("notified_at", form.notified_at, lambda text: fields.read_time(text, near)),
        treatment_start=reader.day("treatment_start", form.treatment_start),
        return_reasonable_from=reader.day("return_reasonable_from", form.return_reasonable_from),
        reduction=reader.read("reduction", form.reduction, fields.read_share) or 0,
        facts=form.facts,
    )
    return Read(None if reader.problems else travel, reader.problems)


def read_line(form: LineForm, background: Background, near: date, travel: bool) -> Read[Line]:
    """One line; `travel` says whether the claim has a travel case that can be read."""
    reader = _Reader(near)
    benefit = reader.need("benefit", form.benefit, str.strip)
    first = reader.needed_day("first", form.first)
    last = reader.day("last", form.last) or first
    charged = reader.need("charged", form.charged, fields.read_amount)
    currency, rate = _exchange(reader, form)
    consent = _consent(reader, form.consent)
    if form.is_abroad(background.conditions.travel_benefits) and not travel:
        reader.refuse("benefit", Problem.TRAVEL_NEEDED)
    line = Line(
        id=form.id,
        benefit=benefit or "",
        first=first or near,
        last=last or near,
        charged=charged or 0,
        currency=currency,
        rate=rate,
        other_payments=reader.read("other_payments", form.other_payments, fields.read_amount) or 0,
        tariff_amount=reader.read("tariff_amount", form.tariff_amount, fields.read_amount),
        assessed_amount=reader.read("assessed_amount", form.assessed_amount, fields.read_amount),
        country=reader.read("country", form.country, _country) or HOME,
        quantity=reader.read("quantity", form.quantity, fields.read_quantity),
        facts=form.facts,
        bmi=reader.read("bmi", form.bmi, fields.read_decimal),
        child_birth_date=reader.day("child_birth_date", form.child_birth_date),
        treatment_start=reader.day("treatment_start", form.treatment_start),
        episode=form.episode.strip() or None,
        received=reader.day("received", form.received),
        invoice_language=reader.read("invoice_language", form.invoice_language, _language),
        consent=consent,
        return_reasonable_from=reader.day("return_reasonable_from", form.return_reasonable_from),
    )
    _check_days(reader, line, background)
    return Read(None if reader.problems else line, reader.problems)


def _country(text: str) -> str:
    return fields.read_code(text, 2).upper()


def _language(text: str) -> str:
    return fields.read_code(text, 2).lower()


def _exchange(reader: _Reader, form: LineForm) -> tuple[str | None, Decimal | None]:
    """Currency and rate, both or neither; francs need no rate."""
    currency = reader.read("currency", form.currency, lambda text: fields.read_code(text, 3).upper())
    rate = reader.read("rate", form.rate, lambda text: fields.read_decimal(text, Problem.NOT_A_RATE))
    if currency is None and rate is not None:
        reader.refuse("currency", Problem.CURRENCY_NEEDED)
    if currency in (None, SWISS_FRANC):
        return None, None
    if rate is None:
        reader.refuse("rate", Problem.RATE_NEEDED)
    return currency, rate


def _consent(reader: _Reader, form: ConsentForm) -> Consent | None:
    """The trusted doctor's answer as received, None while there is none."""
    if not form.decision:
        return None
    highest = reader.read("consent.max_amount", form.max_amount, fields.read_amount)
    if highest == 0:
        reader.refuse("consent.max_amount", Problem.ABOVE_ZERO)
    first = reader.day("consent.valid_from", form.valid_from)
    last = reader.day("consent.valid_until", form.valid_until)
    if first and last and last < first:
        reader.refuse("consent.valid_until", Problem.END_BEFORE_START)
    return Consent(form.decision == GRANTED, form.id.strip() or None, first, last, highest)


def _check_days(reader: _Reader, line: Line, background: Background) -> None:
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
