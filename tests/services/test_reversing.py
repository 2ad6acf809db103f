"""Taking a decision back: with a reason, with what it moves seen beforehand, and never twice."""

import pytest

from caseworker.errors import Refusal
from caseworker.letters.kinds.decision.record import DecisionRecord
from caseworker.models.claims import decision_queries
from caseworker.models.claims.entries import entries
from caseworker.models.claims.queries import lines_of
from caseworker.models.ledger.queries import balances
from caseworker.models.letters.queries import letter as letter_by_number
from caseworker.models.people.queries import find_person
from caseworker.models.store.store import Store
from caseworker.services.claims.deciding import decide_as_assessed
from caseworker.services.claims.entering import amend_claim, establish_fact
from caseworker.services.claims.forms import ClaimForm
from caseworker.services.claims.reversing import later_decisions, reverse
from caseworker.services.store.checking import check
from tests.support.stores import claim, conditions, context, insure, treatment


def decide_both(store: Store) -> tuple[str, str, str]:
    """A person, and two decisions of which the second got what the first left of the limit."""
    person = insure(store)
    numbers = [claim(store, person, treatment(rappen=300_000)) for _ in range(2)]
    with store.writing() as session:
        first, second = (decide_as_assessed(session, context(), number).number for number in numbers)
    return person, first, second


@pytest.mark.each_engine
def test_a_reversal_gives_back_what_was_used_and_opens_the_lines(store: Store) -> None:
    person, first, _ = decide_both(store)
    with store.writing() as session:
        row = reverse(session, context("M. Frei"), first, " wrong invoice ")
    assert (row.decision_number, row.by, row.reason) == (first, "M. Frei", "wrong invoice")
    with store.reading() as session:
        made = decision_queries.decision(session, first)
        key = find_person(session, person).id
        (balance,) = balances(session, key)
        booked = entries(session, key, "complementary")
        (line,) = lines_of(session, made.claim_number)
    assert not made.in_force
    assert (made.reversed_by, made.reason) == ("M. Frei", "wrong invoice")
    assert balance.used == 25_000
    assert [(entry.amount, entry.counter) for entry in booked] == [
        (225_000, False),
        (25_000, False),
        (-225_000, True),
    ]
    assert (line.state, line.decision_number) == ("open", None)
    assert check(store, conditions()).problems == ()


def test_a_new_decision_and_its_letter_refer_to_the_one_taken_back(store: Store) -> None:
    number = claim(store, insure(store))
    with store.writing() as session:
        first = decide_as_assessed(session, context(), number)
        reverse(session, context(), first.number, "the bill was corrected")
    with store.reading() as session:
        (line,) = lines_of(session, number)
    with store.writing() as session:
        establish_fact(session, context(), line.id, "provider_recognised", False)
        second = decide_as_assessed(session, context(), number)
    assert (second.amount, second.replaces) == (0, first.number)
    with store.reading() as session:
        record = DecisionRecord.from_json(letter_by_number(session, second.number).record)
        again = decision_queries.decision(session, second.number)
    assert again.replaces == first.number
    assert record.replaces is not None
    assert (record.replaces.number, record.replaces.reason) == (first.letter_number, "the bill was corrected")


@pytest.mark.parametrize("reason", ["", "  "])
def test_a_reversal_needs_a_reason(store: Store, reason: str) -> None:
    _, first, _ = decide_both(store)
    with pytest.raises(Refusal, match="needs a reason"), store.writing() as session:
        reverse(session, context(), first, reason)


@pytest.mark.each_engine
def test_a_decision_is_taken_back_once(store: Store) -> None:
    _, first, _ = decide_both(store)
    with store.writing() as session:
        reverse(session, context(), first, "wrong invoice")
    with pytest.raises(Refusal, match="taken back already"), store.writing() as session:
        reverse(session, context(), first, "wrong invoice")


@pytest.mark.each_engine
def test_the_preview_tells_which_later_decisions_would_come_out_otherwise(store: Store) -> None:
    _, first, second = decide_both(store)
    with store.reading() as session:
        (moved,) = later_decisions(session, context(), first)
        assert later_decisions(session, context(), second) == ()
    assert (moved.decision.number, moved.before, moved.after) == (second, 25_000, 225_000)
    assert moved.lines == (("1", "pay", 25_000, "pay", 225_000),)


def test_the_preview_leaves_out_what_was_taken_back_already(store: Store) -> None:
    _, first, second = decide_both(store)
    with store.writing() as session:
        reverse(session, context(), second, "wrong invoice")
    with store.reading() as session:
        assert later_decisions(session, context(), first) == ()


def test_the_preview_counts_what_came_before_as_it_is_now(store: Store) -> None:
    person = insure(store)
    numbers = [claim(store, person, treatment(rappen=200_000)) for _ in range(3)]
    with store.writing() as session:
        made = [decide_as_assessed(session, context(), number) for number in numbers]
        reverse(session, context(), made[0].number, "wrong invoice")
    with store.reading() as session:
        (moved,) = later_decisions(session, context(), made[1].number)
    # Of 2500.00 the first no longer takes 1500.00, so without the second the third is paid in full.
    assert (moved.before, moved.after) == (0, 150_000)


@pytest.mark.each_engine
def test_a_reversed_line_can_be_amended_and_withdrawn(store: Store) -> None:
    person = insure(store)
    number = claim(store, person, treatment("1"), treatment("2"))
    with store.writing() as session:
        made = decide_as_assessed(session, context(), number)
        reverse(session, context(), made.number, "wrong invoice")
    with store.writing() as session:
        row = amend_claim(session, context(), number, 1, ClaimForm(person, (treatment("1", rappen=10_000),)))
        again = decide_as_assessed(session, context(), row.number)
    assert again.amount == 7_500
    with store.reading() as session:
        assert [line.line.id for line in lines_of(session, number)] == ["1"]
    assert check(store, conditions()).problems == ()
