"""A person's page: what it tells of their claims."""

from dataclasses import replace
from decimal import Decimal

from caseworker.models.store.store import Store
from caseworker.services.people.overview import overview
from tests.support.stores import claim, context, insure, treatment


def test_what_was_charged_abroad_is_told_in_francs(store: Store) -> None:
    line = replace(treatment(), charged=10_000, currency="EUR", rate=Decimal("0.9435"), country="IT")
    person = insure(store)
    claim(store, person, line)
    with store.reading() as session:
        [told] = overview(session, context(), person, None).claims
    assert told.charged == 9_435
