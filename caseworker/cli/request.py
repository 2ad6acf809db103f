"""`caseworker request`: the letter that asks for what a claim still needs, as a PDF file."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from caseworker.cli.language import complain, spoken
from caseworker.cli.letter import add_out, must_be_writable, must_not_be_the_store, write_letter
from caseworker.cli.status import NOTHING_DONE
from caseworker.cli.stores import add_claim, add_json, add_store, opened_for_writing, tell
from caseworker.wording.catalogue import say
from caseworker.wording.format import format_date

if TYPE_CHECKING:
    from caseworker.services.claims.requesting import RequestRow


def add(parser: argparse.ArgumentParser, language: str) -> None:
    """The command's arguments."""
    add_claim(parser, language)
    add_out(parser, language)
    add_json(parser, language)
    add_store(parser, language)


def run(arguments: argparse.Namespace) -> int:
    """0, or 3 with the reason where nothing is missing, or an answer is still awaited."""
    from caseworker.services.claims.requesting import AskedAlready, NothingToAsk, request_missing
    from caseworker.services.letters.sending import export_letter

    language = spoken(arguments)
    try:
        with opened_for_writing(arguments) as access:
            must_not_be_the_store(arguments.out, access.store)
            must_be_writable(arguments.out)
            made = access.write(request_missing, arguments.claim).result
            letter = access.write(export_letter, made.number).result
    except (NothingToAsk, AskedAlready) as reason:
        complain(reason, language)
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
        print(_said(made, arguments.out, language))
    return 0


def _said(made: RequestRow, path: Path, language: str) -> str:
    day = format_date(made.answer_by)
    if made.reminds is None:
        return say(
            "console.requested", language, letter=made.number, claim=made.claim_number, path=path, day=day
        )
    return say(
        "console.reminded",
        language,
        letter=made.number,
        of=made.reminds,
        claim=made.claim_number,
        path=path,
        day=day,
    )
