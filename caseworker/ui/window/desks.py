"""The desks there are, a line each: what stands in the rail, and under which number key.

A number never moves: 1 find, 2 work, 3 consents, 4 approvals, 5 providers, 6 emergency, 7 letters,
8 staff and settings, 9 audit.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from caseworker.rights import Right


class Count(NamedTuple):
    """What is counted beside a desk: `verb`, a read of `services`; said by the key `text`, which takes a
    `number`; asked again when a write touched one of the subjects (`claim`, `letter`)."""

    verb: str
    text: str
    touched: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DeskLine:
    """A desk: its page, and which view of it (`key`). Icon, name and right left out are those of the page."""

    page: str
    count: Count | None = None
    key: str = ""
    icon: str = ""
    text: str = ""
    right: Right | None = None


# number key -> the desk
DESKS: Mapping[int, DeskLine] = MappingProxyType(
    {
        1: DeskLine("find"),
        2: DeskLine("queue", Count("claims.queue:count_open", "window.claims_open", ("claim",))),
        8: DeskLine("settings"),
    }
)
