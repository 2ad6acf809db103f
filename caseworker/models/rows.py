"""What the store gives: frozen rows, never live objects. Amounts are Rappen, moments aware."""

from datetime import date, datetime
from typing import NamedTuple

from caseworker.rules.case import Consent, Line


class PersonHit(NamedTuple):
    """A person found; `tier` is that of the day asked for, None without Mivita."""

    number: str
    name: str
    given_name: str
    birth_date: date
    sex: str
    tier: str | None


class AddressRow(NamedTuple):
    """Where a person's post goes."""

    street: str
    house_number: str
    postcode: str
    town: str
    country: str
    care_of: str | None = None


class PersonRow(NamedTuple):
    """An insured person. Empty names, and None elsewhere: not recorded."""

    id: int
    number: str
    ahv: str | None
    name: str
    given_name: str
    birth_date: date
    death_date: date | None
    sex: str
    language: str
    email: str | None
    phone: str | None
    iban: str | None
    household_id: int | None
    father_id: int | None
    mother_id: int | None
    version: int
    address: AddressRow | None = None


class CoverageRow(NamedTuple):
    """One period of a product: tier of Mivita, ward of Comforta, None for Denta."""

    id: int
    product: str
    tier: str | None
    first: date
    last: date | None
    term_years: int
    version: int


class RelativeRow(NamedTuple):
    """Someone of the family or household; `tier` is that of the day asked for (art. 20a)."""

    relation: str  # father, mother, child, household
    number: str
    name: str
    given_name: str
    birth_date: date
    sex: str
    tier: str | None


class ProviderRow(NamedTuple):
    """Who treats or delivers (art. 11.2, 22.2)."""

    id: int
    name: str
    kind: str
    town: str
    country: str
    contracted: bool
    version: int
    methods: tuple[str, ...] = ()


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


class BalanceRow(NamedTuple):
    """What is used and reserved of a limit in one period, under the cap of the last booking."""

    limit: str
    key: str
    used: int
    reserved: int
    cap: int | None
    unit: str
    article: str
    reading: str | None


class LetterRow(NamedTuple):
    """A letter entry: its frozen record with its hash; the bytes with theirs, None until it is drawn."""

    number: str
    decision_number: str
    record: str
    record_sha256: str
    sha256: str | None
    content: bytes | None


class QueueRow(NamedTuple):
    """A claim in the queue: how many lines are open, and what they wait for."""

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
