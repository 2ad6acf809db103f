"""What the store gives of work: frozen rows, and the words for what they are. Amounts are Rappen."""

from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

CLAIM = "claim"
READY, HELD, DONE, CANCELLED = WORK_STATES = ("ready", "held", "done", "cancelled")
FACTS, PAPERS, CONSENT, APPROVAL, PAYEE, DATE, OTHER = WORK_WAITS = (
    "facts",
    "papers",
    "consent",
    "approval",
    "payee",
    "date",
    "other",
)


class View(StrEnum):
    """What a queue can be narrowed to. On hold: put off until a day that has not come; else it is back."""

    OPEN = "open"
    FACTS = "facts"
    CONSENT = "consent"
    HELD = "held"
    ALL = "all"


class WorkRow(NamedTuple):
    """An item as it is kept; `models/work/tables` says what each column is."""

    id: int
    kind: str
    subject_key: str
    person_id: int
    title_key: str
    state: str
    waits: str | None
    received_on: date
    complete_on: date | None
    due_on: date
    held_until: date | None
    held_why: str | None
    stopped_since: date | None
    stopped_days: int
    amount_rp: int
    lines_open: int
    lines_facts: int
    lines_consent: int
    opened_at: datetime
    closed_at: datetime | None
    closed_by: str | None
    version: int

    def is_held(self, today: date) -> bool:
        """Whether it is put off: from the day itself on it is ready again, whatever is written down."""
        return self.state == HELD and self.held_until is not None and self.held_until > today


class Counts(NamedTuple):
    """How many items each view of a queue has."""

    open: int
    facts: int
    consent: int
    held: int
    all: int

    def of(self, view: View) -> int:
        """How many one view has."""
        count: int = getattr(self, view.value)
        return count
