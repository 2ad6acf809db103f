"""`caseworker letter`: a decision's letter as a PDF file."""

from __future__ import annotations

import argparse
from pathlib import Path

from caseworker.cli.stores import add_json, add_store, context_of, opened_for_writing, tell
from caseworker.errors import Refusal


def add(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("decision", metavar="DECISION", help="the decision's number")
    parser.add_argument("--out", type=Path, required=True, metavar="F.pdf", help="where the letter goes")
    add_json(parser)
    add_store(parser)


def run(arguments: argparse.Namespace) -> int:
    """0; Refusal where there is no such decision, or the file cannot be written."""
    from caseworker.services.lettering import issue_letter

    context = context_of(arguments)
    with opened_for_writing(arguments, context.conditions) as store, store.writing() as session:
        letter = issue_letter(session, context, arguments.decision)
    if letter.content is None:
        raise Refusal(
            "Letter {number} has no content.", "Run `caseworker store check`.", number=letter.number
        )
    try:
        arguments.out.write_bytes(letter.content)
    except OSError as error:
        raise Refusal(
            "{path} cannot be written: {why}.",
            "The letter is kept in the store; name another file.",
            path=arguments.out,
            why=error.strerror,
        ) from error
    if arguments.json:
        tell({"letter": letter.number, "decision": letter.decision_number, "sha256": letter.sha256})
    else:
        print(f"Letter {letter.number} of decision {letter.decision_number}: {arguments.out}")
    return 0
