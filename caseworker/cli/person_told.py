"""What `caseworker person` tells of someone: a line or two, a table of limits, a table of lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from caseworker.cli.stores import tell_table
from caseworker.rules.finding import LimitStanding, Profile
from caseworker.wording.catalogue import say
from caseworker.wording.format import (
    NOT_RECORDED,
    format_date,
    format_period,
    format_quantity,
    format_rappen,
)
from caseworker.wording.texts import benefit_name, limit_name, word

if TYPE_CHECKING:
    from caseworker.models.claims.rows import ClaimRow, LineRow
    from caseworker.models.people.rows import PersonRow

    OwnClaim = tuple[ClaimRow, tuple[LineRow, ...]]

LIMIT_COLUMNS = ("limit", "article", "period", "cap", "used", "left")
LINE_COLUMNS = ("claim", "benefit", "from", "charged", "state", "paid")


def show_person(
    person: PersonRow,
    profile: Profile,
    limits: Sequence[LimitStanding],
    claims: Sequence[OwnClaim],
    language: str,
) -> None:
    """Print who someone is, how they are insured, how their limits stand, and what was sent in."""
    print(_who(person, language))
    print(_insured(profile, language) + "\n")
    if limits:
        tell_table([_head(LIMIT_COLUMNS, language), *(_limit(limit, language) for limit in limits)])
        print()
    rows = [_line(claim, line, language) for claim, lines in claims for line in lines]
    if rows:
        tell_table([_head(LINE_COLUMNS, language), *rows])
    else:
        print(say("console.no_claims", language))


def _head(columns: Sequence[str], language: str) -> tuple[str, ...]:
    return tuple(say(f"console.column.{name}", language) for name in columns)


def _who(person: PersonRow, language: str) -> str:
    name = say("console.person.no_name", language)
    if person.name:
        name = f"{person.name.upper()}, {person.given_name}"
    born = format_date(person.birth_date)
    told = say(f"console.person.born.{person.sex}", language, day=born)
    if person.death_date:
        died = format_date(person.death_date)
        told = say(f"console.person.died.{person.sex}", language, born=told, day=died)
    sex, written = (
        say(f"console.sex.{person.sex}", language),
        say(f"words.language.{person.language}", language),
    )
    return f"{name}  {person.number}  {told}, {sex}, {written}"


def _insured(profile: Profile, language: str) -> str:
    tier = (
        word("tier", profile.tier, language) if profile.tier else say("console.person.not_insured", language)
    )
    phase = word("phase", profile.phase, language)
    return say("console.person.profile", language, year=profile.year, age=profile.age, phase=phase, tier=tier)


def _limit(limit: LimitStanding, language: str) -> tuple[str, ...]:
    amounts = (format_quantity(each, limit.unit, language) for each in (limit.cap, limit.used, limit.left))
    name, period = limit_name(limit.limit, language), format_period(limit.period, language)
    return (name, limit.citation.article, period, *amounts)


def _line(claim: ClaimRow, line: LineRow, language: str) -> tuple[str, ...]:
    return (
        claim.number,
        benefit_name(line.line.benefit, language),
        format_date(line.line.first),
        format_rappen(line.line.charged),
        say(f"console.state.{line.state}", language),
        NOT_RECORDED if line.amount is None else format_rappen(line.amount),
    )
