"""What the store gives of claims: frozen rows, never live objects. Amounts are Rappen, moments aware."""

from datetime import date, datetime
from typing import NamedTuple

from caseworker.rules.case import Consent, Line


class ClaimRow(NamedTuple):
    """A claim and its invoice; its lines and travel case are in `rules.Claim`."""

    id: int
    number: str
    person_number: str
    label: str | None
    received: date | None
    provider_id: int | None
    provider: str | None
    invoice_number: str | None
    invoice_date: date | None
    entered_by: str
    entered_at: datetime
    version: int


class LineRow(NamedTuple):
    """A line as it stands now; `outcome` and `amount` are those of the decision in force."""

    id: int
    claim_number: str
    position: int
    line: Line
    state: str
    waits: str | None
    decision_number: str | None
    outcome: str | None
    amount: int | None


class FactRow(NamedTuple):
    """What was established, by whom, when and from what. `line_id` None: of the travel case."""

    line_id: int | None
    fact: str
    value: bool | None
    by: str
    at: datetime
    source: str


class ConsentRow(NamedTuple):
    """The trusted doctor's answer, by whom it was entered and when."""

    id: int
    consent: Consent
    by: str
    at: datetime
    source: str


class DecisionRow(NamedTuple):
    """A decision, whether it is still in force, and its letter."""

    id: int
    number: str
    claim_number: str
    person_number: str
    at: datetime
    by: str
    amount: int
    fingerprint: str
    edition: str
    program: str
    sha256: str
    letter_number: str
    replaces: str | None
    reversed_at: datetime | None
    reversed_by: str | None
    reason: str | None
    code: str | None

    @property
    def was_at_once(self) -> bool:
        """Whether it was taken back before its letter was sent: nobody outside knows of it."""
        return self.code is not None

    @property
    def in_force(self) -> bool:
        """Whether it has not been taken back."""
        return self.reversed_at is None


class ReversalRow(NamedTuple):
    """A decision taken back."""

    decision_number: str
    at: datetime
    by: str
    reason: str


class EntryRow(NamedTuple):
    """One booking of the ledger, with where it comes from; `amount` in the limit's unit, signed."""

    limit: str
    key: str
    amount: int
    unit: str
    article: str
    claim_number: str
    line: str
    benefit: str
    first: date
    last: date
    decision_number: str
    at: datetime
    counter: bool


class QueueRow(NamedTuple):
    """A claim in the queue: how many lines are open, what they wait for, when it is due, its item of work."""

    claim_number: str
    person_number: str
    name: str
    given_name: str
    birth_date: date
    received: date | None
    entered_at: datetime
    provider: str | None
    open_lines: int
    waiting_facts: int
    waiting_consent: int
    charged: int
    due_on: date
    held_until: date | None
    held_why: str | None
    withdrawn: bool
    item: int
