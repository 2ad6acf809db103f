"""What the pages work with once the store is open: store, conditions, who works and what time it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from caseworker.services.context import Context, anybody

if TYPE_CHECKING:
    from caseworker.models.store.store import Store
    from caseworker.rights import Right
    from caseworker.rules.conditions import Conditions


@dataclass(frozen=True, slots=True)
class Desk:
    """Handed to every operation, on the worker thread."""

    store: Store
    conditions: Conditions
    by: str
    now: Callable[[], datetime]

    def context(self) -> Context:
        """Who acts now, under which conditions."""
        return Context(anybody(self.by), self.now(), self.conditions)

    def may(self, right: Right) -> bool:
        """Whether who works here has a right."""
        return right in anybody(self.by).rights

    def today(self) -> date:
        """The day at this desk."""
        return self.now().date()
