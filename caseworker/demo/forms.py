"""What the made-up world consists of: households of members, and what is told of them."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from caseworker.demo.events import Event
from caseworker.rules.case import Coverage
from caseworker.rules.vocabulary import Tier
from caseworker.services.people.forms import CoverageForm, PersonForm


class Member(NamedTuple):
    """A person with cover; `entered` is the day on which the insurer recorded them."""

    form: PersonForm
    coverages: tuple[CoverageForm, ...]
    entered: datetime

    @property
    def mivita(self) -> tuple[Coverage, ...]:
        """The periods of Mivita as the rules want them."""
        return tuple(
            Coverage(Tier(c.tier), c.first, c.last)
            for c in self.coverages
            if c.product == "mivita" and c.tier is not None
        )


class Told(NamedTuple):
    """What happens with one matter, in order; whose it is (place in the part, from 0), whether letters are
    drawn at once."""

    place: int
    events: tuple[Event, ...]
    drawn: bool = False


class Household(NamedTuple):
    """People who live together; parents come before their children."""

    name: str
    members: tuple[Member, ...]


def last_day(member: Member, anchor: date) -> date:
    """The last day on which something can have happened to a member."""
    return min(member.form.death_date or anchor, anchor)
