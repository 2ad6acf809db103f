"""Dated cover of made-up people: tiers that change, gaps, ends, Comforta and Denta (art. 2a, 5, 5a, 8.2)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from caseworker.demo.chance import Chance
from caseworker.services.people.forms import CoverageForm

OLDEST_TO_JOIN = 70
_LAST_AGE_WITH_DENTA = 25
_ONE_DAY = timedelta(days=1)
_OTHER = {"reala": "extensa", "extensa": "reala"}


class Joining(NamedTuple):
    """How a household came to the insurer."""

    year: int
    tier: str
    three_years: bool

    @classmethod
    def draw(cls, chance: Chance, anchor: date) -> Joining:
        """Some joined long ago, some lately."""
        year = anchor.year - int(14 * chance.whole(8, 100) / 100)
        return cls(year, chance.one(("extensa", "extensa", "reala")), chance.happens(0.35))


def cover_of(
    chance: Chance, birth: date, death: date | None, joining: Joining, anchor: date
) -> tuple[CoverageForm, ...]:
    """All periods of all products of one person, each product's in order of their days."""
    first = _first_day(chance, birth, joining, anchor)
    if death is not None and first > death:
        return ()
    if chance.happens(0.015):
        return _only_comforta(first, death)
    end = death or _ending(chance, first, anchor)
    mivita = tuple(_mivita(chance, birth, first, end, joining, anchor))
    return mivita + _denta(chance, birth, mivita, anchor) + _comforta(chance, first, end)


def _first_day(chance: Chance, birth: date, joining: Joining, anchor: date) -> date:
    """The first insured day: the birth, where the family was insured already (art. 5)."""
    if birth.year >= joining.year:
        return birth
    year = min(joining.year, birth.year + OLDEST_TO_JOIN)
    month = 1 if chance.happens(0.85) else chance.whole(2, 12)
    return min(date(year, month, 1), date(anchor.year, anchor.month, 1))


def _ending(chance: Chance, first: date, anchor: date) -> date | None:
    """The last insured day where someone has left; open otherwise."""
    year = anchor.year - chance.whole(1, 3)
    last = date(year, 12, 31) if chance.happens(0.8) else date(year, chance.whole(1, 11), 28)
    return last if chance.happens(0.05) and last > first else None


def _mivita(
    chance: Chance, birth: date, first: date, end: date | None, joining: Joining, anchor: date
) -> list[CoverageForm]:
    tier = joining.tier if chance.happens(0.85) else _OTHER[joining.tier]
    term = 3 if joining.three_years else 1
    change = date(chance.whole(min(first.year + 1, anchor.year), anchor.year), 1, 1)
    changes = chance.happens(0.13)
    pauses = chance.happens(0.04) and change.year <= birth.year + OLDEST_TO_JOIN
    if not (changes or pauses) or change <= first or (end is not None and change > end):
        return [CoverageForm("mivita", first, tier, end, term)]
    last = change - _ONE_DAY
    begins = change
    if pauses:
        begins = date(change.year, chance.whole(3, 9), 1)
    found = [CoverageForm("mivita", first, tier, last, term)]
    if begins <= min(end or anchor, anchor):
        found.append(CoverageForm("mivita", begins, _OTHER[tier] if changes else tier, end))
    return found


def _denta(
    chance: Chance, birth: date, mivita: tuple[CoverageForm, ...], anchor: date
) -> tuple[CoverageForm, ...]:
    """With Mivita up to the year in which 25 is reached; after it only where it was kept (art. 8.2)."""
    first, end = mivita[0].first, mivita[-1].last
    lapses = date(birth.year + _LAST_AGE_WITH_DENTA, 12, 31)
    if first > lapses:
        return (CoverageForm("denta", first, last=end),) if chance.happens(0.12) else ()
    if chance.happens(0.35):
        return (CoverageForm("denta", first, last=end),)
    return (CoverageForm("denta", first, last=min(end or lapses, lapses)),)


def _comforta(chance: Chance, first: date, end: date | None) -> tuple[CoverageForm, ...]:
    if not chance.happens(0.15):
        return ()
    ward = "private" if chance.happens(0.3) else "semi_private"
    return (CoverageForm("comforta", first, ward, end, 3 if chance.happens(0.2) else 1),)


def _only_comforta(first: date, death: date | None) -> tuple[CoverageForm, ...]:
    return (CoverageForm("comforta", first, "semi_private", death),)
