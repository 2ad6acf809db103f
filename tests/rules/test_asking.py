"""Which facts a line asks for: the conditions say it, in their order, each under its article."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from caseworker.rules.asking import LATE, NO_PAPERS, Asked, Papers, Side, asked_facts, came_late
from caseworker.rules.background import Background
from caseworker.rules.conditions import load_conditions
from caseworker.rules.edition_files import ASKING
from caseworker.rules.standing import Standing
from tests.rules.assessing import assess_one, first_edition
from tests.rules.builders import ADULT, DAY, cover, happy
from tests.rules.editions import write_edition
from tests.rules.expected import TABLE

HERE = Background(ADULT, (cover(),), Standing(), first_edition(), DAY)
ABROAD = "abroad.outpatient"
# The hash that decisions of the first edition carry: they check and replay only while it stays.
HASH = "29b37afd0fcab048af420365888e75b33ab8133bc8515f02467aaf68e095c7f2"


def asked(benefit: str, papers: Papers = NO_PAPERS, **known: bool) -> tuple[Asked, ...]:
    return asked_facts(HERE.plan(benefit, DAY), known, papers)


def test_requirements_come_first_then_what_may_stand_against_the_line() -> None:
    found = [(a.fact, a.side, a.citation.article) for a in asked("specific.psychotherapy")]
    assert found == [
        ("prescribed", Side.REQUIREMENT, "26.2"),
        ("provider_recognised", Side.REQUIREMENT, "30.2.b"),
        ("cga_excluded", Side.EXCLUSION, "7.6"),
    ]


def test_a_way_out_is_asked_once_the_harm_is_done() -> None:
    assert [(a.fact, a.lifts) for a in asked("aids.insoles")][:2] == [
        ("prescribed", None),
        ("repair_or_replacement", "prescribed"),
    ]
    assert "repair_or_replacement" not in [a.fact for a in asked("aids.insoles", prescribed=True)]
    assert "acute_deterioration_certified" not in [a.fact for a in asked(ABROAD)]
    assert "acute_deterioration_certified" in [a.fact for a in asked(ABROAD, chronic=True)]


def test_an_answer_that_was_given_stays_in_sight() -> None:
    facts = [a.fact for a in asked("aids.insoles", prescribed=True, repair_or_replacement=True)]
    assert "repair_or_replacement" in facts


def test_nothing_is_asked_where_nothing_could_make_it_pay() -> None:
    assert asked("specific.night_watch") == ()
    assert HERE.plan("no.such.benefit", DAY) is None
    assert asked_facts(None, {}) == ()


@pytest.mark.parametrize(
    ("papers", "wanted"),
    [
        (NO_PAPERS, False),
        (Papers("th"), True),
        (Papers("it"), False),
        (Papers("th", assessed=True), False),
    ],
)
def test_39_4_papers_in_a_foreign_language_ask_for_their_translation(papers: Papers, wanted: bool) -> None:
    assert ("translation" in [a.fact for a in asked(ABROAD, papers)]) is wanted


def test_40_1_late_papers_ask_first_whether_they_are_accepted() -> None:
    first = asked(ABROAD, Papers(late=True))[0]
    assert (first.fact, first.lifts, first.citation.article) == ("late_accepted", LATE, "40.1")
    finding = assess_one(happy(ABROAD, received="2027-03-02"))
    assert came_late(finding)
    assert not came_late(assess_one(happy(ABROAD)))
    assert not came_late(None)


def test_40_2_another_insurer_that_is_liable_brings_its_statements() -> None:
    assert "other_insurer_statements" not in [a.fact for a in asked(ABROAD)]
    assert "other_insurer_statements" in [a.fact for a in asked(ABROAD, other_insurer_liable=True)]


def test_what_happened_on_a_journey_is_asked_once_for_all_its_lines() -> None:
    of_event = {a.fact: a.of_event for a in asked(ABROAD)}
    assert (of_event["emergency"], of_event["motor_race"]) == (True, True)
    assert (of_event["licensed_provider"], of_event["chronic"]) == (False, False)
    assert not any(a.of_event for code in TABLE if not code.startswith("abroad.") for a in asked(code))


def test_the_data_say_which_benefits_belong_to_a_journey_and_which_count_days() -> None:
    conditions = first_edition()
    assert conditions.travel_benefits == {code for code in TABLE if code.startswith("abroad.")}
    assert conditions.day_benefits == {c for c, row in TABLE.items() if row.mark("quantity") == "days"}


def test_how_the_desk_asks_is_not_part_of_what_decisions_rest_on(tmp_path: Path) -> None:
    assert first_edition().editions[0].hash == HASH
    folder = write_edition(tmp_path, "first", None, None)
    before = load_conditions(tmp_path).editions[0]
    (folder / ASKING).write_text(json.dumps({"of_the_event": ["emergency"], "paid_by_others": []}))
    after = load_conditions(tmp_path).editions[0]
    assert after.hash == before.hash
    assert after.terms.asking.event_facts == {"emergency"} != before.terms.asking.event_facts
