"""Canonical JSON: what is frozen reads back as it was, and the same record gives the same bytes."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseworker import canonical
from caseworker.rules.vocabulary import Tier
from tests.rules.strategies import ALWAYS


class Inner(NamedTuple):
    name: str
    amount: int | None = None


@dataclass(frozen=True)
class Outer:
    day: date
    moment: datetime | None
    rate: Decimal | None
    tier: Tier
    facts: Mapping[str, bool]
    inner: tuple[Inner, ...]
    pair: tuple[str, int] = ("a", 1)


OUTERS = st.builds(
    Outer,
    day=st.dates(),
    moment=st.none() | st.datetimes(timezones=st.just(UTC)),
    rate=st.none() | st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=0, max_value=9),
    tier=st.sampled_from(Tier),
    facts=st.dictionaries(st.text(), st.booleans()),
    inner=st.lists(st.builds(Inner, st.text(), st.none() | st.integers())).map(tuple),
    pair=st.tuples(st.text(min_size=1), st.integers()),
)


@ALWAYS
@given(OUTERS)
def test_what_is_frozen_reads_back_as_it_was(outer: Outer) -> None:
    text = canonical.dumps(outer)
    assert canonical.read(Outer, json.loads(text)) == outer
    assert canonical.dumps(canonical.read(Outer, json.loads(text))) == text


def test_keys_are_sorted_and_what_is_empty_is_left_out() -> None:
    outer = Outer(date(2026, 3, 2), None, Decimal("0.50"), Tier.REALA, MappingProxyType({}), (Inner("ü"),))
    assert canonical.dumps(outer) == (
        '{"day":"2026-03-02","inner":[{"name":"ü"}],"pair":["a",1],"rate":"0.50","tier":"reala"}'
    )


def test_what_has_no_place_in_a_record_is_refused() -> None:
    for value in (1.5, {1}, object()):
        with pytest.raises(TypeError, match="no place in a record"):
            canonical.dumps(value)


@pytest.mark.parametrize("document", [{}, {"day": "2026-03-02"}, {"day": "x", "tier": "reala"}])
def test_what_does_not_fit_is_refused(document: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r"missing|is no date"):
        canonical.read(Outer, document)
