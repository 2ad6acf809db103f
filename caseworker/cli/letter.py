"""`caseworker letter`: a decision's letter as a PDF file."""

from __future__ import annotations

import argparse
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from caseworker.cli.stores import add_json, add_store, opened, tell
from caseworker.errors import Refusal

if TYPE_CHECKING:
    from caseworker.models.letters.rows import LetterRow
    from caseworker.services.access import Access


def add(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("decision", metavar="DECISION", help="the decision's number")
    parser.add_argument("--out", type=Path, required=True, metavar="F.pdf", help="where the letter goes")
    add_json(parser)
    add_store(parser)


def run(arguments: argparse.Namespace) -> int:
    """0; Refusal where there is no such decision, or the file cannot be written."""
    with opened(arguments) as access:
        store = access.store
        if store.path is not None and arguments.out.absolute() == store.path.absolute():
            raise Refusal("{path} is the store itself.", "Name another file.", path=arguments.out)
        letter = _letter(access, arguments.decision)
    _write(arguments.out, letter)
    if arguments.json:
        tell({"letter": letter.number, "decision": letter.decision_number, "sha256": letter.sha256})
    else:
        print(f"Letter {letter.number} of decision {letter.decision_number}: {arguments.out}")
    return 0


def _letter(access: Access, decision: str) -> LetterRow:
    """The letter as it was kept; drawn and kept now if it is issued for the first time."""
    from caseworker.services.letters import issuing
    from caseworker.services.store.checking import guard

    if access.read(issuing.letter, decision).content is not None:
        return access.read(issuing.issue_letter, decision)
    guard(access.store, access.conditions)
    return access.write(issuing.issue_letter, decision).result


def _write(path: Path, letter: LetterRow) -> None:
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
