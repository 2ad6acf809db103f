"""How every limit stands on a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from caseworker.rules.case import Coverage, Person
from caseworker.rules.conditions import Conditions, Edition
from caseworker.rules.cover import cover_on
from caseworker.rules.finding import LimitStanding
from caseworker.rules.pools import RUN, shown_period, used_in
from caseworker.rules.profile import phase_name
from caseworker.rules.standing import Entry, Standing
from caseworker.rules.terms import LimitTerm
from caseworker.rules.vocabulary import Sex, Tier

_STANDING = ("year", "five_years", "lifetime")


def limits_on(
    person: Person, coverages: Sequence[Coverage], day: date, standing: Standing, conditions: Conditions
) -> tuple[LimitStanding, ...]:
    """The limits that the person has in phase, tier and sex, and those of events, episodes and treatments on
    which something is booked; by name, then period. Nobody insured on the day has none."""
    edition, cover = conditions.on(day), cover_on(coverages, day)
    if edition is None or cover is None:
        return ()
    phase = phase_name(edition, day.year - person.birth_date.year, person.sex)
    names = standing_limits(edition, phase, cover.tier, person.sex)
    found = [_standing(edition.terms.limits[name], phase, cover.tier, day, standing) for name in names]
    found += _booked(edition, standing)
    return tuple(sorted((x for x in found if x is not None), key=lambda x: (x.limit, x.period)))


def standing_limits(edition: Edition, phase: str, tier: Tier, sex: Sex) -> tuple[str, ...]:
    """The limits, not bound to an event, of all benefits that are offered in a phase, tier and sex."""
    names: dict[str, None] = {}
    for code in edition.terms.benefits:
        plan = edition.plan(code, phase, tier, sex)
        if plan is not None and not plan.denials:
            names |= dict.fromkeys(name for name, _ in plan.benefit.limits)
            if plan.supplement is not None:
                names |= dict.fromkeys(limit.name for limit in plan.supplement.limits)
    return tuple(n for n in names if edition.terms.limits[n].period in _STANDING)


def _standing(term: LimitTerm, phase: str, tier: Tier, day: date, standing: Standing) -> LimitStanding | None:
    cap = term.cap(phase, tier)
    if cap is None:
        return None
    key = str(day.year)
    counted = used_in(standing, term.name, term.period, key)
    used = _told(term, standing, day.year) if term.period == "five_years" else counted
    period = shown_period(term.period, key)
    citation = term.citations[term.key(phase)]
    return LimitStanding(term.name, citation, period, term.unit, cap, used, max(cap - counted, 0))


def _told(term: LimitTerm, standing: Standing, year: int) -> int:
    """Used in the five years that end with the year; what is left looks at the runs ahead as well."""
    return sum(standing.of(term.name, str(y)) for y in range(year - RUN + 1, year + 1))


def _booked(edition: Edition, standing: Standing) -> list[LimitStanding]:
    """Limits of an event, an episode or a treatment, under the terms they were booked with."""
    found = []
    for (name, key), entry in standing.terms.items():
        used = standing.of(name, key)
        term = edition.terms.limits.get(name)
        bound = term is None or term.period not in _STANDING
        if used > 0 and bound and entry.cap is not None:
            found.append(_of_entry(entry, entry.cap, used))
    return found


def _of_entry(entry: Entry, cap: int, used: int) -> LimitStanding:
    return LimitStanding(entry.limit, entry.citation, entry.key, entry.unit, cap, used, max(cap - used, 0))
