"""Finding people and providers."""

from __future__ import annotations

from collections.abc import Sequence

from caseworker.models.people import providers
from caseworker.models.people.rows import PersonHit, ProviderRow
from caseworker.models.people.search import find_people
from caseworker.rights import Right
from caseworker.rules.profile import phase_name
from caseworker.rules.vocabulary import Sex
from caseworker.services.context import Context, Session, needs
from caseworker.services.people.rows import Found


@needs(Right.PEOPLE_FIND)
def find(session: Session, ctx: Context, text: str, limit: int) -> tuple[Found, ...]:
    """People whose names, birth date or numbers begin with what was typed; at most `limit`."""
    return tuple(_found(ctx, hit) for hit in find_people(session, text, limit, ctx.today))


@needs(Right.PEOPLE_FIND)
def find_by_numbers(session: Session, ctx: Context, numbers: Sequence[str]) -> tuple[Found, ...]:
    """The people with these insured numbers, in this order; one who is not there is left out."""
    found = [find_people(session, number, 1, ctx.today) for number in numbers]
    own = [hits[0] for hits, number in zip(found, numbers, strict=True) if hits and hits[0].number == number]
    return tuple(_found(ctx, hit) for hit in own)


@needs(Right.PROVIDERS_FIND)
def find_providers(session: Session, ctx: Context, text: str, limit: int) -> tuple[ProviderRow, ...]:
    """Providers whose name begins with a text; at most `limit`."""
    return providers.providers(session, text, limit)


def _found(ctx: Context, hit: PersonHit) -> Found:
    edition = ctx.conditions.on(ctx.today) or ctx.conditions.editions[-1]
    return Found(hit, phase_name(edition, ctx.today.year - hit.birth_date.year, Sex(hit.sex)))
