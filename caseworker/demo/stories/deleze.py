"""Aurélie Délèze, Sion: a fall in Thailand."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from caseworker.demo.forms import Household, Told
from caseworker.demo.staff import CHANTAL
from caseworker.demo.stories.roll import Roll
from caseworker.demo.stories.writer import Writer
from caseworker.models.people.rows import AddressRow
from caseworker.rules.case import Travel
from caseworker.rules.vocabulary import Sex

AURELIE = 6


def household(roll: Roll) -> Household:
    """Who lives there."""
    home = AddressRow("Rue des Moulins", "31", "1950", "Sion", "CH")
    aurelie = roll.person(
        "Délèze", "Aurélie", Sex.FEMALE, "1992-08-19", "fr", home, "mivita/extensa/2020-01-01"
    )
    return Household("Délèze, Sion", (aurelie,))


def events(w: Writer) -> Iterator[Told]:
    """A fall in Thailand: hospital and rescue are paid; what the change of flights rests on is asked for."""
    travel = Travel(
        event_id="TH-2026-1",
        event="accident",
        trip="holiday",
        country="TH",
        event_at=w.calendar.at("2026-02-14T16:40:00+07:00"),
        notified_at=w.calendar.at("2026-02-14T21:15:00+07:00"),
        treatment_start=w.calendar.day("2026-02-14"),
        facts={
            "emergency": True,
            "notified_in_time": True,
            "serious_event": True,
            "organised_by_centre": True,
        },
    )
    baht: dict[str, Any] = {"currency": "THB", "rate": Decimal("0.0252"), "invoice_language": "en"}
    lines = (
        w.line("1", "abroad.rescue_transport", "2026-02-14", 38000, facts=("nearest_provider",), **baht),
        w.line(
            "2", "abroad.inpatient", "2026-02-14", 286000, "2026-02-19", facts=("licensed_provider",), **baht
        ),
        w.line("3", "abroad.outpatient", "2026-02-24", 5400, facts=("licensed_provider",), **baht),
    )
    yield w.told(AURELIE, "abroad", "TH", "2026-03-30", lines, by=CHANTAL, travel=travel)
    more = (
        w.line(
            "1", "abroad.accommodation", "2026-02-20", 21500, "2026-02-24", facts=("eligible_person",), **baht
        ),
        w.line("2", "abroad.rebooking", "2026-02-25", 18900, **baht),
    )
    yield w.told(AURELIE, "abroad", "TH", "2026-07-20", more, by=None, travel=travel)
