"""Fiona Kavanagh, Geneva: psychotherapy uses up the specific benefits."""

from __future__ import annotations

from collections.abc import Iterator

from caseworker.demo.forms import Household, Told
from caseworker.demo.staff import CHANTAL
from caseworker.demo.stories.roll import Roll
from caseworker.demo.stories.writer import Writer
from caseworker.models.people.rows import AddressRow
from caseworker.rules.vocabulary import Sex

FIONA = 9


def household(roll: Roll) -> Household:
    """Who lives there."""
    home = AddressRow("Rue des Tilleuls", "18", "1201", "Genève", "CH")
    fiona = roll.person(
        "Kavanagh", "Fiona", Sex.FEMALE, "1996-04-27", "en", home,
        "mivita/reala/2022-01-01/2025-12-31", "mivita/extensa/2026-01-01", "denta//2022-01-01",
    )  # fmt: skip
    return Household("Kavanagh, Genève", (fiona,))


def events(w: Writer) -> Iterator[Told]:
    """Extensa since this year; psychotherapy uses up the specific benefits. One prescription is missing."""
    known = ("prescribed", "provider_recognised")
    for received, days in (
        ("2026-03-23", ("2026-02-05", "2026-02-19", "2026-03-05", "2026-03-19")),
        ("2026-06-29", ("2026-05-07", "2026-05-21", "2026-06-04", "2026-06-18")),
        ("2026-09-28", ("2026-08-13", "2026-08-27", "2026-09-10", "2026-09-24")),
        ("2026-10-26", ("2026-10-08", "2026-10-15", "2026-10-22")),
    ):
        lines = tuple(
            w.line(str(i), "specific.psychotherapy", day, 190, facts=known)
            for i, day in enumerate(days, start=1)
        )
        yield w.told(FIONA, "psychotherapist", "fr", received, lines, by=CHANTAL)
    yield w.told(
        FIONA, "pharmacy", "fr", "2025-11-17",
        (w.line("1", "specific.contraception", "2025-11-03", 120, facts=("prescribed", "listed_method")),),
        by=CHANTAL,
    )  # fmt: skip
    yield w.told(
        FIONA, "pharmacy", "fr", "2026-11-11",
        (w.line("1", "medicine", "2026-11-02", 74, facts=("authorised",)),
         w.line("2", "vaccination", "2026-11-02", 95)), by=None,
    )  # fmt: skip
