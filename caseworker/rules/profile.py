"""A person in a calendar year: life phase, premium band, tier, Denta (art. 3, 3a, 8.2)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import MAXYEAR, date

from caseworker.rules.case import Coverage, Person
from caseworker.rules.conditions import Conditions, Edition
from caseworker.rules.cover import cover_on
from caseworker.rules.finding import Profile
from caseworker.rules.vocabulary import Sex


def profile_on(person: Person, coverages: Sequence[Coverage], day: date, conditions: Conditions) -> Profile:
    """The profile for a day; where no edition holds, the nearest one's phases are told."""
    edition = conditions.on(day) or conditions.editions[-1]
    age = day.year - person.birth_date.year
    cover = cover_on(coverages, day)
    phase = phase_name(edition, age, person.sex)
    return Profile(
        year=day.year,
        age=age,
        phase=phase,
        premium_band=premium_band(edition, age),
        tier=cover.tier if cover is not None else None,
        denta=_denta(edition, phase) if cover is not None else None,
        next_phase=_next_phase(edition, person, age),
        next_premium_band=_next_band(edition, person, age),
    )


def phase_on(birth_date: date, sex: Sex, day: date, conditions: Conditions) -> str:
    """The life phase on a day (art. 3); where no edition holds, by the latest one's phases."""
    edition = conditions.on(day) or conditions.editions[-1]
    return phase_name(edition, day.year - birth_date.year, sex)


def phase_name(edition: Edition, age: int, sex: Sex) -> str:
    """The life phase of the age reached in the year (art. 3.1 to 3.3); below the first, the first."""
    phase = edition.phase(max(age, 0), sex)
    return phase.name if phase is not None else edition.terms.phases[0].name


def premium_band(edition: Edition, age: int) -> str:
    """The premium age band (art. 3a): `0-12`, `13-18`, … `70+`."""
    ages = edition.terms.premium_ages
    from_age = max((a for a in ages if a <= age), default=0)
    following = min((a for a in ages if a > age), default=None)
    return f"{from_age}+" if following is None else f"{from_age}-{following - 1}"


def _denta(edition: Edition, phase: str) -> str:
    return "included" if phase in edition.terms.denta_phases else "optional"


def _first_of_year(year: int) -> date:
    return date(min(year, MAXYEAR), 1, 1)


def _next_phase(edition: Edition, person: Person, age: int) -> tuple[str, date] | None:
    later = [p for p in edition.terms.phases if person.sex in p.sexes and p.from_age > max(age, 0)]
    if not later:
        return None
    phase = min(later, key=lambda p: p.from_age)
    return phase.name, _first_of_year(person.birth_date.year + phase.from_age)


def _next_band(edition: Edition, person: Person, age: int) -> tuple[str, date] | None:
    following = min((a for a in edition.terms.premium_ages if a > age), default=None)
    if following is None:
        return None
    return premium_band(edition, following), _first_of_year(person.birth_date.year + following)
