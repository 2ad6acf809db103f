"""Which benefits a person is offered on a day, and why not the others (art. IV)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from caseworker.rules.case import Coverage, Person
from caseworker.rules.conditions import Conditions
from caseworker.rules.cover import cover_on
from caseworker.rules.finding import Reason
from caseworker.rules.profile import phase_name
from caseworker.rules.vocabulary import GENERAL_CONDITIONS, Citation, Code


class Offer(NamedTuple):
    """A benefit as it stands for a person on a day; `reasons` say why it is not offered."""

    benefit: str
    article: str
    offered: bool
    reasons: tuple[Reason, ...]


def offer_on(
    person: Person, coverages: Sequence[Coverage], day: date, conditions: Conditions
) -> tuple[Offer, ...]:
    """Every benefit of the edition in force, offered or with the reasons why not; none without an edition."""
    edition, cover = conditions.on(day), cover_on(coverages, day)
    if edition is None:
        return ()
    phase = phase_name(edition, day.year - person.birth_date.year, person.sex)
    found = []
    for code, term in edition.terms.benefits.items():
        article = term.articles.get(phase) or next(iter(term.articles.values()), GENERAL_CONDITIONS)
        if cover is None:
            reasons: tuple[Reason, ...] = (Reason(Code.NOT_INSURED, Citation(GENERAL_CONDITIONS)),)
        else:
            plan = edition.plan(code, phase, cover.tier, person.sex)
            reasons = plan.denials if plan is not None else ()
        found.append(Offer(code, article, not reasons, reasons))
    return tuple(found)
