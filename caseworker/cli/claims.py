"""`caseworker claims`: the queue."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from caseworker.cli.language import spoken
from caseworker.cli.stores import add_json, add_limit, add_store, opened, tell, tell_table
from caseworker.rules.money import money_text
from caseworker.wording.catalogue import say
from caseworker.wording.format import NOT_RECORDED, format_date, format_rappen

if TYPE_CHECKING:
    from caseworker.models.claims.rows import QueueRow
    from caseworker.models.work.rows import View

MOST = 200
COLUMNS = (
    *("number", "person", "name", "given_name", "birth_date", "received", "provider"),
    *("open_lines", "waiting_facts", "waiting_consent", "charged", "due", "held_until"),
)


def add(parser: argparse.ArgumentParser, language: str) -> None:
    """The command's arguments."""
    parser.add_argument("--open", action="store_true", help=say("console.help.open", language))
    parser.add_argument("--waits", choices=("facts", "consent"), help=say("console.help.waits", language))
    parser.add_argument("--held", action="store_true", help=say("console.help.held", language))
    add_limit(parser, language, MOST)
    add_json(parser, language)
    add_store(parser, language)


def run(arguments: argparse.Namespace) -> int:
    """0, also where there are none."""
    from caseworker.services.claims.queue import queue

    with opened(arguments) as access:
        rows = access.read(queue, _view(arguments), arguments.limit)
    language = spoken(arguments)
    if arguments.json:
        tell([_claim(row) for row in rows])
    elif rows:
        head = tuple(say(f"console.column.{name}", language) for name in COLUMNS)
        tell_table([head, *(_row(row) for row in rows)])
    else:
        print(say("console.no_claims", language))
    return 0


def _row(row: QueueRow) -> tuple[str, ...]:
    """A claim as a row of the table, in the order of its columns."""
    return (
        row.claim_number,
        row.person_number,
        row.name or NOT_RECORDED,
        row.given_name or NOT_RECORDED,
        format_date(row.birth_date),
        format_date(row.received) if row.received else NOT_RECORDED,
        row.provider or NOT_RECORDED,
        str(row.open_lines),
        str(row.waiting_facts),
        str(row.waiting_consent),
        format_rappen(row.charged),
        format_date(row.due_on),
        format_date(row.held_until) if row.held_until else NOT_RECORDED,
    )


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
