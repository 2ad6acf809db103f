"""Editions: a figure, a limit and a whole benefit change on a day; a date without any edition stays open."""

from datetime import date
from pathlib import Path

import pytest

from caseworker.rules.assess import assess_case, assess_claim
from caseworker.rules.case import Claim, Line, Person
from caseworker.rules.casefile.reader import CaseReader
from caseworker.rules.casefile.writer import render_result
from caseworker.rules.conditions import Conditions, load_conditions
from caseworker.rules.limits import limits_on
from caseworker.rules.offer import offer_on
from caseworker.rules.profile import profile_on
from caseworker.rules.standing import Standing
from caseworker.rules.terms import ConditionsError
from caseworker.rules.vocabulary import Outcome
from tests.rules.assessing import assess_all, assess_one, first_edition, lacks, why
from tests.rules.builders import ADULT, chf, cover, day, happy
from tests.rules.editions import Tables, two_editions, write_edition

LAST, NEXT = "2026-06-30", "2026-07-01"


def richer(tables: Tables) -> None:
    """Eighty percent of complementary medicine up to CHF 3000, and CHF 100 a day for cures."""
    for code in ("complementary.treatment", "complementary.preparation"):
        tables["outpatient.json"][code]["pays"]["percent"]["extensa"] = "0.8"
    tables["limits.json"]["complementary"]["cap"]["extensa"] = "3000.00"
    tables["outpatient.json"]["cure.thermal"]["pays"]["a_day"]["extensa"] = "100.00"


def without_vaccination(tables: Tables) -> None:
    del tables["outpatient.json"]["vaccination"]


def with_music(tables: Tables) -> None:
    """A benefit by the day that the first edition did not know."""
    tables["outpatient.json"]["music.therapy"] = {
        "article": "18a",
        "phases": "all",
        "pays": {"a_day": {"extensa": "30.00"}},
        "stay": True,
    }


def later_phase(tables: Tables) -> None:
    """The last phase begins with 65, so that the one before it lasts until 64."""
    for phase in tables["edition.json"]["phases"]["list"]:
        phase["to_age"] = 64 if phase["to_age"] == 59 else phase["to_age"]
        phase["from_age"] = 65 if phase["from_age"] == 60 else phase["from_age"]


def test_a_rate_changes_on_a_day(tmp_path: Path) -> None:
    conditions = two_editions(tmp_path, richer)
    paid = {
        d: assess_one(happy("complementary.treatment", first=d), conditions=conditions) for d in (LAST, NEXT)
    }
    assert [f.amount for f in paid.values()] == [7500, 8000]
    assert [f.parts[0].edition for f in paid.values()] == ["first", "second"]


def test_a_limit_changes_on_a_day_and_what_was_used_in_the_year_counts(tmp_path: Path) -> None:
    conditions = two_editions(tmp_path, richer)
    lines = [happy("complementary.treatment", "9000.00", d) for d in (LAST, NEXT, LAST, "2027-01-01")]
    found = assess_all(*lines, conditions=conditions)
    assert [f.amount for f in found] == [chf("2500.00"), chf("500.00"), 0, chf("3000.00")]
    book = Standing()
    assess_all(lines[0], conditions=conditions, standing=book)
    caps = {
        on: next(
            x for x in limits_on(ADULT, (cover(),), day(on), book, conditions) if x.limit == "complementary"
        )
        for on in (LAST, NEXT)
    }
    assert [(x.cap, x.left) for x in caps.values()] == [(250000, 0), (300000, 50000)]


def test_a_benefit_ends_on_a_day(tmp_path: Path) -> None:
    conditions = two_editions(tmp_path, without_vaccination)
    found = [assess_one(happy("vaccination", first=d), conditions=conditions) for d in (LAST, NEXT)]
    assert [(f.amount, why(f)) for f in found] == [(9000, []), (0, ["not_in_phase 8.3"])]
    offered = [
        {x.benefit for x in offer_on(ADULT, (cover(),), day(d), conditions) if x.offered}
        for d in (LAST, NEXT)
    ]
    assert ["vaccination" in codes for codes in offered] == [True, False]


def music(first: str, last: str, charged: str = "600.00") -> Line:
    return Line("1", "music.therapy", day(first), day(last), chf(charged))


def assess_music(line: Line, conditions: Conditions) -> tuple[str, int, list[str]]:
    found = assess_claim(Claim("C1", (line,)), ADULT, (cover(),), Standing(), conditions).lines[0]
    return found.outcome.value, found.amount, why(found)


def test_a_benefit_begins_on_a_day_also_within_a_stay(tmp_path: Path) -> None:
    conditions = two_editions(tmp_path, with_music)
    assert assess_music(music(LAST, LAST), conditions) == ("deny", 0, ["not_in_phase 8.3"])
    assert assess_music(music(NEXT, NEXT), conditions) == ("pay", 3000, [])
    assert assess_music(music("2026-06-28", "2026-07-02"), conditions) == ("pay", 6000, ["not_in_phase 8.3"])


def test_a_stay_is_split_at_the_change_and_each_day_paid_by_its_own_edition(tmp_path: Path) -> None:
    stay = happy("cure.thermal", "9000.00", "2026-06-28", "2026-07-04")
    found = assess_one(stay, conditions=two_editions(tmp_path, richer))
    assert [(p.first, p.edition, p.amount) for p in found.parts] == [
        (date(2026, 6, 28), "first", 3 * 9000),
        (date(2026, 7, 1), "second", 4 * 10000),
    ]
    assert [p.share for p in found.parts] == [chf("3857.14"), chf("5142.86")]


def test_the_phases_themselves_may_change(tmp_path: Path) -> None:
    conditions = two_editions(tmp_path, later_phase)
    who = Person(date(1965, 5, 5), ADULT.sex)  # 61 in 2026
    phases = [profile_on(who, (cover(),), day(d), conditions).phase for d in (LAST, NEXT)]
    assert phases == ["60+", "45-59F"]
    watch = [
        assess_one(happy("specific.night_watch", first=d), who=who, conditions=conditions)
        for d in (LAST, NEXT)
    ]
    assert [f.outcome for f in watch] == [Outcome.PAY, Outcome.DENY]


@pytest.mark.parametrize("code", ["medicine", "cure.thermal", "specific.breastfeeding", "abroad.outpatient"])
@pytest.mark.parametrize("on", ["2019-12-31", "2026-07-01", "2026-07-31", "2030-01-01"])
def test_a_date_without_any_edition_is_pending_and_never_nothing(tmp_path: Path, code: str, on: str) -> None:
    write_edition(tmp_path, "early", "2020-01-01", LAST)
    write_edition(tmp_path, "late", "2026-08-01", "2029-12-31")
    conditions = load_conditions(tmp_path)
    found = assess_one(happy(code, first=on), conditions=conditions)
    assert (found.outcome, lacks(found), found.reasons) == (Outcome.PENDING, ["edition CGA"], ())
    assert conditions.on(day(on)) is None
    assert limits_on(ADULT, (cover(),), day(on), Standing(), conditions) == ()
    assert offer_on(ADULT, (cover(),), day(on), conditions) == ()


def test_a_stay_that_reaches_into_a_time_without_edition_waits_as_a_whole(tmp_path: Path) -> None:
    write_edition(tmp_path, "only", "2026-01-01", LAST)
    stay = happy("cure.thermal", "9000.00", "2026-06-28", "2026-07-04")
    found = assess_one(stay, conditions=load_conditions(tmp_path))
    assert (found.outcome, found.amount, lacks(found)) == (Outcome.PENDING, 0, ["edition CGA"])
    before = happy("cure.thermal", "9000.00", "2025-12-28", "2026-01-04")
    found = assess_one(before, conditions=load_conditions(tmp_path))
    assert (found.outcome, lacks(found), [p.first for p in found.parts]) == (
        Outcome.PENDING,
        ["edition CGA"],
        [date(2025, 12, 28), date(2026, 1, 1)],
    )


def test_without_cover_a_date_without_edition_is_not_insured(tmp_path: Path) -> None:
    write_edition(tmp_path, "only", "2026-01-01", LAST)
    found = assess_one(happy("medicine", first=NEXT), covers=(), conditions=load_conditions(tmp_path))
    assert why(found) == ["not_insured CGA"]


def test_the_missing_edition_is_told_in_a_result(tmp_path: Path) -> None:
    write_edition(tmp_path, "only", "2026-01-01", LAST)
    conditions = load_conditions(tmp_path)
    case = CaseReader(conditions).read(
        {
            "person": {"birth_date": "1985-07-14", "sex": "F"},
            "coverages": [{"tier": "extensa", "from": "2019-01-01"}],
            "claims": [
                {
                    "id": "C1",
                    "lines": [{"id": "1", "benefit": "vaccination", "from": NEXT, "charged": "9.00"}],
                }
            ],
        }
    )
    told = render_result(assess_case(case, conditions))
    (line,) = told["claims"][0]["lines"]
    assert (line["outcome"], line["missing"]) == ("pending", [{"fact": "edition", "article": "CGA"}])
    assert told["limits"] == []


def test_the_first_edition_has_no_beginning_and_no_end() -> None:
    conditions = first_edition()
    assert {conditions.on(d) for d in (date.min, date(2026, 1, 1), date.max)} == {conditions.editions[0]}
    assert conditions.boundaries == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((None, None), (None, None)),
        ((None, None), ("2026-07-01", None)),
        ((None, "2026-07-01"), ("2026-07-01", None)),
        (("2026-01-01", None), ("2026-07-01", "2026-12-31")),
        (("2026-01-01", "2026-12-31"), (None, "2026-01-01")),
    ],
)
def test_editions_that_overlap_are_refused(
    tmp_path: Path, one: tuple[str | None, str | None], other: tuple[str | None, str | None]
) -> None:
    write_edition(tmp_path, "one", *one)
    write_edition(tmp_path, "other", *other)
    with pytest.raises(ConditionsError, match=r"editions '\w+' and '\w+' overlap"):
        load_conditions(tmp_path)


def test_two_editions_of_one_name_are_refused(tmp_path: Path) -> None:
    write_edition(tmp_path, "one", None, LAST)
    twin = write_edition(tmp_path, "two", NEXT, None)
    text = (twin / "edition.json").read_text(encoding="utf-8")
    (twin / "edition.json").write_text(text.replace('"two"', '"one"'), encoding="utf-8")
    with pytest.raises(ConditionsError, match="two editions are named 'one'"):
        load_conditions(tmp_path)


def test_an_editions_hash_is_that_of_its_files(tmp_path: Path) -> None:
    same, changed = tmp_path / "a", tmp_path / "b"
    for folder in (same, changed):
        folder.mkdir()
    write_edition(same, "first", None, None)
    write_edition(changed, "first", None, None, richer)
    hashes = [load_conditions(folder).editions[0].hash for folder in (same, same, changed)]
    assert hashes[0] == hashes[1] != hashes[2]
    assert all(len(h) == 64 for h in hashes)
