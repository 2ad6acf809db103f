"""Names and streets as they sound in each language region. Every person made of them is made up."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from caseworker.resources import resource

Words = tuple[str, ...]


class Names(NamedTuple):
    """By language; streets and places (postcode, name; real pairs) for the three regions."""

    surnames: Mapping[str, Words]
    women: Mapping[str, Words]
    men: Mapping[str, Words]
    streets: Mapping[str, Words]
    places: Mapping[str, tuple[tuple[str, str], ...]]


@cache
def names() -> Names:
    """What is read from the resources, once."""
    tables = json.loads(resource("demo", "names.json").read_text(encoding="utf-8"))
    places = {
        region: tuple((postcode, town) for postcode, town in pairs)
        for region, pairs in tables.pop("places").items()
    }
    words = {name: {key: tuple(each) for key, each in table.items()} for name, table in tables.items()}
    return Names(**words, places=places)
