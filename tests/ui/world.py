"""A small made-up insurer for the tests of the window, entered through the services."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from caseworker.models.people.rows import AddressRow
from caseworker.models.store.store import Store
from caseworker.resources import resource
from caseworker.rules.case import Line
from caseworker.rules.conditions import Conditions, load_conditions
from caseworker.rules.vocabulary import Sex
from caseworker.services.access import Access
from caseworker.services.claims.deciding import decide_as_assessed
from caseworker.services.claims.entering import enter_claim
from caseworker.services.claims.forms import ClaimForm
from caseworker.services.context import Context, anybody
from caseworker.services.people.entering import enter_coverage, enter_household, enter_person, enter_provider
from caseworker.services.people.forms import CoverageForm, PersonForm, ProviderForm

TODAY = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
ADDRESS = AddressRow("Via Nassa", "12", "6900", "Lugano", "CH")


@cache
def conditions() -> Conditions:
    return load_conditions(resource("conditions", "mivita"))


CONTEXT = Context(anybody("G. Keller"), NOW, conditions())


def a_line(number: str, benefit: str, day: date, rappen: int, **more: object) -> Line:
    return Line(id=number, benefit=benefit, first=day, last=day, charged=rappen, **more)  # type: ignore[arg-type]


PEOPLE = (
    PersonForm(
        date(1985, 7, 14), Sex.FEMALE, "Bernasconi", "Giulia", "it", ahv="756.9217.0769.85", address=ADDRESS
    ),
    PersonForm(date(1961, 2, 3), Sex.MALE, "Müller", "Jörg", "de", address=ADDRESS),
    PersonForm(date(1992, 12, 30), Sex.FEMALE, "Mueller", "Zoë", "fr", address=ADDRESS),
    PersonForm(date(2019, 5, 5), Sex.FEMALE, "Bernasconi", "Ada", "it", address=ADDRESS),
    PersonForm(
        date(1948, 1, 9), Sex.MALE, "Rossi", "Marco", "it", death_date=date(2025, 3, 1), address=ADDRESS
    ),
)

DECIDED = 3
GIULIA, JOERG, ZOE, ADA, MARCO = range(5)


class World:
    """A store with a few people, the numbers under which they were entered, and claims of Giulia's."""

    def __init__(self, folder: Path) -> None:
        self.conditions = conditions()
        self.ctx = CONTEXT
        entered = _entered()
        path = folder / "store.sqlite"
        path.write_bytes(entered.content)
        self.store = Store.open(f"sqlite:///{path}")
        self.people, self.claims = list(entered.people), list(entered.claims)
        # The first claims are decided, the rest wait.
        self.decisions = list(entered.decisions)

    @property
    def access(self) -> Access:
        """The door to this world: always the same actor and moment."""
        return Access(self.store, self.conditions, self.ctx.actor, lambda: NOW)

    def close(self) -> None:
        self.store.close()


class _Entered:
    """What every world begins with, entered once."""

    def __init__(self, folder: Path) -> None:
        path = folder / "entered.sqlite"
        self.ctx = CONTEXT
        self.store = Store.create(str(path))
        self.people = self._enter_people()
        self.claims = self._enter_claims()
        self.decisions = [self._decide(number) for number in self.claims[:DECIDED]]
        self.store.close()
        self.content = path.read_bytes()

    def _decide(self, claim: str) -> str:
        with self.store.writing() as session:
            return decide_as_assessed(session, self.ctx, claim).number

    def _enter_people(self) -> list[str]:
        with self.store.writing() as session:
            home = enter_household(session, self.ctx, "Bernasconi, Via Nassa 12")
            numbers: list[str] = []
            for form in PEOPLE:
                mother = numbers[GIULIA] if len(numbers) == ADA else None
                shared = home if form.name == "Bernasconi" else None
                entered = replace(form, mother=mother, household=shared)
                numbers.append(enter_person(session, self.ctx, entered).number)
            for who, cover in COVERS:
                enter_coverage(session, self.ctx, numbers[who], cover)
        return numbers

    def _enter_claims(self) -> list[str]:
        entered: list[str] = []
        for provider, lines in CLAIMS:
            with self.store.writing() as session:
                key = enter_provider(session, self.ctx, ProviderForm(provider, "therapist", "Lugano")).id
                form = ClaimForm(self.people[GIULIA], lines, received=lines[0].last, provider_id=key)
                entered.append(enter_claim(session, self.ctx, form).number)
        return entered


@cache
def _entered() -> _Entered:
    with TemporaryDirectory() as folder:
        return _Entered(Path(folder))


COVERS = (
    (GIULIA, CoverageForm("mivita", date(2019, 1, 1), "reala", date(2022, 12, 31))),
    (GIULIA, CoverageForm("mivita", date(2023, 1, 1), "extensa", term_years=3)),
    (GIULIA, CoverageForm("denta", date(2019, 1, 1))),
    (JOERG, CoverageForm("mivita", date(2010, 1, 1), "reala")),
    (JOERG, CoverageForm("comforta", date(2015, 1, 1), "private")),
    (ADA, CoverageForm("mivita", date(2019, 5, 5), "extensa")),
    (MARCO, CoverageForm("mivita", date(2000, 1, 1), "reala", date(2025, 3, 1))),
)
CLAIMS: tuple[tuple[str, tuple[Line, ...]], ...] = (
    (
        "Studio Lavizzari",
        (
            a_line(
                "1", "complementary.treatment", date(2026, 3, 2), 48_000, facts={"provider_recognised": True}
            ),
        ),
    ),
    (
        "Ottica Centrale",
        (
            a_line("1", "aids.vision", date(2025, 6, 12), 91_000, facts={"prescribed": True}),
            a_line("2", "aids.insoles", date(2025, 6, 12), 24_000, facts={"prescribed": True}),
        ),
    ),
    (
        "Palestra Riva",
        (
            a_line(
                "1",
                "health_promotion.fitness",
                date(2026, 1, 5),
                89_000,
                facts={"provider_recognised": True, "subscription_eligible": True},
            ),
        ),
    ),
    ("Farmacia San Lorenzo", (a_line("1", "medicine", date(2026, 10, 20), 12_345),)),
)
