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
    from caseworker.services.context import Context, Session


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

    kept = access.read(issuing.letter, decision).content is not None
    guard(access.store, access.conditions)
    if kept and access.store.read_only is not None:  # what was kept is still handed out
        return access.read(issuing.issue_letter, decision)
    return access.write(_hand_out, decision).result


def _hand_out(session: Session, ctx: Context, decision: str) -> LetterRow:
    """That the letter goes out is on record before it does."""
    from caseworker.services.letters.issuing import issue_letter
    from caseworker.services.letters.sending import note_exported

    note_exported(session, ctx, decision)
    return issue_letter(session, ctx, decision)


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
