"""`caseworker demo`: a store with a made-up insurer."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from caseworker.cli.stores import access_to, add_store, file_of, is_taken, must, place_of, start_of
from caseworker.errors import Refusal
from caseworker.rights import Right

if TYPE_CHECKING:
    from caseworker.demo.filling import Progress
    from caseworker.models.store.store import Store

PERSONS = 10_000
# A person sends three invoices, where that is not more than can be decided in half a minute.
CLAIMS_A_PERSON = 3
CLAIMS = 30_000
SEED = 1
_ERASE_LINE = "\r\x1b[K"


def add(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("--persons", type=_count, default=PERSONS, metavar="N", help="so many people (10000)")
    parser.add_argument(
        "--claims", type=_count, metavar="M", help="about so many claims (three a person, at most 30000)"
    )
    parser.add_argument("--seed", type=int, default=SEED, metavar="S", help="same seed, same store (1)")
    parser.add_argument("--if-none", action="store_true", help="do nothing where there is a store already")
    add_store(parser)


def run(arguments: argparse.Namespace) -> int:
    """0; the store is filled."""
    must(arguments, Right.STORE_FILL)
    url = start_of(arguments).store
    if arguments.if_none and is_taken(url):
        return 0
    from caseworker.demo.batches import Size
    from caseworker.demo.filling import fill
    from caseworker.demo.staff import ANCHOR

    claims = arguments.claims
    if claims is None:
        claims = min(arguments.persons * CLAIMS_A_PERSON, CLAIMS)
    size = Size(arguments.seed, arguments.persons, claims, ANCHOR)
    line, began = _ProgressLine(), monotonic()
    with _store_to_fill(url) as store:
        try:
            done = fill(access_to(store, arguments), size, line.show)
        finally:
            line.end()
    print(
        f"{done.persons:,} people, {done.claims:,} claims, {done.decisions:,} decisions"
        f" in {place_of(url)} ({monotonic() - began:.0f} s)."
    )
    return 0


@contextmanager
def _store_to_fill(url: str) -> Iterator[Store]:
    """The store at an address. Where there is no file yet, one that takes its place when it is filled."""
    from caseworker.models.store.store import Store

    if is_taken(url):
        store = Store.open(url)
    elif (place := file_of(url)) is not None:
        with _new_file(place) as store:
            yield store
        return
    else:
        store = _on_server(url)
    try:
        yield store
    finally:
        store.close()


@contextmanager
def _new_file(place: Path) -> Iterator[Store]:
    """A store beside its place, moved there if all went well; else nothing is left of it."""
    from caseworker.models.store.store import Store

    beside = place.with_name(f"{place.name}.{os.getpid()}.new")
    store = Store.create(str(beside))
    try:
        try:
            yield store
        finally:
            store.close()
        if place.exists():
            raise Refusal(
                "{path} was made by someone else meanwhile.", "Name another place with --store.", path=place
            )
        beside.rename(place)
    finally:
        for suffix in ("", "-journal", "-wal", "-shm"):
            beside.with_name(beside.name + suffix).unlink(missing_ok=True)


def _on_server(url: str) -> Store:
    """The store in a database, made if it is empty."""
    from caseworker.models.store.store import Store

    try:
        return Store.create(url)
    except Refusal:
        return Store.open(url)


class _ProgressLine:
    """One line on standard error that is written over and over; nothing where nobody looks on."""

    def __init__(self) -> None:
        self._shown = False
        self._watched = sys.stderr.isatty()

    def show(self, progress: Progress) -> None:
        """Tell how far the filling has come."""
        if not self._watched:
            return
        size = progress.size
        sys.stderr.write(
            f"{_ERASE_LINE}{progress.persons:,} of {size.persons:,} people,"
            f" {progress.claims:,} of about {size.claims:,} claims, {progress.decisions:,} decisions"
        )
        sys.stderr.flush()
        self._shown = True

    def end(self) -> None:
        """Leave the line free for what comes next."""
        if self._shown:
            sys.stderr.write(_ERASE_LINE)
            sys.stderr.flush()


def _count(text: str) -> int:
    try:
        count = int(text.replace("_", "").replace("'", ""))
    except ValueError:
        count = 0
    if not 1 <= count <= 50_000_000:
        raise argparse.ArgumentTypeError(f"{text!r} is no number from 1 to 50000000")
    return count
