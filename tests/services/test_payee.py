"""Who is paid into which account: what is known stands in the letter, what is not is asked for."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from caseworker.errors import Refusal
from caseworker.models.people.queries import find_person
from caseworker.models.store.store import Store
from caseworker.rules.vocabulary import Sex
from caseworker.services.claims.deciding import decide_as_assessed
from caseworker.services.people.entering import amend_person
from caseworker.services.people.forms import PersonForm
from tests.support.stores import claim, context, decided_letter, insure

INSURED = "10000001"
FORM = PersonForm(date(1985, 7, 14), Sex.FEMALE, "Bernasconi", "Giulia", number=INSURED)


def account(store: Store, iban: str | None) -> None:
    """Record the account of the person."""
    with store.writing() as session:
        version = find_person(session, INSURED).version
        amend_person(session, context(), INSURED, version, dataclasses.replace(FORM, iban=iban))


def payee_iban(store: Store) -> str | None:
    """The account in the letter of a new decision."""
    number = claim(store, INSURED)
    with store.writing() as session:
        return decided_letter(session, decide_as_assessed(session, context(), number).number).payee.iban


@pytest.mark.each_engine
def test_a_known_account_stands_in_the_letter_and_stays_in_it(store: Store) -> None:
    insure(store)
    account(store, "CH93 0076 2011 6238 5295 7")
    assert payee_iban(store) == "CH9300762011623852957"


def test_an_account_that_is_not_known_is_asked_for(store: Store) -> None:
    insure(store)
    number = claim(store, INSURED)
    with store.writing() as session:
        payee = decided_letter(session, decide_as_assessed(session, context(), number).number).payee
    assert payee.iban is None
    assert not payee.account_on_file


def test_a_mistyped_account_is_refused(store: Store) -> None:
    insure(store)
    with pytest.raises(Refusal, match="IBAN"):
        account(store, "CH93 0076 2011 6238 5295 8")
