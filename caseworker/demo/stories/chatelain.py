"""Odile Châtelain, Neuchâtel: an invoice from the United States that came in late."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from caseworker.demo.forms import Household, Told
from caseworker.demo.stories.roll import Roll
from caseworker.demo.stories.writer import Writer
from caseworker.models.people.rows import AddressRow
from caseworker.rules.case import Travel
from caseworker.rules.vocabulary import Sex

ODILE = 11


def household(roll: Roll) -> Household:
    """Who lives there."""
    home = AddressRow("Rue du Temple", "2", "2000", "Neuchâtel", "CH")
    odile = roll.person("Châtelain", "Odile", Sex.FEMALE, "1958-10-16", "fr", home, "mivita/reala/2014-01-01")
    return Household("Châtelain, Neuchâtel", (odile,))


def events(w: Writer) -> Iterator[Told]:
    """An invoice from the United States that came in nine months later."""
    travel = Travel(
        event_id="US-2026-1",
        event="illness",
        trip="business",
        country="US",
        event_at=w.calendar.at("2026-01-20T11:00:00-05:00"),
        notified_at=w.calendar.at("2026-01-20T19:30:00-05:00"),
        treatment_start=w.calendar.day("2026-01-20"),
        facts={"emergency": True, "notified_in_time": True},
    )
    line = w.line(
        "1", "abroad.outpatient", "2026-01-20", 640, facts=("licensed_provider",), currency="USD",
        rate=Decimal("0.8035"), invoice_language="en",
    )  # fmt: skip
    yield w.told(ODILE, "abroad", "US", "2026-10-30", (line,), by=None, travel=travel, house=1)
