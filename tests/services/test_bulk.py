"""Entering many at once gives what entering one by one gives, and goes on where the others left off."""

from datetime import date

import pytest

from caseworker.models.claims.queries import lines_of
from caseworker.models.people.queries import dossier, family, find_person
from caseworker.models.people.search import find_people
from caseworker.models.store.store import Store
from caseworker.rules.vocabulary import Sex
from caseworker.services.claims.at_once import enter_and_decide
from caseworker.services.claims.forms import ClaimForm
from caseworker.services.people import bulk
from caseworker.services.people.bulk import NewPerson, enter_people
from caseworker.services.people.entering import enter_person
from caseworker.services.people.forms import CoverageForm, PersonForm
from caseworker.services.store.checking import check
from tests.support.stores import ADDRESS, NOW, conditions, context, treatment

pytestmark = pytest.mark.each_engine

COVER = (CoverageForm("mivita", date(2019, 1, 1), "extensa"), CoverageForm("denta", date(2019, 1, 1)))


def person(name: str, given: str, **more: int) -> NewPerson:
    form = PersonForm(date(1985, 7, 14), Sex.FEMALE, name, given, "de", address=ADDRESS)
    return NewPerson(form, COVER, **more)  # type: ignore[arg-type]


def test_persons_are_entered_with_address_cover_and_parents(store: Store) -> None:
    people = [person("Müller", "Jörg"), person("Müller", "Zoë"), person("Müller", "Ada", father=0, mother=1)]
    with store.writing() as session:
        (entered,) = enter_people(session, context(), people)
    with store.reading() as session:
        found = dossier(session, entered[2].number)
        relatives = family(session, found.person, NOW.date())
        hits = find_people(session, "mueller", 50, NOW.date())
    assert found.person.address == ADDRESS
    assert [c.product for c in found.coverages] == ["mivita", "denta"]
    assert {(r.relation, r.given_name) for r in relatives} == {("father", "Jörg"), ("mother", "Zoë")}
    assert [hit.given_name for hit in hits] == ["Ada", "Jörg", "Zoë"]
    assert check(store, conditions()).problems == ()


def test_numbers_and_keys_go_on_before_and_after(store: Store) -> None:
    form = PersonForm(date(1985, 7, 14), Sex.FEMALE, "Rossi", "Anna")
    with store.writing() as session:
        first = enter_person(session, context(), form)
        batches = list(enter_people(session, context(), [person("Frei", "Max")] * 3))
        last = enter_person(session, context(), form)
    numbers = [each.number for batch in batches for each in batch]
    assert [first.number, *numbers, last.number] == [str(10_000_001 + n) for n in range(5)]
    assert last.id == first.id + 4


def test_many_are_entered_batch_by_batch(store: Store) -> None:
    people = [person("Frei", "Max")] * (bulk.BATCH + 1)
    with store.writing() as session:
        assert [len(batch) for batch in enter_people(session, context(), people)] == [bulk.BATCH, 1]


def test_claims_are_entered_and_decided_in_one_transaction(store: Store) -> None:
    with store.writing() as session:
        ((entered, *_),) = enter_people(session, context(), [person("Frei", "Max")])
        form = ClaimForm(entered.number, (treatment(),))
        number, made = enter_and_decide(session, context(), entered.id, form)
        waits = ClaimForm(entered.number, (treatment(facts={}),))
        other, none = enter_and_decide(session, context(), entered.id, waits)
    assert made is not None
    assert (made.amount, none) == (36_000, None)
    with store.reading() as session:
        assert find_person(session, entered.number).id == entered.id
        assert [row.state for row in lines_of(session, number)] == ["decided"]
        assert [row.waits for row in lines_of(session, other)] == ["facts"]
    assert check(store, conditions()).problems == ()
