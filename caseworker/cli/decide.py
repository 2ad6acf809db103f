"""`caseworker decide`: decide the lines of a claim that can be decided."""

from __future__ import annotations

import argparse
import sys

from caseworker.cli.status import NOTHING_DONE
from caseworker.cli.stores import add_json, add_store, opened_for_writing, tell
from caseworker.rules.money import money_text


def add(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("claim", metavar="CLAIM", help="the claim's number")
    add_json(parser)
    add_store(parser)


def run(arguments: argparse.Namespace) -> int:
    """0, or 3 with the reason where no line can be decided."""
    from caseworker.services.claims.deciding import NothingToDecide, decide_as_assessed

    try:
        with opened_for_writing(arguments) as access:
            decision = access.write(decide_as_assessed, arguments.claim).result
    except NothingToDecide as reason:
        print(f"caseworker: {reason}", file=sys.stderr)
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
        print(f"{decision.number}: claim {decision.claim_number} pays CHF {told['amount']}", end="")
        print(f", letter {decision.letter_number}")
    return 0
