"""`caseworker letter`: a letter as a PDF file."""

from __future__ import annotations

import argparse
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from caseworker.cli.language import spoken
from caseworker.cli.stores import add_json, add_store, opened, tell
from caseworker.errors import Refusal
from caseworker.wording.catalogue import say

if TYPE_CHECKING:
    from caseworker.models.letters.rows import LetterRow
    from caseworker.models.store.store import Store
    from caseworker.services.access import Access


def add(parser: argparse.ArgumentParser, language: str) -> None:
    """The command's arguments."""
    parser.add_argument(
        "number", metavar=say("console.place.number", language), help=say("console.help.letter", language)
    )
    add_out(parser, language)
    add_json(parser, language)
    add_store(parser, language)


def add_out(parser: argparse.ArgumentParser, language: str) -> None:
    """`--out`."""
    where = say("console.help.out", language)
    parser.add_argument("--out", type=Path, required=True, metavar="F.pdf", help=where)


def run(arguments: argparse.Namespace) -> int:
    """0; Refusal where there is no such letter, or the file cannot be written."""
    with opened(arguments) as access:
        must_not_be_the_store(arguments.out, access.store)
        letter = _letter(access, arguments.number)
    write_letter(arguments.out, letter)
    told = {"letter": letter.number, "kind": letter.kind, "decision": letter.decision_number}
    if arguments.json:
        tell({**told, "sha256": letter.sha256})
    else:
        print(_said(letter, arguments.out, spoken(arguments)))
    return 0


def _said(letter: LetterRow, path: Path, language: str) -> str:
    number = letter.number
    if letter.decision_number:
        decision = letter.decision_number
        return say("console.letter.of_decision", language, number=number, decision=decision, path=path)
    return say("console.letter.of_claim", language, number=number, claim=letter.about_key, path=path)


def must_not_be_the_store(path: Path, store: Store) -> None:
    """Refusal where a letter would be written over the store."""
    if store.path is not None and path.absolute() == store.path.absolute():
        raise Refusal("{path} is the store itself.", "Name another file.", path=path)


def must_be_writable(path: Path) -> None:
    """Refusal where a letter could not be written: said before anything is entered that would be sent."""
    if path.exists() and not path.is_file():
        return
    unfinished = path.with_name(f"{path.name}.unfinished")
    try:
        unfinished.touch()
        unfinished.unlink()
    except OSError as error:
        raise Refusal(
            "{path} cannot be written: {why}.", "Name another file.", path=path, why=error.strerror
        ) from error


def _letter(access: Access, number: str) -> LetterRow:
    """The letter as it was kept, or drawn and kept now; that it goes out is on record before it does.

    A store that can only be read still hands out a letter that was kept, unless it was called off.
    """
    from caseworker.models.letters.rows import LetterState
    from caseworker.models.store.failures import FULL, LOCKED
    from caseworker.services.context import NotAllowed
    from caseworker.services.letters import issuing, sending
    from caseworker.services.store.checking import guard

    kept = access.read(issuing.kept_letter, number)
    guard(access.store, access.conditions)
    try:
        return access.write(sending.export_letter, number).result
    except (sending.CalledOff, NotAllowed):
        raise
    except Refusal as refusal:
        # A moment later it could be written down, or undone as if nobody had it.
        passing = refusal.templates in (LOCKED.templates, FULL.templates)
        if kept is None or passing or access.read(sending.state, number) is LetterState.NOT_SENT:
            raise
        return kept


def write_letter(path: Path, letter: LetterRow) -> None:
    """Write the letter whole, or leave what was there."""
    if letter.content is None:
        raise Refusal(
            "Letter {number} has no content.", "Run `caseworker store check`.", number=letter.number
        )
    unfinished = path.with_name(f"{path.name}.unfinished")
    try:
        if path.exists() and not path.is_file():  # a pipe, a device
            path.write_bytes(letter.content)
        else:
            unfinished.write_bytes(letter.content)
            unfinished.replace(path)
    except OSError as error:
        with suppress(OSError):
            unfinished.unlink()
        raise Refusal(
            "{path} cannot be written: {why}.",
            "The letter is kept in the store; name another file.",
            path=path,
            why=error.strerror,
        ) from error
