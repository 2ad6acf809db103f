"""Art. 26 to 34: sixty percent within the phase's amount, maternity by the birth, one cycle in a lifetime."""

from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal

import pytest

from caseworker.rules.case import Line, Person
from caseworker.rules.limits import limits_on
from caseworker.rules.standing import Standing
from caseworker.rules.vocabulary import Outcome, Sex, Tier
from tests.rules.assessing import assess_all, assess_one, first_edition, lacks, why
from tests.rules.builders import ADULT, EXTENSA, REALA, chf, cover, day, happy, person

WOMAN = ADULT


@pytest.mark.parametrize(
    ("charged", "paid"), [("0.01", "0.01"), ("0.04", "0.02"), ("33.33", "20.00"), ("1.00", "0.60")]
)
def test_27_1_to_34_1_sixty_percent_half_up(charged: str, paid: str) -> None:
    assert assess_one(happy("specific.psychotherapy", charged)).amount == chf(paid)


def test_27_1_the_amount_of_the_phase_on_the_day_counts_over_a_birthday_year() -> None:
    who = person("0-12", year=2026, age=12)
    lines = [happy("specific.ear_correction", "9000.00", d) for d in ("2026-12-31", "2027-01-01")]
    found = assess_all(*lines, who=who)
    assert [(f.amount, f.components[0].citation.article) for f in found] == [
        (100000, "27.2.e"),
        (150000, "28.2.e"),
    ]


@pytest.mark.parametrize(
    ("on", "denied"),
    [("2026-03-01", False), ("2026-03-02", True), ("2026-03-03", True), ("2024-03-02", False)],
)
def test_27_2_a_b_before_the_second_birthday(on: str, denied: bool) -> None:
    who = Person(day("2024-03-02"), Sex.MALE)
    for code, article in (("specific.infant_swimming", "27.2.a"), ("specific.infant_massage", "27.2.b")):
        assert why(assess_one(happy(code, first=on), who=who)) == ([f"age_limit {article}"] if denied else [])


def test_27_2_a_born_on_29_february_the_second_year_ends_on_28_february() -> None:
    who = Person(day("2024-02-29"), Sex.FEMALE)
    for on, denied in (("2026-02-27", False), ("2026-02-28", True)):
        found = assess_one(happy("specific.infant_swimming", first=on), who=who)
        assert why(found) == (["age_limit 27.2.a"] if denied else [])


def test_27_2_f_g_another_insurers_duty_excludes_in_childhood_only() -> None:
    child, teen = person("0-12", age=8), person("13-25M")
    for code in ("obesity_nutrition", "obesity_programme", "obesity_inpatient"):
        line = happy(f"specific.{code}", yes=["other_insurer_liable"])
        assert why(assess_one(line, who=child)) == ["excluded 27.2.f other_insurer_liable"]
        assert assess_one(line, who=teen).outcome is Outcome.PAY
    deficit = happy("specific.developmental_deficit", yes=["other_insurer_liable"])
    assert why(assess_one(deficit, who=child)) == ["excluded 27.2.g other_insurer_liable"]


@pytest.mark.parametrize(
    ("bmi", "denied"),
    [("18.5", False), ("29.99", False), ("30", False), ("30.0", False), ("30.01", True), ("31", True)],
)
def test_28_2_e_breast_reduction_up_to_a_bmi_of_thirty(bmi: str, denied: bool) -> None:
    found = assess_one(happy("specific.breast_reduction", bmi=Decimal(bmi)))
    assert why(found) == (["bmi_over_limit 30.2.d"] if denied else [])
    young = assess_one(happy("specific.breast_reduction", bmi=None), who=person("13-25F"))
    assert (young.outcome, lacks(young)) == (Outcome.PENDING, ["bmi 28.2.e"])


def birth_house(days: int, episode: str | None = "birth-1", first: str = "2026-03-01") -> Line:
    last = day(first) + timedelta(days - 1)
    return happy("specific.birth_house", "9000.00", first, last, episode=episode)


@pytest.mark.parametrize(("tier", "daily"), [(REALA, 15000), (EXTENSA, 25000)])
def test_30_2_g_five_days_a_birth(tier: Tier, daily: int) -> None:
    found = assess_all(birth_house(3), birth_house(3, first="2026-04-01"), birth_house(1), tier=tier)
    assert [f.amount for f in found] == [3 * daily, 2 * daily, 0]
    assert why(found[1]) == ["limit_reached 30.2.g birth_house_days"]
    assert why(found[2]) == ["limit_exhausted 30.2.g birth_house_days"]


def test_30_2_g_another_birth_has_its_own_five_days_within_the_years_amount() -> None:
    first, second = assess_all(birth_house(5), birth_house(5, "birth-2", "2026-12-01"))
    assert (first.amount, second.amount) == (125000, 25000)
    assert why(second) == ["limit_reached 30.1 specific"]


def test_30_2_g_one_birth_over_new_year_keeps_its_five_days() -> None:
    found = assess_one(birth_house(7, first="2026-12-29"))
    assert [(p.first.year, p.amount) for p in found.parts] == [(2026, 75000), (2027, 50000)]
    assert why(found) == ["limit_reached 30.2.g birth_house_days"]


def test_30_2_g_the_birth_must_be_named() -> None:
    assert lacks(assess_one(birth_house(2, None))) == ["episode 30.2.g"]
    assert lacks(assess_one(birth_house(2, None), who=person("13-25F"))) == ["episode 28.2.f"]


@pytest.mark.parametrize("charged", ["0.00", "0.01", "199.99", "500.00"])
@pytest.mark.parametrize("tier", Tier)
def test_30_2_i_two_hundred_francs_whatever_was_charged(charged: str, tier: Tier) -> None:
    found = assess_one(happy("specific.breastfeeding", charged), tier=tier)
    (part,) = found.components
    assert (found.amount, part.base, part.units, part.unit_amount) == (20000, None, 1, 20000)
    assert [(b.limit, b.consumed) for b in part.bookings] == [("breastfeeding", 1), ("specific", 20000)]


def test_30_2_i_once_a_birth_and_within_the_years_amount() -> None:
    once, again, other = assess_all(
        happy("specific.breastfeeding", episode="birth-1"),
        happy("specific.breastfeeding", "0.00", "2027-01-10", episode="birth-1"),
        happy("specific.breastfeeding", episode="birth-2"),
    )
    assert (once.amount, why(again), other.amount) == (20000, ["frequency 30.2.i"], 20000)
    _, rest = assess_all(happy("specific.sterilisation", "2333.33"), happy("specific.breastfeeding"))
    assert (rest.amount, why(rest)) == (10000, ["limit_reached 30.1 specific"])
    _, none, later = assess_all(
        happy("specific.sterilisation", "2500.00"),
        happy("specific.breastfeeding"),
        happy("specific.breastfeeding", first="2027-01-01"),
    )
    assert (why(none), later.amount) == (["limit_exhausted 30.1 specific"], 20000)


def test_30_2_i_the_birth_must_be_named_and_no_prescription_is_asked_for() -> None:
    assert lacks(assess_one(happy("specific.breastfeeding", episode=None))) == ["episode 30.2.i"]
    young = happy("specific.breastfeeding", episode=None, unknown=["confirmation"])
    assert lacks(assess_one(young, who=person("13-25F"))) == ["confirmation 28.2.h", "episode 28.2.h"]


def amounts_of(episodes: Sequence[str | None]) -> list[tuple[int, list[str]]]:
    lines = [happy("specific.ivf", "100.00", episode=e) for e in episodes]
    return [(f.amount, why(f) + lacks(f)) for f in assess_all(*lines)]


def test_30_2_f_one_cycle_in_a_lifetime_however_many_invoices() -> None:
    assert amounts_of(["cycle-1", "cycle-1", "cycle-2", None, "cycle-1"]) == [
        (6000, []),
        (6000, []),
        (0, ["frequency 30.2.f"]),
        (0, ["episode 30.2.f"]),
        (6000, []),
    ]


def test_30_2_f_an_unpaid_cycle_does_not_count() -> None:
    refused = happy("specific.ivf", no=["prescribed"], episode="cycle-1")
    assert [f.amount for f in assess_all(refused, happy("specific.ivf", episode="cycle-2"))] == [0, 6000]


def test_30_2_f_is_told_for_every_woman_from_26_to_44() -> None:
    book = Standing()
    assess_all(happy("specific.ivf"), happy("specific.ivf", first="2027-05-05"), standing=book)
    for on in ("2026-12-31", "2030-12-31"):
        told = limits_on(WOMAN, (cover(),), day(on), book, first_edition())
        assert [(x.period, x.cap, x.used, x.left) for x in told if x.limit == "ivf"] == [
            ("lifetime", 1, 1, 0)
        ]
    man = limits_on(person("26-44M"), (cover(),), day("2026-12-31"), Standing(), first_edition())
    assert "ivf" not in {x.limit for x in man}


def test_30_2_c_hospital_for_obesity_is_no_stay_and_its_first_day_decides() -> None:
    found = assess_one(happy("specific.obesity_inpatient", "1000.00", "2026-12-20", "2027-02-20"))
    assert [(b.period, b.consumed) for b in found.bookings] == [("2026", 60000)]
