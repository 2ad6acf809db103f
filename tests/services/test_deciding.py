"""Deciding: what was shown is judged again, frozen, booked, and has its letter, or nothing happens at all."""

import json
from datetime import date

import pytest
from sqlalchemy import select

from caseworker import __version__
from caseworker.letters.kinds.decision.record import DecisionRecord
from caseworker.models.claims import decision_queries
from caseworker.models.claims.decision_tables import Decision
from caseworker.models.claims.entries import entries
from caseworker.models.claims.queries import lines_of
from caseworker.models.claims.queue import queue_page
from caseworker.models.ledger.queries import balances
from caseworker.models.ledger.tables import LimitBalance
from caseworker.models.letters.queries import letter as letter_by_number
from caseworker.models.people.queries import find_person
from caseworker.models.store.store import Store
from caseworker.models.work.rows import View
from caseworker.rules.case import Consent, Line
from caseworker.rules.vocabulary import Outcome
from caseworker.services.claims.assessing import assess, load_claim
from caseworker.services.claims.deciding import NotAsShown, NothingToDecide, decide, decide_as_assessed
from caseworker.services.claims.document import read_document, replay
from caseworker.services.claims.entering import establish_fact, note_consent
from tests.support.stores import CAP, NOW, claim, conditions, context, count_statements, insure, treatment

MOST_STATEMENTS = 15


def shown(store: Store, number: str) -> str:
    with store.reading() as session:
        return assess(load_claim(session, context(), number), context()).fingerprint


@pytest.mark.each_engine
def test_what_was_shown_is_decided(store: Store) -> None:
    number = claim(store, insure(store))
    seen = shown(store, number)
    with store.writing() as session:
        made = decide(session, context(), number, seen)
    assert (made.amount, made.by, made.fingerprint) == (36_000, "G. Keller", seen)
    with store.reading() as session:
        assert decision_queries.decision(session, made.number) == made
        (line,) = lines_of(session, number)
        assert (line.state, line.outcome, line.amount) == ("decided", "pay", 36_000)
        assert line.decision_number == made.number


@pytest.mark.each_engine
def test_what_is_no_longer_as_shown_is_refused_and_nothing_is_kept(store: Store) -> None:
    number = claim(store, insure(store))
    seen = shown(store, number)
    with store.reading() as session:
        (line,) = lines_of(session, number)
    with store.writing() as session:
        establish_fact(session, context(), line.id, "provider_recognised", False)
    with pytest.raises(NotAsShown, match="has changed since it was shown"), store.writing() as session:
        decide(session, context(), number, seen)
    with store.reading() as session:
        assert session.scalars(select(Decision.id)).all() == []
        assert session.scalars(select(LimitBalance.used)).all() == []


@pytest.mark.each_engine
def test_lines_that_wait_stay_open_and_a_later_decision_takes_them(store: Store) -> None:
    number = claim(store, insure(store), treatment("1"), treatment("2", facts={}))
    with store.writing() as session:
        first = decide_as_assessed(session, context(), number)
    with store.reading() as session:
        states = {row.line.id: (row.state, row.waits) for row in lines_of(session, number)}
        (waiting,) = queue_page(session, NOW.date(), View.FACTS)
        (_, line) = lines_of(session, number)
    assert states == {"1": ("decided", None), "2": ("open", "facts")}
    assert (waiting.claim_number, waiting.open_lines, waiting.waiting_facts) == (number, 1, 1)
    with store.writing() as session:
        establish_fact(session, context(), line.id, "provider_recognised", True, source="register")
        second = decide_as_assessed(session, context(), number)
    assert (first.amount, second.amount) == (36_000, 36_000)
    with store.reading() as session:
        assert [row.state for row in lines_of(session, number)] == ["decided", "decided"]


def test_nothing_to_decide_is_refused_with_what_is_missing(store: Store) -> None:
    number = claim(store, insure(store), treatment(facts={}))
    with pytest.raises(NothingToDecide, match="provider_recognised"), store.writing() as session:
        decide_as_assessed(session, context(), number)


def test_a_benefit_that_needs_consent_is_not_decided_without_one_valid_on_the_day(store: Store) -> None:
    day = date(2026, 3, 2)
    line = Line("1", "aids.other", day, day, 40_000, facts={"prescribed": True})
    number = claim(store, insure(store), line)
    with store.reading() as session:
        (row,) = lines_of(session, number)
    for answer in (None, Consent(granted=True, valid_from=date(2026, 4, 1))):
        with store.writing() as session:
            note_consent(session, context(), row.id, answer)
        with pytest.raises(NothingToDecide, match="consent"), store.writing() as session:
            decide_as_assessed(session, context(), number)
    with store.writing() as session:
        note_consent(session, context(), row.id, Consent(granted=True, valid_from=day), source="letter")
        assert decide_as_assessed(session, context(), number).amount == 20_000


def test_a_decided_claim_has_nothing_to_decide(store: Store) -> None:
    number = claim(store, insure(store))
    with store.writing() as session:
        decide_as_assessed(session, context(), number)
    with pytest.raises(NothingToDecide, match="No line"), store.writing() as session:
        decide_as_assessed(session, context(), number)


@pytest.mark.each_engine
def test_a_decision_books_what_it_uses_of_each_limit(store: Store) -> None:
    person = insure(store)
    number = claim(store, person)
    with store.writing() as session:
        made = decide_as_assessed(session, context(), number)
    with store.reading() as session:
        key = find_person(session, person).id
        (balance,) = balances(session, key)
        (entry,) = entries(session, key, "complementary", ("2026",))
    assert (balance.limit, balance.key) == ("complementary", "2026")
    assert (balance.used, balance.reserved, balance.cap) == (36_000, 0, CAP)
    assert (entry.amount, entry.article) == (36_000, "11.1")
    assert (entry.claim_number, entry.line, entry.decision_number) == (number, "1", made.number)


def test_a_limit_that_is_used_up_denies_what_comes_after(store: Store) -> None:
    person = insure(store)
    numbers = [claim(store, person, treatment(rappen=300_000)) for _ in range(2)]
    with store.writing() as session:
        amounts = [decide_as_assessed(session, context(), number).amount for number in numbers]
    with store.reading() as session:
        (line,) = lines_of(session, numbers[1])
    assert amounts == [225_000, 25_000]
    assert (line.outcome, line.amount) == ("pay", 25_000)


@pytest.mark.each_engine
def test_a_decision_is_frozen_with_all_that_it_rests_on(store: Store) -> None:
    person = insure(store)
    number = claim(store, person, treatment("1"), treatment("2", facts={}))
    with store.writing() as session:
        made = decide_as_assessed(session, context(), number)
    with store.reading() as session:
        document = read_document(session, made.number)
        text = decision_queries.document(session, made.number)
    assert (document.by, document.at, document.program) == ("G. Keller", NOW, __version__)
    edition = conditions().editions[0]
    assert document.editions == ((edition.name, edition.hash),)
    assert document.decided == ("1",)
    assert [line.outcome for line in document.finding.lines] == [Outcome.PAY, Outcome.PENDING]
    assert document.finding.lines[0].steps or document.finding.lines[0].parts[0].steps
    assert document.claim.lines[0] == treatment("1")
    assert document.addressee.name == "Bernasconi"
    assert json.dumps(json.loads(text), ensure_ascii=False, sort_keys=True, separators=(",", ":")) == text


def test_a_decision_can_be_replayed_from_what_was_frozen(store: Store) -> None:
    person = insure(store)
    numbers = [claim(store, person, treatment(rappen=300_000)) for _ in range(2)]
    with store.writing() as session:
        made = [decide_as_assessed(session, context(), number) for number in numbers]
    with store.reading() as session:
        assert [replay(session, context(), each.number) for each in made] == [True, True]


@pytest.mark.each_engine
def test_the_letter_is_entered_with_the_decision(store: Store) -> None:
    number = claim(store, insure(store), treatment("1"), treatment("2", facts={}))
    with store.writing() as session:
        made = decide_as_assessed(session, context(), number)
    with store.reading() as session:
        letter = letter_by_number(session, made.number)
    record = DecisionRecord.from_json(letter.record)
    assert letter.number == made.letter_number == record.number == "2026-000001"
    assert record.recipient == ("Giulia Bernasconi", "Via Nassa 12", "6900 Lugano")
    assert [(line.paid, line.outcome) for line in record.lines] == [
        (36_000, Outcome.PAY),
        (0, Outcome.PENDING),
    ]
    assert (record.total, record.answer_by) == (36_000, date(2026, 12, 20))
    assert letter.content is None


FITNESS = Line(
    "1",
    "health_promotion.fitness",  # which uses two limits
    date(2026, 3, 2),
    date(2026, 3, 2),
    30_000,
    facts={"provider_recognised": True, "subscription_eligible": True},
)


@pytest.mark.parametrize("line", [treatment(), FITNESS])
@pytest.mark.each_engine
def test_deciding_a_claim_of_one_line_takes_few_statements(store: Store, line: Line) -> None:
    number = claim(store, insure(store), line)

    def work() -> None:
        with store.writing() as session:
            decide_as_assessed(session, context(), number)

    seen = [said for said in count_statements(store, work) if said.split()[0] not in ("BEGIN", "COMMIT")]
    assert any("INSERT INTO decision" in statement for statement in seen)
    assert len(seen) <= MOST_STATEMENTS, "\n".join(seen)


@pytest.mark.each_engine
def test_many_decisions_fit_in_one_transaction(store: Store) -> None:
    person = insure(store)
    numbers = [claim(store, person, treatment(rappen=1_000)) for _ in range(20)]
    with store.writing() as session:
        made = [decide_as_assessed(session, context(), number) for number in numbers]
    with store.reading() as session:
        kept = decision_queries.decisions_of(session, find_person(session, person).id)
    assert list(kept) == made
    assert [each.letter_number for each in kept] == [f"2026-{n:06}" for n in range(1, 21)]
