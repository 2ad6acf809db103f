"""Work that was put off: what somebody else has put off since stays so, what was changed by hand is found."""

import pytest
from sqlalchemy import text

from caseworker.errors import Refusal
from caseworker.models.store.store import Store
from caseworker.models.work.rows import CLAIM
from caseworker.services.store.checking import check
from caseworker.services.work.items import hold
from tests.services.test_work import agrees, item, on, put_off
from tests.support.stores import claim, conditions, context, insure


@pytest.mark.parametrize("change", ["held_until = '2036-01-01'", "held_why = 'x'", "waits = 'date'"])
@pytest.mark.each_engine
def test_a_hold_changed_by_hand_is_found(store: Store, change: str) -> None:
    number = claim(store, insure(store))
    put_off(store, number, 3, "other")
    assert agrees(store)
    with store.writing() as session:
        session.execute(text(f"UPDATE work SET {change}"))
    assert not agrees(store)


@pytest.mark.each_engine
def test_a_hold_that_is_undone_leaves_the_one_that_somebody_else_put_on_since(store: Store) -> None:
    number = claim(store, insure(store))
    first = put_off(store, number, 3, "other").changes.undo
    assert first is not None
    put_off(store, number, 30, "other")
    for verb, arguments in (first, (hold, (CLAIM, number, on(5).date(), "asked", "other", True))):
        with pytest.raises(Refusal, match="changed"), store.writing() as session:
            verb(session, context(), *arguments)
    assert item(store, number).held_until == on(30).date()


@pytest.mark.each_engine
def test_work_that_was_put_off_by_hand_is_found(store: Store) -> None:
    claim(store, insure(store))
    change = "state = 'held', held_until = '2036-01-01', held_why = 'x', waits = 'other'"
    with store.writing() as session:
        session.execute(text(f"UPDATE work SET {change}"))
    told = [problem.message for problem in check(store, conditions()).problems]
    assert told == ["work on claim C1: it is not put off as the record of what was done says"]
