"""What the made-up world consists of: households of members, and the story of each claim."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from caseworker.rules.case import Consent, Coverage
from caseworker.rules.vocabulary import Tier
from caseworker.services.claims.forms import ClaimForm
from caseworker.services.people.forms import CoverageForm, PersonForm


class Entered(NamedTuple):
    """A claim comes in."""

    at: datetime
    by: str
    form: ClaimForm


class Established(NamedTuple):
    """A fact of a line becomes known."""

    at: datetime
    by: str
    line: str
    fact: str
    value: bool
    source: str


class Answered(NamedTuple):
    """The trusted doctor's answer on a line arrives."""

    at: datetime
    by: str
    line: str
    consent: Consent
    source: str


class Decided(NamedTuple):
    """Someone decides what can be decided."""

    at: datetime
    by: str


class Asked(NamedTuple):
    """What is missing is asked for, or reminded of; nothing where the insured owe nothing."""

    at: datetime
    by: str


class TakenBack(NamedTuple):
    """The claim's last decision is reversed."""

    at: datetime
    by: str
    reason: str


Act = Entered | Established | Answered | Decided | Asked | TakenBack


class Story(NamedTuple):
    """What happens with one claim, in order; it begins with `Entered`."""

    acts: tuple[Act, ...]

    @property
    def form(self) -> ClaimForm:
        """The claim as it came in."""
        first = self.acts[0]
        assert isinstance(first, Entered)
        return first.form


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
    """A claim's story, whose it is (place in its part, from 0), and whether its letters are drawn already."""

    place: int
    story: Story
    drawn: bool = False


class Household(NamedTuple):
    """People who live together; parents come before their children."""

    name: str
    members: tuple[Member, ...]


def last_day(member: Member, anchor: date) -> date:
    """The last day on which something can have happened to a member."""
    return min(member.form.death_date or anchor, anchor)
