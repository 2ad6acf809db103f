"""`caseworker claims`: the queue."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from caseworker.cli.stores import add_json, add_store, at_most, opened, tell, tell_table
from caseworker.rules.money import money_text

if TYPE_CHECKING:
    from caseworker.models.claims.rows import QueueRow
    from caseworker.models.work.rows import View


def add(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("--open", action="store_true", help="only claims with open lines, none on hold")
    parser.add_argument("--waits", choices=("facts", "consent"), help="only those that wait for this")
    parser.add_argument("--held", action="store_true", help="only those on hold until a day to come")
    parser.add_argument("--limit", type=at_most, default=200, help="at most so many (200)")
    add_json(parser)
    add_store(parser)


def run(arguments: argparse.Namespace) -> int:
    """0, also where there are none."""
    from caseworker.services.claims.queue import queue

    with opened(arguments) as access:
        rows = access.read(queue, _view(arguments), arguments.limit)
    told = [_claim(row) for row in rows]
    if arguments.json:
        tell(told)
    elif told:
        tell_table(
            [tuple(told[0]), *(tuple(str(v if v is not None else "–") for v in c.values()) for c in told)]
        )
    else:
        print("No claims.")
    return 0


def _view(arguments: argparse.Namespace) -> View:
    from caseworker.models.work.rows import View

    if arguments.waits:
        return View(arguments.waits)
    if arguments.held:
        return View.HELD
    return View.OPEN if arguments.open else View.ALL


def _claim(row: QueueRow) -> dict[str, Any]:
    return {
        "number": row.claim_number,
        "person": row.person_number,
        "name": row.name,
        "given_name": row.given_name,
        "birth_date": row.birth_date.isoformat(),
        "received": row.received.isoformat() if row.received else None,
        "provider": row.provider,
        "open_lines": row.open_lines,
        "waiting_facts": row.waiting_facts,
        "waiting_consent": row.waiting_consent,
        "charged": money_text(row.charged),
        "due": row.due_on.isoformat(),
        "held_until": row.held_until.isoformat() if row.held_until else None,
    }
