"""The queue: two hundred thousand open items are paged and counted by the index of open items."""

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import ClauseElement, Select, text
from sqlalchemy.exc import IntegrityError

from caseworker.models.store.store import Store
from caseworker.models.work.queries import PAGE, Position, counts_of, page_of, work_counts, work_page
from caseworker.models.work.rows import CLAIM, View
from tests.support.stores import NOW, insure

TODAY = NOW.date()
OPEN_ROWS, CLOSED_ROWS = 200_000, 5_000
NUMBERS = {
    "sqlite": "WITH RECURSIVE g(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM g WHERE n < :count) ",
    "postgresql": "WITH g(n) AS (SELECT generate_series(1, :count)) ",
}
DUE = {"sqlite": "date(:today, (n % 90) || ' days')", "postgresql": "CAST(:today AS date) + n % 90"}
# Of each hundred items four wait for facts, three for consent, two are put off and one was until yesterday.
FILL = """
INSERT INTO work (kind, subject_key, person_id, title_key, state, waits, received_on, due_on, held_until,
  held_why, stopped_days, amount_rp, lines_open, lines_facts, lines_consent, opened_at, closed_at, closed_by,
  version)
{numbers} SELECT 'claim', 'C' || n, 1, 'complementary.treatment',
  CASE WHEN n > {open} THEN 'done' WHEN n % 100 < 3 THEN 'held' ELSE 'ready' END,
  CASE WHEN n > {open} THEN NULL WHEN n % 100 < 3 THEN 'papers' WHEN n % 100 < 7 THEN 'facts'
    WHEN n % 100 < 10 THEN 'consent' END,
  :today, {due},
  CASE WHEN n > {open} THEN NULL WHEN n % 100 < 2 THEN :later WHEN n % 100 = 2 THEN :earlier END,
  CASE WHEN n <= {open} AND n % 100 < 3 THEN 'asked' END, 0, 100, 1,
  CASE WHEN n % 100 BETWEEN 3 AND 6 THEN 1 ELSE 0 END,
  CASE WHEN n % 100 BETWEEN 7 AND 9 THEN 1 ELSE 0 END, :at,
  CASE WHEN n > {open} THEN :at END, CASE WHEN n > {open} THEN 'G. Keller' END, 1
FROM g
"""
OPEN_VIEWS = [view for view in View if view is not View.ALL]


def fill(store: Store, open_rows: int, closed_rows: int) -> None:
    insure(store)
    engine = store.engine.dialect.name
    statement = FILL.format(numbers=NUMBERS[engine], due=DUE[engine], open=open_rows)
    days: dict[str, Any] = {
        "today": TODAY,
        "later": TODAY + timedelta(days=10),
        "earlier": TODAY - timedelta(days=1),
        "at": NOW,
    }
    if store.is_file:
        days = {name: day.isoformat() for name, day in days.items()}
    else:
        for name, kind in (("later", "date"), ("earlier", "date"), ("today", "date"), ("at", "timestamptz")):
            statement = statement.replace(f":{name}", f"CAST(:{name} AS {kind})")
    with store.writing() as session:
        if not store.is_file:
            # Rows that may yet be lost are not cleared for reading from the index alone.
            session.execute(text("SET LOCAL synchronous_commit = on"))
            # The same person would be looked up for every row.
            session.execute(text("ALTER TABLE work DROP CONSTRAINT fk_work_person_id"))
        session.execute(text(statement), {**days, "count": open_rows + closed_rows})


def plan(store: Store, statement: ClauseElement) -> str:
    """How the engine goes about a statement, alone."""
    compiled = statement.compile(store.engine, compile_kwargs={"literal_binds": True})
    how = "EXPLAIN QUERY PLAN" if store.is_file else "EXPLAIN"
    with store.reading() as session:
        if not store.is_file:
            # Whether a server reads the table by several hands at once goes by its version and its cores.
            session.execute(text("SET LOCAL max_parallel_workers_per_gather = 0"))
        told = session.execute(text(f"{how} {compiled}")).all()
    return "\n".join(str(row[-1]) for row in told)


def analyse(store: Store) -> None:
    """What a server does by itself after such a change; nobody does for a file."""
    if not store.is_file:
        with store.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql("VACUUM ANALYZE work")


@pytest.mark.each_engine
def test_pages_and_figures_of_many_open_items_come_from_the_index_of_open_items(store: Store) -> None:
    fill(store, OPEN_ROWS, CLOSED_ROWS)
    analyse(store)
    asked: list[Select[Any]] = [counts_of(CLAIM, TODAY)]
    for view in OPEN_VIEWS:
        asked += [page_of(CLAIM, view, TODAY), page_of(CLAIM, view, TODAY, Position(TODAY, 1_000))]
    for statement in asked:
        told = plan(store, statement)
        assert ("ix_work_count" if statement is asked[0] else "ix_work_next") in told, told
        assert "SORT" not in told.upper(), told
        assert "TEMP B-TREE" not in told, told
    with store.reading() as session:
        counts = work_counts(session, CLAIM, TODAY)
    assert (counts.open, counts.facts, counts.consent, counts.held) == (196_000, 8_000, 6_000, 4_000)
    assert counts.all == OPEN_ROWS + CLOSED_ROWS


@pytest.mark.each_engine
@pytest.mark.parametrize("view", View)
def test_a_figure_counts_the_rows_that_its_pages_give(store: Store, view: View) -> None:
    fill(store, 3_000, 500)
    found: list[int] = []
    with store.reading() as session:
        after = None
        while page := work_page(session, CLAIM, view, TODAY, after, PAGE):
            found += [item.id for item in page]
            after = Position(page[-1].due_on, page[-1].id)
        for day in (TODAY, TODAY + timedelta(days=10)):
            whole = work_page(session, CLAIM, view, day, None, 10_000)
            assert len(whole) == work_counts(session, CLAIM, day).of(view)
        first = work_page(session, CLAIM, view, TODAY, None, 10_000)
    assert found == [item.id for item in first]
    assert len(set(found)) == len(found) > PAGE * (view not in (View.FACTS, View.CONSENT, View.HELD))


def test_what_was_put_off_is_there_again_from_its_day_on_without_being_written(store: Store) -> None:
    fill(store, 1_000, 0)
    last = TODAY + timedelta(days=9)
    with store.reading() as session:
        before, on_the_day = (work_counts(session, CLAIM, day) for day in (last, last + timedelta(days=1)))
    assert (before.open, before.held) == (980, 20)
    assert (on_the_day.open, on_the_day.held) == (1_000, 0)


@pytest.mark.each_engine
@pytest.mark.parametrize(
    "change",
    [
        "held_until = '2026-12-01'",  # ready and on hold
        "held_why = 'asked'",
        "stopped_since = '2026-11-20'",
        "state = 'held'",  # for nothing
        "state = 'done'",  # by nobody
        "closed_at = opened_at, closed_by = 'X'",  # and open
        "stopped_days = -1",
        "lines_facts = 2",
        "state = 'lost'",
        "waits = 'luck'",
    ],
)
def test_the_store_keeps_no_item_that_cannot_be(store: Store, change: str) -> None:
    fill(store, 50, 0)
    with pytest.raises(IntegrityError, match=r"(?i)check"), store.writing() as session:
        session.execute(text(f"UPDATE work SET {change} WHERE subject_key = 'C50'"))


@pytest.mark.each_engine
def test_no_subject_has_two_items(store: Store) -> None:
    fill(store, 10, 0)
    with pytest.raises(IntegrityError, match=r"(?i)unique"), store.writing() as session:
        session.execute(text("UPDATE work SET subject_key = 'C1' WHERE subject_key = 'C2'"))


@pytest.mark.each_engine
def test_days_are_kept_as_days(store: Store) -> None:
    fill(store, 10, 0)
    with store.reading() as session:
        (item, *_) = work_page(session, CLAIM, View.OPEN, TODAY, None, 1)
    assert isinstance(item.due_on, date)
    assert item.opened_at == NOW
