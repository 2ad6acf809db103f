"""Stores for tests: empty ones, people and claims in them, and what a test looks at."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any
from zlib import crc32

from sqlalchemy import event
from sqlalchemy.orm import Session

from caseworker.letters.kinds.decision.record import DecisionRecord
from caseworker.models.people.rows import AddressRow
from caseworker.models.store.store import Store
from caseworker.resources import resource
from caseworker.rights import Actor
from caseworker.rules.case import Line
from caseworker.rules.conditions import Conditions, load_conditions
from caseworker.rules.vocabulary import Sex
from caseworker.services.access import Access
from caseworker.services.claims.entering import enter_claim
from caseworker.services.claims.forms import ClaimForm
from caseworker.services.context import Context, anybody
from caseworker.services.letters.issuing import letter_record
from caseworker.services.people.entering import enter_coverage, enter_person
from caseworker.services.people.forms import CoverageForm, PersonForm
from tests.support.copies import Copies
from tests.support.postgres import Postgres

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
ADDRESS = AddressRow("Via Nassa", "12", "6900", "Lugano", "CH")
CAP = 250_000  # complementary medicine, Extensa, a calendar year (art. 11.1)


@cache
def conditions() -> Conditions:
    return load_conditions(resource("conditions", "mivita"))


def context(by: str = "G. Keller", at: datetime = NOW) -> Context:
    return Context(anybody(by), at, conditions())


def access(store: Store, actor: Actor | None = None) -> Access:
    """The door to a store for somebody with every right, or for who is named."""
    return Access(store, conditions(), actor or anybody("G. Keller"), lambda: NOW)


Filling = Callable[[Store], object]


def with_nothing(store: Store) -> None:
    """What an empty store is filled with."""


@cache
def _file(base: Path, fill: Filling) -> Path:
    path = base / f"{fill.__module__}.{fill.__qualname__}.sqlite"
    store = Store.create(str(path))
    fill(store)
    store.close()
    return path


def file_store(folder: Path, base: Path, fill: Filling = with_nothing) -> str:
    """The path of a new store: a copy of one that the migrations made, and `fill` filled, once."""
    return str(shutil.copy(_file(base, fill), folder / "store.sqlite"))


@cache
def _copies(server: Postgres, fill: Filling) -> Copies:
    def build(url: str) -> None:
        store = Store.create(url)
        fill(store)
        store.close()

    # A server takes names of 63 letters.
    name = f"store_{crc32(f'{fill.__module__}.{fill.__qualname__}'.encode()):08x}"
    return Copies(server, server.template(name, build))


@contextmanager
def server_store(server: Postgres, fill: Filling = with_nothing) -> Iterator[str]:
    """The URL of a store on a server: a copy of one that the migrations made, and `fill` filled, once."""
    with _copies(server, fill).one() as name:
        yield server.url(name)


@contextmanager
def opened(address: str) -> Iterator[Store]:
    """The store at an address, for as long as it is needed."""
    store = Store.open(address)
    yield store
    store.close()


def insure(
    store: Store, number: str = "10000001", tier: str = "extensa", birth: date = date(1985, 7, 14)
) -> str:
    """A woman with Mivita since 2019 and an address; her number."""
    with store.writing() as session:
        form = PersonForm(birth, Sex.FEMALE, "Bernasconi", "Giulia", number=number, address=ADDRESS)
        enter_person(session, context(), form)
        enter_coverage(session, context(), number, CoverageForm("mivita", date(2019, 1, 1), tier))
    return number


def treatment(label: str = "1", rappen: int = 48_000, day: date = date(2026, 3, 2), **more: Any) -> Line:
    """A line of complementary medicine, paid at 75 %; all it needs is known unless `facts` says otherwise."""
    more.setdefault("facts", {"provider_recognised": True})
    return Line(label, "complementary.treatment", day, day, rappen, **more)


def claim(store: Store, number: str, *lines: Line, **more: Any) -> str:
    """A claim of a person; its number."""
    with store.writing() as session:
        form = ClaimForm(number, lines or (treatment(),), received=date(2026, 3, 20), **more)
        return enter_claim(session, context(), form).number


def decided_letter(session: Session, number: str) -> DecisionRecord:
    """What the letter of a decision says."""
    record = letter_record(session, context(), number)
    assert isinstance(record, DecisionRecord)
    return record


def count_statements(store: Store, work: Callable[[], object]) -> list[str]:
    """The statements that reach the engine's driver during `work`, those of the triggers left out."""
    seen: list[str] = []
    if store.is_file:
        _trace_sqlite(store, seen)
    else:
        _trace_postgres(store, seen)
    work()
    return seen


def _trace_sqlite(store: Store, seen: list[str]) -> None:
    def traced(statement: str) -> None:
        # A trigger that fires is told as the statement that set it off, once more right after it.
        fired = bool(seen) and seen[-1] == statement
        if not fired and not statement.startswith("--"):
            seen.append(statement)

    @event.listens_for(store.engine, "checkout")
    def checked_out(connection: Any, _record: object, _proxy: object) -> None:
        connection.set_trace_callback(traced)


def _trace_postgres(store: Store, seen: list[str]) -> None:
    import psycopg

    class Cursor(psycopg.Cursor[Any]):
        def execute(self, query: Any, *args: Any, **options: Any) -> Any:
            seen.append(str(query))
            return super().execute(query, *args, **options)

        def executemany(self, query: Any, params_seq: Any, **options: Any) -> Any:
            rows = list(params_seq)
            seen.extend([str(query)] * len(rows))
            return super().executemany(query, rows, **options)

    @event.listens_for(store.engine, "checkout")
    def checked_out(connection: Any, _record: object, _proxy: object) -> None:
        connection.cursor_factory = Cursor
