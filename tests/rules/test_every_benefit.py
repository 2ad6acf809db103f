"""Every benefit in every phase, tier and sex: what it pays, each of its facts in all three values, its place.

Driven by the table of `expected`; the rules of single articles have files of their own.
"""

from collections.abc import Iterator
from typing import Any

import pytest

from caseworker.rules.case import Person
from caseworker.rules.finding import LineFinding
from caseworker.rules.vocabulary import Outcome, Sex, Tier
from tests.rules.assessing import assess_one, lacks, why
from tests.rules.builders import GRANTED, REFUSED, TIERS, happy, journey, person
from tests.rules.expected import PHASES, SUPPLEMENT, TABLE, Benefit, Fact

EVERY = pytest.mark.parametrize("row", TABLE.values(), ids=[f"{r.code}" for r in TABLE.values()])


def settings(row: Benefit) -> Iterator[tuple[str, Tier, Person]]:
    """The phases and tiers that the benefit is offered in."""
    for phase in row.articles:
        who = person(phase)
        if row.mark("sex") in (None, who.sex):
            for tier in row.pays:
                yield phase, tier, who


def articles(fact: Fact, row: Benefit, phase: str) -> list[str]:
    return [row.articles[phase] if article == "*" else article for article in fact.articles]


def told(row: Benefit, phase: str, tier: Tier, who: Person, **changes: Any) -> LineFinding:
    return assess_one(happy(row.code, phase=phase, **changes), who=who, tier=tier)


def due(row: Benefit, phase: str, tier: Tier) -> int:
    """What a line of CHF 100 and one day pays, in Rappen."""
    value = row.pays[tier]
    if row.kind == "percent":
        return value
    if row.kind == "an_hour":
        return min(2 * value, 10000)
    extra = SUPPLEMENT[tier] if "supplement" in row.marks and phase == "60+" else 0
    return value if row.kind == "lump_sum" else min(value + extra, 10000)


@EVERY
def test_pays_its_rate_in_every_phase_and_tier_that_it_is_offered_in(row: Benefit) -> None:
    for phase, tier, who in settings(row):
        found = told(row, phase, tier, who)
        assert (found.outcome, found.amount, why(found)) == (Outcome.PAY, due(row, phase, tier), [])
        assert found.components[0].citation.article == row.articles[phase]


@EVERY
def test_8_is_denied_in_every_phase_that_it_is_not_offered_in(row: Benefit) -> None:
    article = row.mark("outside") or "8.3"
    for phase in PHASES:
        for sex in Sex:
            who = Person(person(phase).birth_date, sex)
            here = f"{phase.rstrip('FM')}{sex}" if phase[-1] in "FM" else phase
            found = assess_one(happy(row.code, yes=["cga_excluded"]), who=who, tier=Tier.EXTENSA)
            expected = [] if here in row.articles else [f"not_in_phase {article}"]
            if row.mark("sex") not in (None, sex):
                cited = row.articles.get(here) or next(iter(row.articles.values()))
                expected.append(f"wrong_sex {cited}")
            if expected:
                assert (found.outcome, why(found)) == (Outcome.DENY, expected)
            else:
                assert "excluded 7.6 cga_excluded" in why(found)


@EVERY
def test_a_tier_without_the_benefit_is_denied(row: Benefit) -> None:
    for phase in row.articles:
        for tier in TIERS:
            found = told(row, phase, tier, person(phase))
            denied = f"not_in_tier {row.articles[phase]}" in why(found)
            assert denied is (tier not in row.pays)


@EVERY
def test_each_requirement_true_false_and_not_known(row: Benefit) -> None:
    for phase, tier, who in settings(row):
        for fact in row.required_in(phase):
            cited = articles(fact, row, phase)
            assert told(row, phase, tier, who, yes=[fact.name]).outcome is Outcome.PAY
            no = told(row, phase, tier, who, no=[fact.name])
            assert (no.outcome, no.amount, lacks(no)) == (Outcome.DENY, 0, [])
            assert why(no) == [f"requirement_not_met {article} {fact.name}" for article in cited]
            unknown = told(row, phase, tier, who, unknown=[fact.name])
            assert (unknown.outcome, unknown.amount, why(unknown)) == (Outcome.PENDING, 0, [])
            assert lacks(unknown) == [f"{fact.name} {cited[-1]}"]
            for lifting in fact.unless:
                for missing in ({"no": [fact.name]}, {"unknown": [fact.name]}):
                    assert told(row, phase, tier, who, yes=[lifting], **missing).outcome is Outcome.PAY
                assert told(row, phase, tier, who, no=[fact.name, lifting]).outcome is Outcome.DENY


@EVERY
def test_each_exclusion_true_false_and_not_known(row: Benefit) -> None:
    for phase, tier, who in settings(row):
        for fact in row.excluded_in(phase):
            holds = told(row, phase, tier, who, yes=[fact.name])
            assert (holds.outcome, holds.amount) == (Outcome.DENY, 0)
            assert why(holds) == [f"excluded {a} {fact.name}" for a in articles(fact, row, phase)]
            for answer in ({"no": [fact.name]}, {"unknown": [fact.name]}):
                assert told(row, phase, tier, who, **answer).outcome is Outcome.PAY
            for lifting in fact.unless:
                assert told(row, phase, tier, who, yes=[fact.name, lifting]).outcome is Outcome.PAY
                assert told(row, phase, tier, who, yes=[fact.name], no=[lifting]).outcome is Outcome.DENY


@EVERY
def test_7_6_the_general_conditions_own_list_excludes_everything(row: Benefit) -> None:
    more = ["excluded 43 cga_excluded"] if "travel" in row.marks else []
    for phase, tier, who in settings(row):
        found = told(row, phase, tier, who, yes=["cga_excluded"])
        assert why(found) == ["excluded 7.6 cga_excluded", *more]
        assert told(row, phase, tier, who, no=["cga_excluded"]).outcome is Outcome.PAY


@EVERY
def test_all_that_denies_is_listed_and_nothing_that_is_missing(row: Benefit) -> None:
    for phase, tier, who in settings(row):
        required, excluded = row.required_in(phase), row.excluded_in(phase)
        denying = [f"requirement_not_met {a} {f.name}" for f in required for a in articles(f, row, phase)]
        denying += [f"excluded {a} {f.name}" for f in excluded for a in articles(f, row, phase)]
        found = told(row, phase, tier, who, no=[f.name for f in required], yes=[f.name for f in excluded])
        assert why(found) == denying
        for known in excluded:
            half = told(row, phase, tier, who, unknown=[f.name for f in required], yes=[known.name])
            assert (half.outcome, lacks(half)) == (Outcome.DENY, [])


@EVERY
def test_all_that_is_missing_is_listed_sorted_with_consent_if_it_is_owed(row: Benefit) -> None:
    for phase, tier, who in settings(row):
        required = row.required_in(phase)
        if not required:
            continue
        names = [f.name for f in required]
        found = told(row, phase, tier, who, unknown=names, consent=None)
        assert found.outcome is Outcome.PENDING
        assert lacks(found) == sorted(f"{f.name} {articles(f, row, phase)[-1]}" for f in required)
        assert found.consent_required is ("consent" in row.marks)
        assert told(row, phase, tier, who, unknown=names).consent_required is False


@EVERY
def test_consent_is_owed_refused_or_given_where_it_is_asked_for_and_nowhere_else(row: Benefit) -> None:
    asked = "consent" in row.marks
    for phase, tier, who in settings(row):
        absent = told(row, phase, tier, who, consent=None)
        assert absent.outcome is (Outcome.CONSENT if asked else Outcome.PAY)
        assert (absent.consent_required, lacks(absent), why(absent)) == (asked, [], [])
        refused = told(row, phase, tier, who, consent=REFUSED)
        assert why(refused) == ([f"consent_refused {row.articles[phase]}"] if asked else [])
        assert told(row, phase, tier, who, consent=GRANTED).outcome is Outcome.PAY


@EVERY
def test_6_1_in_switzerland_abroad_and_in_both(row: Benefit) -> None:
    article = row.mark("place") or "6.1"
    for phase, tier, who in settings(row):
        for country in ("CH", "DE", "TH"):
            line = happy(row.code, phase=phase, country=country)
            found = assess_one((line, journey(country=country)), who=who, tier=tier)
            if "anywhere" in row.marks:
                expected = []
            elif "abroad" in row.marks:
                expected = [f"not_abroad {article}"] if country == "CH" else []
            else:
                expected = [] if country == "CH" else [f"abroad_not_covered {article}"]
            assert why(found) == expected


@EVERY
def test_without_cost_nothing_is_paid_but_a_lump_sum(row: Benefit) -> None:
    for phase, tier, who in settings(row):
        for changes in ({"charged": "0.00"}, {"other_payments": "100.00"}, {"other_payments": "100.01"}):
            found = told(row, phase, tier, who, **changes)
            if row.kind == "lump_sum":
                assert found.outcome is Outcome.PAY
            else:
                assert (found.outcome, why(found)) == (Outcome.DENY, ["no_cost CGA"])


@EVERY
def test_a_tariff_counts_where_the_rules_name_one_and_nowhere_else(row: Benefit) -> None:
    article = row.mark("tariff")
    for phase, tier, who in settings(row):
        plain = told(row, phase, tier, who)
        for tariff in ("99.99", "100.00", "100.01"):
            found = told(row, phase, tier, who, tariff_amount=tariff)
            cuts = article is not None and tariff == "99.99"
            assert why(found) == ([f"tariff {article}"] if cuts else [])
            if not cuts:
                assert found.amount == plain.amount


@EVERY
def test_without_cover_that_reason_stands_alone(row: Benefit) -> None:
    for phase in PHASES:
        found = assess_one(happy(row.code, yes=["cga_excluded"], country="FR"), who=person(phase), covers=())
        assert (found.outcome, why(found)) == (Outcome.DENY, ["not_insured CGA"])


@EVERY
def test_no_checked_fact_is_left_out_of_the_trace(row: Benefit) -> None:
    for phase, tier, who in settings(row):
        checked = {check.name for check in told(row, phase, tier, who).parts[0].checks}
        asked = {f.name for f in (*row.required_in(phase), *row.excluded_in(phase))} | {"cga_excluded"}
        assert asked <= checked


def test_checks_before_the_benefits_own_rules_are_listed_together() -> None:
    boy = assess_one(
        happy("prevention.gynaecological", country="DE"), who=Person(person("0-12").birth_date, Sex.MALE)
    )
    assert why(boy) == ["not_in_phase 8.1", "wrong_sex 17.1", "abroad_not_covered 6.1"]
    reala = assess_one(happy("cure.thermal_europe", country="CH"), who=person("0-12"), tier=Tier.REALA)
    assert why(reala) == ["not_in_phase 8.1", "not_in_tier 12.2", "not_abroad 12.2"]
