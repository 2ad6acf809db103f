"""Who is there from the start: the directory of providers, households, the insured with their cover."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from caseworker.demo.forms import Household, Member
from caseworker.demo.providers import make_directory
from caseworker.services.context import Context, Session
from caseworker.services.people.bulk import Entered, NewPerson, enter_households, enter_people
from caseworker.services.people.entering import enter_provider


def enter_directory(session: Session, ctx: Context) -> tuple[int, ...]:
    """Enter the providers; the keys that the store gave, in the directory's order."""
    return tuple(enter_provider(session, ctx, form).id for form in make_directory().forms)


def enter_part(session: Session, ctx: Context, households: Sequence[Household]) -> list[Entered]:
    """Enter households and all who live in them, thousands at once; in their order."""
    homes = enter_households(session, ctx, [household.name for household in households])
    numbered = {
        member.form.number: place
        for place, member in enumerate(m for household in households for m in household.members)
    }
    people = (
        _new(member, home, numbered)
        for home, household in zip(homes, households, strict=True)
        for member in household.members
    )
    return [each for batch in enter_people(session, ctx, people) for each in batch]


def _new(member: Member, home: int, numbered: dict[str | None, int]) -> NewPerson:
    form = member.form
    return NewPerson(
        form=replace(form, household=home),
        coverages=member.coverages,
        father=None if form.father is None else numbered[form.father],
        mother=None if form.mother is None else numbered[form.mother],
        at=member.entered,
    )
