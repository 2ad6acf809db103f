"""Which fields and facts a line asks for: the benefit's terms say it, so a new edition changes the page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from caseworker.rules.plan import Plan, Requirement
from caseworker.rules.terms import BenefitTerm
from caseworker.rules.vocabulary import Citation
from caseworker.ui.pages.claim.form import LineForm

ALWAYS = ("first", "last", "charged")
OTHERS = (
    "currency",
    "rate",
    "other_payments",
    "tariff_amount",
    "quantity",
    "episode",
    "treatment_start",
    "child_birth_date",
    "bmi",
    "country",
    "received",
    "invoice_language",
    "assessed_amount",
    "return_reasonable_from",
)
KVG = "kvg_mandatory"
LATE = "late_documents"
ANYWHERE = "anywhere"
# What is usually one answer for everything that happened on a journey; a line's own answer wins.
EVENT_FACTS = frozenset({
    "emergency", "notified_in_time", "serious_event", "organised_by_centre", "return_impossible",
    "third_country", "organised_tour_missed", "early_return_without_incapacity", "foreign_military_service",
    "motor_race", "travelled_for_treatment", "premature_birth", "pregnancy_checkup", "other_insurer_liable",
    "other_insurer_statements", "late_accepted",
})  # fmt: skip


class Kind(StrEnum):
    """On which side of the checklist a fact stands."""

    REQUIREMENT = "requirement"
    EXCLUSION = "exclusion"


@dataclass(frozen=True, slots=True)
class Asked:
    """A fact that a line asks for, under its article. `lifts` names the fact that it makes harmless."""

    fact: str
    kind: Kind
    citation: Citation
    lifts: str | None = None  # a fact, or LATE for papers that came too late
    event: str | None = None  # the travel event that proves it


def needed_fields(term: BenefitTerm | None) -> tuple[str, ...]:
    """The fields that a benefit cannot do without, in the order of the page."""
    if term is None:
        return ALWAYS
    abroad = term.served == ANYWHERE or term.travel
    needs = {
        "currency": abroad,
        "rate": abroad,
        "other_payments": term.tariff is not None or any(f.fact == KVG for f in term.excludes),
        "tariff_amount": term.tariff is not None,
        "quantity": term.quantity is not None,
        "episode": term.episode is not None,
        "treatment_start": term.once_in_years is not None,
        "child_birth_date": term.age_limit is not None and term.age_limit.of == "child",
        "bmi": term.highest_bmi is not None,
        "country": term.served != "home" and not term.travel,
        "received": term.travel,
        "invoice_language": term.travel,
        "assessed_amount": term.travel,
        "return_reasonable_from": False,
    }
    return ALWAYS + tuple(name for name in OTHERS if needs[name])


def shown_fields(term: BenefitTerm | None, line: LineForm, more: bool) -> tuple[str, ...]:
    """The fields on the page: what the benefit needs, what was filled in, and all of them on demand."""
    needed = needed_fields(term)
    return ALWAYS + tuple(name for name in OTHERS if more or name in needed or getattr(line, name))


def asked_facts(plan: Plan, line: LineForm, event_facts: Mapping[str, bool], late: bool) -> tuple[Asked, ...]:
    """What is asked of a line: requirements first, then what may stand against it.

    A fact that only makes another harmless is asked once the other has done its harm. `late` says that the
    papers came too late (art. 40.1).
    """
    known = {**event_facts, **line.facts}
    asked: list[Asked] = []
    for requirement in (*plan.requirements, *_of_papers(plan, line, known)):
        need = Asked(
            requirement.fact, Kind.REQUIREMENT, requirement.missing.citation, event=requirement.event
        )
        harms = known.get(need.fact) is not True
        asked += (need, *_ways_out(need, requirement.unless, harms, known))
    for exclusion in plan.exclusions:
        against = Asked(exclusion.fact, Kind.EXCLUSION, exclusion.reasons[0].citation)
        harms = known.get(against.fact) is True
        asked += (against, *_ways_out(against, exclusion.unless, harms, known))
    if plan.travel is not None:
        travel = plan.travel
        asked.append(Asked(travel.other_insurer, Kind.EXCLUSION, travel.statements.missing.citation))
        if late or travel.papers_unless in known:
            asked.insert(0, Asked(travel.papers_unless, Kind.REQUIREMENT, travel.late.citation, lifts=LATE))
    return _once(asked)


def _of_papers(plan: Plan, line: LineForm, known: Mapping[str, bool]) -> list[Requirement]:
    """What the papers of a travel case bring with them (art. 39.4, 40.2, 40.3)."""
    travel = plan.travel
    if travel is None:
        return []
    spoken = line.invoice_language.strip().lower()
    foreign = bool(spoken) and spoken not in travel.languages and not line.assessed_amount.strip()
    translation = [travel.translation] if foreign else []
    return translation + ([travel.statements] if known.get(travel.other_insurer) else [])


def _ways_out(one: Asked, unless: tuple[str, ...], harms: bool, known: Mapping[str, bool]) -> Iterator[Asked]:
    for fact in unless:
        if harms or fact in known:
            yield Asked(fact, one.kind, one.citation, lifts=one.fact)


def _once(asked: list[Asked]) -> tuple[Asked, ...]:
    """The first asking of each fact."""
    first: dict[str, Asked] = {}
    for one in asked:
        first.setdefault(one.fact, one)
    return tuple(first.values())
