"""No decision whose letter could not be drawn: it is said before anything is booked."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from caseworker.errors import Refusal
from caseworker.letters.paper.errors import AddressTooLong, UnprintableText
from caseworker.models.people.rows import AddressRow
from caseworker.models.store.store import Store
from caseworker.services.claims.deciding import decide_as_assessed
from caseworker.services.claims.reversing import reverse
from caseworker.services.people.entering import amend_person
from caseworker.services.people.forms import PersonForm
from tests.services.test_payee import FORM, INSURED
from tests.support.stores import claim, context, decided_letter, insure, treatment


def decide_with(store: Store, form: PersonForm) -> None:
    """Decide a claim of a person who is recorded like this."""
    insure(store)
    number = claim(store, INSURED)
    with store.writing() as session:
        amend_person(session, context(), INSURED, 1, form)
    with store.writing() as session:
        decide_as_assessed(session, context(), number)


def named(name: str) -> PersonForm:
    """The person under another name."""
    return PersonForm(FORM.birth_date, FORM.sex, name, FORM.given_name, number=INSURED)


@pytest.mark.parametrize(
    "name", ["Bernas☃coni", "Bern\u00adasconi", "\ufeffBern", "Bern\x07asconi", "株式", "Bern\u202easconi"]
)
def test_a_name_that_the_typeface_lacks_refuses_the_decision(store: Store, name: str) -> None:
    with pytest.raises(UnprintableText):
        decide_with(store, named(name))
    with store.reading() as session:
        assert session.scalar(text("SELECT count(*) FROM decision")) == 0
        assert session.scalar(text("SELECT count(*) FROM entry")) == 0


@pytest.mark.parametrize(
    "name", ["Łukasiewicz-Çelik", "Mu\u0308ller", 'Bern "la" <b>asconi</b>', "O’Brien\\"]
)
@pytest.mark.each_engine
def test_names_of_many_kinds_are_decided(store: Store, name: str) -> None:
    decide_with(store, named(name))
    with store.reading() as session:
        assert session.scalar(text("SELECT count(*) FROM decision")) == 1


def test_an_address_that_fits_no_window_refuses_the_decision(store: Store) -> None:
    endless = AddressRow("Via " + "lunga " * 32, "1", "6900", "Lugano " * 12, "CH", "presso " * 28)
    form = PersonForm(
        FORM.birth_date, FORM.sex, "Bern " * 39, "Giulia " * 28, number=INSURED, address=endless
    )
    with pytest.raises(AddressTooLong):
        decide_with(store, form)


@pytest.mark.parametrize("engine", ["postgres"], indirect=True)
def test_a_text_that_a_server_does_not_take_is_refused(store: Store) -> None:
    insure(store)
    with pytest.raises(Refusal, match="longer"), store.writing() as session:
        amend_person(session, context(), INSURED, 1, named("B" * 300))


def test_a_reason_on_several_lines_is_told_on_one_and_the_claim_is_decided_again(store: Store) -> None:
    insure(store)
    number = claim(store, INSURED)
    with store.writing() as session:
        first = decide_as_assessed(session, context(), number)
        taken_back = reverse(session, context(), first.number, " entered\ttwice\nby mistake ")
        assert taken_back.reason == "entered twice by mistake"
        assert decide_as_assessed(session, context(), number).replaces == first.number


def test_a_reason_that_a_letter_cannot_show_is_refused_before_anything_is_taken_back(store: Store) -> None:
    insure(store)
    number = claim(store, INSURED)
    with store.writing() as session:
        first = decide_as_assessed(session, context(), number)
    with pytest.raises(Refusal, match="character"), store.writing() as session:
        reverse(session, context(), first.number, "wrong ☃ entry")
    with store.reading() as session:
        assert session.scalar(text("SELECT count(*) FROM reversal")) == 0


def test_a_line_whose_name_cannot_be_printed_is_told_by_its_place(store: Store) -> None:
    insure(store)
    number = claim(store, INSURED, treatment("☃"), treatment("a\tb", 10_000))
    with store.writing() as session:
        decided = decide_as_assessed(session, context(), number)
        assert [line.position for line in decided_letter(session, decided.number).lines] == [
            "1",
            "2",
        ]
