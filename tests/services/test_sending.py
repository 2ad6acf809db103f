"""What happens to a letter: it goes out by print or file, or is called off before; a look is nothing."""

from collections.abc import Callable

import pytest
from sqlalchemy import text

from caseworker.errors import Refusal
from caseworker.models.letters.rows import LetterState
from caseworker.models.store.store import Store
from caseworker.rights import Actor, Role
from caseworker.services.claims.deciding import decide_as_assessed
from caseworker.services.context import Context, NotAllowed
from caseworker.services.letters.issuing import issue_letter, kept_letter, letter_record
from caseworker.services.letters.sending import (
    cancel_letter,
    export_letter,
    happened_to,
    letters_of,
    note_printed,
    note_printed_together,
    note_saved,
    state,
    was_sent,
)
from caseworker.services.store.checking import check
from tests.support.stores import NOW, claim, conditions, context, count_statements, insure


@pytest.fixture
def person(store: Store) -> str:
    return insure(store)


@pytest.fixture
def decision(store: Store, person: str) -> str:
    number = claim(store, person)
    with store.writing() as session:
        return decide_as_assessed(session, context(), number).number


@pytest.mark.each_engine
def test_a_letter_is_ready_and_a_look_at_it_sends_nothing(store: Store, decision: str) -> None:
    with store.writing() as session:
        issue_letter(session, context(), decision)
        letter_record(session, context(), decision)
        assert kept_letter(session, context(), decision) is not None
    with store.reading() as session:
        assert not was_sent(session, context(), decision)
        assert state(session, context(), decision) is LetterState.READY
        assert [event.kind for event in happened_to(session, context(), decision)] == ["ready"]


@pytest.mark.parametrize("note", [note_printed, note_saved, export_letter])
@pytest.mark.each_engine
def test_a_letter_that_went_out_is_sent_and_not_called_off(
    store: Store, decision: str, note: Callable[[object, Context, str], None]
) -> None:
    with store.writing() as session:
        note(session, context(), decision)
    with store.reading() as session:
        assert was_sent(session, context(), decision)
    with pytest.raises(Refusal, match="can no longer be called off"), store.writing() as session:
        cancel_letter(session, context(), decision, "taken back at once")


@pytest.mark.each_engine
def test_a_letter_called_off_keeps_its_number_and_never_goes_out(
    store: Store, person: str, decision: str
) -> None:
    with store.writing() as session:
        cancel_letter(session, context(), decision, "taken back at once")
    for verb in (note_printed, note_saved, export_letter):
        with pytest.raises(Refusal, match="called off"), store.writing() as session:
            verb(session, context(), decision)
    with pytest.raises(Refusal, match="called off already"), store.writing() as session:
        cancel_letter(session, context(), decision, "again")
    with store.reading() as session:
        (listed,) = letters_of(session, context(), person)
        assert (listed.number, listed.state) == ("2026-000001", LetterState.NOT_SENT)
        assert happened_to(session, context(), decision)[-1].cause == "taken back at once"
    assert check(store, conditions()).problems == ()


def test_letters_go_to_the_printer_together_without_those_called_off(
    store: Store, person: str, decision: str
) -> None:
    number = claim(store, person)
    with store.writing() as session:
        other = decide_as_assessed(session, context(), number)
        cancel_letter(session, context(), decision, "taken back at once")
        note_printed_together(session, context(), ["2026-000001", other.letter_number])
    with store.reading() as session:
        assert not was_sent(session, context(), decision)
        assert was_sent(session, context(), other.letter_number)


@pytest.mark.each_engine
def test_nobody_calls_a_letter_off_while_it_goes_to_the_printer_with_others(
    store: Store, decision: str
) -> None:
    def work() -> None:
        with store.writing() as session:
            note_printed_together(session, context(), ["2026-000001"])

    seen = [said.upper() for said in count_statements(store, work)]
    locked = [at for at, said in enumerate(seen) if "BEGIN IMMEDIATE" in said or "FOR UPDATE" in said]
    assert locked
    assert locked[0] < next(at for at, said in enumerate(seen) if "FROM LETTER_EVENT" in said)
    assert check(store, conditions()).problems == ()


@pytest.mark.each_engine
def test_the_check_finds_a_letter_that_was_called_off_and_went_out(store: Store, decision: str) -> None:
    with store.writing() as session:
        note_printed(session, context(), decision)
        session.execute(
            text(
                "INSERT INTO letter_event (year, number, kind, at, by_whom)"
                " SELECT year, number, 'cancelled', at, by_whom FROM letter_event WHERE kind = 'printed'"
            )
        )
    told = [p.message for p in check(store, conditions()).problems if p.check == "letters' rows"]
    assert told == ["letter 2026-000001 was called off, but it went out"]


def test_a_letter_answers_to_its_own_number_and_to_its_decisions(store: Store, decision: str) -> None:
    with store.reading() as session:
        by_decision = letter_record(session, context(), decision)
        assert letter_record(session, context(), "2026-000001") == by_decision
        for number in ("2026-000002", "2025-000001", "D99", "nonsense"):
            with pytest.raises(Refusal, match=r"no letter|no decision|no number"):
                letter_record(session, context(), number)


def test_who_may_not_issue_letters_notes_nothing(store: Store, decision: str) -> None:
    actor = Actor("s", "S. Ernst", frozenset({Role.SERVICE}))
    with pytest.raises(NotAllowed), store.writing() as session:
        note_printed(session, Context(actor, NOW, conditions()), decision)


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ("UPDATE letter SET language = 'de'", "does not say of itself"),
        ("UPDATE letter SET about_key = 'C77'", "about the claim that were decided"),
        ("UPDATE letter SET about_key = 'C77'", "about a claim that is not there"),
        ("UPDATE letter SET answer_by = '2026-12-01'", "does not say of itself"),
        ("UPDATE letter SET record = '{}'", "holds no record of its kind"),
        ("DELETE FROM letter_event", "was ready 0 times"),
    ],
)
@pytest.mark.each_engine
def test_the_check_finds_a_letter_that_says_otherwise_than_it_was_frozen(
    store: Store, decision: str, change: str, found: str
) -> None:
    table = "letter_event" if "letter_event" in change else "letter"
    verb = change.split()[0].lower()
    with store.writing() as session:
        drop = f"tr_{table}_{verb}" if store.is_file else f"tr_{table}_change ON {table}"
        session.execute(text(f"DROP TRIGGER {drop}"))
        session.execute(text(change))
    told = [p.message for p in check(store, conditions()).problems if p.check == "letters' rows"]
    assert any(found in message for message in told), told
