"""Events abroad: where, when, and whether the emergency centre was told in time (art. 35 to 44)."""

from __future__ import annotations

from datetime import datetime, time, timedelta, timezone
from typing import NamedTuple

from caseworker.demo.invented.case import Case, Kind
from caseworker.demo.invented.facts import OF_THE_EVENT
from caseworker.demo.invented.invoicing import BODY_TRANSPORT
from caseworker.demo.providers import ABROAD
from caseworker.rules.case import Travel

_EVENTS = ("illness", "illness", "accident", "accident", "maternity")


class Abroad(NamedTuple):
    """What a country's invoices look like: hours ahead of UTC, currency, CHF for one unit, language."""

    offset: int
    currency: str
    rate: str
    language: str


COUNTRIES = {
    "TH": Abroad(7, "THB", "0.0252", "en"),
    "IT": Abroad(1, "EUR", "0.9410", "it"),
    "ES": Abroad(1, "EUR", "0.9380", "es"),
    "FR": Abroad(1, "EUR", "0.9425", "fr"),
    "AT": Abroad(1, "EUR", "0.9395", "de"),
    "DE": Abroad(1, "EUR", "0.9402", "de"),
    "US": Abroad(-8, "USD", "0.8035", "en"),
    "GR": Abroad(2, "EUR", "0.9450", "el"),
}


def travel_of(matter: Case, event_id: str) -> Travel:
    """The travel case of a claim for `matter.term`, which happened on `matter.day`."""
    chance, code = matter.chance, matter.term.code
    country = chance.one(tuple(ABROAD))
    event = "death" if code == BODY_TRANSPORT else chance.one(_EVENTS)
    if event == "maternity" and not matter.phase.endswith("F"):
        event = "illness"
    zone = timezone(timedelta(hours=COUNTRIES[country].offset))
    happened = datetime.combine(matter.day, time(chance.whole(0, 23), chance.whole(0, 59)), zone)
    told = happened + timedelta(minutes=chance.whole(20, 2600)) if chance.happens(0.85) else None
    trip = "other" if chance.happens(0.02) else chance.one(("holiday", "holiday", "holiday", "business"))
    home = matter.day + timedelta(days=chance.whole(2, 9)) if chance.happens(0.05) else None
    return Travel(
        event_id=event_id,
        event=event,
        trip=trip,
        country=country,
        event_at=happened,
        notified_at=told,
        treatment_start=matter.day,
        return_reasonable_from=home,
        reduction=chance.one((2000, 3000, 5000)) if chance.happens(0.02) else 0,
        facts=_facts(matter, event, told is not None and told - happened < timedelta(hours=36)),
    )


def _facts(matter: Case, event: str, in_time: bool) -> dict[str, bool]:
    """The event's own facts; of an open claim abroad some are not yet known."""
    chance = matter.chance
    facts = {"emergency": not chance.happens(0.03), "notified_in_time": in_time or chance.happens(0.5)}
    if event != "death":
        facts["serious_event"] = not chance.happens(0.05)
    facts["organised_by_centre"] = not chance.happens(0.06)
    if chance.happens(0.02):
        facts["chronic"] = True
    if matter.kind in (Kind.ABROAD, Kind.FACTS) and chance.happens(0.6):
        facts.pop(chance.one(OF_THE_EVENT), None)
    return facts
