"""The record of a letter: told as JSON and read again, and never in contradiction with itself."""

import json
from collections.abc import Callable
from dataclasses import FrozenInstanceError, replace
from datetime import date
from typing import Any

import pytest

from caseworker.letters.kinds.decision.record import DecisionRecord, LetterComponent, LetterLine, Replaced
from caseworker.rules.vocabulary import Outcome, Unit
from tests.letters.samples import DAY, DENIED, PAID, PENDING, letter


def test_a_record_comes_back_from_its_json_whole() -> None:
    record = letter(replaces=Replaced("2025-000009", "Neuer Beleg"))
    again = DecisionRecord.from_json(record.to_json())
    assert again == record
    assert again.to_json() == record.to_json()


def test_json_is_canonical() -> None:
    told = letter().to_json()
    assert told == json.dumps(json.loads(told), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def test_a_record_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        letter().total = 1  # type: ignore[misc]


def _set(path: str, value: object) -> Callable[[dict[str, Any]], None]:
    def change(data: dict[str, Any]) -> None:
        *parents, last = path.split(".")
        place: Any = data
        for name in parents:
            place = place[int(name) if name.isdigit() else name]
        place[last] = value

    return change


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (_set("issued", "2026-02-30"), "/issued"),
        (_set("issued", 20260230), "/issued"),
        (_set("language", "rm"), "/language"),
        (_set("total", "1"), "/total"),
        (_set("total", True), "/total"),
        (_set("recipient", "Frau"), "/recipient"),
        (_set("lines.0.outcome", "perhaps"), "/lines/0/outcome"),
        (_set("lines.0.paid", 360.0), "/lines/0/paid"),
        (_set("insured", None), "/insured"),
        (_set("colour", "red"), "/colour"),
        (lambda data: data.pop("payee"), "/payee"),
    ],
)
def test_json_that_does_not_fit_names_the_place(change: Callable[[dict[str, Any]], None], place: str) -> None:
    data = json.loads(letter().to_json())
    change(data)
    with pytest.raises(ValueError, match=f"^{place}: "):
        DecisionRecord.from_json(json.dumps(data))


def test_what_is_no_json_is_told() -> None:
    with pytest.raises(ValueError, match="not JSON"):
        DecisionRecord.from_json("{")


def test_a_record_of_another_form_is_refused() -> None:
    data = json.loads(letter().to_json()) | {"format": 2}
    with pytest.raises(ValueError, match="format 2"):
        DecisionRecord.from_json(json.dumps(data))


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"total": 1}, "the lines pay"),
        ({"number": " "}, "number"),
        ({"lines": (), "total": 0}, "at least one line"),
        ({"recipient": ()}, "address"),
        ({"recipient": ("a",) * 7}, "address"),
        ({"recipient": ("a", " ")}, "blank"),
    ],
)
def test_a_letter_that_contradicts_itself_cannot_be_made(changes: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        letter(**changes)


@pytest.mark.parametrize(
    ("line", "changes", "message"),
    [
        (PAID, {"last": date(2026, 3, 1)}, "ends before"),
        (PAID, {"charged": -1}, "negative"),
        (PAID, {"paid": 35999}, "its parts"),
        (PAID, {"outcome": Outcome.DENY}, "pays although"),
        (DENIED, {"reasons": ()}, "without a reason"),
        (PENDING, {"missing": ()}, "nothing is missing"),
    ],
)
def test_a_line_that_contradicts_itself_cannot_be_made(
    line: LetterLine, changes: dict[str, Any], message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        replace(line, **changes)


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"base": 100},
        {"rate": 5000},
        {"unit": Unit.DAYS, "units": 2},
        {"base": 100, "rate": 5000, "unit": Unit.DAYS, "units": 2, "unit_amount": 50},
    ],
)
def test_a_part_is_paid_by_a_rate_or_by_units(values: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="either by a rate"):
        LetterComponent("11.1", DAY, DAY, 100, **values)
