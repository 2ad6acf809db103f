"""What letters of every kind are drawn from: their head, and what a record can do.

A kind's record is frozen, told as JSON, and drawn again byte for byte. One that contradicts itself cannot
be made: `ValueError`.
"""

from dataclasses import dataclass
from datetime import date
from typing import Protocol, Self

from caseworker.rules.vocabulary import Sex
from caseworker.wording.languages import Language

MOST_ADDRESS_LINES = 6


@dataclass(frozen=True, slots=True)
class Insurer:
    """Who writes: the letterhead, the place the letter is dated from, where the contact is reached."""

    name: str
    address: tuple[str, ...]
    place: str
    phone: str
    web: str
    email: str | None = None
    contact_phone: str | None = None


@dataclass(frozen=True, slots=True)
class Insured:
    """The person whose benefits the letter is about, who need not be the one it is sent to."""

    name: str
    given_name: str
    sex: Sex
    birth_date: date
    number: str


@dataclass(frozen=True, slots=True)
class Invoice:
    """What came in: from whom, its date and number as printed on it, and the day it was received."""

    provider: str
    invoice_date: date | None = None
    number: str | None = None
    received: date | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """What stands around the text of a letter of any kind.

    `contact` is who answers questions, `edition` the conditions that it cites (empty: none), `program` the
    version that wrote it. A name that is not recorded is an empty text.
    """

    number: str
    issued: date
    language: Language
    recipient: tuple[str, ...]
    insured: Insured
    insurer: Insurer
    contact: str
    edition: str
    program: str

    def __post_init__(self) -> None:
        must(bool(self.number.strip()), "a letter needs its number")
        must(
            1 <= len(self.recipient) <= MOST_ADDRESS_LINES, f"an address has up to {MOST_ADDRESS_LINES} lines"
        )
        must(all(line.strip() for line in self.recipient), "an address line is blank")


class Record(Protocol):
    """The frozen record of a letter: of which `kind`, with its head, as JSON and back."""

    @property
    def kind(self) -> str: ...

    @property
    def head(self) -> Head: ...

    def to_json(self) -> str: ...

    @classmethod
    def from_json(cls, text: str) -> Self: ...


def must(holds: bool, message: str) -> None:
    """ValueError where a record contradicts itself."""
    if not holds:
        raise ValueError(message)
