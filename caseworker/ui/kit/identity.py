"""Whom a page is about: the same on every page about a person, and never blank."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple


class Identity(NamedTuple):
    """What the banner says. None stands for what is not recorded, and is said so."""

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
