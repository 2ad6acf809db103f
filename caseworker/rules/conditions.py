"""The editions of the conditions, and the plan that holds on a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from itertools import pairwise
from pathlib import Path

from caseworker.rules.calendar import day_after
from caseworker.rules.edition_files import read_edition
from caseworker.rules.plan import Plan, compile_plan
from caseworker.rules.terms import BenefitTerm, ConditionsError, EditionTerms, PhaseTerm, facts_of
from caseworker.rules.vocabulary import Sex, Tier


class Edition:
    """One edition: its terms, and its benefits compiled as they are asked for."""

    def __init__(self, terms: EditionTerms) -> None:
        self.terms = terms
        self.name = terms.name
        self.hash = terms.hash
        self._plans: dict[tuple[str, str, Tier, Sex], Plan | None] = {}
        self._phases: dict[tuple[int, Sex], PhaseTerm | None] = {}

    def holds_on(self, day: date) -> bool:
        """Whether the edition counts for a decisive date."""
        first, last = self.terms.first, self.terms.last
        return (first is None or first <= day) and (last is None or day <= last)

    def phase(self, age: int, sex: Sex) -> PhaseTerm | None:
        """The life phase of an age reached in the year (art. 3); None for an age below all of them."""
        key = (age, sex)
        if key not in self._phases:
            fits = (p for p in self.terms.phases if sex in p.sexes and p.from_age <= age)
            self._phases[key] = next((p for p in fits if p.to_age is None or age <= p.to_age), None)
        return self._phases[key]

    def plan(self, code: str, phase: str, tier: Tier, sex: Sex) -> Plan | None:
        """A benefit for a phase, tier and sex; None where this edition does not know it."""
        key = (code, phase, tier, sex)
        try:
            return self._plans[key]
        except KeyError:
            plan = self._plans[key] = compile_plan(self.terms, *key)
            return plan


class Conditions:
    """All editions of a product, in order; neither their dates nor their names may be the same."""

    def __init__(self, editions: Iterable[EditionTerms]) -> None:
        ordered = sorted(editions, key=lambda e: e.first or date.min)
        self.editions = tuple(Edition(terms) for terms in ordered)
        names = [e.name for e in ordered]
        if len(set(names)) < len(names):
            raise ConditionsError(f"two editions are named {max(names, key=names.count)!r}")
        for earlier, later in pairwise(ordered):
            if earlier.last is None or (later.first or date.min) <= earlier.last:
                raise ConditionsError(f"editions {earlier.name!r} and {later.name!r} overlap")

    def on(self, day: date) -> Edition | None:
        """The edition that counts for a decisive date; None where there is none."""
        for edition in self.editions:
            if edition.holds_on(day):
                return edition
        return None

    @cached_property
    def boundaries(self) -> tuple[date, ...]:
        """The days from which another edition, or none, counts."""
        firsts = [e.terms.first for e in self.editions if e.terms.first is not None]
        ends = [day_after(e.terms.last) for e in self.editions if e.terms.last is not None]
        return tuple(sorted({*firsts, *ends}))

    @cached_property
    def benefits(self) -> tuple[str, ...]:
        """The codes of all benefits that any edition knows, in the order of the conditions."""
        return tuple(dict.fromkeys(code for e in self.editions for code in e.terms.benefits))

    @cached_property
    def travel_benefits(self) -> frozenset[str]:
        """The benefits that belong to a travel case (art. 35 to 44) in any edition."""
        return frozenset(term.code for term in self._terms() if term.travel)

    @cached_property
    def day_benefits(self) -> frozenset[str]:
        """The benefits whose quantity counts whole days in any edition."""
        return frozenset(term.code for term in self._terms() if term.quantity == "days")

    @cached_property
    def facts(self) -> frozenset[str]:
        """The names of all facts that any edition asks for or looks at."""
        return frozenset(name for e in self.editions for name in facts_of(e.terms.benefits, e.terms.checks))

    def _terms(self) -> Iterator[BenefitTerm]:
        return (term for edition in self.editions for term in edition.terms.benefits.values())


def load_conditions(directory: Path) -> Conditions:
    """Every edition below `directory` (one directory each); raises ConditionsError."""
    paths = sorted(p for p in directory.iterdir() if p.is_dir())
    if not paths:
        raise ConditionsError(f"{directory}: no edition")
    return Conditions(read_edition(path) for path in paths)
