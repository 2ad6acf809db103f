"""Lucia Bernasconi, Davide Galfetti, Mia and Leo, Lugano: treatments, child care, lenses that wait."""

from __future__ import annotations

from collections.abc import Iterator

from caseworker.demo.forms import Household, Told
from caseworker.demo.staff import BEAT, CHANTAL
from caseworker.demo.stories.roll import Roll
from caseworker.demo.stories.writer import Writer
from caseworker.models.people.rows import AddressRow
from caseworker.rules.vocabulary import Sex

LUCIA, DAVIDE, MIA, LEO = range(4)


def household(roll: Roll) -> Household:
    """Who lives there."""
    home = AddressRow("Via dei Glicini", "12", "6900", "Lugano", "CH")
    woman, man = Sex.FEMALE, Sex.MALE
    lucia = roll.person(
        "Bernasconi", "Lucia", woman, "1985-07-14", "it", home,
        "mivita/extensa/2019-01-01//3", "comforta/semi_private/2021-01-01",
    )  # fmt: skip
    davide = roll.person("Galfetti", "Davide", man, "1983-11-02", "it", home, "mivita/reala/2019-01-01//3")
    family = {"father": davide.form.number, "mother": lucia.form.number}
    home = home._replace(care_of="c/o Lucia Bernasconi")
    mia = roll.person(
        "Galfetti", "Mia", woman, "2017-05-03", "it", home,
        "mivita/extensa/2019-01-01", "denta//2019-01-01", **family,
    )  # fmt: skip
    leo = roll.person(
        "Galfetti", "Leo", man, "2026-02-20", "it", home,
        "mivita/extensa/2026-02-20", "denta//2026-02-20", **family,
    )  # fmt: skip
    return Household("Bernasconi Galfetti, Lugano", (lucia, davide, mia, leo))


def events(w: Writer) -> Iterator[Told]:
    """Theirs, one after the other."""
    yield from _lucia(w)
    yield from _family(w)


def _lucia(w: Writer) -> Iterator[Told]:
    """Complementary treatments all year, and a claim that waits to be decided and reaches the limit."""
    known = ("provider_recognised",)
    for received, days, francs in (
        ("2026-02-16", ("2026-01-14", "2026-01-28", "2026-02-11"), 160),
        ("2026-04-27", ("2026-03-10", "2026-03-24", "2026-04-14"), 200),
        ("2026-07-06", ("2026-06-02", "2026-06-16", "2026-06-30"), 210),
        ("2026-09-21", ("2026-08-25", "2026-09-08", "2026-09-15"), 208),
    ):
        lines = tuple(
            w.line(str(i), "complementary.treatment", day, francs, facts=known)
            for i, day in enumerate(days, start=1)
        )
        yield w.told(LUCIA, "therapist", "it", received, lines, house=1)
    yield w.told(
        LUCIA, "optician", "it", "2026-03-16",
        (w.line("1", "aids.vision", "2026-03-05", 620, facts=("prescribed",)),), by=BEAT,
    )  # fmt: skip
    yield w.told(
        LUCIA, "fitness", "it", "2025-10-13",
        (w.line("1", "health_promotion.fitness", "2025-10-01", 790,
                facts=("provider_recognised", "subscription_eligible")),),
    )  # fmt: skip
    lines = (
        w.line("1", "complementary.treatment", "2026-10-13", 480, facts=known),
        w.line("2", "complementary.treatment", "2026-10-27", 480, facts=known),
        w.line(
            "3", "complementary.preparation", "2026-10-27", 86, facts=("prescribed", "product_recognised")
        ),
    )
    yield w.told(LUCIA, "therapist", "it", "2026-11-09", lines, by=None, house=1)


def _family(w: Writer) -> Iterator[Told]:
    """Davide's emergency; Mia's lenses wait for the trusted doctor; Leo learns to swim."""
    yield w.told(
        DAVIDE, "ambulance", "it", "2026-05-18",
        (w.line("1", "transport.emergency", "2026-05-02", 1240, facts=("emergency", "nearest_provider"),
                other_payments=62000),),
    )  # fmt: skip
    yield w.told(
        MIA, "optician", "it", "2026-11-02",
        (w.line("1", "aids.contact_lenses_medical", "2026-10-20", 540, facts=("prescribed",)),), by=None,
    )  # fmt: skip
    yield w.told(
        MIA, "pharmacy", "it", "2026-02-02",
        (w.line("1", "medicine", "2026-01-19", 48, facts=("prescribed", "authorised"),
                known={"kvg_mandatory": False}),), by=BEAT,
    )  # fmt: skip
    yield w.told(
        LEO, "infant course", "it", "2026-10-19",
        (w.line("1", "specific.infant_swimming", "2026-09-07", 180),), by=BEAT,
    )  # fmt: skip
    yield w.told(
        LUCIA, "childcare", "it", "2026-06-15",
        (w.line("1", "childcare", "2026-06-03", 420, quantity=1050,
                facts=("child_ill", "parents_employed", "working_hours", "organised_by_centre"),
                known={"chargeable_to_father": False},
                child_birth_date=w.calendar.day("2017-05-03")),), by=CHANTAL,
    )  # fmt: skip
