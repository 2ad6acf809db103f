"""Issuing a letter: drawn once, kept with its hash, the same bytes ever after."""

import pytest
from sqlalchemy import text

from caseworker.errors import Refusal
from caseworker.letters.drawing import draw_letter
from caseworker.models.store.store import Store
from caseworker.services.claims.deciding import decide_as_assessed
from caseworker.services.letters import issuing as lettering
from caseworker.services.letters.issuing import issue_letter, letter_record
from tests.support.stores import claim, context, insure


@pytest.fixture
def decision(store: Store) -> str:
    number = claim(store, insure(store))
    with store.writing() as session:
        return decide_as_assessed(session, context(), number).number


@pytest.mark.each_engine
def test_a_letter_is_drawn_once_and_its_bytes_are_kept(
    store: Store, decision: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with store.writing() as session:
        first = issue_letter(session, context(), decision)
    monkeypatch.setattr(lettering, "draw_letter", lambda *_: b"otherwise")
    with store.writing() as session:
        again = issue_letter(session, context("M. Frei"), decision)
    assert first == again
    assert first.content is not None
    assert first.content.startswith(b"%PDF")
    with store.reading() as session:
        assert session.scalars(text("SELECT by_whom FROM letter_file")).all() == ["G. Keller"]


def test_a_letter_drawn_again_from_its_record_gives_the_same_bytes(store: Store, decision: str) -> None:
    with store.writing() as session:
        kept = issue_letter(session, context(), decision)
        assert draw_letter(letter_record(session, context(), decision)) == kept.content


@pytest.mark.each_engine
def test_a_record_or_a_file_that_was_tampered_with_is_not_issued(store: Store, decision: str) -> None:
    change = "DROP TRIGGER tr_letter_update" if store.is_file else "DROP TRIGGER tr_letter_change ON letter"
    with store.writing() as session:
        session.execute(text(change))
        session.execute(text("UPDATE letter SET record = replace(record, '36000', '96000')"))
    for attempt in (issue_letter, letter_record):
        with pytest.raises(Refusal, match="not as it was frozen"), store.writing() as session:
            attempt(session, context(), decision)


@pytest.mark.each_engine
def test_a_file_that_was_changed_is_not_issued_again(store: Store, decision: str) -> None:
    with store.writing() as session:
        issue_letter(session, context(), decision)
        drop = "tr_letter_file_update" if store.is_file else "tr_letter_file_change ON letter_file"
        session.execute(text(f"DROP TRIGGER {drop}"))
        session.execute(text("UPDATE letter_file SET content = :content"), {"content": b"%PDF"})
    with pytest.raises(Refusal, match="not as it was kept"), store.writing() as session:
        issue_letter(session, context(), decision)


def test_a_decision_that_is_not_there_has_no_letter(store: Store) -> None:
    for number in ("D99", "99", "x"):
        with pytest.raises(Refusal, match=r"no decision|no number"), store.writing() as session:
            issue_letter(session, context(), number)
