"""A store that an older version left comes up to date with all it holds, and goes back as it was."""

import pytest
from sqlalchemy import select

from caseworker.models.letters.tables import EXPORTED, LetterEvent, LetterFile
from caseworker.models.store.store import HEAD, Store, migrate
from caseworker.services.store.checking import check
from tests.models.old_stores import dump, restore, versions
from tests.support.stores import conditions

pytestmark = pytest.mark.each_engine


def test_there_is_a_store_of_an_older_version() -> None:
    assert "0004" in versions()


@pytest.mark.parametrize("version", versions())
def test_an_older_store_is_brought_up_to_date_and_agrees(store: Store, version: str) -> None:
    restore(store, version)
    with store.writing() as session:
        migrate(session.connection(), HEAD)
    assert check(store, conditions()).problems == ()


@pytest.mark.parametrize("version", versions())
def test_a_letter_that_was_drawn_before_going_out_was_on_record_counts_as_sent(
    store: Store, version: str
) -> None:
    restore(store, version)
    with store.writing() as session:
        migrate(session.connection(), HEAD)
    sent = select(LetterEvent.year, LetterEvent.number).where(LetterEvent.kind == EXPORTED)
    drawn = select(LetterFile.year, LetterFile.number)
    with store.reading() as session:
        assert set(session.execute(sent)) == set(session.execute(drawn)) != set()


@pytest.mark.parametrize("version", versions())
def test_a_store_taken_back_to_its_version_is_what_it_was(store: Store, version: str) -> None:
    restore(store, version)
    with store.reading() as session:
        before = dump(session.connection())
    with store.writing() as session:
        migrate(session.connection(), HEAD)
    with store.writing() as session:
        migrate(session.connection(), version)
    with store.reading() as session:
        assert dump(session.connection()) == before
