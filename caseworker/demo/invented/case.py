"""One invented claim in the making, before its lines and its course are drawn."""

from __future__ import annotations

from datetime import date
from enum import Enum, auto
from typing import NamedTuple

from caseworker.demo.chance import Chance
from caseworker.demo.forms import Member
from caseworker.demo.invented.invoicing import HABITS, Habit
from caseworker.demo.setting import World
from caseworker.rules.terms import BenefitTerm, FactTerm


class Kind(Enum):
    """How far a claim has come: decided, or open and why."""

    DECIDED = auto()
    READY = auto()
    FACTS = auto()
    CONSENT = auto()
    ABROAD = auto()
    LATE = auto()


class Case(NamedTuple):
    """One claim in the making: who, which benefit, from which day, how far it comes."""

    world: World
    chance: Chance
    member: Member
    phase: str
    term: BenefitTerm
    day: date
    kind: Kind

    @property
    def habit(self) -> Habit:
        """How invoices for the benefit look."""
        return HABITS[self.term.code]

    @property
    def region(self) -> str:
        """The language region whose providers the person goes to."""
        language = self.member.form.language
        return "de" if language == "en" else language

    def requirements(self, term: BenefitTerm) -> tuple[FactTerm, ...]:
        """The facts that a benefit asks for in the person's phase."""
        return tuple(fact for fact in term.requires if fact.phases is None or self.phase in fact.phases)

    def benefit(self, code: str) -> BenefitTerm:
        """Another benefit of the same edition."""
        edition = self.world.conditions.on(self.day)
        assert edition is not None
        return edition.terms.benefits[code]
