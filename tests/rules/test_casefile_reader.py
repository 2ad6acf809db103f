"""Case files in: what is wrong is named with its place as a JSON pointer, and said in words."""

from copy import deepcopy
from datetime import date
from typing import Any

import pytest

from tests.rules.documents import LINE, document, error, read, with_, without


def test_the_document_itself_is_read() -> None:
    case = read(document())
    assert (case.as_of, len(case.claims[0].lines)) == (date(2026, 11, 30), 2)
    assert case.claims[0].lines[0].charged == 48000


@pytest.mark.parametrize(
    ("pointer", "message"),
    [
        ("/clams", "unknown key 'clams' (did you mean 'claims'?)"),
        ("/person/born", "unknown key 'born'"),
        ("/person/birth_day", "unknown key 'birth_day' (did you mean 'birth_date'?)"),
        ("/coverages/0/tiers", "unknown key 'tiers' (did you mean 'tier'?)"),
        ("/claims/0/recieved", "unknown key 'recieved' (did you mean 'received'?)"),
        ("/claims/0/travel/evnt", "unknown key 'evnt' (did you mean 'event'?)"),
        (f"{LINE}/charge", "unknown key 'charge' (did you mean 'charged'?)"),
    ],
)
def test_an_unknown_key_is_named_with_the_one_that_was_meant(pointer: str, message: str) -> None:
    assert error(with_(pointer, 1)) == (pointer, message)


def test_a_key_is_escaped_in_its_pointer() -> None:
    changed = document()
    changed["claims"][0]["lines"][0]["a/b~c"] = 1
    assert error(changed) == (f"{LINE}/a~1b~0c", "unknown key 'a/b~c'")


@pytest.mark.parametrize(
    ("pointer", "value", "message"),
    [
        (
            f"{LINE}/benefit",
            "complementary.tretment",
            "unknown benefit 'complementary.tretment' (did you mean 'complementary.treatment'?)",
        ),
        (f"{LINE}/benefit", "Medicine!", "unknown benefit 'Medicine!' (did you mean 'medicine'?)"),
        (f"{LINE}/benefit", "zzz", "unknown benefit 'zzz'"),
        (f"{LINE}/benefit", "", "may not be empty"),
        (f"{LINE}/benefit", None, "expected text, not null"),
        (f"{LINE}/facts", ["prescribed"], "expected an object, not a list"),
        (f"{LINE}/facts", {"prescribed": True}, ""),
    ],
)
def test_an_unknown_benefit_is_named(pointer: str, value: Any, message: str) -> None:
    if message:
        assert error(with_(pointer, value)) == (pointer, message)
    else:
        assert read(with_(pointer, value)).claims[0].lines[0].facts == {"prescribed": True}


@pytest.mark.parametrize("where", [LINE, "/claims/0/travel"])
@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("prescribd", True, "unknown fact 'prescribd' (did you mean 'prescribed'?)"),
        ("qqq", False, "unknown fact 'qqq'"),
        ("prescribed", "true", "expected true or false, not text"),
        ("prescribed", 1, "expected true or false, not a number"),
        ("prescribed", None, "expected true or false, not null"),
        ("prescribed", {}, "expected true or false, not an object"),
    ],
)
def test_facts_are_known_names_and_true_or_false(where: str, name: str, value: Any, message: str) -> None:
    assert error(with_(f"{where}/facts", {name: value})) == (f"{where}/facts/{name}", message)


DATES = (
    "/as_of",
    "/person/birth_date",
    "/coverages/0/from",
    "/coverages/0/to",
    "/claims/0/received",
    "/claims/0/travel/treatment_start",
    "/claims/0/travel/return_reasonable_from",
    f"{LINE}/from",
    f"{LINE}/to",
    f"{LINE}/child_birth_date",
    f"{LINE}/treatment_start",
    f"{LINE}/received",
    f"{LINE}/return_reasonable_from",
)


@pytest.mark.parametrize("pointer", DATES)
def test_a_date_exists_and_is_written_in_one_way(pointer: str) -> None:
    for value in ("2026-02-30", "2025-02-29", "2026-13-01", "2026-00-10", "0000-01-01"):
        assert error(with_(pointer, value)) == (pointer, f"the date {value} does not exist")
    for value in (
        "2026-1-5",
        "05.01.2026",
        "20260105",
        "2026-01-05T00:00:00",
        "",
        "2026-01-05\n",
        "\uff12026-01-05",
    ):
        assert error(with_(pointer, value)) == (pointer, f"{value!r} is not a date (YYYY-MM-DD)")
    assert error(with_(pointer, 20260105)) == (pointer, "expected a date (YYYY-MM-DD) as text, not a number")


MONEY = tuple(f"{LINE}/{key}" for key in ("charged", "other_payments", "tariff_amount", "assessed_amount"))


@pytest.mark.parametrize("pointer", MONEY)
def test_money_is_text_with_two_decimals_and_not_negative(pointer: str) -> None:
    for value in ("-1.00", "-0.01", "-5"):
        assert error(with_(pointer, value)) == (
            pointer,
            f"{value} is negative: an amount may not be below 0.00",
        )
    for value in (
        "1",
        "1.5",
        "1.234",
        "1,50",
        " 1.00",
        "1.00\n",
        "",
        "1e2",
        "1234567890.00",
        "+1.00",
        ".50",
        "\uff11.00",
    ):
        assert error(with_(pointer, value)) == (
            pointer,
            f'{value!r} is not an amount with two decimals ("123.45")',
        )
    others: dict[str, Any] = {"a number": 1.5, "null": None, "true or false": True, "a list": []}
    for kind, other in others.items():
        assert error(with_(pointer, other))[1].endswith(f"as text, not {kind}")
    for good, rappen in (("0.00", 0), ("0.01", 1), ("000000001.00", 100), ("999999999.99", 99999999999)):
        assert read(with_(pointer, good)).claims[0].lines[0] is not None
        if pointer.endswith("charged"):
            assert read(with_(pointer, good)).claims[0].lines[0].charged == rappen


def test_to_before_from_is_an_error_for_lines_and_for_cover() -> None:
    assert error(with_(f"{LINE}/to", "2026-03-01")) == (
        f"{LINE}/to",
        "2026-03-01 is before the first day, 2026-03-02",
    )
    assert error(with_("/coverages/0/to", "2018-12-31")) == (
        "/coverages/0/to",
        "2018-12-31 is before the first day, 2019-01-01",
    )
    assert read(with_(f"{LINE}/to", "2026-03-02")).claims[0].lines[0].last == date(2026, 3, 2)


@pytest.mark.parametrize(
    ("covers", "pointer"),
    [
        ([("2019-01-01", None), ("2030-01-01", "2030-12-31")], "/coverages/1"),
        ([("2019-01-01", "2019-12-31"), ("2019-12-31", None)], "/coverages/1"),
        ([("2020-01-01", None), ("2019-01-01", "2020-01-01")], "/coverages/1"),
        ([("2019-01-01", "2019-06-30"), ("2020-01-01", None), ("2019-06-30", "2019-07-31")], "/coverages/2"),
        ([("2019-01-01", None), ("2019-01-01", None)], "/coverages/1"),
    ],
)
def test_periods_of_cover_may_not_overlap(covers: list[tuple[str, str | None]], pointer: str) -> None:
    told = [{"tier": "reala", "from": a, "to": b} for a, b in covers]
    place, message = error(with_("/coverages", told))
    assert place == pointer
    assert message.startswith("overlaps the coverage at /coverages/")


def test_periods_of_cover_may_touch_and_stand_in_any_order() -> None:
    told = [
        {"tier": "extensa", "from": "2020-01-01"},
        {"tier": "reala", "from": "2019-01-01", "to": "2019-12-31"},
    ]
    assert len(read(with_("/coverages", told)).coverages) == 2
    assert read(with_("/coverages", [])).coverages == ()


def test_ids_may_not_come_twice() -> None:
    twice = document()
    twice["claims"].append(deepcopy(twice["claims"][0]))
    assert error(twice) == ("/claims/1/id", "there is another claim 'C1'")
    assert error(with_("/claims/0/lines/1/id", "1")) == ("/claims/0/lines/1/id", "there is another line '1'")
    twice["claims"][1]["id"] = "C2"
    assert len(read(twice).claims) == 2


def test_a_line_abroad_needs_the_travel_case() -> None:
    assert error(without("/claims/0/travel")) == (
        "/claims/0/lines/1/benefit",
        "'abroad.outpatient' needs the claim's travel case ('travel')",
    )


def test_nothing_happens_before_birth() -> None:
    for pointer in (f"{LINE}/from", f"{LINE}/treatment_start", "/claims/0/travel/treatment_start"):
        assert error(with_(pointer, "1985-07-13")) == (
            pointer,
            "1985-07-13 is before the person's birth, 1985-07-14",
        )
        changed = with_(pointer, "1985-07-14")
        assert read(changed).person.birth_date == date(1985, 7, 14)


@pytest.mark.parametrize("given", [{"currency": "EUR"}, {"rate": "0.95"}])
def test_currency_and_rate_come_together(given: dict[str, str]) -> None:
    changed = document()
    changed["claims"][0]["lines"][0] |= given
    (key,) = given
    other = {"currency": "rate", "rate": "currency"}[key]
    assert error(changed) == (f"{LINE}/{key}", f"{key!r} needs {other!r}")


@pytest.mark.parametrize(
    ("key", "bad"),
    [
        ("rate", ["-1", "1.123456789", "", "1.", "1e3", "1234567", ".5", 0.95]),
        ("currency", ["eur", "EURO", "", "E1R", 1]),
    ],
)
def test_currency_and_rate_are_written_in_one_way(key: str, bad: list[Any]) -> None:
    good = {"currency": "EUR", "rate": "0.95"}
    for value in bad:
        changed = document()
        changed["claims"][0]["lines"][0] |= good | {key: value}
        assert error(changed)[0] == f"{LINE}/{key}"


@pytest.mark.parametrize(
    ("pointer", "bad", "good"),
    [
        (f"{LINE}/country", ["ch", "CHE", "", "C1", 1, None], ["CH", "TH"]),
        ("/claims/0/travel/country", ["th", "Thailand", ""], ["TH"]),
        (f"{LINE}/invoice_language", ["DE", "deu", "", None], ["de", "th"]),
        (f"{LINE}/episode", ["", 1, None], ["x"]),
        (f"{LINE}/id", ["", 1, None], ["x"]),
        ("/claims/0/id", ["", 1], ["x"]),
        ("/claims/0/travel/event_id", ["", 1], ["x"]),
        ("/person/sex", ["X", "f", "", None, 1], ["F", "M"]),
        ("/coverages/0/tier", ["Reala", "comforta", None], ["reala", "extensa"]),
        ("/claims/0/travel/event", ["flood", None], ["illness", "accident", "maternity", "death"]),
        ("/claims/0/travel/trip", ["vacation", ""], ["holiday", "business", "other"]),
        (
            "/claims/0/travel/reduction",
            ["1.5", "-0.1", "0.12345", 0.3, "", "2", ".5", "1.1"],
            ["0", "0.3333", "1"],
        ),
        (
            "/claims/0/travel/event_at",
            ["2026-02-10", "2026-02-10T22:40:00", "2026-02-30T22:40:00+07:00", "2026-02-10T25:00:00Z", "", 1],
            ["2026-02-10T22:40:00+07:00", "2026-02-10T22:40:00Z", "2026-02-10T22:40:00.123456789-05:30"],
        ),
        ("/claims/0/travel/notified_at", ["now"], ["2026-02-10T22:40:00Z"]),
        (f"{LINE}/bmi", [0, -1, "30", True, None, [30]], [30, 24.5, 1e-3]),
        (f"{LINE}/consent", [{}, [], None, {"decision": "yes"}, {"decision": "granted", "id": ""}], []),
        (f"{LINE}/quantity", ["0", "0.00", "-1", "1.234", "", 5, "12345"], ["1", "0.01", "9999.99"]),
        (f"{LINE}/to", [None], ["2026-03-02"]),
        ("/claims/0/travel", [None, []], []),
        ("/claims/0/lines", [[], {}, None], []),
        ("/claims", [{}, None], []),
        ("/coverages", [{}, None], [[]]),
        ("/person", [[], None], []),
        ("/as_of", [None], ["2026-01-01"]),
    ],
)
def test_every_other_value_is_of_its_kind(pointer: str, bad: list[Any], good: list[Any]) -> None:
    for value in bad:
        assert error(with_(pointer, value))[0].startswith(pointer)
    for value in good:
        read(with_(pointer, value))


@pytest.mark.parametrize(
    ("pointer", "above"),
    [
        ("/person", ""),
        ("/coverages", ""),
        ("/claims", ""),
        ("/person/sex", "/person"),
        ("/coverages/0/tier", "/coverages/0"),
        ("/claims/0/lines", "/claims/0"),
        ("/claims/0/travel/event", "/claims/0/travel"),
        (f"{LINE}/charged", LINE),
        (f"{LINE}/benefit", LINE),
        (f"{LINE}/from", LINE),
        (f"{LINE}/id", LINE),
    ],
)
def test_what_is_missing_is_named_at_the_object_that_lacks_it(pointer: str, above: str) -> None:
    key = pointer.rpartition("/")[2]
    assert error(without(pointer)) == (above, f"{key!r} is missing")


def test_a_consents_own_values_are_checked() -> None:
    for key, value in (
        ("max_amount", "0.00"),
        ("max_amount", "-1.00"),
        ("valid_from", "2026-02-30"),
        ("max", "1.00"),
    ):
        consent = {"decision": "granted", key: value}
        assert error(with_(f"{LINE}/consent", consent))[0] == f"{LINE}/consent/{key}"


@pytest.mark.parametrize("benefit", ["home_help", "specific.home_assistance"])
def test_days_are_whole_and_no_more_than_the_line_has(benefit: str) -> None:
    changed = document()
    changed["claims"][0]["lines"][0] |= {"benefit": benefit, "to": "2026-03-11"}
    for quantity, message in (
        ("11", "11 days, but the line has only 10"),
        ("1.5", "days are counted whole"),
        ("0", "a quantity of zero: leave it out, or say how much it was"),
    ):
        changed["claims"][0]["lines"][0]["quantity"] = quantity
        assert error(changed) == (f"{LINE}/quantity", message)
    for quantity in ("10", "4.00", "1"):
        changed["claims"][0]["lines"][0]["quantity"] = quantity
        read(changed)


def test_as_of_is_the_last_day_of_the_lines_unless_it_is_said() -> None:
    changed = without("/as_of")
    changed["claims"][0]["lines"][0]["to"] = "2027-01-05"
    assert read(changed).as_of == date(2027, 1, 5)
    changed["claims"] = []
    assert error(changed) == ("", "'as_of' is missing (it may be left out only where there are lines)")
    changed["as_of"] = "1900-01-01"
    assert read(changed).as_of == date(1900, 1, 1)
