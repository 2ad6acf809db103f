"""Finding a person as one types: either name first, accents and umlauts either way, days and numbers."""

from datetime import date

import pytest

from caseworker.models.people.search import find_people
from caseworker.models.store.folding import fold
from caseworker.models.store.store import Store
from caseworker.rules.vocabulary import Sex
from caseworker.services.people.entering import enter_coverage, enter_person
from caseworker.services.people.forms import CoverageForm, PersonForm
from tests.support.stores import context

pytestmark = pytest.mark.each_engine

TODAY = date(2026, 11, 20)
PEOPLE = [
    ("100", "Müller", "Anna Maria", date(1985, 7, 14), "756.9217.0769.85"),
    ("101", "Mueller", "Peter", date(1985, 7, 15), None),
    ("102", "Muller", "Łukasz", date(1926, 12, 16), None),
    ("103", "100% Sicher", "a_b", date(2001, 1, 1), None),
    ("104", "von Allmen", "Jürg", date(2001, 1, 2), None),
    ("105", "Sicher", "axb", date(2001, 1, 3), None),
    ("7560", "D'Amico-Meier", "Joël", date(2001, 1, 4), None),
    ("107", "Peter", "Müller", date(2001, 1, 5), None),
]


@pytest.fixture(scope="module")
def peopled(shared_store: Store) -> Store:
    store = shared_store
    with store.writing() as session:
        for number, name, given, birth, ahv in PEOPLE:
            enter_person(
                session, context(), PersonForm(birth, Sex.FEMALE, name, given, number=number, ahv=ahv)
            )
        enter_coverage(session, context(), "100", CoverageForm("mivita", date(2019, 1, 1), "reala", TODAY))
        enter_coverage(session, context(), "100", CoverageForm("denta", date(2019, 1, 1)))
        enter_coverage(session, context(), "101", CoverageForm("mivita", date(2026, 11, 21), "reala"))
    return store


def found(store: Store, text: str, limit: int = 50) -> list[str]:
    with store.reading() as session:
        return [hit.number for hit in find_people(session, text, limit, TODAY)]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Müller", ["100", "102", "101", "107"]),
        ("mueller", ["100", "102", "101", "107"]),
        ("MULLER", ["100", "102", "101", "107"]),
        ("muel", ["100", "102", "101", "107"]),
        ("Mü", ["100", "102", "101", "107"]),
        ("m", ["100", "102", "101", "107"]),
        ("mul luk", ["102"]),
        ("luk mul", ["102"]),
        ("anna mu", ["100"]),
        ("anna maria", ["100"]),
        ("Müller Anna M", ["100"]),
        ("müller peter", ["101", "107"]),
        ("  peter   ", ["107", "101"]),
        ("von all ju", ["104"]),
        ("jürg von", ["104"]),
        ("D’Amico", ["7560"]),
        ("d amico meier joel", ["7560"]),
        ("joël", ["7560"]),
        ("100%", ["103"]),
        ("a_b", ["103"]),
        ("%", []),
        ("_", []),
        ("xyz", []),
        ("", []),
        ("14.7.1985", ["100"]),
        ("14. 07. 1985", ["100"]),
        ("14.07.85", ["100"]),
        ("16.12.26", ["102"]),
        ("1985-07-15", ["101"]),
        ("müller 15.07.1985", ["101"]),
        ("1985-07-14 anna", ["100"]),
        ("31.2.1985", []),
        ("10", ["100", "101", "102", "103", "104", "105", "107"]),
        ("104", ["104"]),
        ("756.9217.0769.85", ["100"]),
        ("7569217076985", ["100"]),
        ("756.92", ["100"]),
        ("756", ["100", "7560"]),
        ("7560", ["7560"]),
    ],
)
def test_who_is_meant_is_found(peopled: Store, text: str, numbers: list[str]) -> None:
    assert found(peopled, text) == numbers


def test_no_more_are_told_than_asked_for(peopled: Store) -> None:
    assert found(peopled, "m", limit=2) == ["100", "102"]


def test_the_tier_is_that_of_the_day(peopled: Store) -> None:
    with peopled.reading() as session:
        tiers = {hit.number: hit.tier for hit in find_people(session, "mu", 50, TODAY)}
    assert (tiers["100"], tiers["101"], tiers["102"]) == ("reala", None, None)


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Müller", "muller"),
        ("MUELLER", "muller"),
        ("Łukasz", "lukasz"),
        ("Çelik", "celik"),
        ("Şahin", "sahin"),
        ("Groß", "gross"),
        ("Bjørn", "bjorn"),
        ("Æbelø", "abelo"),
        ("D'Amico", "d amico"),
        ("D’Amico", "d amico"),
        ("Meier-Frei", "meier frei"),
        ("  von   Allmen ", "von allmen"),
        ("St. Peter", "st peter"),
        ("100% a_b", "100% a_b"),
        ("Joel", "jol"),
        ("", ""),
    ],
)
def test_names_are_folded(name: str, folded: str) -> None:
    assert fold(name) == folded
