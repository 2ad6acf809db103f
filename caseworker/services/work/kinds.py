"""The kinds of work: a kind is a line here."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from caseworker.models.work.rows import CLAIM, FACTS, PAPERS, PAYEE


class Kind(NamedTuple):
    """`days`: how long after complete papers it is due, and what says so."""

    days: int
    by: str


KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        CLAIM: Kind(28, "VVG 41.1"),
    }
)
STOPS = frozenset({FACTS, PAPERS, PAYEE})
"""What others owe the house stops the clock; what the house owes itself does not."""
