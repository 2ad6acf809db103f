"""What the commands on a store share: the option, opening it, who acts and when, how things are told."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from caseworker.cli.casefiles import product_conditions
from caseworker.errors import Refusal
from caseworker.rights import Right
from caseworker.rules.casefile.writer import as_json
from caseworker.start import Start, start
from caseworker.wording.catalogue import say, say_count
from caseworker.wording.format import format_count

if TYPE_CHECKING:
    from caseworker.models.store.store import Store
    from caseworker.rights import Actor
    from caseworker.services.access import Access


def add_store(parser: argparse.ArgumentParser, language: str) -> None:
    """`--store`."""
    parser.add_argument(
        "--store",
        metavar=say("console.place.store", language),
        default=argparse.SUPPRESS,  # it may stand before the command as well
        help=say("console.help.store", language),
    )


def add_json(parser: argparse.ArgumentParser, language: str) -> None:
    """`--json`."""
    parser.add_argument("--json", action="store_true", help=say("console.help.as_json", language))


def add_claim(parser: argparse.ArgumentParser, language: str) -> None:
    """The number of a claim."""
    parser.add_argument(
        "claim", metavar=say("console.place.claim", language), help=say("console.help.claim", language)
    )


def add_limit(parser: argparse.ArgumentParser, language: str, usual: int) -> None:
    """`--limit`: how many are told, where nothing is said the usual number."""
    at_most = say("console.help.limit", language, most=usual)
    parser.add_argument("--limit", type=number_in(language), default=usual, help=at_most)


def start_of(arguments: argparse.Namespace) -> Start:
    """What a command was told of store and user."""
    return start(arguments.store, os.environ)


@contextmanager
def opened(arguments: argparse.Namespace, older: bool = False) -> Iterator[Access]:
    """The door to a command's store, closed at its end; Refusal where there is none, or an `older` one
    unasked."""
    from caseworker.models.store.store import Store

    store = Store.open(start_of(arguments).store, older)
    try:
        yield access_to(store, arguments)
    finally:
        store.close()


@contextmanager
def opened_for_writing(arguments: argparse.Namespace) -> Iterator[Access]:
    """The door for a command that writes; a Refusal where the store's sums do not agree."""
    from caseworker.services.store.checking import guard

    with opened(arguments) as access:
        guard(access.store, access.conditions)
        yield access


def access_to(store: Store, arguments: argparse.Namespace) -> Access:
    """The door to an open store for who runs the command, now, under the conditions of today."""
    from caseworker.services.access import Access

    return Access(store, product_conditions(), actor_of(arguments), lambda: datetime.now(UTC))


def actor_of(arguments: argparse.Namespace) -> Actor:
    """Who acts: the user of this computer, with every right."""
    from caseworker.services.context import anybody

    return anybody(start_of(arguments).by)


def must(arguments: argparse.Namespace, *rights: Right) -> None:
    """NotAllowed unless who runs the command has the rights: for what is done to a store as a whole."""
    from caseworker.services.context import allow

    allow(actor_of(arguments), *rights)


def is_taken(url: str) -> bool:
    """Whether something lies at an address; whether it can be used is told by what opens it next."""
    from caseworker.models.store.engines import parse_url
    from caseworker.models.store.store import must_be_free

    try:
        must_be_free(parse_url(url))
    except Refusal:
        return True
    return False


def file_of(url: str) -> Path | None:
    """The file that an address names; None on a server."""
    from caseworker.models.store.engines import parse_url

    parsed = parse_url(url)
    return Path(parsed.database) if parsed.get_backend_name() == "sqlite" and parsed.database else None


def place_of(url: str) -> str:
    """An address as it may be shown: without a password."""
    from caseworker.models.store.engines import parse_url

    return str(file_of(url) or parse_url(url).render_as_string(hide_password=True))


def tell(document: Any) -> None:
    """Print JSON."""
    sys.stdout.buffer.write((as_json(document) + "\n").encode())


def tell_table(rows: list[tuple[str, ...]]) -> None:
    """Print columns, as wide as they need to be."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        print("  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)).rstrip())


def counts(language: str, people: int, claims: int, decisions: int) -> str:
    """How many there are of each."""
    told = (
        say_count("console.people", people, language, number=format_count(people)),
        say_count("console.claims", claims, language, number=format_count(claims)),
        say_count("console.decisions", decisions, language, number=format_count(decisions)),
    )
    return ", ".join(told)


def number_in(language: str, most: int = 100_000) -> Callable[[str], int]:
    """A number from 1 on the command line, which may be grouped; what is none is told in the language."""

    def number(text: str) -> int:
        digits = text.replace("_", "").replace("'", "")
        if not digits.isdecimal() or not 1 <= int(digits[:10]) <= most:
            told = say("console.no_number", language, text=repr(text), most=most)
            raise argparse.ArgumentTypeError(told)
        return int(digits)

    return number


def day_in(language: str) -> Callable[[str], date]:
    """A date on the command line; what is none is told in the language."""

    def day(text: str) -> date:
        try:
            return date.fromisoformat(text)
        except ValueError:
            told = say("console.no_date", language, text=repr(text))
            raise argparse.ArgumentTypeError(told) from None

    return day
