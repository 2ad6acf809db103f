"""`caseworker find`: people by name, birth date or number."""

from __future__ import annotations

import argparse

from caseworker.cli.stores import add_json, add_store, at_most, opened, tell, tell_table


def add(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("text", nargs="+", metavar="TEXT", help="names in any order, a birth date, a number")
    parser.add_argument("--limit", type=at_most, default=50, help="at most so many (50)")
    add_json(parser)
    add_store(parser)


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
        tell_table([tuple(str(value or "–") for value in person.values()) for person in people])
    else:
        print("Nobody found.")
    return 0
