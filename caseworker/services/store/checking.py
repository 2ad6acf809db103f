"""Whether the store says the same everywhere: balances, entries, decisions, letters, windows, hashes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from hashlib import sha256
from typing import NamedTuple

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from caseworker import canonical
from caseworker.models.audit.tables import Event
from caseworker.models.store.failures import refusal_for
from caseworker.models.store.numbers import decision_number, letter_number
from caseworker.models.store.store import Store
from caseworker.rules.conditions import Conditions
from caseworker.rules.pools import RUN
from caseworker.services.audit.events import BEGINNING, event_hash
from caseworker.services.store.comparing import booked, guards, reserved, terms, witnessed
from caseworker.services.store.comparing_letters import letters
from caseworker.services.store.comparing_settings import house_settings
from caseworker.services.store.work_items import work_items


class Problem(NamedTuple):
    """Something that does not agree: which check found it, and what it is about."""

    check: str
    message: str


class Report(NamedTuple):
    """What a check found; the names of the checks that were made."""

    checks: tuple[str, ...]
    problems: tuple[Problem, ...]


Check = Callable[[Session, Conditions], Iterator[str]]

_BALANCES = """
SELECT person.number, e.limit_name, e.period_key, e.total, b.used
FROM (SELECT person_id, limit_name, period_key, sum(amount) AS total FROM entry
      GROUP BY person_id, limit_name, period_key) AS e
JOIN person ON person.id = e.person_id
LEFT JOIN limit_balance AS b
  ON b.person_id = e.person_id AND b.limit_name = e.limit_name AND b.period_key = e.period_key
WHERE b.used IS NULL OR b.used <> e.total
UNION ALL
SELECT person.number, b.limit_name, b.period_key, 0, b.used
FROM limit_balance AS b JOIN person ON person.id = b.person_id
WHERE b.used <> 0 AND NOT EXISTS (
  SELECT 1 FROM entry WHERE entry.person_id = b.person_id AND entry.limit_name = b.limit_name
  AND entry.period_key = b.period_key)
"""
_OVERDRAWN = """
SELECT person.number, b.limit_name, b.period_key, b.used + b.reserved, b.cap
FROM limit_balance AS b JOIN person ON person.id = b.person_id
WHERE b.cap IS NOT NULL AND b.used + b.reserved > b.cap
"""
_REVERSED = """
SELECT entry.decision_id FROM entry JOIN reversal ON reversal.decision_id = entry.decision_id
GROUP BY entry.decision_id, entry.line_id, entry.limit_name, entry.period_key HAVING sum(entry.amount) <> 0
"""
_COUNTERED = """
SELECT DISTINCT entry.decision_id FROM entry
WHERE entry.counter AND NOT EXISTS (
  SELECT 1 FROM reversal WHERE reversal.decision_id = entry.decision_id)
"""
_AMOUNTS = """
SELECT decision.id FROM decision
WHERE decision.amount <> (
  SELECT coalesce(sum(amount), -1) FROM decision_line WHERE decision_line.decision_id = decision.id)
"""
_LINES = """
SELECT decision_line.decision_id FROM decision_line JOIN line ON line.id = decision_line.line_id
WHERE (line.decision_id IS NOT NULL AND line.decision_id = decision_line.decision_id) = EXISTS (
  SELECT 1 FROM reversal WHERE reversal.decision_id = decision_line.decision_id)
"""
_LETTERS = """
SELECT c.year, c.last, l.total, l.highest FROM
(SELECT year, last FROM counter WHERE name = 'letter') AS c
LEFT JOIN (SELECT year, count(*) AS total, max(number) AS highest FROM letter GROUP BY year) AS l
  ON l.year = c.year
WHERE l.total IS NULL OR l.total <> c.last OR l.highest <> c.last
UNION ALL
SELECT l.year, NULL, count(*), max(l.number) FROM letter AS l
WHERE NOT EXISTS (SELECT 1 FROM counter WHERE name = 'letter' AND counter.year = l.year) GROUP BY l.year
"""
_PAIRS = """
SELECT decision.id FROM decision LEFT JOIN letter ON letter.decision_id = decision.id
WHERE letter.number IS NULL OR letter.number <> decision.letter_number OR letter.year <> decision.letter_year
"""
_COVERS = """
SELECT person.number, a.product FROM coverage AS a
JOIN coverage AS b ON b.person_id = a.person_id AND b.product = a.product AND b.id > a.id
  AND b.first <= coalesce(a.last, b.first) AND a.first <= coalesce(b.last, a.first)
JOIN person ON person.id = a.person_id
"""


def check(store: Store, conditions: Conditions) -> Report:
    """Everything, the hashes of all that is frozen too: minutes for a large store."""
    return _run(store, conditions, {**_QUICK, **_FULL})


def guard(store: Store, conditions: Conditions) -> Report:
    """What is checked at start: sums only. Unless they all agree, the store is for reading only."""
    store.read_only = "it has not been checked"
    report = _run(store, conditions, _QUICK)
    store.read_only = report.problems[0].message if report.problems else None
    return report


def _run(store: Store, conditions: Conditions, checks: dict[str, Check]) -> Report:
    found: list[Problem] = []
    with store.reading() as session:
        for name, each in checks.items():
            try:
                found.extend(Problem(name, message) for message in each(session, conditions))
            except Exception as error:  # a check that cannot be made must not pass for one that was
                if refusal_for(error) is not None:  # nothing can be read now: no finding about the store
                    raise
                found.append(Problem(name, f"{name} could not be checked: {_first_line(error)}"))
    return Report(tuple(checks), tuple(found))


def _first_line(error: Exception) -> str:
    return f"{type(error).__name__}: {error}".splitlines()[0]


def _balances(session: Session, _: Conditions) -> Iterator[str]:
    for number, limit, key, total, used in session.execute(text(_BALANCES)):
        yield f"person {number}, {limit} {key}: the entries add up to {total}, the balance says {used}"


def _within_caps(session: Session, _: Conditions) -> Iterator[str]:
    for number, limit, key, taken, cap in session.execute(text(_OVERDRAWN)):
        yield f"person {number}, {limit} {key}: {taken} is taken of {cap}"


def _decisions(session: Session, _: Conditions) -> Iterator[str]:
    for key in session.scalars(text(_REVERSED)):
        yield f"decision {decision_number(key)} was taken back, but its entries do not come to nothing"
    for key in session.scalars(text(_COUNTERED)):
        yield f"decision {decision_number(key)} is in force, but has counter-entries"
    for key in session.scalars(text(_AMOUNTS)):
        yield f"decision {decision_number(key)}: its lines do not add up to its amount"
    for key in session.scalars(text(_LINES)):
        yield f"decision {decision_number(key)}: its lines do not say whether it is in force"


def _letters(session: Session, _: Conditions) -> Iterator[str]:
    for year, last, total, highest in session.execute(text(_LETTERS)):
        told = f"{total or 0} letters, the highest {highest or 0}, the counter at {last or 0}"
        yield f"letters of {year}: {told}"
    for key in session.scalars(text(_PAIRS)):
        yield f"decision {decision_number(key)} and its letter do not name each other"


def _windows(session: Session, conditions: Conditions) -> Iterator[str]:
    """No five years in a row hold more than their days (12.5, 13.3); a lifetime holds its count (30.2.f)."""
    periods = {t.name: t.period for e in conditions.editions for t in e.terms.limits.values()}
    asked = text(
        "SELECT person.number, limit_name, period_key, used + reserved, cap FROM limit_balance"
        " JOIN person ON person.id = person_id WHERE used > 0 OR reserved > 0"
    )
    runs: dict[tuple[str, str], dict[int, tuple[int, int]]] = {}
    lives: dict[tuple[str, str], int] = {}
    for number, limit, key, taken, cap in session.execute(asked):
        if periods.get(limit) == "five_years" and cap is not None:
            try:
                runs.setdefault((number, limit), {})[int(key)] = (int(taken), int(cap))
            except ValueError as error:
                yield f"person {number}, {limit} {key}: no year, or no days ({error})"
        elif periods.get(limit) == "lifetime":
            lives[number, limit] = lives.get((number, limit), 0) + 1
    for (number, limit), years in runs.items():
        for year in years:
            run = [years[y] for y in range(year, year + RUN) if y in years]
            days, cap = sum(taken for taken, _ in run), max(cap for _, cap in run)
            if days > cap:
                yield f"person {number}, {limit} {year}/{year + RUN - 1}: {days} of {cap}"
    for (number, limit), count in lives.items():
        if count > 1:
            yield f"person {number}, {limit}: {count} in a lifetime"


def _covers(session: Session, _: Conditions) -> Iterator[str]:
    for number, product in session.execute(text(_COVERS)):
        yield f"person {number}: periods of {product} overlap"


def _frozen(session: Session, _: Conditions) -> Iterator[str]:
    """What was frozen is what its hash says."""
    asked = session.execute(text("SELECT id, document, sha256 FROM decision ORDER BY id"))
    for key, document, digest in asked.yield_per(500):
        if not isinstance(document, str) or canonical.digest(document) != digest:
            yield f"decision {decision_number(key)} is not as it was frozen"
    asked = session.execute(text("SELECT year, number, record, sha256 FROM letter"))
    for year, number, record, digest in asked.yield_per(500):
        if not isinstance(record, str) or canonical.digest(record) != digest:
            yield f"letter {letter_number(year, number)} is not as it was frozen"
    asked = session.execute(text("SELECT year, number, content, sha256 FROM letter_file"))
    for year, number, content, digest in asked.yield_per(50):
        if sha256(content).hexdigest() != digest:
            yield f"letter {letter_number(year, number)} is not as it was drawn"


def _chains(session: Session, _: Conditions) -> Iterator[str]:
    """Each event follows the one before it, and none is missing or changed."""
    asked = session.execute(
        select(
            Event.chain,
            Event.sequence,
            Event.at,
            Event.by_whom,
            Event.kind,
            Event.subject,
            Event.data,
            Event.previous,
            Event.hash,
        ).order_by(Event.chain, Event.sequence)
    ).yield_per(1000)
    chain, sequence, last = -1, 0, BEGINNING
    for event in asked:
        if event.chain != chain:
            chain, sequence, last = event.chain, 0, BEGINNING
        sequence += 1
        moment = event.at.isoformat(timespec="microseconds")
        parts = (event.by_whom, event.kind, event.subject, event.data, last)
        whole = event.previous == last and event.sequence == sequence
        if not whole or event.hash != event_hash(chain, sequence, moment, *parts):
            of = f"the person with key {event.chain}" if event.chain else "the store"
            yield f"the record of what was done to {of} breaks at event {event.sequence}"
        sequence, last = event.sequence, event.hash


_QUICK: dict[str, Check] = {
    "balances": _balances,
    "caps": _within_caps,
    "reserved": reserved,
    "decisions": _decisions,
    "letters": _letters,
    "windows": _windows,
    "guards": guards,
}
_FULL: dict[str, Check] = {
    "cover": _covers,
    "frozen": _frozen,
    "terms": terms,
    "booked": booked,
    "letters' rows": letters,
    "events": _chains,
    "witnessed": witnessed,
    "work": work_items,
    "settings": house_settings,
}
