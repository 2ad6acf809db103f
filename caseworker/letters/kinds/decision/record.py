"""What a decision letter is drawn from: frozen with the decision, told as JSON, drawn again byte for byte.

Amounts are Rappen, days are dates. A record that contradicts itself cannot be made: `ValueError`.
"""

from dataclasses import dataclass, field
from datetime import date

from caseworker import canonical
from caseworker.letters.record import Head, Insured, Insurer, Invoice, must
from caseworker.rules.vocabulary import Outcome, Unit
from caseworker.wording.languages import Language

FORMAT = 1
"""The form of the JSON: a record of another form is refused, not guessed at."""


@dataclass(frozen=True, slots=True)
class LetterReason:
    """Why less was paid, or nothing: a reason's code and article, with the fact or the limit it turns on."""

    code: str
    article: str
    fact: str | None = None
    limit: str | None = None


@dataclass(frozen=True, slots=True)
class LetterMissing:
    """A fact that must be known before the line can be decided, and the article that asks for it."""

    fact: str
    article: str


@dataclass(frozen=True, slots=True)
class LetterComponent:
    """A part that is paid: `rate` of `base`, or `units` at `unit_amount` each; amounts in Rappen.

    As in a finding, `rate` is in ten-thousandths (7500 is 75 %), `units` are days or hundredths of an hour;
    a lump sum is one unit (`Unit.TIMES`). A part has a rate or units, never both.
    """

    article: str
    first: date
    last: date
    amount: int
    base: int | None = None
    rate: int | None = None
    unit: Unit | None = None
    units: int | None = None
    unit_amount: int | None = None

    def __post_init__(self) -> None:
        by_rate = self.rate is not None and self.base is not None
        by_unit = self.units is not None and self.unit is not None and self.unit_amount is not None
        must(by_rate != by_unit, "a part is paid either by a rate of its base or by units")


@dataclass(frozen=True, slots=True)
class LetterLine:
    """One line of the invoice and what was decided on it; `charged` and `paid` in Rappen.

    `original` is what was charged in its own currency, ready to print ("EUR 120.00"), or None for francs;
    `other_payments` is what others bear of it, compulsory insurance above all.
    """

    position: str
    benefit: str
    first: date
    last: date
    charged: int
    paid: int
    outcome: Outcome
    original: str | None = None
    other_payments: int = 0
    reasons: tuple[LetterReason, ...] = ()
    missing: tuple[LetterMissing, ...] = ()
    consent_required: bool = False
    components: tuple[LetterComponent, ...] = ()

    def __post_init__(self) -> None:
        where = f"line {self.position}"
        must(self.first <= self.last, f"{where} ends before it begins")
        must(min(self.charged, self.paid, self.other_payments) >= 0, f"{where} has a negative amount")
        must(
            self.paid == 0 or self.outcome is Outcome.PAY,
            f"{where} pays although its outcome is {self.outcome}",
        )
        must(self.outcome is not Outcome.DENY or bool(self.reasons), f"{where} is denied without a reason")
        must(
            self.outcome is not Outcome.PENDING or bool(self.missing),
            f"{where} is pending, but nothing is missing",
        )
        parts = sum(part.amount for part in self.components)
        must(not self.components or parts == self.paid, f"{where} pays {self.paid}, its parts {parts}")


@dataclass(frozen=True, slots=True)
class Payee:
    """Who is paid, and where: an IBAN, or the account that is on file, or one that has yet to be told."""

    name: str
    iban: str | None = None
    account_on_file: bool = False


@dataclass(frozen=True, slots=True)
class Replaced:
    """The earlier letter that this one takes the place of, and why, in the person's language."""

    number: str
    reason: str


@dataclass(frozen=True, slots=True)
class Legal:
    """What the house says to whoever disagrees, as it was worded on the day of the letter."""

    review: str
    limitation: str
    nature: str
    ombudsman: str
    court: str


@dataclass(frozen=True, slots=True)
class DecisionRecord:
    """Everything a decision letter says, and nothing that could change after it was decided.

    `total` is the sum of what the lines pay, in Rappen. `answer_by` is the day by which what is missing
    is awaited. `edition` names the conditions, or is empty where none were looked at; `program` is the
    version that decided. A provider or a name that is not recorded is an empty text. `legal` and
    `payment_weeks` are None in what was frozen before houses could set them.
    """

    number: str
    issued: date
    language: Language
    recipient: tuple[str, ...]
    insured: Insured
    claim_number: str
    invoice: Invoice
    lines: tuple[LetterLine, ...]
    total: int
    payee: Payee
    decided_by: str
    edition: str
    program: str
    insurer: Insurer
    answer_by: date | None = None
    replaces: Replaced | None = None
    legal: Legal | None = None
    payment_weeks: int | None = None
    format: int = field(default=FORMAT)

    def __post_init__(self) -> None:
        must(self.format == FORMAT, f"letter format {self.format} is not {FORMAT}")
        _ = self.head
        must(bool(self.lines), "a letter needs at least one line")
        paid = sum(line.paid for line in self.lines)
        must(self.total == paid, f"the total is {self.total}, the lines pay {paid}")

    @property
    def kind(self) -> str:
        """As it stands in `KINDS`."""
        return "decision"

    @property
    def head(self) -> Head:
        """What it shares with letters of other kinds; its JSON is older than that and lies flat."""
        return Head(
            number=self.number,
            issued=self.issued,
            language=self.language,
            recipient=self.recipient,
            insured=self.insured,
            insurer=self.insurer,
            contact=self.decided_by,
            edition=self.edition,
            program=self.program,
        )

    def to_json(self) -> str:
        """The record as canonical JSON: the same record gives the same text, on any machine."""
        return canonical.dumps(self)

    @classmethod
    def from_json(cls, text: str) -> "DecisionRecord":
        """The record that `to_json` told; `ValueError` names the place of what is wrong in it."""
        return canonical.loads(cls, text)


def read(text: str) -> DecisionRecord:
    """The record of a decision letter from its JSON; `ValueError` where it does not fit."""
    return DecisionRecord.from_json(text)
