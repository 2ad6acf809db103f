"""What the store gives of people: frozen rows, never live objects."""

from datetime import date
from typing import NamedTuple

from caseworker.rules import case
from caseworker.rules.standing import Standing
from caseworker.rules.vocabulary import Sex, Tier


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


class Dossier(NamedTuple):
    """A person with their cover and what they have used of each limit."""

    person: PersonRow
    coverages: tuple[CoverageRow, ...]
    standing: Standing

    @property
    def insured(self) -> case.Person:
        """The person as the rules want them."""
        return case.Person(self.person.birth_date, Sex(self.person.sex))

    @property
    def mivita(self) -> tuple[case.Coverage, ...]:
        """The periods of Mivita as the rules want them."""
        return tuple(
            case.Coverage(Tier(c.tier), c.first, c.last)
            for c in self.coverages
            if c.product == "mivita" and c.tier is not None
        )
