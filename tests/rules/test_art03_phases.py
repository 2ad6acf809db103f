"""Art. 3 to 3a and 8.2: life phase, premium band, Denta, and what a person's profile tells."""

from datetime import date

import pytest

from caseworker.rules.case import Coverage, Person
from caseworker.rules.finding import Profile
from caseworker.rules.profile import profile_on
from caseworker.rules.vocabulary import Sex
from tests.rules.assessing import first_edition
from tests.rules.builders import EXTENSA, REALA, cover, day
from tests.rules.expected import PREMIUM_AGES


def profile(born: str, sex: str, on: str, *covers: Coverage) -> Profile:
    return profile_on(Person(day(born), Sex(sex)), covers or (cover(),), day(on), first_edition())


@pytest.mark.parametrize("sex", ["F", "M"])
@pytest.mark.parametrize(
    ("age", "phase"),
    [
        (0, "0-12"),
        (12, "0-12"),
        (13, "13-25*"),
        (25, "13-25*"),
        (26, "26-44*"),
        (44, "26-44*"),
        (45, "45-59*"),
        (59, "45-59*"),
        (60, "60+"),
        (99, "60+"),
    ],
)
def test_3_1_the_phase_of_each_age_at_both_ends(age: int, phase: str, sex: str) -> None:
    assert profile(f"{2026 - age}-07-14", sex, "2026-01-01").phase == phase.replace("*", sex)


@pytest.mark.parametrize("born", ["2013-01-01", "2013-07-14", "2013-12-31"])
@pytest.mark.parametrize("on", ["2026-01-01", "2026-07-13", "2026-12-31"])
def test_3_3_the_year_counts_and_not_the_birthday(born: str, on: str) -> None:
    assert (profile(born, "M", on).phase, profile(born, "M", on).age) == ("13-25M", 13)
    assert profile(born, "M", "2025-12-31").phase == "0-12"


def test_3_3_the_next_phase_begins_on_1_january_of_its_first_year() -> None:
    found = [profile(f"{2026 - age}-07-14", "F", "2026-05-05").next_phase for age in (12, 13, 44, 59, 60)]
    assert found == [
        ("13-25F", date(2027, 1, 1)),
        ("26-44F", date(2039, 1, 1)),
        ("45-59F", date(2027, 1, 1)),
        ("60+", date(2027, 1, 1)),
        None,
    ]


def test_3a_the_premium_band_changes_at_twelve_ages() -> None:
    for age in PREMIUM_AGES:
        before, after = (profile(f"{2026 - a}-07-14", "F", "2026-05-05") for a in (age - 1, age))
        assert before.premium_band.endswith(f"-{age - 1}")
        assert after.premium_band.startswith(f"{age}")
        assert before.next_premium_band == (after.premium_band, date(2027, 1, 1))
    bands = [
        profile(f"{2026 - age}-07-14", "F", "2026-05-05").premium_band for age in (0, 13, 30, 69, 70, 80)
    ]
    assert bands == ["0-12", "13-18", "30-34", "65-69", "70+", "70+"]
    assert profile("1950-07-14", "F", "2026-05-05").next_premium_band is None


def test_8_2_denta_is_included_up_to_25_and_optional_from_26_on() -> None:
    told = {age: profile(f"{2026 - age}-07-14", "M", "2026-05-05").denta for age in (0, 12, 13, 25, 26, 60)}
    assert told == {**dict.fromkeys((0, 12, 13, 25), "included"), 26: "optional", 60: "optional"}


def test_tier_and_denta_are_told_only_while_insured() -> None:
    covers = (cover(REALA, "2024-01-01", "2025-12-31"), cover(EXTENSA, "2026-02-01"))
    told = [profile("1985-07-14", "F", on, *covers) for on in ("2025-12-31", "2026-01-31", "2026-02-01")]
    assert [(p.tier, p.denta) for p in told] == [(REALA, "optional"), (None, None), (EXTENSA, "optional")]


def test_before_birth_the_first_phase_is_told_and_the_second_comes_next() -> None:
    early = profile("2026-07-14", "M", "2024-05-05")
    assert (early.age, early.phase, early.premium_band) == (-2, "0-12", "0-12")
    assert (early.next_phase, early.next_premium_band) == (
        ("13-25M", date(2039, 1, 1)),
        ("13-18", date(2039, 1, 1)),
    )


def test_at_the_end_of_the_calendar_nothing_breaks() -> None:
    late = profile("9990-07-14", "F", "9999-12-31")
    assert (late.phase, late.next_phase) == ("0-12", ("13-25F", date(9999, 1, 1)))
