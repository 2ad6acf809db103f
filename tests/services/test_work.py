"""Work: an open claim has one item that follows it; what is put off stands still and comes back by itself."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import text

from caseworker.errors import Refusal
from caseworker.models.claims.queries import lines_of
from caseworker.models.store.store import Store
from caseworker.models.work.rows import CLAIM, View, WorkRow
from caseworker.rights import Actor, Role
from caseworker.rules.case import Consent, Line
from caseworker.services.claims.at_once import enter_and_decide
from caseworker.services.claims.deciding import decide_as_assessed
from caseworker.services.claims.entering import (
    amend_claim,
    establish_fact,
    insert_claim,
    note_consent,
    withdraw_claim,
)
from caseworker.services.claims.forms import ClaimForm
from caseworker.services.claims.queue import queue, queue_counts
from caseworker.services.claims.requesting import request_missing, withdraw_request
from caseworker.services.claims.reversing import reverse
from caseworker.services.context import Context, NotAllowed
from caseworker.services.store.checking import check
from caseworker.services.work.items import hold, item_of, ready_again
from tests.support.stores import NOW, claim, conditions, context, insure, treatment

TODAY = NOW.date()
RECEIVED = date(2026, 3, 20)
FOUR_WEEKS = timedelta(days=28)
CONSENT_LINE = Line("2", "aids.other", RECEIVED, RECEIVED, 40_000, facts={"prescribed": True})


def on(days: int) -> datetime:
    """So many days after the day of these tests."""
    return NOW + timedelta(days=days)


def item(store: Store, number: str) -> WorkRow:
    with store.reading() as session:
        found = item_of(session, context(), CLAIM, number)
    assert found is not None
    return found


def first_line(store: Store, number: str) -> int:
    with store.reading() as session:
        return lines_of(session, number)[0].id


def learn(store: Store, number: str, value: bool | None = True, at: datetime = NOW) -> None:
    """What the first line waits for becomes known, or unknown again."""
    line = first_line(store, number)
    with store.writing() as session:
        establish_fact(session, context(at=at), line, "provider_recognised", value)


def put_off(store: Store, number: str, days: int = 20, waits: str = "facts", at: datetime = NOW) -> Context:
    ctx = context(at=at)
    with store.writing() as session:
        hold(session, ctx, CLAIM, number, ctx.today + timedelta(days=days), "asked the provider", waits)
    return ctx


def seen(store: Store, view: View, at: datetime = NOW) -> list[str]:
    with store.reading() as session:
        rows = queue(session, context(at=at), view)
        assert queue_counts(session, context(at=at)).of(view) == len(rows)
    return [row.claim_number for row in rows]


def agrees(store: Store) -> bool:
    return [p for p in check(store, conditions()).problems if p.check == "work"] == []


@pytest.mark.each_engine
def test_an_item_says_what_its_claim_does_at_every_step(store: Store) -> None:
    number = claim(store, insure(store), treatment("1", facts={}), CONSENT_LINE)
    entered = item(store, number)
    assert (entered.state, entered.waits, entered.title_key) == (
        "ready",
        "consent",
        "complementary.treatment",
    )
    assert (entered.lines_open, entered.lines_facts, entered.lines_consent) == (2, 1, 1)
    assert (entered.amount_rp, entered.received_on, entered.complete_on) == (88_000, RECEIVED, None)
    learn(store, number)
    known = item(store, number)
    assert (known.lines_facts, known.complete_on, known.due_on) == (0, TODAY, TODAY + FOUR_WEEKS)
    with store.writing() as session:
        decide_as_assessed(session, context(), number)
    part = item(store, number)
    assert (part.state, part.lines_open, part.title_key, part.amount_rp) == ("ready", 1, "aids.other", 40_000)
    with store.reading() as session:
        (_, waiting) = lines_of(session, number)
    with store.writing() as session:
        note_consent(session, context(), waiting.id, Consent(granted=True))
        decide_as_assessed(session, context(at=on(1)), number)
    done = item(store, number)
    assert (done.state, done.waits, done.lines_open, done.amount_rp) == ("done", None, 0, 0)
    assert (done.closed_at, done.closed_by) == (on(1), "G. Keller")
    assert agrees(store)


def test_what_comes_complete_is_due_four_weeks_after_it_came(store: Store) -> None:
    number = claim(store, insure(store))
    assert (item(store, number).complete_on, item(store, number).due_on) == (RECEIVED, RECEIVED + FOUR_WEEKS)
    learn(store, number, None, on(1))
    assert (item(store, number).waits, item(store, number).complete_on) == ("facts", None)
    learn(store, number, True, on(2))
    assert item(store, number).due_on == on(2).date() + FOUR_WEEKS
    assert agrees(store)


def test_a_claim_whose_receipt_is_corrected_is_due_by_the_day_it_came(store: Store) -> None:
    number = claim(store, insure(store))
    form = ClaimForm("10000001", (treatment(),), received=date(2026, 3, 10))
    with store.writing() as session:
        amend_claim(session, context(), number, 1, form)
    assert item(store, number).due_on == date(2026, 3, 10) + FOUR_WEEKS
    assert agrees(store)


def test_a_claim_without_a_day_of_receipt_counts_from_its_entry(store: Store) -> None:
    person = insure(store)
    with store.writing() as session:
        form = ClaimForm(person, (treatment(),))
        number, made = enter_and_decide(session, context(), 1, replace(form, received=None))
    assert made is not None
    assert (item(store, number).received_on, item(store, number).state) == (TODAY, "done")
    assert agrees(store)


@pytest.mark.each_engine
def test_amounts_in_foreign_currency_are_converted(store: Store) -> None:
    line = replace(treatment(), charged=10_000, currency="EUR", rate=Decimal("0.9435"), country="IT")
    number = claim(store, insure(store), line)
    assert item(store, number).amount_rp == 9_435
    assert agrees(store)


def test_a_claim_that_was_decided_is_opened_again_by_a_reversal_or_a_new_line(store: Store) -> None:
    number = claim(store, insure(store))
    with store.writing() as session:
        made = decide_as_assessed(session, context(), number)
    with store.writing() as session:
        reverse(session, context(at=on(3)), made.number, "wrong invoice")
    again = item(store, number)
    assert (again.state, again.lines_open, again.opened_at) == ("ready", 1, on(3))
    assert (again.closed_at, again.due_on) == (None, on(3).date() + FOUR_WEEKS)
    with store.writing() as session:
        decide_as_assessed(session, context(at=on(4)), number)
    form = ClaimForm("10000001", (treatment(), treatment("2", facts={})), received=RECEIVED)
    with store.writing() as session:
        amend_claim(session, context(at=on(5)), number, 1, form)
    more = item(store, number)
    assert (more.id, more.state, more.waits, more.lines_open) == (again.id, "ready", "facts", 1)
    assert agrees(store)


def test_the_work_on_a_claim_that_is_withdrawn_is_cancelled_until_that_is_undone(store: Store) -> None:
    number = claim(store, insure(store), treatment(facts={}))
    ctx = context()
    with store.writing() as session:
        withdraw_claim(session, ctx, number, 1)
    gone = item(store, number)
    assert (gone.state, gone.lines_open, gone.closed_by) == ("cancelled", 0, "G. Keller")
    assert (seen(store, View.OPEN), agrees(store)) == ([], True)
    undo = ctx.changes.undo
    assert undo is not None
    with store.writing() as session:
        undo.verb(session, context(), *undo.arguments)
    assert (item(store, number).state, item(store, number).waits) == ("ready", "facts")
    assert agrees(store)


def test_a_claim_has_its_work_before_it_is_judged(store: Store) -> None:
    insure(store)
    with store.writing() as session:
        form = ClaimForm("10000001", (treatment(), treatment("2")), received=RECEIVED)
        key = insert_claim(session, context(), 1, form)
    entered = item(store, f"C{key}")
    assert (entered.state, entered.lines_open, entered.amount_rp) == ("ready", 2, 96_000)
    assert agrees(store)


@pytest.mark.each_engine
def test_what_is_put_off_is_out_of_the_queue_until_its_day(store: Store) -> None:
    person = insure(store)
    number, other = claim(store, person, treatment(facts={})), claim(store, person)
    put_off(store, number, days=20)
    assert seen(store, View.OPEN) == [other]
    assert seen(store, View.FACTS) == []
    assert seen(store, View.HELD) == [number]
    assert seen(store, View.ALL) == [other, number]
    assert seen(store, View.HELD, on(19)) == [number]
    assert seen(store, View.OPEN, on(20)) == [other, number]
    assert seen(store, View.FACTS, on(20)) == [number]
    assert seen(store, View.HELD, on(20)) == []
    assert agrees(store)


def test_what_was_waited_for_brings_it_back_before_its_day(store: Store) -> None:
    number = claim(store, insure(store), treatment(facts={}))
    put_off(store, number)
    learn(store, number, at=on(5))
    back = item(store, number)
    assert (back.state, back.held_until, back.waits) == ("ready", None, None)
    assert back.due_on == on(5).date() + FOUR_WEEKS
    assert agrees(store)


def test_it_stays_put_off_while_something_else_changes(store: Store) -> None:
    number = claim(store, insure(store), treatment(), treatment("2", facts={}))
    put_off(store, number)
    with store.writing() as session:
        decide_as_assessed(session, context(at=on(1)), number)
    assert (item(store, number).state, item(store, number).lines_open) == ("held", 1)
    assert seen(store, View.HELD, on(1)) == [number]
    assert agrees(store)


@pytest.mark.parametrize(("waits", "moved"), [("papers", 20), ("payee", 20), ("approval", 0), ("other", 0)])
def test_only_what_others_owe_moves_the_day_on_which_it_is_due(store: Store, waits: str, moved: int) -> None:
    number = claim(store, insure(store))
    put_off(store, number, 20, waits)
    assert item(store, number).due_on == RECEIVED + FOUR_WEEKS + timedelta(days=moved)
    assert agrees(store)


@pytest.mark.each_engine
def test_the_clock_stood_still_for_no_longer_than_it_was_waited(store: Store) -> None:
    number = claim(store, insure(store))
    put_off(store, number, 20, "payee")
    with store.writing() as session:
        taken = ready_again(session, context(at=on(7)), CLAIM, number)
    assert (taken.state, taken.stopped_days, taken.stopped_since) == ("ready", 7, None)
    assert taken.due_on == RECEIVED + FOUR_WEEKS + timedelta(days=7)
    put_off(store, number, 10, "payee", on(8))
    put_off(store, number, 10, "payee", on(12))  # a reminder
    learn(store, number, True, on(40))  # ten days and some after the day had come
    last = item(store, number)
    assert (last.state, last.stopped_days) == ("ready", 7 + 4 + 10)
    assert last.due_on == RECEIVED + FOUR_WEEKS + timedelta(days=21)
    assert last.stopped_days <= (on(40).date() - last.received_on).days
    assert agrees(store)


@pytest.mark.each_engine
def test_what_is_decided_while_it_is_put_off_is_closed(store: Store) -> None:
    number = claim(store, insure(store))
    put_off(store, number, waits="other")
    with store.writing() as session:
        made = decide_as_assessed(session, context(), number)
    assert (item(store, number).state, seen(store, View.HELD)) == ("done", [])
    with store.writing() as session:
        reverse(session, context(), made.number, "wrong invoice")
    assert (item(store, number).state, item(store, number).held_until) == ("ready", None)
    assert agrees(store)


def test_putting_off_and_taking_up_take_each_other_back(store: Store) -> None:
    number = claim(store, insure(store))
    before = item(store, number)._replace(version=1)
    ctx = put_off(store, number)
    held, undo = item(store, number), ctx.changes.undo
    assert undo is not None
    assert ctx.changes.touched >= {f"claim:{number}"}
    again = context()
    with store.writing() as session:
        undo.verb(session, again, *undo.arguments)
    assert item(store, number)._replace(version=1) == before
    assert again.changes.undo is not None
    with store.writing() as session:
        again.changes.undo.verb(session, context(), *again.changes.undo.arguments)
    assert item(store, number)._replace(version=1) == held._replace(version=1)


def test_a_request_puts_its_claim_off_until_the_day_after_the_answer_is_awaited(store: Store) -> None:
    number = claim(store, insure(store), treatment(facts={}))
    with store.writing() as session:
        letter = request_missing(session, context(), number)
    held = item(store, number)
    assert (held.state, held.waits, held.held_why) == ("held", "facts", letter.number)
    assert held.held_until == letter.answer_by + timedelta(days=1)
    with store.writing() as session:
        withdraw_request(session, context(), letter.number)
    assert item(store, number).state == "ready"
    assert agrees(store)


def test_who_put_it_off_why_and_until_when_is_on_record(store: Store) -> None:
    number = claim(store, insure(store))
    put_off(store, number)
    with store.reading() as session:
        asked = text("SELECT subject, by_whom, data FROM event WHERE kind = 'work put off'")
        ((subject, by, data),) = session.execute(asked).all()
    assert (subject, by) == (number, "G. Keller")
    assert '"until":"2026-12-10"' in data
    assert "asked the provider" in data


@pytest.mark.parametrize(
    ("days", "why", "told"),
    [
        (0, "asked", "one to come"),
        (-1, "asked", "one to come"),
        (5, "  ", "reason"),
        (5, "x" * 201, "reason"),
    ],
)
def test_nothing_is_put_off_without_a_day_to_come_and_a_reason(
    store: Store, days: int, why: str, told: str
) -> None:
    number = claim(store, insure(store))
    with pytest.raises(Refusal, match=told), store.writing() as session:
        hold(session, context(), CLAIM, number, on(days).date(), why, "facts")
    assert item(store, number).state == "ready"


def test_what_is_done_is_not_put_off_and_what_is_ready_not_taken_up(store: Store) -> None:
    number = claim(store, insure(store))
    with pytest.raises(Refusal, match="not on hold"), store.writing() as session:
        ready_again(session, context(), CLAIM, number)
    with store.writing() as session:
        decide_as_assessed(session, context(), number)
    for key in (number, "C99"):
        with pytest.raises(Refusal, match="nothing left to do"), store.writing() as session:
            hold(session, context(), CLAIM, key, on(5).date(), "asked", "facts")


def test_an_auditor_puts_nothing_off(store: Store) -> None:
    number = claim(store, insure(store))
    auditor = Context(Actor("a", "A. Auditor", frozenset({Role.AUDITOR})), NOW, conditions())
    with pytest.raises(NotAllowed), store.writing() as session:
        hold(session, auditor, CLAIM, number, on(5).date(), "asked", "facts")


@pytest.mark.each_engine
@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("DELETE FROM work WHERE subject_key = 'C1'", "claim C1: there is no work on it on record"),
        (
            "UPDATE work SET state = 'done', closed_at = opened_at, closed_by = 'X' WHERE subject_key = 'C1'",
            "claim C1: the work on it is closed, its lines are open",
        ),
        (
            "UPDATE work SET state = 'ready', closed_at = NULL, closed_by = NULL WHERE subject_key = 'C2'",
            "claim C2: the work on it is open, its lines are not",
        ),
        (
            "UPDATE work SET lines_open = 5, amount_rp = 1 WHERE subject_key = 'C1'",
            "claim C1: the work on it differs in amount_rp, lines_open",
        ),
        (
            "UPDATE work SET due_on = '2027-01-01' WHERE subject_key = 'C1'",
            "claim C1: the work on it differs in due_on",
        ),
        (
            "UPDATE line SET waits = NULL WHERE claim_id = 1",
            "claim C1: the work on it differs in lines_facts",
        ),
        (
            "UPDATE work SET person_id = 2 WHERE subject_key = 'C2'",
            "claim C2: the work on it differs in person_id",
        ),
        (
            "UPDATE work SET subject_key = 'C9' WHERE subject_key = 'C2'",
            "work on claim C9: there is no such claim",
        ),
        ("UPDATE work SET kind = 'x' WHERE subject_key = 'C2'", "work on x: no such kind is known"),
        (
            "UPDATE work SET stopped_days = 300 WHERE subject_key = 'C2'",
            "work on claim C2: it stood still for 300 days, longer than it has been there",
        ),
    ],
)
def test_the_check_of_the_store_names_what_is_not_as_its_subject(
    store: Store, change: str, told: str
) -> None:
    person = insure(store)
    insure(store, "10000002")
    claim(store, person, treatment(facts={}))
    number = claim(store, person)
    with store.writing() as session:
        decide_as_assessed(session, context(), number)
    assert agrees(store)
    with store.writing() as session:
        session.execute(text(change))
    found = [p.message for p in check(store, conditions()).problems if p.check == "work"]
    assert any(message.startswith(told) for message in found), found
