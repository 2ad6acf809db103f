"""What a process does that decides claims in competition with others: a module of its own, loaded there."""

from pathlib import Path

from caseworker.errors import Refusal
from caseworker.models.store.store import Store
from caseworker.services.claims.assessing import assess, load_claim
from caseworker.services.claims.deciding import NotAsShown, decide
from tests.support.stores import context


def decide_all(address: str, claims: list[str]) -> list[tuple[str, int]]:
    """Decide each claim as it was shown, again where others came in between; numbers and amounts that were
    acknowledged."""
    store = Store.open(address)
    made = []
    for number in claims:
        while True:
            try:
                made.append(_decide(store, number))
                break
            except NotAsShown:
                continue
    store.close()
    return made


def _decide(store: Store, number: str) -> tuple[str, int]:
    with store.reading() as session:
        shown = assess(load_claim(session, context(), number), context()).fingerprint
    with store.writing() as session:
        row = decide(session, context(), number, shown)
    return row.number, row.amount


def decide_until_killed(address: str, claims: list[str], log: str) -> None:
    """Decide claims one after the other, each acknowledged in a file once its transaction has ended."""
    store = Store.open(address)
    with Path(log).open("a", buffering=1) as acknowledged:
        for number in claims:
            acknowledged.write(_decide(store, number)[0] + "\n")


def refused(address: str) -> str:
    """What opening a store and writing to it is refused with; empty if it is not."""
    try:
        store = Store.open(address)
        with store.writing():
            pass
    except Refusal as refusal:
        return refusal.message
    return ""
