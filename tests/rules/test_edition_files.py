"""An edition whose files do not hold together is refused, with the file and the place in it."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from caseworker.rules.conditions import load_conditions
from caseworker.rules.edition_files import FILES
from caseworker.rules.terms import ConditionsError
from tests.rules.editions import Tables, write_edition

Break = Callable[[Tables], Any]


def refused(folder: Path, change: Break) -> str:
    write_edition(folder, "broken", None, None, change)
    with pytest.raises(ConditionsError) as told:
        load_conditions(folder)
    return str(told.value).replace(str(folder / "broken") + "/", "")


def put(file: str, pointer: str, value: Any) -> Break:
    """The change that puts a value at a pointer of a file."""

    def change(tables: Tables) -> None:
        *path, last = pointer.split("/")
        place: Any = tables[file]
        for step in path:
            place = place[int(step) if isinstance(place, list) else step]
        place[int(last) if isinstance(place, list) else last] = value

    return change


def drop(file: str, pointer: str) -> Break:
    def change(tables: Tables) -> None:
        *path, last = pointer.split("/")
        place: Any = tables[file]
        for step in path:
            place = place[step]
        del place[last]

    return change


CAP = "complementary/cap/extensa"
RATE = "medicine/pays/percent/reala"


@pytest.mark.parametrize(
    ("file", "pointer", "value", "message"),
    [
        ("asking.json", "of_the_event", ["prescribd"], "/of_the_event: 'prescribd' is not known"),
        ("asking.json", "of_the_event", "emergency", "/of_the_event: not a list"),
        ("asking.json", "nobody", [], "unknown key 'nobody'"),
        ("limits.json", CAP, 2500, "/complementary/cap/extensa: 2500 is not an amount with two decimals"),
        ("limits.json", CAP, "2'500.00", '/complementary/cap/extensa: "2\'500.00" is not an amount'),
        ("limits.json", CAP, "2500.005", "/complementary/cap/extensa: '2500.005' is not an amount"),
        ("limits.json", CAP, "-2500.00", "/complementary/cap/extensa: '-2500.00' is not an amount"),
        ("limits.json", "complementary/cap", {"gold": "1.00"}, "/complementary/cap: unknown key 'gold'"),
        ("limits.json", "complementary/unit", "EUR", "/complementary/unit: 'EUR' is none of CHF, days"),
        ("limits.json", "complementary/period", "month", "/complementary/period: 'month' is none of year"),
        ("limits.json", "complementary/article", "", "/complementary/article: '' is not a text"),
        (
            "limits.json",
            "cure_days/cap/reala",
            "50.00",
            "/cure_days/cap/reala: '50.00' is not a whole number",
        ),
        ("limits.json", "specific/by_phase/99+", {}, "/specific/by_phase: unknown key '99+'"),
        (
            "outpatient.json",
            RATE,
            "1.5",
            "/medicine/pays/percent/reala: '1.5' is not a share between 0 and 1",
        ),
        ("outpatient.json", RATE, "0.12345", "/medicine/pays/percent/reala: '0.12345' is not a share"),
        (
            "outpatient.json",
            "medicine/pays",
            {"a_month": {}},
            "/medicine/pays: unknown way of paying 'a_month'",
        ),
        ("outpatient.json", "medicine/pays", {}, "/medicine/pays: pays in one way, and only one"),
        ("outpatient.json", "medicine/phases", ["0-13"], "/medicine/phases: '0-13' is not known"),
        ("outpatient.json", "medicine/limits", ["none"], "/medicine/limits/0: unknown limit 'none'"),
        ("outpatient.json", "medicine/requires", {}, "/medicine/requires: not a list"),
        ("outpatient.json", "medicine/requires/0/fakt", "x", "/medicine/requires/0: unknown key 'fakt'"),
        (
            "outpatient.json",
            "medicine/requires/0/article",
            "",
            "/medicine/requires/0/article: '' is not a text",
        ),
        ("outpatient.json", "medicine/colour", "red", "/medicine: unknown key 'colour'"),
        ("outpatient.json", "medicine", [], "/medicine: not an object"),
        ("outpatient.json", "cure.thermal/stay", "yes", "/cure.thermal/stay: neither true nor false"),
        ("outpatient.json", "aids.vision/served", "space", "/aids.vision/served: 'space' is none of home"),
        (
            "outpatient.json",
            "childcare/quantity",
            "weeks",
            "/childcare/quantity: 'weeks' is none of days, hours",
        ),
        (
            "outpatient.json",
            "childcare/age_limit/of",
            "dog",
            "/childcare/age_limit/of: 'dog' is none of person",
        ),
        ("outpatient.json", "childcare/age_limit/years", 12, "/childcare/age_limit/years: 12 is not a whole"),
        (
            "outpatient.json",
            "cure.thermal/supplement/limits",
            ["x"],
            "/cure.thermal/supplement/limits: 'x' is",
        ),
        (
            "specific.json",
            "specific.ivf/episode",
            "twice",
            "/specific.ivf/episode: 'twice' is none of any, new",
        ),
        ("specific.json", "specific.ivf/by_phase/26+", "1", "/specific.ivf/by_phase: unknown key '26+'"),
        ("specific.json", "medicine", {}, "/medicine"),
        (
            "abroad.json",
            "abroad.outpatient/requires/0/event",
            "war",
            "/abroad.outpatient/requires/0/event: 'war'",
        ),
        ("checks.json", "travel/papers/months", "6", "/travel/papers/months: '6' is not a whole number"),
        ("checks.json", "travel/paper", {}, "/travel: unknown key 'paper'"),
        ("edition.json", "from", "2026-02-30", "/from: '2026-02-30' is not a date"),
        ("edition.json", "phases/list/0/sexes", "FX", "/phases/list/0/sexes: 'FX' is not made of F and M"),
        ("edition.json", "phases/list/0/from_age", -1, "/phases/list/0/from_age: -1 is not a whole number"),
        ("edition.json", "phases/list/1/phase", "0-12", "/phases/list: no phase, or one of them twice"),
        ("edition.json", "denta/included_in", ["0-99"], "/denta/included_in: '0-99' is not known"),
    ],
)
def test_a_value_that_does_not_hold_is_named_with_its_place(
    tmp_path: Path, file: str, pointer: str, value: Any, message: str
) -> None:
    assert refused(tmp_path, put(file, pointer, value)).startswith(f"{file}: {message}")


@pytest.mark.parametrize(
    ("file", "pointer", "message"),
    [
        ("limits.json", "complementary/cap", "/complementary: 'cap' is missing"),
        ("limits.json", "complementary/article", "/complementary: 'article' is missing"),
        ("outpatient.json", "medicine/pays", "/medicine: 'pays' is missing"),
        ("outpatient.json", "medicine/article", "/medicine: 'article' is missing"),
        ("edition.json", "phases", "'phases' is missing"),
        ("checks.json", "no_cost", "'no_cost' is missing"),
    ],
)
def test_a_key_that_is_missing_is_named(tmp_path: Path, file: str, pointer: str, message: str) -> None:
    assert refused(tmp_path, drop(file, pointer)) == f"{file}: {message}"


def test_an_edition_may_not_end_before_it_begins(tmp_path: Path) -> None:
    write_edition(tmp_path, "back", "2026-02-01", "2026-01-31")
    with pytest.raises(
        ConditionsError, match=re.escape("edition.json: /to: 2026-01-31 is before the first day")
    ):
        load_conditions(tmp_path)


def test_a_benefit_may_stand_in_one_file_only(tmp_path: Path) -> None:
    def twice(tables: Tables) -> None:
        tables["hospital.json"]["medicine"] = tables["outpatient.json"]["medicine"]

    assert refused(tmp_path, twice) == "hospital.json: /medicine: another file has this benefit already"


@pytest.mark.parametrize("name", FILES)
def test_each_file_must_be_there(tmp_path: Path, name: str) -> None:
    (write_edition(tmp_path, "broken", None, None) / name).unlink()
    with pytest.raises(ConditionsError, match=re.escape(f"{name}: No such file or directory")):
        load_conditions(tmp_path)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "not valid JSON"),
        ("[]", "not an object"),
        ("null", "not an object"),
        ('{"a": 1, "a": 2}', "'a' is given twice"),
        ('{"a": {"b": 1, "c": 2, "c": 3}}', "'c' is given twice"),
    ],
)
@pytest.mark.parametrize("name", FILES)
def test_each_file_must_be_one_json_object(tmp_path: Path, name: str, text: str, message: str) -> None:
    (write_edition(tmp_path, "broken", None, None) / name).write_text(text, encoding="utf-8")
    with pytest.raises(ConditionsError, match=f"{re.escape(name)}: {message}"):
        load_conditions(tmp_path)


def test_a_file_that_is_no_utf_8_is_refused(tmp_path: Path) -> None:
    path = write_edition(tmp_path, "broken", None, None) / "limits.json"
    path.write_bytes(b'{"\xff": 1}')
    with pytest.raises(ConditionsError, match=r"limits\.json: not valid JSON"):
        load_conditions(tmp_path)


def test_a_folder_without_any_edition_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConditionsError, match="no edition"):
        load_conditions(tmp_path)


def test_what_the_first_edition_says_can_be_written_and_read_again(tmp_path: Path) -> None:
    copy = write_edition(tmp_path, "first", None, None)
    assert json.loads((copy / "limits.json").read_text(encoding="utf-8"))["cure_days"]["article"] == "12.5"
    assert load_conditions(tmp_path).editions[0].name == "first"
