"""Columns are cut by name: a column more, or another order, moves no other."""

import pytest
from sqlalchemy import literal

from caseworker.models.store.columns import cut, labelled

COLUMNS = labelled("a", one=literal(1), two=literal(2), three=literal(3))
ROW = (1, 2, 3)


@pytest.mark.parametrize("names", [("one",), ("two", "three"), ("three", "one"), ("one", "two", "three")])
def test_names_are_taken_in_the_order_in_which_they_are_asked_for(names: tuple[str, ...]) -> None:
    values = {"one": 1, "two": 2, "three": 3}
    assert cut(COLUMNS, "a", names)(ROW) == tuple(values[name] for name in names)


def test_a_column_in_front_moves_no_other() -> None:
    wider = (*labelled("b", one=literal(9)), *COLUMNS)
    assert cut(wider, "a", ("one", "three"))((9, *ROW)) == (1, 3)
    assert cut(wider, "b", ("one",))((9, *ROW)) == (9,)


def test_a_column_that_is_not_there_is_found_when_the_program_starts() -> None:
    with pytest.raises(KeyError, match="a_four"):
        cut(COLUMNS, "a", ("four",))
