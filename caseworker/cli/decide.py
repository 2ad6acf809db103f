"""`caseworker decide`: decide the lines of a claim that can be decided."""

from __future__ import annotations

import argparse

from caseworker.cli.language import complain, spoken
from caseworker.cli.status import NOTHING_DONE
from caseworker.cli.stores import add_claim, add_json, add_store, opened_for_writing, tell
from caseworker.rules.money import money_text
from caseworker.wording.catalogue import say
from caseworker.wording.format import format_chf


def add(parser: argparse.ArgumentParser, language: str) -> None:
    """The command's arguments."""
    add_claim(parser, language)
    add_json(parser, language)
    add_store(parser, language)


def run(arguments: argparse.Namespace) -> int:
    """0, or 3 with the reason where no line can be decided."""
    from caseworker.services.claims.deciding import NothingToDecide, decide_as_assessed

    language = spoken(arguments)
    try:
        with opened_for_writing(arguments) as access:
            decision = access.write(decide_as_assessed, arguments.claim).result
    except NothingToDecide as reason:
        complain(reason, language)
        return NOTHING_DONE
    told = {
        "decision": decision.number,
        "claim": decision.claim_number,
        "amount": money_text(decision.amount),
        "letter": decision.letter_number,
    }
    if arguments.json:
        tell(told)
    else:
        values = {**told, "amount": format_chf(decision.amount)}
        print(say("console.decided", language, **values))
    return 0
