"""`caseworker find`: people by name, birth date or number."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from caseworker.cli.language import spoken
from caseworker.cli.stores import add_json, add_limit, add_store, opened, tell, tell_table
from caseworker.wording.catalogue import say
from caseworker.wording.format import NOT_RECORDED, format_date
from caseworker.wording.texts import word

if TYPE_CHECKING:
    from caseworker.services.people.rows import Found

MOST = 50


def add(parser: argparse.ArgumentParser, language: str) -> None:
    """The command's arguments."""
    parser.add_argument(
        "text",
        nargs="+",
        metavar=say("console.place.text", language),
        help=say("console.help.find", language),
    )
    add_limit(parser, language, MOST)
    add_json(parser, language)
    add_store(parser, language)


def run(arguments: argparse.Namespace) -> int:
    """0, also where nobody is found."""
    from caseworker.services.people.finding import find

    with opened(arguments) as access:
        found = access.read(find, " ".join(arguments.text), arguments.limit)
    people = [
        {
            "number": hit.number,
            "name": hit.name,
            "given_name": hit.given_name,
            "birth_date": hit.birth_date.isoformat(),
            "sex": hit.sex,
            "tier": hit.tier,
            "phase": phase,
        }
        for hit, phase in found
    ]
    if arguments.json:
        tell(people)
    elif people:
        tell_table([_row(each, spoken(arguments)) for each in found])
    else:
        print(say("console.nobody", spoken(arguments)))
    return 0


def _row(found: Found, language: str) -> tuple[str, ...]:
    hit, phase = found
    return (
        hit.number,
        hit.name or NOT_RECORDED,
        hit.given_name or NOT_RECORDED,
        format_date(hit.birth_date),
        say(f"console.sex.{hit.sex}", language),
        word("tier", hit.tier, language) if hit.tier else NOT_RECORDED,
        word("phase", phase, language),
    )
