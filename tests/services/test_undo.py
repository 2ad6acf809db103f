"""The last action taken back: as it was before, by a counter-verb, as long as nothing left the house."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from caseworker.errors import Refusal
from caseworker.letters.kinds.decision.record import DecisionRecord
from caseworker.models.claims.decision_queries import decision
from caseworker.models.claims.queries import lines_of
from caseworker.models.letters.queries import letter as letter_by_number
from caseworker.models.store.store import Store
from caseworker.rights import EVERY_ROLE, Actor
from caseworker.rules.case import Consent, Line, Travel
from caseworker.services.access import Written
from caseworker.services.claims.assessing import load_claim
from caseworker.services.claims.deciding import decide_as_assessed
from caseworker.services.claims.entering import (
    amend_claim,
    enter_claim,
    establish_event_fact,
    establish_fact,
    note_consent,
)
from caseworker.services.claims.forms import ClaimForm
from caseworker.services.claims.reversing import can_take_back, reverse, take_back
from caseworker.services.letters.issuing import issue_letter
from caseworker.services.letters.sending import note_exported, note_printed, note_saved, was_sent
from caseworker.services.store.checking import check
from caseworker.services.work.drafts import drop_draft, load_draft, save_draft
from tests.support.stores import access, claim, conditions, context, insure, treatment

pytestmark = pytest.mark.each_engine


def undo(store: Store, written: Written[Any]) -> Written[Any]:
    """Do what the status line does with the last action."""
    assert written.undo is not None
    return access(store).write(written.undo.verb, *written.undo.arguments)


def told(store: Store, number: str) -> tuple[Any, ...]:
    """All that a claim says: its invoice, its travel case, its lines that are not withdrawn."""
    with store.reading() as session:
        found = load_claim(session, context(), number)
        lines = lines_of(session, number)
    row = found.row._replace(version=0)
    return row, found.claim, [(line.line, line.state, line.waits, line.position) for line in lines]


def test_a_claim_amended_is_as_it_was_and_can_be_amended_again(store: Store) -> None:
    travel = Travel("T1", "illness", "holiday", "IT", event_at=datetime(2026, 3, 1, 10, tzinfo=UTC))
    abroad = replace(treatment("2"), consent=Consent(True, "K1", max_amount=9_000))
    person = insure(store)
    facts = {"provider_recognised": True}
    number = claim(store, person, treatment(facts=facts), abroad, treatment("3"), travel=travel)
    before = told(store, number)
    other = ClaimForm(person, (replace(treatment(rappen=1), facts={}), treatment("4")), invoice_number="7")
    with store.reading() as session:
        version = load_claim(session, context(), number).row.version
    amended = access(store).write(amend_claim, number, version, other)
    after = told(store, number)
    back = undo(store, amended)
    assert told(store, number) == before
    undo(store, back)
    assert told(store, number) == after
    assert check(store, conditions()).problems == ()


def test_a_claim_entered_is_withdrawn_and_comes_back(store: Store) -> None:
    entered = access(store).write(enter_claim, ClaimForm(insure(store), (treatment(), treatment("2"))))
    number = entered.result.number
    before = told(store, number)
    back = undo(store, entered)
    assert told(store, number)[2] == []
    assert back.touched == {"person:10000001", f"claim:{number}"}
    undo(store, back)
    assert told(store, number) == before


def test_what_was_amended_meanwhile_is_not_taken_back(store: Store) -> None:
    person = insure(store)
    entered = access(store).write(enter_claim, ClaimForm(person, (treatment(),)))
    form = ClaimForm(person, (treatment(rappen=2),))
    access(store).write(amend_claim, entered.result.number, entered.result.version, form)
    with pytest.raises(Refusal, match="changed"):
        undo(store, entered)


def test_a_claim_that_was_decided_is_not_withdrawn(store: Store) -> None:
    entered = access(store).write(enter_claim, ClaimForm(insure(store), (treatment(),)))
    access(store).write(decide_as_assessed, entered.result.number)
    with pytest.raises(Refusal, match="has been decided"):
        undo(store, entered)


def test_facts_and_consents_are_again_what_they_were(store: Store) -> None:
    number = claim(store, insure(store), treatment(facts={}))
    with store.reading() as session:
        (line,) = lines_of(session, number)
    before = told(store, number)
    fact = access(store).write(establish_fact, line.id, "provider_recognised", True)
    known = told(store, number)
    consent = access(store).write(note_consent, line.id, Consent(True, "K1", date(2026, 1, 1)))
    assert told(store, number) != known
    undo(store, consent)
    assert told(store, number) == known
    undo(store, fact)
    assert told(store, number) == before


def test_what_somebody_else_noted_meanwhile_is_not_taken_back(store: Store) -> None:
    number = claim(store, insure(store), treatment(facts={}))
    with store.reading() as session:
        (line,) = lines_of(session, number)
    other = access(store, Actor("b", "B. Anders", EVERY_ROLE))
    fact = access(store).write(establish_fact, line.id, "provider_recognised", True)
    other.write(establish_fact, line.id, "provider_recognised", False)
    consent = access(store).write(note_consent, line.id, Consent(True, "K1", date(2026, 1, 1)))
    other.write(note_consent, line.id, Consent(False, "K2", date(2026, 1, 2)))
    left = told(store, number)
    for written in (fact, consent):
        with pytest.raises(Refusal, match="changed"):
            undo(store, written)
    assert told(store, number) == left


def test_a_draft_that_was_thrown_away_is_kept_again(store: Store) -> None:
    door = access(store)
    door.write(save_draft, "claim:C1", {"charged": "480"})
    dropped = door.write(drop_draft, "claim:C1")
    assert door.read(load_draft, "claim:C1") is None
    assert undo(store, dropped).touched == {"draft:claim:C1"}
    assert door.read(load_draft, "claim:C1") == {"charged": "480"}


def test_what_was_typed_since_is_not_replaced_by_what_was_thrown_away(store: Store) -> None:
    door = access(store)
    door.write(save_draft, "claim:C1", {"charged": "480"})
    dropped = door.write(drop_draft, "claim:C1")
    door.write(save_draft, "claim:C1", {"charged": "520"})
    with pytest.raises(Refusal, match="changed"):
        undo(store, dropped)
    assert door.read(load_draft, "claim:C1") == {"charged": "520"}


def test_where_there_was_no_draft_there_is_nothing_to_take_back(store: Store) -> None:
    assert access(store).write(drop_draft, "claim:C1").undo is None


def decided(store: Store) -> tuple[str, Written[Any]]:
    number = claim(store, insure(store))
    return number, access(store).write(decide_as_assessed, number)


def test_a_decision_is_taken_back_at_once_and_its_letter_keeps_its_number_and_is_not_sent(
    store: Store,
) -> None:
    number, written = decided(store)
    access(store).write(issue_letter, written.result.number)  # looked at, not sent
    back = undo(store, written)
    assert back.undo is None
    with store.reading() as session:
        made = decision(session, written.result.number)
        (line,) = lines_of(session, number)
    assert (made.in_force, made.was_at_once, line.state) == (False, True, "open")
    again = access(store).write(decide_as_assessed, number).result
    assert (made.letter_number, again.letter_number) == ("2026-000001", "2026-000002")
    assert again.amount == written.result.amount
    assert check(store, conditions()).problems == ()
    for note in (note_printed, note_saved, note_exported):
        with pytest.raises(Refusal, match="called off"):
            access(store).write(note, made.number)


@pytest.mark.parametrize("note", [note_printed, note_saved, note_exported])
def test_a_decision_whose_letter_left_the_house_is_not_taken_back_at_once(store: Store, note: Any) -> None:
    _, written = decided(store)
    door, made = access(store), written.result.number
    assert (door.read(was_sent, made), door.read(can_take_back, made)) == (False, True)
    door.write(note, made)
    assert (door.read(was_sent, made), door.read(can_take_back, made)) == (True, False)
    with pytest.raises(Refusal, match="printed, saved or exported"):
        undo(store, written)
    with store.reading() as session:
        assert decision(session, made).in_force


def test_only_who_decided_takes_back_at_once(store: Store) -> None:
    _, written = decided(store)
    other = access(store, Actor("b", "B. Anders", EVERY_ROLE))
    assert not other.read(can_take_back, written.result.number)
    with pytest.raises(Refusal, match="Somebody else"):
        other.write(take_back, written.result.number)


def replaced(store: Store, made: str) -> tuple[str, str] | None:
    with store.reading() as session:
        record = DecisionRecord.from_json(letter_by_number(session, made).record)
    return None if record.replaces is None else (record.replaces.number, record.replaces.reason)


def test_the_next_letter_names_no_letter_that_nobody_got(store: Store) -> None:
    number, written = decided(store)
    undo(store, written)
    assert replaced(store, access(store).write(decide_as_assessed, number).result.number) is None


def test_the_next_letter_names_the_last_one_that_was_sent(store: Store) -> None:
    number, written = decided(store)
    door, first = access(store), written.result
    door.write(note_printed, first.number)
    door.write(reverse, first.number, "the bill was corrected")
    undo(store, door.write(decide_as_assessed, number))
    last = door.write(decide_as_assessed, number).result
    assert replaced(store, last.number) == (first.letter_number, "the bill was corrected")


def test_a_fact_of_a_journey_is_again_what_it_was(store: Store) -> None:
    travel = Travel("T1", "illness", "holiday", "IT")
    line = Line("1", "abroad.outpatient", date(2026, 3, 2), date(2026, 3, 2), 40_000)
    number = claim(store, insure(store), line, travel=travel)
    before = told(store, number)
    written = access(store).write(establish_event_fact, number, sorted(conditions().facts)[0], True)
    assert told(store, number) != before
    undo(store, written)
    assert told(store, number) == before
