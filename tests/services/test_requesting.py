"""Asking for what is missing: exactly that, once; the wait with its day, the reminder, the way back."""

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import text

from caseworker.errors import Refusal
from caseworker.letters.kinds.request.record import Answer, RequestRecord
from caseworker.models.claims.queries import lines_of
from caseworker.models.letters.rows import LetterState
from caseworker.models.store.store import Store
from caseworker.rules.case import Line
from caseworker.services.claims.deciding import decide_as_assessed
from caseworker.services.claims.entering import establish_fact
from caseworker.services.claims.requesting import (
    AskedAlready,
    NothingToAsk,
    Requested,
    RequestRow,
    request_missing,
    requested,
    withdraw_request,
)
from caseworker.services.claims.reversing import take_back
from caseworker.services.context import Context
from caseworker.services.letters.issuing import issue_letter, letter_record
from caseworker.services.letters.sending import letters_of, note_printed
from caseworker.services.store.checking import check
from caseworker.services.work.items import item_of
from tests.support.stores import NOW, claim, conditions, context, insure, treatment

DAY = date(2026, 3, 2)


def unknown(label: str = "1", benefit: str = "complementary.treatment", day: date = DAY) -> Line:
    """A line of which nothing is known yet."""
    return Line(label, benefit, day, day, 48_000)


def later(days: int) -> Context:
    return context(at=NOW + timedelta(days=days))


def ask(store: Store, number: str, ctx: Context | None = None) -> RequestRow:
    with store.writing() as session:
        return request_missing(session, ctx or context(), number)


def said(store: Store, number: str) -> RequestRecord:
    with store.reading() as session:
        record = letter_record(session, context(), number)
    assert isinstance(record, RequestRecord)
    return record


def awaited(store: Store, number: str, ctx: Context | None = None) -> Requested | None:
    with store.reading() as session:
        return requested(session, ctx or context(), number)


def establish(store: Store, number: str, fact: str, at: datetime = NOW) -> None:
    with store.reading() as session:
        row = lines_of(session, number)[0]
    with store.writing() as session:
        establish_fact(session, context(at=at), row.id, fact, value=True)


@pytest.fixture
def person(store: Store) -> str:
    return insure(store)


@pytest.mark.each_engine
def test_the_letter_asks_for_exactly_what_is_missing(store: Store, person: str) -> None:
    lines = (
        unknown("1"),
        unknown("2", day=date(2026, 3, 9)),
        unknown("3", "cure.convalescence"),
        treatment("4"),
    )
    number = claim(store, person, *lines)
    made = ask(store, number)
    record = said(store, made.number)
    assert [group.positions for group in record.groups] == [("1", "2"), ("3",)]
    first, cure = record.groups
    assert [(q.fact, q.article, q.answer) for q in first.questions] == [
        ("provider_recognised", "11.2", Answer.WORDS)
    ]
    assert (first.first, first.last) == (DAY, date(2026, 3, 9))
    assert "prescribed" in {q.fact for q in cure.questions}
    assert {q.fact for _, q in record.asked(medical=True)} == {
        "medically_necessary",
        "after_serious_illness",
    }
    assert record.part
    assert record.earlier is None
    assert record.answer_by == date(2026, 12, 20) == made.answer_by


@pytest.mark.each_engine
def test_the_same_letter_comes_out_each_time(store: Store, person: str) -> None:
    made = ask(store, claim(store, person, unknown()))
    with store.writing() as session:
        first = issue_letter(session, context(), made.number)
        again = issue_letter(session, context("M. Frei"), made.number)
    assert first.content == again.content
    assert first.kind == "request"
    assert check(store, conditions()).problems == ()


@pytest.mark.each_engine
def test_the_claim_waits_until_its_day_and_comes_back_by_itself(store: Store, person: str) -> None:
    number = claim(store, person, unknown())
    assert awaited(store, number) is None
    made = ask(store, number)
    assert awaited(store, number) == Requested(
        made.number, made.answer_by, LetterState.READY, reminder=False, overdue=False
    )
    on_the_day, after = awaited(store, number, later(30)), awaited(store, number, later(31))
    assert on_the_day is not None
    assert not on_the_day.overdue
    assert after is not None
    assert after.overdue


def test_the_same_is_not_asked_twice_before_the_day(store: Store, person: str) -> None:
    number = claim(store, person, unknown())
    made = ask(store, number)
    with pytest.raises(AskedAlready, match=made.number):
        ask(store, number, later(30))


@pytest.mark.each_engine
def test_after_the_day_the_reminder_names_the_first_letter(store: Store, person: str) -> None:
    number = claim(store, person, unknown())
    first = ask(store, number)
    second = ask(store, number, later(31))
    third = ask(store, number, later(60))
    assert second.reminds == third.reminds == first.number
    record = said(store, second.number)
    assert record.earlier is not None
    assert (record.earlier.number, record.earlier.issued) == (first.number, NOW.date())
    assert second.answer_by == later(31).today + timedelta(days=14)
    now = awaited(store, number, later(60))
    assert now is not None
    assert (now.number, now.reminder) == (third.number, True)


def test_a_fact_that_was_asked_for_ends_the_wait_and_the_rest_is_asked_again(
    store: Store, person: str
) -> None:
    number = claim(store, person, unknown("1", "cure.convalescence"))
    first = ask(store, number)
    establish(store, number, "prescribed")
    assert awaited(store, number) is None
    second = ask(store, number)
    assert second.reminds == first.number
    assert "prescribed" not in {q.fact for g in said(store, second.number).groups for q in g.questions}


@pytest.mark.each_engine
def test_deciding_ends_the_wait(store: Store, person: str) -> None:
    number = claim(store, person, unknown("1"), treatment("2"))
    ask(store, number)
    with store.writing() as session:
        decide_as_assessed(session, context(), number)
    assert awaited(store, number) is None


def test_a_decision_that_was_undone_does_not_end_the_wait(store: Store, person: str) -> None:
    number = claim(store, person, unknown("1"), treatment("2"))
    made = ask(store, number)
    before = awaited(store, number)
    with store.writing() as session:
        take_back(session, context(), decide_as_assessed(session, context(), number).number)
    assert awaited(store, number) == before
    with pytest.raises(AskedAlready, match=made.number):
        ask(store, number)


def test_a_claim_does_not_wait_again_for_a_letter_that_was_called_off(store: Store, person: str) -> None:
    number = claim(store, person, unknown())
    made, ctx = ask(store, number), context()
    with store.writing() as session:
        withdraw_request(session, ctx, made.number.replace("-000", "-"))
        item = item_of(session, ctx, "claim", number)
    assert item is not None
    assert item.held_until is None
    assert ctx.changes.undo is None


def test_what_was_not_asked_before_makes_no_reminder(store: Store, person: str) -> None:
    number = claim(store, person, unknown("1", "cure.convalescence"))
    ask(store, number)
    with store.reading() as session:
        (row,) = lines_of(session, number)
    with store.writing() as session:
        session.execute(text("UPDATE line SET benefit = 'cure.thermal' WHERE id = :id"), {"id": row.id})
    assert ask(store, number).reminds is None


@pytest.mark.each_engine
def test_a_request_is_taken_back_until_it_was_sent(store: Store, person: str) -> None:
    number = claim(store, person, unknown())
    made = ask(store, number)
    with store.writing() as session:
        withdraw_request(session, context(), made.number)
    assert awaited(store, number) is None
    again = ask(store, number)
    assert again.reminds is None
    with store.reading() as session:
        states = [(row.number, row.state) for row in letters_of(session, context(), person)]
    assert states == [(again.number, LetterState.READY), (made.number, LetterState.NOT_SENT)]
    with store.writing() as session:
        note_printed(session, context(), again.number)
    with pytest.raises(Refusal, match="no longer be called off"), store.writing() as session:
        withdraw_request(session, context(), again.number)
    assert check(store, conditions()).problems == ()


def test_the_verb_hands_over_its_way_back_and_what_it_touched(store: Store, person: str) -> None:
    number = claim(store, person, unknown())
    ctx = context()
    made = ask(store, number, ctx)
    assert ctx.changes.undo is not None
    assert (ctx.changes.undo.verb, ctx.changes.undo.arguments) == (withdraw_request, (made.number,))
    assert {f"claim:{number}", f"person:{person}"} <= ctx.changes.touched


def test_where_nothing_is_missing_nothing_is_asked(store: Store, person: str) -> None:
    with pytest.raises(NothingToAsk):
        ask(store, claim(store, person, treatment()))


def test_a_decisions_letter_is_no_request(store: Store, person: str) -> None:
    number = claim(store, person, treatment())
    with store.writing() as session:
        made = decide_as_assessed(session, context(), number)
    with pytest.raises(Refusal, match="asks for nothing"), store.writing() as session:
        withdraw_request(session, context(), made.letter_number)


@pytest.mark.each_engine
def test_numbers_run_on_whatever_the_kind(store: Store, person: str) -> None:
    number = claim(store, person)
    with store.writing() as session:
        decided = decide_as_assessed(session, context(), number)
    asked = ask(store, claim(store, person, unknown()))
    assert (decided.letter_number, asked.number) == ("2026-000001", "2026-000002")


@pytest.mark.each_engine
def test_a_request_that_was_written_by_hand_is_found(store: Store, person: str) -> None:
    ask(store, claim(store, person, unknown()))
    drop = "tr_event_delete" if store.is_file else "tr_event_change ON event"
    with store.writing() as session:
        session.execute(text(f"DROP TRIGGER {drop}"))
        session.execute(text("DELETE FROM event WHERE kind = 'letter entered'"))
    assert any("letter 2026-000001" in p.message for p in check(store, conditions()).problems)
