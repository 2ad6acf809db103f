"""The store, beside the same statements on a bare sqlite3 cursor: a claim assessed, a person found.

python -m benchmarks.store [--people 1000000]
"""

from __future__ import annotations

import argparse
import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random
from statistics import median, quantiles
from time import perf_counter_ns
from typing import Any

from sqlalchemy.orm import Session

from caseworker.models.people.search import find_people
from caseworker.models.store.prepared import Prepared
from caseworker.models.store.store import Store
from caseworker.resources import resource
from caseworker.rules.case import Line
from caseworker.rules.conditions import load_conditions
from caseworker.rules.vocabulary import Sex
from caseworker.services.claims.assessing import assess, load_claim
from caseworker.services.claims.at_once import enter_and_decide
from caseworker.services.claims.entering import enter_claim
from caseworker.services.claims.forms import ClaimForm
from caseworker.services.context import Context, anybody
from caseworker.services.people.bulk import NewPerson, enter_people
from caseworker.services.people.entering import enter_coverage, enter_person
from caseworker.services.people.forms import CoverageForm, PersonForm

TODAY = date(2026, 11, 20)
YEARS = range(2017, 2027)
ROUNDS, CLAIM_RUNS, SEARCHES = 7, 300, 400
MOST_LOADED, MOST_FOUND, MOST_TWO_WORDS_MS = 1.5, 2.5, 10.0
PAGE = 50

Statement = tuple[str, Any]


def main() -> int:
    """Measure, print the figures, and say by the exit code whether they hold."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--people", type=int, default=1_000_000)
    people: int = parser.parse_args().people
    context = Context(
        anybody("benchmark"),
        datetime(2026, 11, 20, 9, tzinfo=UTC),
        load_conditions(resource("conditions", "mivita")),
    )
    with tempfile.TemporaryDirectory() as folder:
        store = Store.create(str(Path(folder, "store.sqlite")))
        held = [measure_claim(store, context), measure_search(store, context, people)]
        store.close()
    return 0 if all(held) else 1


def measure_claim(store: Store, context: Context) -> bool:
    """A claim of one line after ten years of eight kinds of claims: loaded and assessed, beside the fetch."""
    number = _claim_after_years(store, context)

    def ours(session: Session) -> None:
        assess(load_claim(session, context, number), context)

    with store.reading() as session:
        statements = recorded(lambda: ours(session))
        bare = _bare(store)
        pairs = [(_each(lambda: _run(bare, statements)), _each(lambda: ours(session))) for _ in range(ROUNDS)]
        rows = sum(len(bare.execute(*statement).fetchall()) for statement in statements)
    raw, full = (median(side) for side in zip(*pairs, strict=True))
    ratio = median(full / raw for raw, full in pairs)
    print(f"a claim loaded ({len(statements)} statements, {rows} rows) and assessed: {full / 1e3:.0f} µs")
    print(f"  the same rows fetched: {raw / 1e3:.0f} µs, {ratio:.2f} times (at most {MOST_LOADED})")
    return ratio <= MOST_LOADED


def measure_search(store: Store, context: Context, people: int) -> bool:
    """Searches as people type them, each beside the statements that it ran."""
    started = perf_counter_ns()
    with store.writing() as session:
        for _ in enter_people(session, context, _people(people)):
            pass
    print(f"{people} people entered in {(perf_counter_ns() - started) / 1e9:.0f} s")
    held = [_measure_texts(store, kind, texts) for kind, texts in _texts(people).items()]
    return all(held)


def _measure_texts(store: Store, kind: str, texts: Sequence[str]) -> bool:
    ours: list[float] = []
    raw: list[float] = []
    bare = _bare(store)
    with store.reading() as session:
        for text in texts:
            statements = recorded(lambda text=text: find_people(session, text, PAGE, TODAY))  # type: ignore[misc]
            raw.append(_best(lambda statements=statements: _run(bare, statements)))  # type: ignore[misc]
            ours.append(_best(lambda text=text: find_people(session, text, PAGE, TODAY)))  # type: ignore[misc]
    slowest, floor = (quantiles(times, n=20)[-1] for times in (ours, raw))
    ratio = slowest / floor
    print(
        f"found by {kind}: p50 {median(ours) / 1e6:.2f} ms, p95 {slowest / 1e6:.2f} ms;"
        f" the bare query {floor / 1e6:.2f} ms, {ratio:.2f} times (at most {MOST_FOUND})"
    )
    return ratio <= MOST_FOUND and (kind != "two words" or slowest / 1e6 <= MOST_TWO_WORDS_MS)


def recorded(work: Callable[[], object]) -> list[Statement]:
    """The statements, with their parameters, that `work` runs on the driver."""
    seen: list[Statement] = []
    rows = Prepared.rows

    def recording(self: Prepared, driver: Any, parameters: Any) -> Any:
        seen.append(self.as_run(driver, parameters))
        return rows(self, driver, parameters)

    Prepared.rows = recording  # type: ignore[method-assign]
    try:
        work()
    finally:
        Prepared.rows = rows  # type: ignore[method-assign]
    return seen


def _bare(store: Store) -> sqlite3.Cursor:
    connection = sqlite3.connect(str(store.path), isolation_level=None)
    connection.execute("PRAGMA cache_size=-65536")
    return connection.cursor()


def _run(cursor: sqlite3.Cursor, statements: Sequence[Statement]) -> None:
    for sql, parameters in statements:
        cursor.execute(sql, parameters)
        cursor.fetchall()


def _each(work: Callable[[], object]) -> float:
    """Nanoseconds for one run, the median of many."""
    times = []
    for _ in range(CLAIM_RUNS):
        started = perf_counter_ns()
        work()
        times.append(perf_counter_ns() - started)
    return median(times)


def _best(work: Callable[[], object]) -> float:
    """Nanoseconds for one run, the better of two: what else runs on the machine is left out."""
    times = []
    for _ in range(2):
        started = perf_counter_ns()
        work()
        times.append(perf_counter_ns() - started)
    return min(times)


def _claim_after_years(store: Store, context: Context) -> str:
    with store.writing() as session:
        person = enter_person(
            session, context, PersonForm(date(1962, 7, 14), Sex.FEMALE, "Bernasconi", "Giulia")
        )
        enter_coverage(
            session,
            context,
            person.number,
            CoverageForm("mivita", date(2015, 1, 1), "reala", date(2019, 12, 31)),
        )
        enter_coverage(session, context, person.number, CoverageForm("mivita", date(2020, 1, 1), "extensa"))
        for year in YEARS:
            enter_and_decide(session, context, person.id, ClaimForm(person.number, _lines(year)))
        line = _line("1", "complementary.treatment", date(2026, 9, 1), provider_recognised=True)
        return enter_claim(session, context, ClaimForm(person.number, (line,), date(2026, 9, 20))).number


def _lines(year: int) -> tuple[Line, ...]:
    day = date(year, 3, 2)
    return (
        _line("1", "complementary.treatment", day, provider_recognised=True),
        _line("2", "transport.emergency", day, emergency=True, nearest_provider=True),
        _line("3", "aids.vision", day, prescribed=True),
        _line("4", "prevention.checkup", day, performed_by_physician=True),
        _line("5", "prevention.gynaecological", day),
        _line("6", "specific.psychotherapy", day, prescribed=True, provider_recognised=True),
        _line("7", "health_promotion.fitness", day, provider_recognised=True, subscription_eligible=True),
        _line("8", "aids.insoles", day, prescribed=True),
    )


def _line(label: str, benefit: str, day: date, **facts: bool) -> Line:
    return Line(label, benefit, day, day, 12_000, facts=facts)


SYLLABLES = (
    "ber",
    "mül",
    "kel",
    "ros",
    "na",
    "sco",
    "ni",
    "ler",
    "schä",
    "fer",
    "gio",
    "lan",
    "vet",
    "hu",
    "zim",
    "mann",
)
GIVEN = ("an", "ma", "lu", "gi", "ulia", "ria", "ca", "jö", "rg", "be", "at", "zo", "ë", "no", "emi", "le")


def _names(syllables: Sequence[str], count: int) -> list[str]:
    random = Random(len(syllables) + count)
    return ["".join(random.choices(syllables, k=random.choice((2, 3, 3)))).capitalize() for _ in range(count)]


NAMES, GIVEN_NAMES = _names(SYLLABLES, 20_000), _names(GIVEN, 3_000)


def _person(place: int) -> tuple[str, str, date]:
    """The same person for the same place, names the commoner the earlier they stand in the list."""
    random = Random(place)
    name = NAMES[int(len(NAMES) * random.random() ** 3)]
    given = GIVEN_NAMES[int(len(GIVEN_NAMES) * random.random() ** 3)]
    return name, given, date(1930 + random.randrange(95), random.randint(1, 12), random.randint(1, 28))


def _people(count: int) -> Iterator[NewPerson]:
    cover = (CoverageForm("mivita", date(2019, 1, 1), "extensa"),)
    for place in range(count):
        name, given, birth = _person(place)
        yield NewPerson(PersonForm(birth, Sex.FEMALE if place % 2 else Sex.MALE, name, given), cover)


def _texts(people: int) -> dict[str, list[str]]:
    """What is typed to find people of the store: whole names and half typed ones, days, numbers."""
    random = Random(3)
    kinds: dict[str, list[str]] = {
        "one word": [],
        "two words": [],
        "name and birth date": [],
        "birth date": [],
    }
    for _ in range(SEARCHES):
        name, given, birth = _person(random.randrange(people))
        half, start = name[: random.randint(2, len(name))], given[: random.randint(1, len(given))]
        kinds["one word"].append(random.choice((half, given[:3], name.replace("ü", "ue"))))
        kinds["two words"].append(random.choice((f"{half} {start}", f"{start} {half}", f"{name} {given}")))
        kinds["name and birth date"].append(f"{half} {birth:%d.%m.%Y}")
        kinds["birth date"].append(f"{birth:%d.%m.%Y}")
    return kinds


if __name__ == "__main__":
    raise SystemExit(main())
