"""Who somebody is, as every page about them says it."""

from __future__ import annotations

from datetime import date

from caseworker.models.people import queries
from caseworker.models.people.rows import Dossier
from caseworker.rights import Right
from caseworker.rules.finding import Profile
from caseworker.rules.profile import profile_on
from caseworker.services.context import Context, Session, needs
from caseworker.services.people.rows import Identity


@needs(Right.PEOPLE_READ)
def identity(session: Session, ctx: Context, number: str) -> Identity:
    """Who has an insured number, as of today; Refusal where there is no such person."""
    found, today = queries.dossier(session, number), ctx.today
    return identity_of(found, profile_on(found.insured, found.mivita, today, ctx.conditions), today)


@needs(Right.PEOPLE_READ)
def dossier(session: Session, ctx: Context, number: str) -> Dossier:
    """A person with cover and what is used of each limit; Refusal where there is no such person."""
    return queries.dossier(session, number)


def identity_of(found: Dossier, profile: Profile, day: date) -> Identity:
    """The facts of a dossier and its profile that say who it is, and where they stand on a day."""
    person = found.person
    return Identity(
        number=person.number,
        name=person.name,
        given_name=person.given_name,
        birth_date=person.birth_date,
        sex=person.sex,
        language=person.language,
        tier=profile.tier,
        phase=profile.phase,
        as_of=day,
        death_date=person.death_date,
    )
