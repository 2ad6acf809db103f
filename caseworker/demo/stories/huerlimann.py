"""Hansruedi and Vreni Hürlimann, Winterthur: cures in three years, and help at home."""

from __future__ import annotations

from collections.abc import Iterator

from caseworker.demo.forms import Household, Told
from caseworker.demo.staff import BEAT, NINA
from caseworker.demo.stories.roll import Roll
from caseworker.demo.stories.writer import Writer
from caseworker.models.people.rows import AddressRow
from caseworker.rules.vocabulary import Sex

HANSRUEDI, VRENI = range(4, 6)
_CURE_FACTS = (
    "prescribed", "inpatient", "provider_recognised", "cure_indicated", "entry_examination", "treatment_plan",
    "prior_request",
)  # fmt: skip


def household(roll: Roll) -> Household:
    """Who lives there."""
    home = AddressRow("Rebhaldenstrasse", "7", "8400", "Winterthur", "CH")
    hansruedi = roll.person(
        "Hürlimann", "Hansruedi", Sex.MALE, "1960-03-22", "de", home, "mivita/extensa/2012-01-01"
    )
    vreni = roll.person(
        "Hürlimann", "Vreni", Sex.FEMALE, "1963-09-05", "de", home,
        "mivita/reala/2012-01-01", "denta//2012-01-01",
    )  # fmt: skip
    return Household("Hürlimann, Winterthur", (hansruedi, vreni))


def events(w: Writer) -> Iterator[Told]:
    """Theirs, one after the other."""
    yield from _hansruedi(w)
    yield from _vreni(w)


def _hansruedi(w: Writer) -> Iterator[Told]:
    """Cures in three years: 46 of the 50 days are used, and a fourth cure waits to be decided."""
    for received, first, last, francs in (
        ("2024-05-20", "2024-04-08", "2024-04-27", 3600),
        ("2025-05-12", "2025-03-31", "2025-04-13", 2600),
        ("2026-04-20", "2026-03-16", "2026-03-27", 2280),
    ):
        yield w.told(
            HANSRUEDI, "spa", "de", received,
            (w.line("1", "cure.thermal", first, francs, last, facts=_CURE_FACTS),), by=BEAT,
        )  # fmt: skip
    yield w.told(
        HANSRUEDI, "spa", "de", "2026-11-04",
        (w.line("1", "cure.thermal", "2026-10-12", 2520, "2026-10-25", facts=_CURE_FACTS),), by=None,
    )  # fmt: skip
    yield w.told(
        HANSRUEDI, "hearing", "de", "2026-08-24",
        (w.line("1", "aids.hearing_aid", "2026-08-11", 3400, facts=("prescribed",), other_payments=168000),),
        by=BEAT,
    )  # fmt: skip


def _vreni(w: Writer) -> Iterator[Told]:
    """Help at home after an operation; the prescription of the last weeks is awaited."""
    yield w.told(
        VRENI, "home care", "de", "2026-09-28",
        (w.line("1", "home_help", "2026-08-31", 1360, "2026-09-18",
                facts=("prescribed", "professional_helper"), quantity=1200),), by=NINA,
    )  # fmt: skip
    yield w.told(
        VRENI, "home care", "de", "2026-11-05",
        (w.line("1", "home_help", "2026-10-05", 980, "2026-10-23", facts=("professional_helper",),
                quantity=900),), by=None,
    )  # fmt: skip
