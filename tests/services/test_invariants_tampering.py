"""What is changed behind the program's back, the guards taken off, is found by the check of the store."""

import pytest
from sqlalchemy import text

from caseworker import canonical
from caseworker.errors import Refusal
from caseworker.models.schema import APPEND_ONLY
from caseworker.models.store.store import Store
from caseworker.services.claims.deciding import decide_as_assessed
from caseworker.services.claims.reversing import reverse
from caseworker.services.letters.issuing import issue_letter
from caseworker.services.store.checking import Report, check, guard
from tests.services.test_invariants import without_references
from tests.support.stores import Filling, claim, conditions, context, insure, treatment


def three_decisions(store: Store) -> None:
    """D1 taken back with its letter drawn, D2 in its place, D3 of another claim."""
    person = insure(store)
    number = claim(store, person)
    with store.writing() as session:
        first = decide_as_assessed(session, context(), number)
        issue_letter(session, context(), first.number)
        reverse(session, context(), first.number, "wrong invoice")
        decide_as_assessed(session, context(), number)
    other = claim(store, person, treatment(rappen=10_000))
    with store.writing() as session:
        decide_as_assessed(session, context(), other)
    insure(store, "10000002")
    assert check(store, conditions()).problems == ()


@pytest.fixture
def filling() -> Filling:
    return three_decisions


@pytest.fixture
def filled(store: Store) -> Store:
    return store


def tampered(store: Store, *statements: str, **values: object) -> Report:
    """What the check says after statements that the guards would have refused, the guards put back."""
    with store.writing() as session:
        if store.is_file:
            made = session.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")).all()
            off, on = [f"DROP TRIGGER {name}" for name, _ in made], [sql for _, sql in made]
        else:
            off = [f"ALTER TABLE {table} DISABLE TRIGGER USER" for table in APPEND_ONLY]
            on = [f"ALTER TABLE {table} ENABLE TRIGGER USER" for table in APPEND_ONLY]
        for statement in (*off, *statements):
            session.execute(text(statement), values if ":" in statement else {})
        if store.is_file:
            for statement in on:
                session.connection().exec_driver_sql(statement)
    if not store.is_file:
        with store.writing() as session:
            for statement in on:
                session.execute(text(statement))
    return check(store, conditions())


def found(report: Report) -> set[str]:
    return {problem.check for problem in report.problems}


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("by_whom", "'X'"),
        ("at", "'2026-11-20T09:31:00.000000+00:00'"),
        ("person_id", "2"),
        ("claim_id", "1"),
        ("edition", "'other'"),
        ("edition_hash", "'other'"),
        ("program", "'other'"),
        ("fingerprint", "'other'"),
        ("replaces_id", "1"),
    ],
)
@pytest.mark.each_engine
def test_a_column_of_a_decision_is_what_was_frozen(filled: Store, column: str, value: str) -> None:
    report = tampered(filled, f"UPDATE decision SET {column} = {value} WHERE id = 3")
    assert any(p.check == "booked" and p.message.endswith(column) for p in report.problems)


def test_a_decision_of_no_claim_is_not_passed_over(filled: Store) -> None:
    without_references(filled)  # A server's hold whoever asks.
    report = tampered(filled, "UPDATE decision SET claim_id = 99 WHERE id = 3")
    assert "decision D3 does not say what it was frozen with: claim_id" in {
        p.message for p in report.problems
    }


@pytest.mark.each_engine
def test_what_a_line_was_given_is_what_was_frozen(filled: Store) -> None:
    report = tampered(
        filled,
        "UPDATE decision SET amount = amount + 1 WHERE id = 3",
        "UPDATE decision_line SET amount = amount + 1 WHERE decision_id = 3",
    )
    messages = {problem.message for problem in report.problems}
    assert "decision D3 does not say what it was frozen with: amount" in messages
    assert "decision D3: its lines are not as they were frozen" in messages
    assert found(report) == {"booked"}


@pytest.mark.each_engine
def test_the_outcome_of_a_line_is_what_was_frozen(filled: Store) -> None:
    report = tampered(filled, "UPDATE decision_line SET outcome = 'deny' WHERE decision_id = 3")
    assert [p.message for p in report.problems] == ["decision D3: its lines are not as they were frozen"]


@pytest.mark.each_engine
def test_a_document_frozen_anew_is_not_what_the_event_says(filled: Store) -> None:
    with filled.reading() as session:
        document = session.scalars(text("SELECT document FROM decision WHERE id = 3")).one()
    other = document.replace("Bernasconi", "Bernasconj")
    assert other != document
    report = tampered(
        filled,
        "UPDATE decision SET document = :document, sha256 = :sha256 WHERE id = 3",
        document=other,
        sha256=canonical.digest(other),
    )
    assert found(report) == {"witnessed"}


@pytest.mark.each_engine
def test_a_letter_drawn_anew_is_not_what_the_event_says(filled: Store) -> None:
    digest = "6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b"
    report = tampered(
        filled, "UPDATE letter_file SET content = :content, sha256 = :sha256", content=b"1", sha256=digest
    )
    assert found(report) == {"witnessed"}


@pytest.mark.parametrize("change", ["reason = 'other'", "by_whom = 'X'"])
@pytest.mark.each_engine
def test_a_reversal_is_what_the_event_says(filled: Store, change: str) -> None:
    assert found(tampered(filled, f"UPDATE reversal SET {change}")) == {"witnessed"}


@pytest.mark.each_engine
def test_a_letter_file_that_is_gone_is_missed(filled: Store) -> None:
    report = tampered(filled, "DELETE FROM letter_file")
    assert [p.message for p in report.problems] == [
        "2026-000001: the record of what was done says letter issued, the store does not"
    ]


@pytest.mark.parametrize("change", ["cap = 9000000", "cap = NULL", "unit = 'days'"])
@pytest.mark.each_engine
def test_a_balance_has_the_terms_of_its_entries(filled: Store, change: str) -> None:
    assert found(tampered(filled, f"UPDATE limit_balance SET {change}")) == {"terms"}


@pytest.mark.each_engine
def test_nothing_is_reserved(filled: Store) -> None:
    assert found(tampered(filled, "UPDATE limit_balance SET reserved = 1")) == {"reserved"}


@pytest.mark.parametrize("table", APPEND_ONLY)
@pytest.mark.each_engine
def test_a_guard_that_was_taken_off_leaves_the_store_for_reading_only(filled: Store, table: str) -> None:
    off = f"tr_{table}_delete" if filled.is_file else f"tr_{table}_change ON {table}"
    with filled.writing() as session:
        session.execute(text(f"DROP TRIGGER {off}"))
    assert found(guard(filled, conditions())) == {"guards"}
    with pytest.raises(Refusal, match=f"table {table}: the guard"), filled.writing():
        pass


@pytest.mark.parametrize("engine", ["postgres"], indirect=True)  # SQLite knows no switch.
def test_a_guard_that_was_switched_off_on_a_server_is_missed(filled: Store) -> None:
    with filled.writing() as session:
        session.execute(text("ALTER TABLE entry DISABLE TRIGGER tr_entry_change"))
    assert found(guard(filled, conditions())) == {"guards"}
