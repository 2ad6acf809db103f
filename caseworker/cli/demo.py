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

from caseworker.cli.language import spoken
from caseworker.cli.stores import (
    access_to,
    add_store,
    counts,
    file_of,
    is_taken,
    must,
    number_in,
    place_of,
    start_of,
)
from caseworker.errors import Refusal
from caseworker.rights import Right
from caseworker.wording.catalogue import say, say_count
from caseworker.wording.format import format_count

if TYPE_CHECKING:
    from caseworker.demo.filling import Progress
    from caseworker.models.store.store import Store

PERSONS = 10_000
# A person sends three invoices, where that is not more than can be decided in half a minute.
CLAIMS_A_PERSON = 3
CLAIMS = 30_000
SEED = 1
MOST = 50_000_000
_ERASE_LINE = "\r\x1b[K"


def add(parser: argparse.ArgumentParser, language: str) -> None:
    """The command's arguments."""
    count = number_in(language, MOST)
    persons, claims = say("console.help.persons", language), say("console.help.claims", language)
    parser.add_argument("--persons", type=count, default=PERSONS, metavar="N", help=persons)
    parser.add_argument("--claims", type=count, metavar="M", help=claims)
    seed, if_none = say("console.help.seed", language), say("console.help.if_none", language)
    parser.add_argument("--seed", type=int, default=SEED, metavar="S", help=seed)
    parser.add_argument("--if-none", action="store_true", help=if_none)
    add_store(parser, language)


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
    language = spoken(arguments)
    line, began = _ProgressLine(language), monotonic()
    with _store_to_fill(url) as store:
        try:
            done = fill(access_to(store, arguments), size, line.show)
        finally:
            line.end()
    made, seconds = counts(language, done.persons, done.claims, done.decisions), f"{monotonic() - began:.0f}"
    print(say("console.demo.done", language, counts=made, place=place_of(url), seconds=seconds))
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

    def __init__(self, language: str) -> None:
        self._language = language
        self._shown = False
        self._watched = sys.stderr.isatty()

    def show(self, progress: Progress) -> None:
        """Tell how far the filling has come."""
        if not self._watched:
            return
        sys.stderr.write(f"{_ERASE_LINE}{_said(progress, self._language)}")
        sys.stderr.flush()
        self._shown = True

    def end(self) -> None:
        """Leave the line free for what comes next."""
        if self._shown:
            sys.stderr.write(_ERASE_LINE)
            sys.stderr.flush()


def _said(progress: Progress, language: str) -> str:
    size, decisions = progress.size, progress.decisions
    persons, of_persons = format_count(progress.persons), format_count(size.persons)
    claims, of_claims = format_count(progress.claims), format_count(size.claims)
    told = (
        say_count("console.demo.people", size.persons, language, number=persons, of=of_persons),
        say_count("console.demo.claims", size.claims, language, number=claims, of=of_claims),
        say_count("console.decisions", decisions, language, number=format_count(decisions)),
    )
    return ", ".join(told)
