"""Noé Crettenand, Martigny: laser in the first year of cover, a decision taken back, a consent."""

from __future__ import annotations

from collections.abc import Iterator

from caseworker.demo.claims import Answered, Decided, Established, TakenBack
from caseworker.demo.forms import Household, Told
from caseworker.demo.staff import CHANTAL, ENTRY_DESK, NINA
from caseworker.demo.stories.roll import Roll
from caseworker.demo.stories.writer import Writer, at
from caseworker.models.people.rows import AddressRow
from caseworker.rules.case import Consent
from caseworker.rules.vocabulary import Sex

NOE = 10


def household(roll: Roll) -> Household:
    """Who lives there."""
    home = AddressRow("Chemin des Vignes", "5", "1920", "Martigny", "CH")
    noe = roll.person("Crettenand", "Noé", Sex.MALE, "1999-06-08", "fr", home, "mivita/extensa/2026-01-01")
    return Household("Crettenand, Martigny", (noe,))


def events(w: Writer) -> Iterator[Told]:
    """Laser within the first year of cover; a decision that was taken back when the prescription came."""
    yield w.told(
        NOE, "eye surgeon", "fr", "2026-07-13",
        (w.line("1", "aids.laser_eye", "2026-06-30", 3900,
                facts=("medically_indicated", "provider_recognised")),),
        by=CHANTAL,
    )  # fmt: skip
    back = w.calendar.day("2026-09-29")
    yield w.told(
        NOE, "pharmacy", "fr", "2026-09-14",
        (w.line("1", "medicine", "2026-09-01", 132, facts=("authorised",), known={"prescribed": False}),),
        TakenBack(at(back, 9, 40), CHANTAL, "The prescription was found afterwards."),
        Established(at(back, 9, 50), CHANTAL, "1", "prescribed", True, "prescription"),
        Decided(at(back, 10, 0), CHANTAL),
        by=CHANTAL,
    )  # fmt: skip
    yield w.told(
        NOE, "dermatologist", "fr", "2026-08-10",
        (w.line("1", "specific.scar_correction", "2026-07-28", 860, facts=("prescribed", "covered_area")),),
        Answered(
            at(w.calendar.day("2026-08-31"), 11, 0), ENTRY_DESK[0], "1",
            Consent(True, "K-NOE", w.calendar.day("2026-07-01"), w.calendar.day("2027-06-30"), 70000),
            "letter from the trusted doctor",
        ),
        w.decided("2026-09-01", NINA),
        by=None,
    )  # fmt: skip
