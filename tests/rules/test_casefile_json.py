"""Case files in: what is no JSON, no case, no number or no text is said to be none."""

import json
from decimal import Decimal
from typing import Any

import pytest

from caseworker.rules.casefile.fields import CaseFileError
from caseworker.rules.casefile.reader import parse_json
from tests.rules.documents import LINE, error, read, with_


@pytest.mark.parametrize("value", [[], None, 1, "x", True])
def test_a_case_file_is_an_object(value: Any) -> None:
    pointer, message = error(value)
    assert (pointer, message.startswith("expected an object, not ")) == ("", True)


def parsed(text: str) -> str:
    with pytest.raises(CaseFileError) as told:
        parse_json(text)
    assert told.value.pointer == ""
    return told.value.message


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "not valid JSON: Expecting value (line 1, column 1)"),
        ("   ", "not valid JSON: Expecting value (line 1, column 4)"),
        ("{", "not valid JSON: Expecting property name"),
        ("[1,]", "not valid JSON"),
        ("{} {}", "not valid JSON: Extra data (line 1, column 4)"),
        ("{'a': 1}", "not valid JSON"),
        ('{"a": NaN}', "not valid JSON: NaN is no number"),
        ('{"a": -Infinity}', "not valid JSON: -Infinity is no number"),
        (
            '{"a": 1e99999999999999999999}',
            "not valid JSON: the number 1e99999999999999999999 is out of all range",
        ),
        ('{"a": 1, "b": 2, "a": 3}', "the key 'a' is given twice in one object"),
        ('{"x": [{"b": 1, "b": 1}]}', "the key 'b' is given twice in one object"),
        ("[" * 100_000, "not a case file: nested too deeply"),
        ("\ufeff{}", "not valid JSON"),
        ('{"a": "\n"}', "not valid JSON: Invalid control character"),
        ("9" * 5000, "not valid JSON"),
    ],
)
def test_what_is_no_json_is_said_to_be_none(text: str, message: str) -> None:
    assert parsed(text).startswith(message)


def test_numbers_are_exact() -> None:
    assert parse_json('{"a": 29.10}') == {"a": Decimal("29.10")}
    line = read(with_(f"{LINE}/bmi", parse_json("30.000000000000000001"))).claims[0].lines[0]
    assert line.bmi == Decimal("30.000000000000000001")


@pytest.mark.parametrize("value", [Decimal("1E+301"), Decimal("1E-301"), float("nan"), float("inf")])
def test_a_number_that_nobody_could_write_again_is_refused(value: Any) -> None:
    assert error(with_(f"{LINE}/bmi", value))[0] == f"{LINE}/bmi"


@pytest.mark.parametrize(
    "pointer",
    [f"{LINE}/id", f"{LINE}/episode", "/claims/0/id", "/claims/0/travel/event_id", f"{LINE}/benefit"],
)
def test_half_a_character_is_refused(pointer: str) -> None:
    value = json.loads('"a\\ud800b"')
    assert error(with_(pointer, value)) == (pointer, "holds half a character (a lone surrogate)")


def test_every_text_in_any_script_is_kept() -> None:
    case = read(with_(f"{LINE}/episode", "née 中"))
    assert case.claims[0].lines[0].episode == "née 中"
