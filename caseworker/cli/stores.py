"""What the commands on a store share: the option, opening it, who acts and when, how things are told."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from caseworker.cli.casefiles import product_conditions
from caseworker.errors import Refusal
from caseworker.rights import Right
from caseworker.rules.casefile.writer import as_json
from caseworker.start import Start, start

if TYPE_CHECKING:
    from caseworker.models.store.store import Store
    from caseworker.rights import Actor
    from caseworker.services.access import Access


def add_store(parser: argparse.ArgumentParser) -> None:
    """`--store`."""
    parser.add_argument(
        "--store",
        metavar="PATH|URL",
        default=argparse.SUPPRESS,  # it may stand before the command as well
        help="the store (default: $CASEWORKER_STORE, else the user's own)",
    )


def add_json(parser: argparse.ArgumentParser) -> None:
    """`--json`."""
    parser.add_argument("--json", action="store_true", help="tell it as JSON")


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


def at_most(text: str) -> int:
    """How many at the most, on the command line."""
    if not text.isdecimal() or not 1 <= int(text[:9]) <= 100_000:
        raise argparse.ArgumentTypeError(f"{text!r} is no number from 1 to 100000")
    return int(text)


def day(text: str) -> date:
    """A date on the command line."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date (YYYY-MM-DD)") from None
