"""What a line does to the limits it counts towards."""

from dataclasses import replace

from caseworker.rules.background import Background
from caseworker.rules.case import Claim, Line
from caseworker.rules.limit_use import LimitUse, limit_use
from caseworker.rules.standing import Entry, Standing
from caseworker.rules.vocabulary import Citation, Unit
from tests.rules.assessing import first_edition
from tests.rules.builders import ADULT, DAY, cover, happy

USED = Entry("complementary", "2026", 200_000, Unit.CHF, Citation("11.1"), 250_000)


def uses(line_id: str, *lines: Line) -> tuple[LimitUse, ...]:
    here = Background(ADULT, (cover(),), Standing([USED]), first_edition(), DAY)
    claim = Claim("C1", lines)
    benefit = next(line.benefit for line in lines if line.id == line_id)
    return limit_use(line_id, here.plan(benefit, DAY), DAY, here.judge(claim), here)


def test_a_limit_shows_what_was_used_before_what_the_line_takes_and_what_is_left() -> None:
    (use,) = uses("1", happy("complementary.treatment", "1000.00"))
    assert (use.limit, use.period, use.citation.article) == ("complementary", "2026", "11.1")
    assert (use.cap, use.before, use.taken, use.left) == (250_000, 200_000, 50_000, 0)
    assert use.is_exhausted


def test_a_line_that_waits_shows_the_limit_it_could_use_with_the_other_lines_booked() -> None:
    waits = replace(happy("complementary.treatment", unknown=["provider_recognised"]), id="2")
    (use,) = uses("2", happy("complementary.treatment", "400.00"), waits)
    assert (use.before, use.taken, use.left) == (230_000, 0, 20_000)
    assert not use.is_exhausted


def test_the_parts_of_a_stay_add_up_in_one_limit() -> None:
    found = uses("1", happy("cure.thermal", "900.00", DAY, "2026-03-08"))
    days = next(use for use in found if use.unit is Unit.DAYS)
    assert (days.taken, days.cap - days.left) == (7, 7)
