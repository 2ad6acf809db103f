"""What a person is offered on a day, with the reason where not, and which limits they have."""

import pytest

from caseworker.rules.limits import limits_on
from caseworker.rules.offer import offer_on
from caseworker.rules.standing import Standing
from caseworker.rules.vocabulary import Tier, Unit
from tests.rules.assessing import first_edition, said
from tests.rules.builders import DAY, TIERS, cover, day, person
from tests.rules.expected import CAPS, PHASES, TABLE, cap_of, limit_of

STANDING = ("year", "five_years", "lifetime")


@pytest.mark.parametrize("tier", TIERS)
@pytest.mark.parametrize("phase", PHASES)
def test_8_a_phase_and_tier_is_offered_what_the_table_says(phase: str, tier: Tier) -> None:
    who = person(phase)
    for found in offer_on(who, (cover(tier),), DAY, first_edition()):
        row = TABLE[found.benefit]
        sex = row.mark("sex") in (None, who.sex)
        assert found.offered is (phase in row.articles and tier in row.pays and sex)
        assert found.offered is not bool(found.reasons)
        if phase in row.articles:
            assert found.article == row.articles[phase]


def test_why_something_is_not_offered() -> None:
    told = {
        x.benefit: [said(r) for r in x.reasons]
        for x in offer_on(person("13-25M"), (cover(),), DAY, first_edition())
    }
    assert told["home_help"] == ["not_in_phase 8.1"]
    assert told["specific.night_watch"] == ["not_in_phase 8.3"]
    assert told["prevention.gynaecological"] == ["wrong_sex 17.1"]
    assert told["vaccination"] == []


def test_without_cover_nothing_is_offered_and_the_articles_are_still_told() -> None:
    for found in offer_on(person(), (), DAY, first_edition()):
        assert [said(r) for r in found.reasons] == ["not_insured CGA"]
        assert found.article in TABLE[found.benefit].articles.values()


@pytest.mark.parametrize("tier", TIERS)
@pytest.mark.parametrize("phase", PHASES)
def test_every_limit_that_the_person_has_is_listed_used_or_not(phase: str, tier: Tier) -> None:
    who = person(phase)
    wanted = set()
    for row in TABLE.values():
        if phase in row.articles and tier in row.pays and row.mark("sex") in (None, who.sex):
            wanted |= {name for name, _ in row.limits if limit_of(name, phase).period in STANDING}
    found = limits_on(who, (cover(tier),), DAY, Standing(), first_edition())
    assert [(x.limit, x.period) for x in found] == sorted((x.limit, x.period) for x in found)
    assert {x.limit for x in found} == wanted
    for x in found:
        limit = limit_of(x.limit, phase)
        assert (x.unit, x.citation.article) == (Unit(limit.unit), limit.article)
        assert (x.cap, x.used, x.left) == (cap_of(x.limit, phase, tier), 0, cap_of(x.limit, phase, tier))
        period = {"year": "2026", "five_years": "2022/2026", "lifetime": "lifetime"}[limit.period]
        assert x.period == period


def test_limits_of_an_event_an_episode_or_a_treatment_are_listed_only_once_they_are_used() -> None:
    bound = {name for name, limit in CAPS.items() if limit.period not in STANDING}
    found = limits_on(person(), (cover(),), day("2026-12-31"), Standing(), first_edition())
    assert not {x.limit for x in found} & {name.partition("@")[0] for name in bound}
