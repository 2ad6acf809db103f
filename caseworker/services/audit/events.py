"""What was done, by whom and when, in the same transaction: a chain of hashes for each person."""

from __future__ import annotations

from datetime import UTC
from typing import NamedTuple

from sqlalchemy import bindparam, insert, select
from sqlalchemy.orm import Session

from caseworker import canonical
from caseworker.models.audit.tables import Event
from caseworker.models.store.counters import next_number
from caseworker.models.store.prepared import Driver, Prepared, driver_of
from caseworker.services.context import Context

STORE_CHAIN = 0
BEGINNING = "0" * 64

_LAST = Prepared(
    select(Event.sequence, Event.hash)
    .where(Event.chain == bindparam("chain"))
    .order_by(Event.sequence.desc())
    .limit(1)
)
_ADD = Prepared(
    insert(Event).values(
        {
            name: bindparam(name)
            for name in ("chain", "sequence", "at", "by_whom", "kind", "subject", "data", "previous", "hash")
        }
    )
)


def last_of(driver: Driver, chain: int) -> tuple[int, str]:
    """The number and hash of a chain's last event; whoever asks holds the person's lock."""
    row = _LAST.row(driver, {"chain": chain})
    return (0, BEGINNING) if row is None else (row[0], row[1])


class Chain(NamedTuple):
    """Whose chain an event belongs to: a person, by key and insured number."""

    key: int
    number: str


_STORE = Chain(STORE_CHAIN, "")


def record(
    session: Session, ctx: Context, person: Chain, kind: str, subject: str, data: object, *touched: str
) -> None:
    """Add an event to the chain of a person, who is locked or new; the person is touched, and what is named.

    `touched` names a claim or whatever else is shown somewhere, such as `claim:C1`.
    """
    driver = driver_of(session)
    append(driver, ctx, person, last_of(driver, person.key), kind, subject, data, *touched)


def record_for_store(
    session: Session, ctx: Context, kind: str, subject: str, data: object, *touched: str
) -> None:
    """Add an event that belongs to no person; those who do so wait for each other."""
    driver = driver_of(session)
    next_number(driver, "store event", 0)
    append(driver, ctx, _STORE, last_of(driver, STORE_CHAIN), kind, subject, data, *touched)


def append(
    driver: Driver,
    ctx: Context,
    chain: Chain,
    last: tuple[int, str],
    kind: str,
    subject: str,
    data: object,
    *touched: str,
) -> None:
    """Add an event after the chain's last one, and note in the context what was touched."""
    if chain.number:
        ctx.touch(f"person:{chain.number}")
    ctx.touch(*touched)
    sequence, previous = last[0] + 1, last[1]
    text = canonical.dumps(data)
    event = {
        "chain": chain.key,
        "sequence": sequence,
        "at": ctx.at,
        "by_whom": ctx.by,
        "kind": kind,
        "subject": subject,
        "data": text,
        "previous": previous,
    }
    moment = ctx.at.astimezone(UTC).isoformat(timespec="microseconds")
    event["hash"] = event_hash(chain.key, sequence, moment, ctx.by, kind, subject, text, previous)
    _ADD.run(driver, event)


def event_hash(*parts: object) -> str:
    """The hash over chain, number, moment (UTC), who, kind, subject, data and the hash before."""
    return canonical.digest("\n".join(str(part) for part in parts))
