"""What is read of people: frozen, for pages and commands alike."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from caseworker.models.letters.rows import LetterState
from caseworker.models.people.rows import CoverageRow, PersonHit, RelativeRow


class Identity(NamedTuple):
    """Who somebody is, on every page about them. None stands for what is not recorded, and is said so."""

    number: str
    name: str
    given_name: str
    birth_date: date
    sex: str | None  # F or M
    language: str | None
    tier: str | None  # None: no cover on the day looked at
    phase: str | None
    as_of: date
    death_date: date | None = None

    @property
    def age(self) -> int:
        """Completed years on the day looked at, or at death."""
        return age_on(self.birth_date, min(self.as_of, self.death_date or self.as_of))


def age_on(birth: date, day: date) -> int:
    """Completed years of life on a day, never below zero."""
    return max(0, day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day)))


class Found(NamedTuple):
    """A person found, and their life phase today."""

    hit: PersonHit
    phase: str


class Phase(NamedTuple):
    """A phase of somebody's life and the year in which it begins (art. 3)."""

    name: str
    from_year: int
    is_now: bool


class LimitLine(NamedTuple):
    """A limit on the day looked at; all amounts in its unit (Rappen, days, hundredths of an hour, times)."""

    limit: str
    article: str
    period: str
    unit: str
    cap: int
    used: int
    reserved: int
    left: int


class ClaimSummary(NamedTuple):
    """A claim of somebody; `amount` is None while nothing of it is decided, `first` where no line is left."""

    number: str
    received: date | None
    first: date | None
    provider: str | None
    charged: int  # in Rappen, whatever the currency
    open_lines: int
    amount: int | None

    @property
    def is_withdrawn(self) -> bool:
        """Whether it should not have been entered: all its lines were withdrawn."""
        return self.first is None


class LetterSummary(NamedTuple):
    """A letter of any kind; `amount` and `in_force` are those of the decision that it tells, if any."""

    number: str
    kind: str
    decision_number: str | None
    claim_number: str
    at: datetime
    state: LetterState
    amount: int | None
    in_force: bool


class Overview(NamedTuple):
    """Everything about a person, for one day."""

    identity: Identity
    as_of: date
    today: date
    premium_band: str
    next_band: tuple[str, date] | None
    denta: str | None  # included, optional; None without Mivita
    phases: tuple[Phase, ...]
    covers: tuple[CoverageRow, ...]
    limits: tuple[LimitLine, ...]
    claims: tuple[ClaimSummary, ...]
    letters: tuple[LetterSummary, ...]
    relatives: tuple[RelativeRow, ...]
