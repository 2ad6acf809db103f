"""What cannot be checked does not pass for sound, and nonsense in a row is told, not stumbled over."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from caseworker import canonical
from caseworker.errors import Refusal
from caseworker.models.schema import APPEND_ONLY
from caseworker.models.store.store import Store
from caseworker.rules.conditions import Conditions
from caseworker.services.claims.deciding import decide_as_assessed
from caseworker.services.claims.document import read_document
from caseworker.services.claims.reversing import reverse
from caseworker.services.letters.issuing import issue_letter
from caseworker.services.settings.setting import set_value
from caseworker.services.store import checking
from caseworker.services.store.checking import check, guard
from tests.support.stores import Filling, claim, conditions, context, insure

DECIDED = "D2"


def two_decisions(store: Store) -> None:
    """D1 taken back, with its letter, and D2 in its place."""
    number = claim(store, insure(store))
    with store.writing() as session:
        first = decide_as_assessed(session, context(), number)
        issue_letter(session, context(), first.number)
        reverse(session, context(), first.number, "wrong invoice")
        assert decide_as_assessed(session, context(), number).number == DECIDED


@pytest.fixture
def filling() -> Filling:
    return two_decisions


def _broken(_session: Session, _conditions: Conditions) -> Iterator[str]:
    yield "something else"
    raise ZeroDivisionError("nothing to divide by")


@pytest.mark.each_engine
def test_a_check_that_fails_leaves_the_store_for_reading_only(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(checking._QUICK, "windows", _broken)
    report = guard(store, conditions())
    assert [problem.message for problem in report.problems] == [
        "something else",
        "windows could not be checked: ZeroDivisionError: nothing to divide by",
    ]
    assert store.read_only is not None
    monkeypatch.undo()
    guard(store, conditions())
    assert store.read_only is None


def test_a_check_that_is_torn_down_leaves_the_store_for_reading_only(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(_session: Session, _conditions: Conditions) -> Iterator[str]:
        raise KeyboardInterrupt

    monkeypatch.setitem(checking._QUICK, "balances", stopped)
    with pytest.raises(KeyboardInterrupt):
        guard(store, conditions())
    with pytest.raises(Refusal, match="it has not been checked"), store.writing():
        pass


@pytest.mark.each_engine
def test_a_period_that_is_no_year_is_told(store: Store) -> None:
    with store.writing() as session:
        session.execute(text("UPDATE limit_balance SET limit_name = 'cure_days', period_key = 'abc'"))
    told = [problem.message for problem in check(store, conditions()).problems if problem.check == "windows"]
    assert len(told) == 1
    assert "cure_days abc" in told[0]


@pytest.mark.parametrize("nonsense", ["{}", "not json", "[1]", '{"finding":[]}'])
@pytest.mark.each_engine
def test_a_document_that_is_none_is_told_though_its_hash_fits(store: Store, nonsense: str) -> None:
    trigger = "tr_decision_update" if store.is_file else "tr_decision_change ON decision"
    with store.writing() as session:
        session.execute(text(f"DROP TRIGGER {trigger}"))
        session.execute(
            text("UPDATE decision SET document = :document, sha256 = :sha256 WHERE id = 2"),
            {"document": nonsense, "sha256": canonical.digest(nonsense)},
        )
    with store.reading() as session, pytest.raises(Refusal, match="not as it was frozen"):
        read_document(session, DECIDED)
    told = [problem.message for problem in check(store, conditions()).problems]
    assert f"decision {DECIDED} cannot be read" in told


@pytest.mark.parametrize("table", APPEND_ONLY)
def test_a_connection_that_knows_nothing_of_the_guards_replaces_no_row(store: Store, table: str) -> None:
    # Postgres has no REPLACE; its triggers ask nobody how the connection is set.
    with store.writing() as session:
        session.execute(
            text("INSERT INTO fact (claim_id, name, by_whom, at, source) VALUES (1, 'x', 'x', '2026', 'x')")
        )
        session.execute(
            text(
                "INSERT INTO consent (person_id, granted, by_whom, at, source)"
                " VALUES (1, 1, 'x', '2026', 'x')"
            )
        )
        set_value(session, context(), "payment.weeks", "3", "slower")
    with closing(sqlite3.connect(str(store.path))) as connection:
        assert connection.execute("PRAGMA recursive_triggers").fetchone() == (0,)
        assert connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] > 0
        with pytest.raises(sqlite3.IntegrityError, match=f"{table} is append-only"):
            connection.execute(f"REPLACE INTO {table} SELECT * FROM {table}")


@pytest.mark.parametrize(
    ("table", "changed"),
    [
        ("event", "id = 99"),
        ("letter", "number = 99"),
        ("letter", "decision_id = 99"),
        ("decision", "id = 99"),
    ],
)
def test_no_row_is_replaced_by_another_of_its_keys(store: Store, table: str, changed: str) -> None:
    with closing(sqlite3.connect(str(store.path))) as connection:
        connection.execute(f"CREATE TEMP TABLE copy AS SELECT * FROM {table} LIMIT 1")
        connection.execute(f"UPDATE copy SET {changed}")
        with pytest.raises(sqlite3.IntegrityError, match=f"{table} is append-only"):
            connection.execute(f"REPLACE INTO {table} SELECT * FROM copy")
