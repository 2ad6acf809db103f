"""The fields of the claim page's four forms: the invoice, the travel case, a line, the doctor's consent."""

from __future__ import annotations

from caseworker.ui.kit import text
from caseworker.ui.kit.form.spec import (
    Specs,
    amount_field,
    choice_field,
    code_field,
    day_field,
    number_field,
    quantity_field,
    share_field,
    text_field,
    time_field,
)
from caseworker.wording.parse import Problem

EVENTS = ("illness", "accident", "maternity", "death")
TRIPS = ("holiday", "business", "other")


def _events() -> list[tuple[str, str]]:
    return [(code, text.say(f"words.event.{code}")) for code in EVENTS]


def _trips() -> list[tuple[str, str]]:
    return [(code, text.say(f"words.trip.{code}")) for code in TRIPS]


INVOICE: Specs = (
    text_field("provider_name", "words.provider", example="claim.invoice.provider_example", span=3),
    text_field("invoice_number", "claim.invoice.number", span=2),
    day_field("invoice_date", "claim.invoice.date", span=2),
    day_field("received", "claim.invoice.received", span=2),
)
TRAVEL: Specs = (
    choice_field("event", "claim.travel.what_happened", _events, required=True),
    choice_field("trip", "claim.travel.journey", _trips, required=True),
    code_field("country", "claim.line.country", 2, upper=True, required=True),
    text_field("event_id", "claim.travel.event_id", example="claim.travel.event_id_example"),
    time_field("event_at", "claim.travel.event_at", span=2),
    time_field("notified_at", "claim.travel.notified_at", span=2),
    day_field("treatment_start", "claim.line.treatment_start"),
    day_field("return_reasonable_from", "claim.line.return_reasonable_from"),
    share_field("reduction", "claim.travel.reduction"),
)
LINE: Specs = (
    text_field("benefit", "words.benefit", required=True, example="claim.line.search", span=4),
    day_field("first", "claim.line.first", required=True),
    day_field("last", "claim.line.last"),
    amount_field("charged", "words.charged", required=True),
    code_field("currency", "claim.line.currency", 3, upper=True),
    number_field("rate", "claim.line.rate", Problem.NOT_A_RATE),
    amount_field("other_payments", "claim.line.other_payments"),
    amount_field("tariff_amount", "claim.line.tariff_amount"),
    quantity_field("quantity", "claim.line.quantity"),
    text_field("episode", "claim.line.episode"),
    day_field("treatment_start", "claim.line.treatment_start"),
    day_field("child_birth_date", "claim.line.child_birth_date"),
    number_field("bmi", "claim.line.bmi"),
    code_field("country", "claim.line.country", 2, upper=True),
    day_field("received", "claim.line.received"),
    code_field("invoice_language", "claim.line.invoice_language", 2, upper=False),
    amount_field("assessed_amount", "claim.line.assessed_amount"),
    day_field("return_reasonable_from", "claim.line.return_reasonable_from"),
)
CONSENT: Specs = (
    day_field("valid_from", "claim.consent.valid_from"),
    day_field("valid_until", "claim.consent.valid_until"),
    amount_field("max_amount", "claim.consent.max_amount"),
    text_field("id", "claim.consent.id"),
)
_TITLES = {spec.name: spec.text for spec in LINE}
_QUANTITIES = {"hours": "claim.line.hours", "days": "claim.line.days_with_help"}


def line_field(name: str) -> str:
    """The title of a line's field, in words."""
    return text.say(_TITLES[name])


def quantity_key(kind: str | None) -> str:
    """What the quantity counts."""
    return _QUANTITIES.get(kind or "", _TITLES["quantity"])
