"""Invariant 5: nothing that was decided is changed or deleted, by whatever statement."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from caseworker.models.claims.queries import lines_of
from caseworker.models.schema import APPEND_ONLY, METADATA
from caseworker.models.store.store import Store
from caseworker.rules.case import Consent
from caseworker.services.claims.deciding import decide_as_assessed
from caseworker.services.claims.entering import note_consent
from caseworker.services.claims.reversing import reverse
from caseworker.services.letters.issuing import issue_letter
from caseworker.services.settings.setting import set_value
from caseworker.services.store.checking import check
from tests.support.stores import claim, conditions, context, insure

pytestmark = pytest.mark.each_engine


@pytest.fixture(scope="module")
def filled(shared_store: Store) -> Store:
    """A store with a row in every table that is only added to, for attempts that all fail."""
    return fill(shared_store)


@pytest.fixture
def unguarded(store: Store) -> Store:
    """Another, for what can be changed once the guards are gone."""
    return fill(store)


def fill(store: Store) -> Store:
    person = insure(store)
    number = claim(store, person)
    with store.reading() as session:
        (line,) = lines_of(session, number)
    with store.writing() as session:
        note_consent(session, context(), line.id, Consent(granted=True))
        made = decide_as_assessed(session, context(), number)
        issue_letter(session, context(), made.number)
        reverse(session, context(), made.number, "wrong invoice")
        decide_as_assessed(session, context(), number)
        set_value(session, context(), "payment.weeks", "3", why="slower")
    return store


def first_column(table: str) -> str:
    return next(iter(METADATA.tables[table].columns)).name


@pytest.mark.parametrize("table", APPEND_ONLY)
def test_nothing_that_was_added_is_changed(filled: Store, table: str) -> None:
    column = first_column(table)
    with pytest.raises(DBAPIError, match=f"{table} is append-only"), filled.writing() as session:
        session.execute(text(f"UPDATE {table} SET {column} = {column}"))


@pytest.mark.parametrize("table", APPEND_ONLY)
def test_nothing_that_was_added_is_deleted(filled: Store, table: str) -> None:
    with pytest.raises(DBAPIError, match=f"{table} is append-only"), filled.writing() as session:
        session.execute(text(f"DELETE FROM {table}"))


@pytest.mark.parametrize("table", APPEND_ONLY)
def test_nothing_that_was_added_is_replaced_or_emptied(filled: Store, table: str) -> None:
    statement = f"TRUNCATE {table} CASCADE"
    if filled.is_file:
        statement = f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}"
    with pytest.raises(DBAPIError, match="is append-only"), filled.writing() as session:
        session.execute(text(statement))


def test_without_the_guard_a_change_goes_through_and_is_found_by_its_hash(unguarded: Store) -> None:
    trigger = "tr_decision_update" if unguarded.is_file else "tr_decision_change ON decision"
    with unguarded.writing() as session:
        session.execute(text(f"DROP TRIGGER {trigger}"))
        session.execute(text("UPDATE decision SET document = replace(document, 'Keller', 'Meier')"))
    found = {problem.check for problem in check(unguarded, conditions()).problems}
    assert "frozen" in found


def test_an_event_that_was_removed_breaks_the_chain(unguarded: Store) -> None:
    trigger = "tr_event_delete" if unguarded.is_file else "tr_event_change ON event"
    with unguarded.writing() as session:
        session.execute(text(f"DROP TRIGGER {trigger}"))
        session.execute(text("DELETE FROM event WHERE kind = 'reversed'"))
    assert "events" in {problem.check for problem in check(unguarded, conditions()).problems}
