"""Reto Zgraggen, Altdorf: no cover since 2025."""

from __future__ import annotations

from collections.abc import Iterator

from caseworker.demo.forms import Household, Told
from caseworker.demo.staff import BEAT, NINA
from caseworker.demo.stories.roll import Roll
from caseworker.demo.stories.writer import Writer
from caseworker.models.people.rows import AddressRow
from caseworker.rules.vocabulary import Sex

RETO = 8


def household(roll: Roll) -> Household:
    """Who lives there."""
    home = AddressRow("Dorfstrasse", "44", "6460", "Altdorf UR", "CH")
    reto = roll.person(
        "Zgraggen", "Reto", Sex.MALE, "1978-12-11", "de", home, "mivita/reala/2015-01-01/2024-12-31"
    )
    return Household("Zgraggen, Altdorf UR", (reto,))


def events(w: Writer) -> Iterator[Told]:
    """No cover since 2025: what came later is denied."""
    known = ("provider_recognised",)
    yield w.told(
        RETO, "therapist", "de", "2024-06-10",
        (w.line("1", "complementary.treatment", "2024-05-22", 150, facts=known),), by=BEAT,
    )  # fmt: skip
    yield w.told(
        RETO, "therapist", "de", "2025-03-24",
        (w.line("1", "complementary.treatment", "2025-03-04", 150, facts=known),), by=NINA,
    )  # fmt: skip
