"""From what is stored back to the texts of the page."""

from __future__ import annotations

from caseworker.rules.case import Consent, Line, Travel
from caseworker.rules.vocabulary import HOME
from caseworker.ui.kit.form.spec import written
from caseworker.ui.pages.claim.fields import CONSENT, LINE, TRAVEL
from caseworker.ui.pages.claim.form import GRANTED, REFUSED, ConsentForm, LineForm, TravelForm


def line_form(line: Line) -> LineForm:
    """A line as it would have been typed; what stands there by itself is left out."""
    texts = written(LINE, line)
    if line.last == line.first:
        texts["last"] = ""
    if not line.other_payments:
        texts["other_payments"] = ""
    if line.country == HOME:
        texts["country"] = ""
    return LineForm(id=line.id, facts=dict(line.facts), consent=consent_form(line.consent), **texts)


def consent_form(consent: Consent | None) -> ConsentForm:
    """The trusted doctor's answer as it would have been typed."""
    if consent is None:
        return ConsentForm()
    return ConsentForm(decision=GRANTED if consent.granted else REFUSED, **written(CONSENT, consent))


def travel_form(travel: Travel | None) -> TravelForm:
    """The travel case as it would have been typed; empty without one."""
    if travel is None:
        return TravelForm()
    texts = written(TRAVEL, travel)
    if not travel.reduction:
        texts["reduction"] = ""
    return TravelForm(facts=dict(travel.facts), **texts)
