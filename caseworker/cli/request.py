"""`caseworker request`: the letter that asks for what a claim still needs, as a PDF file."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from caseworker.cli.letter import must_not_be_the_store, write_letter
from caseworker.cli.status import NOTHING_DONE
from caseworker.cli.stores import add_json, add_store, opened_for_writing, tell


def add(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("claim", metavar="CLAIM", help="the claim's number")
    parser.add_argument("--out", type=Path, required=True, metavar="F.pdf", help="where the letter goes")
    add_json(parser)
    add_store(parser)


def run(arguments: argparse.Namespace) -> int:
    """0, or 3 with the reason where nothing is missing, or an answer is still awaited."""
    from caseworker.services.claims.requesting import AskedAlready, NothingToAsk, request_missing
    from caseworker.services.letters.sending import export_letter

    try:
        with opened_for_writing(arguments) as access:
            must_not_be_the_store(arguments.out, access.store)
            made = access.write(request_missing, arguments.claim).result
            letter = access.write(export_letter, made.number).result
    except (NothingToAsk, AskedAlready) as reason:
        print(f"caseworker: {reason}", file=sys.stderr)
        return NOTHING_DONE
    write_letter(arguments.out, letter)
    told = {
        "letter": made.number,
        "claim": made.claim_number,
        "answer_by": made.answer_by.isoformat(),
        "reminds": made.reminds,
        "sha256": letter.sha256,
    }
    if arguments.json:
        tell(told)
    else:
        what = "request" if made.reminds is None else f"reminder of {made.reminds}"
        print(f"Letter {made.number}, {what} on claim {made.claim_number}: {arguments.out}", end="")
        print(f", answer by {told['answer_by']}")
    return 0
