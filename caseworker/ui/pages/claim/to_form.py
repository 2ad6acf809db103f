"""From what is stored back to the texts of the page."""

from __future__ import annotations

from caseworker.rules.case import Consent, Line, Travel
from caseworker.rules.vocabulary import HOME, Rappen
from caseworker.ui.pages.claim.form import GRANTED, REFUSED, ConsentForm, LineForm, TravelForm
from caseworker.wording.format import format_rappen
from caseworker.wording.parse import write_date, write_decimal, write_hundredths, write_time


def line_form(line: Line) -> LineForm:
    """A line as it would have been typed."""
    return LineForm(
        id=line.id,
        benefit=line.benefit,
        first=write_date(line.first),
        last="" if line.last == line.first else write_date(line.last),
        charged=format_rappen(line.charged),
        currency=line.currency or "",
        rate="" if line.rate is None else write_decimal(line.rate),
        other_payments=format_rappen(line.other_payments) if line.other_payments else "",
        tariff_amount=_amount(line.tariff_amount),
        assessed_amount=_amount(line.assessed_amount),
        country="" if line.country == HOME else line.country,
        quantity="" if line.quantity is None else write_hundredths(line.quantity),
        bmi="" if line.bmi is None else write_decimal(line.bmi),
        child_birth_date=write_date(line.child_birth_date),
        treatment_start=write_date(line.treatment_start),
        episode=line.episode or "",
        received=write_date(line.received),
        invoice_language=line.invoice_language or "",
        return_reasonable_from=write_date(line.return_reasonable_from),
        facts=dict(line.facts),
        consent=consent_form(line.consent),
    )


def consent_form(consent: Consent | None) -> ConsentForm:
    """The trusted doctor's answer as it would have been typed."""
    if consent is None:
        return ConsentForm()
    return ConsentForm(
        decision=GRANTED if consent.granted else REFUSED,
        id=consent.id or "",
        valid_from=write_date(consent.valid_from),
        valid_until=write_date(consent.valid_until),
        max_amount=_amount(consent.max_amount),
    )


def travel_form(travel: Travel | None) -> TravelForm:
    """The travel case as it would have been typed; empty without one."""
    if travel is None:
        return TravelForm()
    return TravelForm(
        event_id=travel.event_id,
        event=travel.event,
        trip=travel.trip,
        country=travel.country,
        event_at=write_time(travel.event_at),
        notified_at=write_time(travel.notified_at),
        treatment_start=write_date(travel.treatment_start),
        return_reasonable_from=write_date(travel.return_reasonable_from),
        reduction=write_hundredths(travel.reduction) if travel.reduction else "",
        facts=dict(travel.facts),
    )


def _amount(amount: Rappen | None) -> str:
    return "" if amount is None else format_rappen(amount)
