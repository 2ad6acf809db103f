"""Who acts, when, and under which conditions."""

from dataclasses import dataclass
from datetime import date, datetime

from caseworker.rules.conditions import Conditions


@dataclass(frozen=True, slots=True)
class Context:
    """Handed to every service. `at` is aware; its own date is the day of what is done."""

    by: str
    at: datetime
    conditions: Conditions

    def __post_init__(self) -> None:
        if self.at.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        if not self.by:
            raise ValueError("who acts must be known")

    @property
    def today(self) -> date:
        """The day of what is done."""
        return self.at.date()
