"""Which facts a line asks for, and under which article: the benefit's terms say it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from caseworker.rules.finding import LineFinding
from caseworker.rules.plan import Exclusion, Plan, Requirement, TravelRules
from caseworker.rules.vocabulary import Citation, Code

LATE = "late_documents"
# What a finding may miss that is a date, a number or a name on the line, and no fact to be confirmed.
FIELDS = frozenset({"bmi", "child_birth_date", "quantity", "episode"})


class Side(StrEnum):
    """What a fact does to a line: it must hold, or it may stand against it."""

    REQUIREMENT = "requirement"
    EXCLUSION = "exclusion"


@dataclass(frozen=True, slots=True)
class Asked:
    """A fact that a line asks for, under its article.

    `lifts` names the fact that it makes harmless, or LATE for papers that came too late; `of_event` says
    that one answer usually holds for everything that happened on the journey.
    """

    fact: str
    side: Side
    citation: Citation
    lifts: str | None = None
    of_event: bool = False


class Papers(NamedTuple):
    """What is known of a travel case's papers: their language (empty: not known), whether the insurer
    assessed the cost itself (art. 40.3), whether they came too late (art. 40.1)."""

    language: str = ""
    assessed: bool = False
    late: bool = False


NO_PAPERS = Papers()


def came_late(finding: LineFinding | None) -> bool:
    """Whether a line was found to have its papers too late."""
    return finding is not None and any(reason.code is Code.LATE_DOCUMENTS for reason in finding.reasons)


def asked_facts(
    plan: Plan | None, known: Mapping[str, bool], papers: Papers = NO_PAPERS
) -> tuple[Asked, ...]:
    """What is asked of a line: requirements first, then what may stand against it.

    Nothing is asked where nothing could make it pay. A fact that only makes another harmless is asked once
    the other has done its harm. `known` are the line's own answers over those of the travel case.
    """
    if plan is None or plan.denials:
        return ()
    return _Asking(plan, known).all(papers)


class _Asking:
    """Collects what is asked, each fact once, as it is asked first."""

    def __init__(self, plan: Plan, known: Mapping[str, bool]) -> None:
        self.plan, self.known = plan, known
        self.event_facts = plan.edition.asking.event_facts if plan.travel is not None else frozenset()

    def all(self, papers: Papers) -> tuple[Asked, ...]:
        first: dict[str, Asked] = {}
        for one in self.each(papers):
            first.setdefault(one.fact, one)
        return tuple(first.values())

    def each(self, papers: Papers) -> Iterator[Asked]:
        plan, travel = self.plan, self.plan.travel
        if travel is not None and (papers.late or travel.papers_unless in self.known):
            yield self.asked(travel.papers_unless, Side.REQUIREMENT, travel.late.citation, LATE)
        for requirement in plan.requirements:
            yield from self.required(requirement)
        for requirement in self.of_papers(travel, papers) if travel is not None else ():
            yield from self.required(requirement)
        for exclusion in plan.exclusions:
            yield from self.excluded(exclusion)
        if travel is not None:
            yield self.asked(travel.other_insurer, Side.EXCLUSION, travel.statements.missing.citation)

    def of_papers(self, travel: TravelRules, papers: Papers) -> Iterator[Requirement]:
        """What the papers of a travel case bring with them (art. 39.4, 40.2, 40.3)."""
        if papers.language and papers.language not in travel.languages and not papers.assessed:
            yield travel.translation
        if self.known.get(travel.other_insurer):
            yield travel.statements

    def required(self, rule: Requirement) -> Iterator[Asked]:
        harms = self.known.get(rule.fact) is not True
        yield from self.with_ways_out(rule, Side.REQUIREMENT, rule.missing.citation, harms)

    def excluded(self, rule: Exclusion) -> Iterator[Asked]:
        harms = self.known.get(rule.fact) is True
        yield from self.with_ways_out(rule, Side.EXCLUSION, rule.reasons[0].citation, harms)

    def with_ways_out(
        self, rule: Requirement | Exclusion, side: Side, citation: Citation, harms: bool
    ) -> Iterator[Asked]:
        yield self.asked(rule.fact, side, citation)
        for fact in rule.unless:
            if harms or fact in self.known:
                yield self.asked(fact, side, citation, rule.fact)

    def asked(self, fact: str, side: Side, citation: Citation, lifts: str | None = None) -> Asked:
        return Asked(fact, side, citation, lifts, fact in self.event_facts)
