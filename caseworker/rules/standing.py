"""What was used of each limit: the only state the rules look at."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from caseworker.rules.finding import LineFinding, PartFinding
from caseworker.rules.vocabulary import Citation, Unit

# Costs approved by a consent are shared by its lines like a limit, but are no limit of the conditions.
CONSENT = "consent"


class Entry(NamedTuple):
    """One line's use of a limit, as the ledger books it; `amount` in the limit's unit, `key` its period."""

    limit: str
    key: str
    amount: int
    unit: Unit
    citation: Citation
    cap: int | None


Terms = dict[tuple[str, str], Entry]


class Standing:
    """Used amounts by limit and period, with the terms under which each was last booked.

    Built from a ledger's sums, in any order. `used` maps limit -> period key -> amount.
    """

    __slots__ = ("_later", "_terms", "used")

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self.used: dict[str, dict[str, int]] = {}
        self._terms: Terms = {}
        self._later: Callable[[], Terms] | None = None
        self.book(entries)

    @classmethod
    def of_sums(cls, used: dict[str, dict[str, int]], terms: Callable[[], Terms]) -> Standing:
        """A standing from sums by limit and period; the terms are asked for when someone looks at them."""
        standing = cls()
        standing.used, standing._later = used, terms
        return standing

    @property
    def terms(self) -> Terms:
        """The terms under which each limit and period was last booked."""
        if self._later is not None:
            self._terms, self._later = {**self._later(), **self._terms}, None
        return self._terms

    def book(self, entries: Iterable[Entry]) -> None:
        """Add entries; negative amounts reverse earlier ones."""
        for entry in entries:
            pool = self.used.setdefault(entry.limit, {})
            pool[entry.key] = pool.get(entry.key, 0) + entry.amount
            self._terms[entry.limit, entry.key] = entry

    def of(self, limit: str, key: str) -> int:
        """What was used of a limit in one period."""
        pool = self.used.get(limit)
        return pool.get(key, 0) if pool else 0

    def copy(self) -> Standing:
        """The same standing, to try things out on."""
        other = Standing.__new__(Standing)
        other.used = {limit: dict(pool) for limit, pool in self.used.items()}
        other._terms, other._later = dict(self._terms), self._later
        return other


def entries_of(finding: LineFinding) -> list[Entry]:
    """The ledger entries that a paid line makes (none where nothing is paid)."""
    booked, cost = [], 0
    for part in finding.parts:
        booked += entries_of_part(part)
        cost += part.consent_cost
    if cost and finding.consent_id is not None:
        booked.append(
            Entry(CONSENT, finding.consent_id, cost, Unit.CHF, finding.components[0].citation, None)
        )
    return booked


def entries_of_part(part: PartFinding) -> list[Entry]:
    """What one part of a line takes from the limits of the conditions."""
    return [
        Entry(b.limit, b.key, b.entry, b.unit, b.citation, b.cap)
        for component in part.components
        for b in component.bookings
        if b.entry
    ]
