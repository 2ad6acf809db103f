"""Results and cases out: keys in a fixed order, so that the same case gives the same bytes."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from hashlib import sha256
from typing import Any

from caseworker.rules.assess import CaseResult
from caseworker.rules.case import Case, Claim, Consent, Coverage, Line, Travel
from caseworker.rules.finding import (
    Booking,
    ClaimFinding,
    Component,
    LimitStanding,
    LineFinding,
    Missing,
    Profile,
    Reason,
)
from caseworker.rules.money import money_text, rate_text
from caseworker.rules.vocabulary import HOME, Unit

Table = dict[str, Any]


def as_json(document: Any) -> str:
    """One line of JSON, keys as they stand."""
    return json.dumps(document, ensure_ascii=False)


def counted(amount: int, unit: Unit) -> str:
    """An amount of a limit: CHF and hours with two decimals, days and times whole."""
    return money_text(amount) if unit in (Unit.CHF, Unit.HOURS) else str(amount)


def render_result(result: CaseResult) -> Table:
    """What `assess` prints."""
    return {
        "profile": render_profile(result.profile),
        "claims": [render_claim(claim) for claim in result.claims],
        "limits": render_limits(result.limits),
    }


def render_profile(profile: Profile) -> Table:
    """A profile as a case file's result tells it."""
    phase, band = profile.next_phase, profile.next_premium_band
    return {
        "year": profile.year,
        "age": profile.age,
        "phase": profile.phase,
        "premium_band": profile.premium_band,
        "tier": profile.tier.value if profile.tier is not None else None,
        "denta": profile.denta,
        "next_phase": {"phase": phase[0], "from": phase[1].isoformat()} if phase else None,
        "next_premium_band": {"band": band[0], "from": band[1].isoformat()} if band else None,
    }


def render_limits(limits: Iterable[LimitStanding]) -> list[Table]:
    """Limits as a case file's result tells them."""
    return [
        {
            "limit": x.limit,
            "article": x.citation.article,
            "period": x.period,
            "unit": x.unit.value,
            "cap": counted(x.cap, x.unit),
            "used": counted(x.used, x.unit),
            "left": counted(x.left, x.unit),
        }
        for x in limits
    ]


def render_claim(claim: ClaimFinding) -> Table:
    """A claim's findings."""
    return {
        "id": claim.id,
        "amount": money_text(claim.amount),
        "lines": [render_line(x) for x in claim.lines],
    }


def render_line(line: LineFinding) -> Table:
    """A line's finding."""
    return {
        "id": line.id,
        "outcome": line.outcome.value,
        "amount": money_text(line.amount),
        "consent_required": line.consent_required,
        "missing": [render_missing(m) for m in line.missing],
        "components": [_component(c) for c in line.components],
        "reasons": [render_reason(r) for r in line.reasons],
    }


def render_missing(missing: Missing) -> Table:
    """What is missing, with its article."""
    return {"fact": missing.fact, "article": missing.citation.article}


def render_reason(reason: Reason) -> Table:
    """A reason with its article, and the fact or limit it is about."""
    found: Table = {"code": reason.code.value, "article": reason.citation.article}
    if reason.fact is not None:
        found["fact"] = reason.fact
    if reason.limit is not None:
        found["limit"] = reason.limit
    return found


def _component(component: Component) -> Table:
    found: Table = {
        "article": component.citation.article,
        "from": component.first.isoformat(),
        "to": component.last.isoformat(),
        "base": None if component.base is None else money_text(component.base),
    }
    if component.rate is not None:
        found["rate"] = rate_text(component.rate)
    elif component.unit is not None and component.units is not None and component.unit_amount is not None:
        found["units"] = counted(component.units, component.unit)
        found["unit_amount"] = money_text(component.unit_amount)
    found["limits"] = [_booking(b) for b in component.bookings if b.consumed]
    found["amount"] = money_text(component.amount)
    return found


def _booking(booking: Booking) -> Table:
    return {
        "limit": booking.limit,
        "period": booking.period,
        "consumed": counted(booking.consumed, booking.unit),
        "left": counted(booking.left, booking.unit),
    }


def fingerprint(claim: ClaimFinding) -> str:
    """What was shown, in 64 hex digits: two findings with the same one say the same, trace and all."""
    return sha256(repr(claim).encode()).hexdigest()


def render_case(case: Case) -> Table:
    """A case as a case file; what is at its default is left out."""
    return {
        "as_of": case.as_of.isoformat(),
        "person": {"birth_date": case.person.birth_date.isoformat(), "sex": case.person.sex.value},
        "coverages": [_coverage(c) for c in case.coverages],
        "claims": [render_claim_input(c) for c in case.claims],
    }


def _coverage(coverage: Coverage) -> Table:
    return {"tier": coverage.tier.value, "from": coverage.first.isoformat(), "to": _day(coverage.last)}


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _given(table: Table) -> Table:
    return {key: value for key, value in table.items() if value is not None and value != {}}


def _money(amount: int | None) -> str | None:
    return None if amount is None else money_text(amount)


def render_claim_input(claim: Claim) -> Table:
    """A claim as a case file tells it."""
    return _given(
        {
            "id": claim.id,
            "received": _day(claim.received),
            "travel": None if claim.travel is None else _travel(claim.travel),
            "lines": [render_line_input(line) for line in claim.lines],
        }
    )


def _travel(travel: Travel) -> Table:
    return _given(
        {
            "event_id": travel.event_id,
            "event": travel.event,
            "trip": travel.trip,
            "country": travel.country,
            "event_at": travel.event_at.isoformat() if travel.event_at else None,
            "notified_at": travel.notified_at.isoformat() if travel.notified_at else None,
            "treatment_start": _day(travel.treatment_start),
            "reduction": rate_text(travel.reduction) if travel.reduction else None,
            "facts": dict(travel.facts),
            "return_reasonable_from": _day(travel.return_reasonable_from),
        }
    )


def render_line_input(line: Line) -> Table:
    """A line as a case file tells it."""
    return _given(
        {
            "id": line.id,
            "benefit": line.benefit,
            "from": line.first.isoformat(),
            "to": line.last.isoformat(),
            "charged": money_text(line.charged),
            "currency": line.currency,
            "rate": None if line.rate is None else f"{line.rate:f}",
            "other_payments": money_text(line.other_payments) if line.other_payments else None,
            "tariff_amount": _money(line.tariff_amount),
            "assessed_amount": _money(line.assessed_amount),
            "country": line.country if line.country != HOME else None,
            "quantity": None if line.quantity is None else money_text(line.quantity),
            "facts": dict(line.facts),
            "bmi": None if line.bmi is None else _number(line),
            "child_birth_date": _day(line.child_birth_date),
            "treatment_start": _day(line.treatment_start),
            "episode": line.episode,
            "received": _day(line.received),
            "invoice_language": line.invoice_language,
            "consent": None if line.consent is None else _consent(line.consent),
            "return_reasonable_from": _day(line.return_reasonable_from),
        }
    )


def _number(line: Line) -> int | float | None:
    """JSON has no decimal numbers: a BMI is written as the shortest number that reads back the same."""
    if line.bmi is None:
        return None
    return int(line.bmi) if line.bmi == line.bmi.to_integral_value() else float(line.bmi)


def _consent(consent: Consent) -> Table:
    return _given(
        {
            "id": consent.id,
            "decision": "granted" if consent.granted else "refused",
            "valid_from": _day(consent.valid_from),
            "valid_until": _day(consent.valid_until),
            "max_amount": _money(consent.max_amount),
        }
    )
