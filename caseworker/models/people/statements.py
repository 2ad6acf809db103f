"""The statements that enter people, compiled once."""

from __future__ import annotations

from caseworker.models.people.tables import Address, Coverage, Household, Person
from caseworker.models.store.statements import insert_of

INSERT_HOUSEHOLD_WITH_KEY = insert_of(Household, with_key=True)


INSERT_PERSON_WITH_KEY = insert_of(Person, with_key=True)


INSERT_ADDRESS = insert_of(Address)


INSERT_COVERAGE = insert_of(Coverage)
