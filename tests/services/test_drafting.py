"""Drafts: what was typed is there again, for whoever typed it, until it is dropped."""

from datetime import timedelta

import pytest

from caseworker.models.store.store import Store
from caseworker.services.work.drafts import drafts_of, drop_draft, load_draft, save_draft
from tests.support.stores import NOW, context

pytestmark = pytest.mark.each_engine


def test_a_draft_is_there_again_as_it_was_last_kept(store: Store) -> None:
    payload = {"lines": [{"charged": "12", "note": "è 100%"}], "open": True, "none": None}
    with store.writing() as session:
        save_draft(session, context(), "claim/C1", {"lines": []})
    with store.writing() as session:
        save_draft(session, context(), "claim/C1", payload)
    with store.reading() as session:
        assert load_draft(session, context(), "claim/C1") == payload


def test_drafts_are_each_ones_own_the_latest_first(store: Store) -> None:
    with store.writing() as session:
        for minute, (who, key) in enumerate([("Anna", "a"), ("Beat", "b"), ("Anna", "c")]):
            save_draft(session, context(who, NOW + timedelta(minutes=minute)), key, minute)
    with store.reading() as session:
        assert drafts_of(session, context("Anna")) == ("c", "a")
        assert load_draft(session, context("Anna"), "b") is None


def test_a_draft_is_dropped(store: Store) -> None:
    with store.writing() as session:
        save_draft(session, context(), "claim/C1", 1)
        drop_draft(session, context(), "claim/C1")
        drop_draft(session, context(), "claim/C1")
        assert drafts_of(session, context()) == ()
