"""Where the tests over every page go: each desk, and for each page about a record the records that differ."""

from __future__ import annotations

from collections.abc import Callable

from caseworker.ui.kit.places import Place
from caseworker.ui.window.registry import REGISTRY
from tests.ui.world import GIULIA, MARCO, ZOE, World

AboutA = Callable[[World], Place]

# kind -> name -> record, the one that has most on it first; a page that a desk leads to needs none
RECORDS: dict[str, dict[str, AboutA]] = {
    "person": {
        "person": lambda world: Place("person", world.people[GIULIA]),
        "person-deceased": lambda world: Place("person", world.people[MARCO]),
        "person-without-cover": lambda world: Place("person", world.people[ZOE]),
    },
    "claim": {
        "claim-open": lambda world: Place("claim", world.claims[3]),
        "claim-decided": lambda world: Place("claim", world.claims[1]),
        "claim-new": lambda world: Place("claim", person=world.people[GIULIA]),
    },
    "letter": {"letter": lambda world: Place("letter", world.decisions[1])},
}


def places() -> dict[str, AboutA]:
    """Every desk, every record."""
    found = {"-".join(filter(None, desk.place[:2])): _always(desk.place) for desk in REGISTRY.entries()}
    for records in RECORDS.values():
        found |= records
    return found


def one_of_each_kind() -> dict[str, AboutA]:
    """For each kind of page the first of its places, the one that has most on it."""
    found = {desk.place.kind: _always(desk.place) for desk in reversed(REGISTRY.entries())}
    return found | {kind: next(iter(records.values())) for kind, records in RECORDS.items()}


def _always(place: Place) -> AboutA:
    return lambda world: place
