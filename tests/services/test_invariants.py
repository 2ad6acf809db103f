"""What must never happen, each with what keeps it from happening, and with that taken out."""

import itertools
import threading
from collections.abc import Callable
from contextlib import nullcontext
from typing import Any

import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from caseworker.errors import Refusal
from caseworker.models.claims.assessable import Assessable, load_assessable
from caseworker.models.ledger.queries import balances
from caseworker.models.ledger.statements import UNBOOK
from caseworker.models.people.queries import find_person
from caseworker.models.store import engines
from caseworker.models.store.prepared import Driver, Prepared
from caseworker.models.store.store import Store
from caseworker.services.claims import deciding
from caseworker.services.claims.deciding import decide_as_assessed
from caseworker.services.claims.entering import enter_claim
from caseworker.services.claims.forms import ClaimForm
from caseworker.services.claims.reversing import reverse
from caseworker.services.letters import issuing
from caseworker.services.store.checking import Report, check, guard
from tests.support.stores import CAP, claim, conditions, context, insure, treatment

pytestmark = pytest.mark.each_engine

# Each is paid 1800.00 of the 2500.00 that the year has.
HIGH = 240_000
LOADED_SECONDS = 0.5


def used(store: Store, person: str) -> int:
    with store.reading() as session:
        return sum(row.used for row in balances(session, find_person(session, person).id))


def problems(report: Report) -> set[str]:
    return {problem.check for problem in report.problems}


def decided(store: Store, number: str) -> int:
    with store.writing() as session:
        return decide_as_assessed(session, context(), number).amount


class Race:
    """Two who decide for one person: the second has loaded, if it can, before the first ends."""

    def __init__(self, store: Store, patch: pytest.MonkeyPatch) -> None:
        self.store = store
        self.outcome: int | BaseException = 0
        self.loaded = threading.Event()

        def loading(session: Session, key: int, for_deciding: bool = False) -> Assessable:
            found = load_assessable(session, key, for_deciding)
            if threading.current_thread() is not threading.main_thread():
                self.loaded.set()
            return found

        patch.setattr(deciding, "load_assessable", loading)

    def run(self, first: str, second: str) -> None:
        rival = threading.Thread(target=self._decide, args=(second,))
        with self.store.writing() as session:
            decide_as_assessed(session, context(), first)
            rival.start()
            self.loaded.wait(LOADED_SECONDS)
        rival.join()

    def _decide(self, number: str) -> None:
        try:
            self.outcome = decided(self.store, number)
        except (Refusal, Exception) as error:  # noqa: BLE001 - told to the test, whatever it is
            self.outcome = error


@pytest.fixture
def race(store: Store, monkeypatch: pytest.MonkeyPatch) -> Race:
    return Race(store, monkeypatch)


@pytest.fixture
def rivals(store: Store) -> tuple[str, str, str]:
    """A person, and two claims that together ask for more than the limit."""
    person = insure(store)
    return person, claim(store, person, treatment(rappen=HIGH)), claim(store, person, treatment(rappen=HIGH))


def without_lock(patch: pytest.MonkeyPatch) -> None:
    nothing = Prepared(text("SELECT 1"))
    patch.setattr(deciding, "LOCK_PERSON_OF_CLAIM", nothing)


def without_cap(store: Store) -> None:
    with store.writing() as session:
        session.execute(text("ALTER TABLE limit_balance DROP CONSTRAINT ck_limit_balance_within_cap"))
        # Two events that follow the same one are refused as well.
        session.execute(text("ALTER TABLE event DROP CONSTRAINT uq_event_chain_sequence"))


def test_1_two_who_decide_at_once_never_overdraw(race: Race, rivals: tuple[str, str, str]) -> None:
    person, first, second = rivals
    race.run(first, second)
    assert race.outcome == CAP - 180_000
    assert used(race.store, person) == CAP


def test_1_without_the_lock_the_engine_refuses_what_is_above_the_cap(
    race: Race, rivals: tuple[str, str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    person, first, second = rivals
    if race.store.is_file:
        # A writing transaction locks the file when it begins; begun as for reading, the rival is turned away.
        monkeypatch.setattr(engines, "BUSY_SECONDS", 0)
        rival = Store.open(str(race.store.path))
        rival._writing = rival.engine
        with race.store.writing() as session:
            decide_as_assessed(session, context(), first)
            with pytest.raises(Refusal, match="in use by another program"):
                decided(rival, second)
        rival.close()
    else:
        without_lock(monkeypatch)
        race.run(first, second)
        assert isinstance(race.outcome, Exception)
        assert "ck_limit_balance_within_cap" in str(race.outcome)
    assert used(race.store, person) == 180_000


def test_1_without_lock_and_check_a_limit_is_overdrawn_and_the_check_of_the_store_says_so(
    race: Race, rivals: tuple[str, str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    person, first, second = rivals
    if race.store.is_file:
        decided(race.store, first)
        with race.store.writing() as session:
            session.execute(text("PRAGMA ignore_check_constraints=ON"))
            session.execute(text("UPDATE limit_balance SET used = 360000"))
            session.execute(text("PRAGMA ignore_check_constraints=OFF"))
    else:
        without_lock(monkeypatch)
        without_cap(race.store)
        race.run(first, second)
    assert used(race.store, person) == 360_000
    assert "caps" in problems(check(race.store, conditions()))


def test_1_the_days_of_cures_are_kept_in_every_run_of_five_years(store: Store) -> None:
    person = insure(store)
    decided(store, claim(store, person, treatment()))
    with store.writing() as session:
        for year, days in ((2024, 30), (2027, 20)):
            _book_days(session, person, year, days)
    assert problems(check(store, conditions())) & {"windows"} == set()
    with store.writing() as session:
        _book_days(session, person, 2028, 1)
    assert "windows" in problems(check(store, conditions()))


def _book_days(session: Session, person: str, year: int, days: int) -> None:
    key = find_person(session, person).id
    session.execute(
        text(
            "INSERT INTO limit_balance"
            " (person_id, limit_name, period_key, used, reserved, cap, unit, article)"
            " VALUES (:person, 'cure_days', :year, :days, 0, 50, 'days', '12.5')"
        ),
        {"person": key, "year": str(year), "days": days},
    )


def test_2_what_is_used_is_the_sum_of_the_decisions_in_force(store: Store) -> None:
    person = insure(store)
    numbers = [claim(store, person, treatment(rappen=10_000)) for _ in range(3)]
    with store.writing() as session:
        made = [decide_as_assessed(session, context(), number) for number in numbers]
        reverse(session, context(), made[1].number, "wrong invoice")
    assert used(store, person) == made[0].amount + made[2].amount
    assert check(store, conditions()).problems == ()


def test_2_a_reversal_that_leaves_the_balance_is_found(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    number = claim(store, insure(store))
    with store.writing() as session:
        made = decide_as_assessed(session, context(), number)
    monkeypatch.setattr(Prepared, "run_many", _all_but(UNBOOK))
    with store.writing() as session:
        reverse(session, context(), made.number, "wrong invoice")
    assert problems(check(store, conditions())) == {"balances"}


def _all_but(left_out: Prepared) -> Callable[..., None]:
    run_many = Prepared.run_many

    def run(self: Prepared, driver: Driver, parameters: Any) -> None:
        if self is not left_out:
            run_many(self, driver, parameters)

    return run


def test_3_no_decision_is_kept_without_its_letter(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    person = insure(store)
    number = claim(store, person)
    monkeypatch.setattr(deciding, "enter", lambda *_: None)
    with pytest.raises(IntegrityError), store.writing() as session:
        decide_as_assessed(session, context(), number)
    assert used(store, person) == 0
    with store.reading() as session:
        assert session.scalar(text("SELECT count(*) FROM decision")) == 0


def test_3_no_letter_is_kept_without_its_decision(store: Store) -> None:
    person = insure(store)
    columns = "year, number, kind, decision_id, person_id, recipient_kind, language, record, sha256"
    with store.reading() as session:
        key = find_person(session, person).id
    values = f"2026, 1, 'decision', 99, {key}, 'insured', 'it', '{{}}', 'x'"
    with pytest.raises(IntegrityError), store.writing() as session:
        session.execute(text(f"INSERT INTO letter ({columns}) VALUES ({values})"))


def test_3_a_letter_that_is_missing_is_found(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    number = claim(store, insure(store))
    if store.is_file:
        without_references(store)
    else:
        with store.writing() as session:
            session.execute(
                text("ALTER TABLE decision DROP CONSTRAINT fk_decision_letter_year_letter_number")
            )
    monkeypatch.setattr(deciding, "enter", lambda *_: None)
    decided(store, number)
    assert "letters" in problems(check(store, conditions()))


def without_references(store: Store) -> None:
    """From now on the file's connection does not look at references."""

    @event.listens_for(store.engine, "checkout")
    def checked_out(connection: Any, _record: object, _proxy: object) -> None:
        connection.execute("PRAGMA foreign_keys=OFF")


def test_4_numbers_have_no_gaps_through_what_is_undone(store: Store) -> None:
    person = insure(store)
    for lost in (False, True, True, False, True, False):
        number = claim(store, person, treatment(rappen=1_000))
        with pytest.raises(ZeroDivisionError) if lost else _nothing(), store.writing() as session:
            decide_as_assessed(session, context(), number)
            _ = 1 / (0 if lost else 1)
    with store.reading() as session:
        numbers = session.scalars(text("SELECT number FROM letter ORDER BY number")).all()
    assert numbers == [1, 2, 3]
    assert check(store, conditions()).problems == ()


def test_4_numbers_from_elsewhere_leave_gaps_that_are_found(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = insure(store)
    sequence = itertools.count(1)
    monkeypatch.setattr(issuing, "next_number", lambda *_: next(sequence))
    for lost in (False, True, False):
        number = claim(store, person, treatment(rappen=1_000))
        with pytest.raises(ZeroDivisionError) if lost else _nothing(), store.writing() as session:
            decide_as_assessed(session, context(), number)
            _ = 1 / (0 if lost else 1)
    assert "letters" in problems(check(store, conditions()))


def _nothing() -> Any:
    return nullcontext()


def test_9_a_store_that_does_not_add_up_opens_for_reading_only_and_says_why(store: Store) -> None:
    person = insure(store)
    decided(store, claim(store, person))
    assert guard(store, conditions()).problems == ()
    with store.writing() as session:
        session.execute(text("UPDATE limit_balance SET used = used - 1"))
    guard(store, conditions())
    with pytest.raises(Refusal, match=r"for reading only.*add up to 36000.*says 35999"):
        claim(store, person)
    with store.reading() as session:
        assert find_person(session, person).number == person
    with store.engine.begin() as connection:
        connection.execute(text("UPDATE limit_balance SET used = used + 1"))
    guard(store, conditions())
    with store.writing() as session:
        enter_claim(session, context(), ClaimForm(person, (treatment(),)))
