"""The claims that are told: every benefit, every way they end or stay open, all of them valid claims."""

from __future__ import annotations

from datetime import timedelta

from caseworker.demo.batches import PEOPLE, Part, Size, make_part
from caseworker.demo.claims import Answered, Decided, Entered, Established, LeftOpen, TakenBack, form_of
from caseworker.demo.letters import Asked
from caseworker.demo.staff import ANCHOR
from caseworker.demo.workers import parts_of
from caseworker.services.claims.checks import check_claim
from tests.demo.conftest import WIDE
from tests.support.stores import conditions


def test_the_same_seed_tells_the_same(wide: Part) -> None:
    assert make_part(WIDE, 0, conditions()) == wide


def test_another_seed_tells_something_else_but_of_the_same_first_people(wide: Part) -> None:
    other = make_part(WIDE._replace(seed=4), 0, conditions())
    assert other.households[:8] == wide.households[:8]
    assert other.households[8:] != wide.households[8:]
    told = [t for t in wide.stories if t.drawn]
    assert [t for t in other.stories if t.drawn] == told
    assert other.stories[len(told) :] != wide.stories[len(told) :]


def test_parts_made_ahead_are_those_made_here() -> None:
    size = Size(5, 2 * PEOPLE + 10, 60, ANCHOR)
    assert list(parts_of(size, conditions())) == [make_part(size, i, conditions()) for i in range(3)]


def test_there_are_as_many_claims_as_asked_for(wide: Part) -> None:
    assert len(wide.stories) == WIDE.claims


def test_every_benefit_occurs(wide: Part) -> None:
    told = {line.benefit for each in wide.stories for line in form_of(each).lines}
    assert told == set(conditions().benefits)


def test_every_claim_could_be_entered_by_hand(wide: Part) -> None:
    members = [member for household in wide.households for member in household.members]
    for each in wide.stories:
        member = members[each.place]
        assert form_of(each).person == member.form.number
        check_claim(form_of(each), member.form.birth_date, conditions())


def test_a_story_begins_with_the_claim_and_goes_on_in_order_of_time(wide: Part) -> None:
    for each in wide.stories:
        events = each.events
        received = form_of(each).received
        assert received is not None
        assert max(line.last for line in form_of(each).lines) <= received <= events[0].at.date()
        assert [type(event) for event in events].count(Entered) == 1
        assert [event.at for event in events] == sorted(event.at for event in events)
        assert events[-1].at.date() < ANCHOR


def test_everything_that_can_happen_to_a_claim_happens(wide: Part) -> None:
    kinds = {type(event) for each in wide.stories for event in each.events}
    assert kinds == {Entered, LeftOpen, Established, Answered, Asked, Decided, TakenBack}


def test_claims_reach_back_over_years(wide: Part) -> None:
    received = [form_of(each).received for each in wide.stories]
    assert {day.year for day in received if day is not None} >= {2023, 2024, 2025, 2026}


def test_another_anchor_moves_everything_along() -> None:
    anchor = ANCHOR.replace(year=2031) - timedelta(days=3)
    part = make_part(Size(1, 40, 120, anchor), 0, conditions())
    lucia = part.households[0].members[0]
    assert lucia.form.birth_date.year == 1990
    assert all(event.at.date() < anchor for each in part.stories for event in each.events)
    assert max(each.events[0].at.date() for each in part.stories).year == 2031
