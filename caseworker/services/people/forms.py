"""What is entered: typed forms, filled by a page, a command or a case file."""

from dataclasses import dataclass
from datetime import date

from caseworker.models.people.rows import AddressRow
from caseworker.rules.vocabulary import Sex


@dataclass(frozen=True, slots=True)
class PersonForm:
    """A person. Empty names and None: not recorded; without `number` the store gives one.

    `father` and `mother` are insured numbers, `household` the key of a household.
    """

    birth_date: date
    sex: Sex
    name: str = ""
    given_name: str = ""
    language: str = "it"
    number: str | None = None
    ahv: str | None = None
    death_date: date | None = None
    email: str | None = None
    phone: str | None = None
    iban: str | None = None
    address: AddressRow | None = None
    father: str | None = None
    mother: str | None = None
    household: int | None = None


@dataclass(frozen=True, slots=True)
class CoverageForm:
    """A period of a product: `mivita` (tier reala, extensa), `comforta` (semi_private, private), `denta`."""

    product: str
    first: date
    tier: str | None = None
    last: date | None = None
    term_years: int = 1


@dataclass(frozen=True, slots=True)
class ProviderForm:
    """Who treats or delivers; `methods`: those for which they are recognised (art. 11.2)."""

    name: str
    kind: str
    town: str = ""
    country: str = "CH"
    contracted: bool = False
    methods: tuple[str, ...] = ()
