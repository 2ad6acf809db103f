"""`caseworker tour`: the window driven through the main job where nobody looks on, with pictures."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from caseworker.cli.language import spoken
from caseworker.cli.stores import access_to, add_json, add_store, is_taken, start_of, tell
from caseworker.start import store_url
from caseworker.wording.catalogue import say

if TYPE_CHECKING:
    from caseworker.models.store.store import Store

PERSONS, CLAIMS, SEED = 400, 1_200, 1


def add(parser: argparse.ArgumentParser, language: str) -> None:
    """The command's arguments."""
    folder, where = say("console.place.folder", language), say("console.help.pictures", language)
    parser.add_argument("--out", type=Path, required=True, metavar=folder, help=where)
    parser.add_argument("--pages", action="store_true", help=say("console.help.pages", language))
    add_json(parser, language)
    add_store(parser, language)


def run(arguments: argparse.Namespace) -> int:
    """0; the pictures and the letter lie in the folder."""
    from caseworker.ui.tour.pages import run_pages
    from caseworker.ui.tour.steps import run_tour

    with _store(arguments) as store:
        if arguments.pages:
            return _told_pages(run_pages(store, arguments.out, _told), arguments)
        taken = run_tour(store, arguments.out, _told)
    if arguments.json:
        tell({"pictures": [str(picture) for picture in taken.pictures], "letter": str(taken.letter)})
    else:
        for path in (*taken.pictures, taken.letter):
            print(path)
    return 0


def _told(text: str) -> None:
    print(text, file=sys.stderr)


def _told_pages(pictures: Sequence[Path], arguments: argparse.Namespace) -> int:
    if arguments.json:
        tell({"pictures": [str(picture) for picture in pictures]})
    else:
        print(*pictures, sep="\n")
    return 0


@contextmanager
def _store(arguments: argparse.Namespace) -> Iterator[Store]:
    """The store at an address; a small made-up insurer for the time being where there is none."""
    from caseworker.models.store.store import Store

    url = start_of(arguments).store
    if is_taken(url):
        store = Store.open(url)
        try:
            yield store
        finally:
            store.close()
        return
    with TemporaryDirectory() as folder:
        store = _made_up(Path(folder), arguments)
        try:
            yield store
        finally:
            store.close()


def _made_up(folder: Path, arguments: argparse.Namespace) -> Store:
    from caseworker.demo.batches import Size
    from caseworker.demo.filling import fill
    from caseworker.demo.staff import ANCHOR
    from caseworker.models.store.store import Store

    print(say("console.tour.no_store", spoken(arguments)), file=sys.stderr)
    store = Store.create(store_url(str(folder / "demo.sqlite")))
    fill(access_to(store, arguments), Size(SEED, PERSONS, CLAIMS, ANCHOR), lambda progress: None)
    return store
