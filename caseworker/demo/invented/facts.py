"""What is known about a line when it comes in, and what only becomes known later."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from caseworker.demo.invented.case import Case, Kind
from caseworker.rules.terms import BenefitTerm
from caseworker.services.people.forms import ProviderForm

# They hold for the whole event and stand with the travel case.
OF_THE_EVENT = ("emergency", "serious_event", "organised_by_centre", "notified_in_time")
_PAPERS_TO_TRANSLATE = ("ES", "GR")
_SHARE_NOT_SO = 0.045
_SHARE_LATER = 0.045
_SHARE_EXCLUDED = 0.02
_SHARE_CHECKED = 0.4

_SOURCES = {
    "prescribed": "prescription",
    "provider_recognised": "register of therapists",
    "hospital_recognised": "list of hospitals",
    "medically_necessary": "letter from the physician",
    "confirmation": "letter from the midwife",
    "authorised": "list of medicines",
    "product_recognised": "list of products",
    "notified_in_time": "emergency centre",
    "organised_by_centre": "emergency centre",
    "other_insurer_statements": "statement of the other insurer",
}


class Known(NamedTuple):
    """Facts at entry, and those that are found out afterwards."""

    now: Mapping[str, bool]
    later: Mapping[str, bool] = {}


def source_of(fact: str) -> str:
    """Where a fact is usually found out from."""
    return _SOURCES.get(fact, "telephone call with the insured person")


def known_facts(matter: Case, term: BenefitTerm, provider: ProviderForm) -> Known:
    """The facts of a line; an open claim that waits for facts lacks some of them."""
    chance = matter.chance
    facts = {fact.fact: True for fact in matter.requirements(term) if fact.event is None}
    if term.travel:
        facts = {name: value for name, value in facts.items() if name not in OF_THE_EVENT}
    if term.code.startswith("aids.") and "prescribed" in facts and chance.happens(0.08):
        del facts["prescribed"]
        facts["repair_or_replacement"] = True
    if provider.kind == "therapist" and not provider.methods and "provider_recognised" in facts:
        facts["provider_recognised"] = False
    if "hospital_recognised" in facts and not provider.contracted:
        facts["hospital_recognised"] = chance.happens(0.6)
    if term.travel and provider.country in _PAPERS_TO_TRANSLATE:
        facts["translation"] = True
    if facts and chance.happens(_SHARE_NOT_SO):
        facts[chance.one(tuple(facts))] = False
    asked = tuple(facts)
    facts.update(_exclusions(matter, term))
    return _when(matter, facts, asked)


def _exclusions(matter: Case, term: BenefitTerm) -> dict[str, bool]:
    """Most of what would exclude is not looked into; some of it is found not to hold, or to hold."""
    chance = matter.chance
    names = [fact.fact for fact in term.excludes if fact.phases is None or matter.phase in fact.phases]
    found = {}
    if names and chance.happens(_SHARE_CHECKED):
        found[names[0]] = False
    if names and chance.happens(_SHARE_EXCLUDED):
        found[chance.one(names)] = True
    if term.travel and chance.happens(0.05):
        found["other_insurer_liable"] = True
        found["other_insurer_statements"] = chance.happens(0.8)
    if chance.happens(0.002):
        found["cga_excluded"] = True
    return found


def _when(matter: Case, facts: dict[str, bool], asked: tuple[str, ...]) -> Known:
    chance = matter.chance
    if not asked:
        return Known(facts)
    if matter.kind is Kind.FACTS:
        missing = {chance.one(asked), chance.one(asked)}
        return Known({name: value for name, value in facts.items() if name not in missing})
    if matter.kind is Kind.DECIDED and chance.happens(_SHARE_LATER):
        name = chance.one(asked)
        later = {name: facts.pop(name)}
        return Known(facts, later)
    return Known(facts)
