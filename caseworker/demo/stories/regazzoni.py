"""Giovanni Regazzoni, Locarno: died in April, his last stay was decided afterwards."""

from __future__ import annotations

from collections.abc import Iterator

from caseworker.demo.forms import Household, Told
from caseworker.demo.stories.roll import Roll
from caseworker.demo.stories.writer import Writer
from caseworker.models.people.rows import AddressRow
from caseworker.rules.vocabulary import Sex

GIOVANNI = 7


def household(roll: Roll) -> Household:
    """Who lives there."""
    home = AddressRow("Viale dei Tigli", "3", "6600", "Locarno", "CH", "c/o Carla Regazzoni")
    giovanni = roll.person(
        "Regazzoni", "Giovanni", Sex.MALE, "1941-01-30", "it", home,
        "mivita/extensa/2009-01-01/2026-04-11", death="2026-04-11",
    )  # fmt: skip
    return Household("Regazzoni, Locarno", (giovanni,))


def events(w: Writer) -> Iterator[Told]:
    """Died in April; his last hospital stay was decided afterwards."""
    yield w.told(
        GIOVANNI, "care home", "it", "2025-09-22",
        (w.line("1", "specific.day_hotel", "2025-09-01", 380,
                facts=("prescribed", "provider_recognised", "relieves_spouse")),),
    )  # fmt: skip
    yield w.told(
        GIOVANNI, "hospital", "it", "2026-05-25",
        (w.line("1", "hospital.acute", "2026-03-29", 14800, "2026-04-11",
                facts=("acute_need", "hospital_recognised"), other_payments=1332000),),
    )  # fmt: skip
