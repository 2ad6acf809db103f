"""Every limit at its cap, one Rappen, day or minute below and above, shared and anew in the next period."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from caseworker.rules.case import Line, Person
from caseworker.rules.money import half_up
from caseworker.rules.vocabulary import Outcome, Sex, Tier
from tests.rules.assessing import Sequenceable, assess_all, assess_one, why
from tests.rules.builders import day, happy, journey, person
from tests.rules.expected import PHASES, TABLE, Benefit, cap_of, limit_of

PERCENT = [row for row in TABLE.values() if row.kind == "percent"]


def money(name: str) -> bool:
    """Whether a limit is one of francs (the same in all its phases)."""
    phases = [p for p in PHASES if any(p in r.articles and name in dict(r.limits) for r in TABLE.values())]
    return limit_of(name, phases[0]).unit == "CHF"


def settings(row: Benefit) -> Iterator[tuple[str, Tier, Person]]:
    for phase in row.articles:
        who = person(phase)
        if row.mark("sex") in (None, who.sex):
            for tier in row.pays:
                yield phase, tier, who


def money_limits(row: Benefit, phase: str, tier: Tier) -> list[tuple[str, str, int]]:
    """Name, article of the reason and cap of the limits in francs."""
    return [
        (name, article or limit_of(name, phase).article, cap_of(name, phase, tier))
        for name, article in row.limits
        if limit_of(name, phase).unit == "CHF"
    ]


def charge_for(amount: int, rate: int) -> str:
    """The smallest charge of which `rate` is `amount`."""
    charged = amount * 10_000 // rate
    while half_up(charged * rate, 10_000) < amount:
        charged += 1
    return f"{charged // 100}.{charged % 100:02d}"


CAPPED = [row for row in PERCENT if any(money(name) for name, _ in row.limits)]
IDS = [row.code for row in CAPPED]


@pytest.mark.parametrize("row", CAPPED, ids=IDS)
def test_at_one_rappen_below_and_one_above_the_cap(row: Benefit) -> None:
    for phase, tier, who in settings(row):
        limits = money_limits(row, phase, tier)
        name, article, cap = min(limits, key=lambda limit: limit[2])
        for asked in (cap - 1, cap, cap + 1):
            line = happy(row.code, charge_for(asked, row.pays[tier]), phase=phase)
            found = assess_one(line, who=who, tier=tier)
            assert found.amount == min(asked, cap)
            assert why(found) == ([f"limit_reached {article} {name}"] if asked > cap else [])
            booked = {b.limit: (b.consumed, b.left) for b in found.bookings if b.limit != "ivf"}
            assert booked == {n: (min(asked, cap), c - min(asked, cap)) for n, _, c in limits}


@pytest.mark.parametrize("row", CAPPED, ids=IDS)
def test_one_rappen_left_is_paid_and_nothing_left_denies(row: Benefit) -> None:
    for phase, tier, who in settings(row):
        name, article, cap = min(money_limits(row, phase, tier), key=lambda limit: limit[2])
        first = happy(row.code, charge_for(cap - 1, row.pays[tier]), phase=phase)
        again = happy(row.code, "10.00", phase=phase)
        _, one, none = assess_all(first, again, again, who=who, tier=tier)
        assert (one.outcome, one.amount, why(one)) == (Outcome.PAY, 1, [f"limit_reached {article} {name}"])
        assert (none.outcome, none.amount) == (Outcome.DENY, 0)
        assert why(none) == [f"limit_exhausted {article} {name}"]
        assert none.bookings == ()


def sharers(name: str, phase: str, tier: Tier, sex: Sex) -> list[Benefit]:
    """The percentage benefits that use a limit together in one phase."""
    return [
        row
        for row in PERCENT
        if name in dict(row.limits)
        and phase in row.articles
        and tier in row.pays
        and row.mark("sex") in (None, sex)
        and row.mark("episode") is None
        and row.mark("age") is None
    ]


SHARED = ("complementary", "transport", "aids.medical", "health_promotion", "specific")
EVENTS = ("abroad.search_body", "abroad.assistance")


@pytest.mark.parametrize("tier", Tier)
@pytest.mark.parametrize("phase", PHASES)
@pytest.mark.parametrize("name", SHARED + EVENTS)
def test_benefits_that_share_a_limit_use_it_up_together(name: str, phase: str, tier: Tier) -> None:
    who = person(phase)
    rows, cap = sharers(name, phase, tier, who.sex), cap_of(name, phase, tier)
    lines = [happy(row.code, charge_for(cap // 5, row.pays[tier]), phase=phase) for row in rows]
    found = assess_all(*lines, *lines, *lines, *lines, *lines, who=who, tier=tier)
    used = sum(b.consumed for f in found for b in f.bookings if b.limit == name)
    largest = sum({n: cap_of(n, phase, tier) for r in rows for n, _ in r.limits if n != name}.values())
    assert used == (0 if not rows else min(cap, largest or cap))


@pytest.mark.parametrize(
    "row", [r for r in CAPPED if not r.mark("waiting") and not r.mark("age")], ids=lambda r: r.code
)
def test_the_next_year_event_or_treatment_has_the_whole_amount_again(row: Benefit) -> None:
    for phase, tier, who in settings(row):
        if phase == "0-12":
            who = person(phase, age=2)
        cap = min(limit[2] for limit in money_limits(row, phase, tier))
        charged = charge_for(cap, row.pays[tier])
        lines: list[Sequenceable] = []
        for year, event in ((2026, "E1"), (2027, "E2")):
            line = happy(row.code, charged, day(f"{year}-01-01"), phase=phase, yes=["repair_or_replacement"])
            lines.append((line, journey(event_id=event)) if "travel" in row.marks else line)
        late = happy(row.code, charged, "2026-12-31", phase=phase)
        first, second, last = assess_all(*lines, late, who=who, tier=tier)
        assert (first.amount, second.amount, last.amount) == (cap, cap, 0)


def of_days(code: str, days: int, phase: str) -> Line:
    start = day("2026-01-01")
    return happy(code, "90000.00", start, start + timedelta(days - 1), phase=phase)


DAYS = ("cure.thermal", "cure.thermal_europe", "cure.convalescence", "home_help", "hospital.psychiatric")


@pytest.mark.parametrize("code", [*DAYS, "specific.birth_house"])
def test_one_day_below_at_and_above_the_days(code: str) -> None:
    row = TABLE[code]
    for phase, tier, who in settings(row):
        (name, override), *_ = row.limits
        cap, article = cap_of(name, phase, tier), override or limit_of(name, phase).article
        for asked in (cap - 1, cap, cap + 1):
            paid = min(asked, cap)
            found = assess_one(of_days(code, asked, phase), who=who, tier=tier)
            daily = row.pays[tier] * paid
            first = found.components[0]
            assert first.base == (9_000_000 if asked <= cap else half_up(9_000_000 * cap, asked))
            assert first.amount == (first.base if row.kind == "percent" else daily)
            reached = [f"limit_reached {article} {name}"] if asked > cap else []
            assert [r for r in why(found) if name in r] == reached
            assert [(b.consumed, b.left) for b in first.bookings if b.limit == name] == [(paid, cap - paid)]


@pytest.mark.parametrize("code", DAYS)
def test_when_the_days_are_used_up_nothing_is_left(code: str) -> None:
    row = TABLE[code]
    for phase, tier, who in settings(row):
        if phase == "60+" and "supplement" in row.marks:
            continue
        (name, override), *_ = row.limits
        cap, article = cap_of(name, phase, tier), override or limit_of(name, phase).article
        _, none = assess_all(of_days(code, cap, phase), of_days(code, 1, phase), who=who, tier=tier)
        assert (none.outcome, why(none)) == (Outcome.DENY, [f"limit_exhausted {article} {name}"])


@pytest.mark.parametrize(
    ("hours", "paid", "amount"),
    [("29.99", "29.99", 119960), ("30.00", "30.00", 120000), ("30.01", "30.00", 120000)],
)
def test_20a_2_one_hundredth_of_an_hour_below_at_and_above_the_hours(
    hours: str, paid: str, amount: int
) -> None:
    found = assess_one(happy("childcare", "9000.00", quantity=hours))
    (part,) = found.components
    assert (found.amount, f"{(part.units or 0) / 100:.2f}") == (amount, paid)
    assert why(found) == (["limit_reached 20a.2 childcare_hours"] if hours == "30.01" else [])
