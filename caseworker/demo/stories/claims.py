"""The claims of the people who come first."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from caseworker.demo.forms import Answered, Decided, Established, Story, TakenBack, Told
from caseworker.demo.providers import Directory
from caseworker.demo.staff import ENTRY_DESK, EXAMINERS
from caseworker.demo.stories.people import Calendar
from caseworker.demo.stories.writer import Writer, at
from caseworker.rules.case import Consent, Travel

LUCIA, DAVIDE, MIA, LEO, HANSRUEDI, VRENI, AURELIE, GIOVANNI, RETO, FIONA, NOE, ODILE = range(12)
_CURE_FACTS = (
    "prescribed", "inpatient", "provider_recognised", "cure_indicated", "entry_examination", "treatment_plan",
    "prior_request",
)  # fmt: skip
_LIA, _BEAT, _CHANTAL, _NINA = EXAMINERS


def told_stories(directory: Directory, anchor: date) -> tuple[Told, ...]:
    """All stories up to the anchor, drawn letters and all."""
    writer = Writer(directory, Calendar(anchor))
    stories = (
        *_lucia(writer),
        *_family(writer),
        *_hansruedi(writer),
        *_vreni(writer),
        *_aurelie(writer),
        *_giovanni(writer),
        *_reto(writer),
        *_fiona(writer),
        *_noe(writer),
        *_odile(writer),
    )
    return tuple(cut for told in stories if (cut := _until(told, anchor)) is not None)


def _until(told: Told, anchor: date) -> Told | None:
    """What of a story has happened by the anchor; None where nothing has."""
    acts = tuple(act for act in told.story.acts if act.at.date() < anchor)
    return told._replace(story=Story(acts)) if acts else None


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
        (w.line("1", "aids.vision", "2026-03-05", 620, facts=("prescribed",)),), by=_BEAT,
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
                known={"kvg_mandatory": False}),), by=_BEAT,
    )  # fmt: skip
    yield w.told(
        LEO, "infant course", "it", "2026-10-19",
        (w.line("1", "specific.infant_swimming", "2026-09-07", 180),), by=_BEAT,
    )  # fmt: skip
    yield w.told(
        LUCIA, "childcare", "it", "2026-06-15",
        (w.line("1", "childcare", "2026-06-03", 420, quantity=1050,
                facts=("child_ill", "parents_employed", "working_hours", "organised_by_centre"),
                known={"chargeable_to_father": False},
                child_birth_date=w.calendar.day("2017-05-03")),), by=_CHANTAL,
    )  # fmt: skip


def _hansruedi(w: Writer) -> Iterator[Told]:
    """Cures in three years: 46 of the 50 days are used, and a fourth cure waits to be decided."""
    for received, first, last, francs in (
        ("2024-05-20", "2024-04-08", "2024-04-27", 3600),
        ("2025-05-12", "2025-03-31", "2025-04-13", 2600),
        ("2026-04-20", "2026-03-16", "2026-03-27", 2280),
    ):
        yield w.told(
            HANSRUEDI, "spa", "de", received,
            (w.line("1", "cure.thermal", first, francs, last, facts=_CURE_FACTS),), by=_BEAT,
        )  # fmt: skip
    yield w.told(
        HANSRUEDI, "spa", "de", "2026-11-04",
        (w.line("1", "cure.thermal", "2026-10-12", 2520, "2026-10-25", facts=_CURE_FACTS),), by=None,
    )  # fmt: skip
    yield w.told(
        HANSRUEDI, "hearing", "de", "2026-08-24",
        (w.line("1", "aids.hearing_aid", "2026-08-11", 3400, facts=("prescribed",), other_payments=168000),),
        by=_BEAT,
    )  # fmt: skip


def _vreni(w: Writer) -> Iterator[Told]:
    """Help at home after an operation; the prescription of the last weeks is awaited."""
    yield w.told(
        VRENI, "home care", "de", "2026-09-28",
        (w.line("1", "home_help", "2026-08-31", 1360, "2026-09-18",
                facts=("prescribed", "professional_helper"), quantity=1200),), by=_NINA,
    )  # fmt: skip
    yield w.told(
        VRENI, "home care", "de", "2026-11-05",
        (w.line("1", "home_help", "2026-10-05", 980, "2026-10-23", facts=("professional_helper",),
                quantity=900),), by=None,
    )  # fmt: skip


def _aurelie(w: Writer) -> Iterator[Told]:
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
    yield w.told(AURELIE, "abroad", "TH", "2026-03-30", lines, by=_CHANTAL, travel=travel)
    more = (
        w.line(
            "1", "abroad.accommodation", "2026-02-20", 21500, "2026-02-24", facts=("eligible_person",), **baht
        ),
        w.line("2", "abroad.rebooking", "2026-02-25", 18900, **baht),
    )
    yield w.told(AURELIE, "abroad", "TH", "2026-07-20", more, by=None, travel=travel)


def _giovanni(w: Writer) -> Iterator[Told]:
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


def _reto(w: Writer) -> Iterator[Told]:
    """No cover since 2025: what came later is denied."""
    known = ("provider_recognised",)
    yield w.told(
        RETO, "therapist", "de", "2024-06-10",
        (w.line("1", "complementary.treatment", "2024-05-22", 150, facts=known),), by=_BEAT,
    )  # fmt: skip
    yield w.told(
        RETO, "therapist", "de", "2025-03-24",
        (w.line("1", "complementary.treatment", "2025-03-04", 150, facts=known),), by=_NINA,
    )  # fmt: skip


def _fiona(w: Writer) -> Iterator[Told]:
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
        yield w.told(FIONA, "psychotherapist", "fr", received, lines, by=_CHANTAL)
    yield w.told(
        FIONA, "pharmacy", "fr", "2025-11-17",
        (w.line("1", "specific.contraception", "2025-11-03", 120, facts=("prescribed", "listed_method")),),
        by=_CHANTAL,
    )  # fmt: skip
    yield w.told(
        FIONA, "pharmacy", "fr", "2026-11-11",
        (w.line("1", "medicine", "2026-11-02", 74, facts=("authorised",)),
         w.line("2", "vaccination", "2026-11-02", 95)), by=None,
    )  # fmt: skip


def _noe(w: Writer) -> Iterator[Told]:
    """Laser within the first year of cover; a decision that was taken back when the prescription came."""
    yield w.told(
        NOE, "eye surgeon", "fr", "2026-07-13",
        (w.line("1", "aids.laser_eye", "2026-06-30", 3900,
                facts=("medically_indicated", "provider_recognised")),),
        by=_CHANTAL,
    )  # fmt: skip
    back = w.calendar.day("2026-09-29")
    yield w.told(
        NOE, "pharmacy", "fr", "2026-09-14",
        (w.line("1", "medicine", "2026-09-01", 132, facts=("authorised",), known={"prescribed": False}),),
        TakenBack(at(back, 9, 40), _CHANTAL, "The prescription was found afterwards."),
        Established(at(back, 9, 50), _CHANTAL, "1", "prescribed", True, "prescription"),
        Decided(at(back, 10, 0), _CHANTAL),
        by=_CHANTAL,
    )  # fmt: skip
    yield w.told(
        NOE, "dermatologist", "fr", "2026-08-10",
        (w.line("1", "specific.scar_correction", "2026-07-28", 860, facts=("prescribed", "covered_area")),),
        Answered(
            at(w.calendar.day("2026-08-31"), 11, 0), ENTRY_DESK[0], "1",
            Consent(True, "K-NOE", w.calendar.day("2026-07-01"), w.calendar.day("2027-06-30"), 70000),
            "letter from the trusted doctor",
        ),
        w.decided("2026-09-01", _NINA),
        by=None,
    )  # fmt: skip


def _odile(w: Writer) -> Iterator[Told]:
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
