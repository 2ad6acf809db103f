"""The door to a store: the right is asked before anything else, and what was touched comes back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from caseworker.models.claims.queries import lines_of
from caseworker.models.store.store import Store
from caseworker.rights import Actor, Right, Role
from caseworker.rules.case import Consent
from caseworker.rules.vocabulary import Sex
from caseworker.services.claims.deciding import decide_as_assessed
from caseworker.services.claims.entering import enter_claim, establish_fact, note_consent
from caseworker.services.claims.forms import ClaimForm
from caseworker.services.claims.queue import queue_counts
from caseworker.services.claims.reversing import reverse
from caseworker.services.context import NotAllowed
from caseworker.services.letters.issuing import issue_letter
from caseworker.services.people.entering import enter_household, enter_person
from caseworker.services.people.forms import PersonForm
from caseworker.services.people.overview import overview
from caseworker.services.store.checking import check
from tests.support.stores import access, claim, conditions, insure, treatment


def somebody(*roles: Role) -> Actor:
    return Actor("x", "X. Beliebig", frozenset(roles))


@pytest.mark.parametrize(
    ("role", "verb", "arguments"),
    [
        (Role.ADVISER, decide_as_assessed, ("C1",)),
        (Role.AUDITOR, overview, ("10000001", None)),
        (Role.SERVICE, reverse, ("D1", "why not")),
        (Role.EXAMINER, enter_household, ("Home",)),
    ],
)
def test_without_the_right_nothing_is_done(
    store: Store, role: Role, verb: Callable[..., Any], arguments: tuple[Any, ...]
) -> None:
    claim(store, insure(store))
    with pytest.raises(NotAllowed):
        access(store, somebody(role)).write(verb, *arguments)
    assert access(store).read(queue_counts).open == 1
    assert check(store, conditions()).problems == ()


@pytest.mark.each_engine
def test_with_the_right_it_is_done(store: Store) -> None:
    number = claim(store, insure(store))
    door = access(store, somebody(Role.EXAMINER))
    assert door.may(Right.CLAIMS_DECIDE)
    assert door.write(decide_as_assessed, number).result.by == "X. Beliebig"


@pytest.mark.each_engine
def test_a_write_gives_back_whom_and_what_it_touched(store: Store) -> None:
    person, door = insure(store), access(store)
    form = ClaimForm(person, (treatment(facts={}),))
    entered = door.write(enter_claim, form)
    number = entered.result.number
    both = {f"person:{person}", f"claim:{number}"}
    with store.reading() as session:
        (line,) = lines_of(session, number)
    assert entered.touched == both
    assert door.write(note_consent, line.id, Consent(True)).touched == both
    assert door.write(establish_fact, line.id, "provider_recognised", True).touched == both
    decided = door.write(decide_as_assessed, number)
    letter = f"letter:{decided.result.letter_number}"
    assert decided.touched == both
    assert door.write(issue_letter, decided.result.number).touched == both | {letter}
    assert door.write(issue_letter, decided.result.number).touched == frozenset()
    assert door.write(reverse, decided.result.number, "wrong invoice").touched == both


def test_a_new_person_is_touched_too(store: Store) -> None:
    form = PersonForm(date(1990, 1, 1), Sex.MALE, number="10000009")
    assert access(store).write(enter_person, form).touched == {"person:10000009"}
