"""`caseworker person`: who someone is, their cover, their limits on a day, their claims."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from caseworker.cli.language import spoken
from caseworker.cli.person_told import show_person
from caseworker.cli.stores import add_json, add_store, day_in, opened, tell
from caseworker.rules.casefile.writer import render_limits, render_profile
from caseworker.rules.limits import limits_on
from caseworker.rules.money import money_text
from caseworker.rules.profile import profile_on
from caseworker.wording.catalogue import say

if TYPE_CHECKING:
    from caseworker.cli.person_told import OwnClaim
    from caseworker.models.claims.rows import ClaimRow, LineRow
    from caseworker.models.people.rows import Dossier, PersonRow
    from caseworker.services.context import Context, Session

Table = dict[str, Any]


def add(parser: argparse.ArgumentParser, language: str) -> None:
    """The command's arguments."""
    parser.add_argument(
        "number", metavar=say("console.place.number", language), help=say("console.help.person", language)
    )
    parser.add_argument(
        "--as-of",
        type=day_in(language),
        metavar=say("console.place.date", language),
        help=say("console.help.as_of", language),
    )
    add_json(parser, language)
    add_store(parser, language)


def run(arguments: argparse.Namespace) -> int:
    """0; Refusal where there is no such person."""
    with opened(arguments) as access:
        found, claims = access.read(_load, arguments.number)
    on, conditions = arguments.as_of or access.today(), access.conditions
    profile = profile_on(found.insured, found.mivita, on, conditions)
    limits = limits_on(found.insured, found.mivita, on, found.standing, conditions)
    if arguments.json:
        tell(
            {
                "person": _person(found.person),
                "coverages": _coverages(found),
                "profile": render_profile(profile),
                "limits": render_limits(limits),
                "claims": [_claim(claim, lines) for claim, lines in claims],
            }
        )
    else:
        show_person(found.person, profile, limits, claims, spoken(arguments))
    return 0


def _load(session: Session, ctx: Context, number: str) -> tuple[Dossier, tuple[OwnClaim, ...]]:
    """Both out of one state of the store."""
    from caseworker.services.claims.reading import claims_of
    from caseworker.services.people.identity import dossier

    return dossier(session, ctx, number), claims_of(session, ctx, number)


def _person(person: PersonRow) -> Table:
    address = person.address
    return {
        "number": person.number,
        "ahv": person.ahv,
        "name": person.name,
        "given_name": person.given_name,
        "birth_date": person.birth_date.isoformat(),
        "death_date": person.death_date.isoformat() if person.death_date else None,
        "sex": person.sex,
        "language": person.language,
        "address": address._asdict() if address is not None else None,
        "email": person.email,
        "phone": person.phone,
        "iban": person.iban,
    }


def _coverages(found: Dossier) -> list[Table]:
    return [
        {
            "product": cover.product,
            "tier": cover.tier,
            "from": cover.first.isoformat(),
            "to": cover.last.isoformat() if cover.last else None,
            "term_years": cover.term_years,
        }
        for cover in found.coverages
    ]


def _claim(claim: ClaimRow, lines: tuple[LineRow, ...]) -> Table:
    return {
        "number": claim.number,
        "received": claim.received.isoformat() if claim.received else None,
        "provider": claim.provider,
        "amount": money_text(sum(line.amount or 0 for line in lines)),
        "lines": [
            {
                "id": line.line.id,
                "benefit": line.line.benefit,
                "from": line.line.first.isoformat(),
                "to": line.line.last.isoformat(),
                "charged": money_text(line.line.charged),
                "state": line.state,
                "outcome": line.outcome,
                "amount": None if line.amount is None else money_text(line.amount),
                "decision": line.decision_number,
            }
            for line in lines
        ],
    }
