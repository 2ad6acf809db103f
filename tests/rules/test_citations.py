"""Every article that a finding can cite is seen where it decides and, where it can be, where it does not."""

import json
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from caseworker.rules.assess import assess_case
from caseworker.rules.casefile.reader import CaseReader
from caseworker.rules.finding import LineFinding
from caseworker.rules.vocabulary import Citation, Operator, Outcome, Status
from tests.rules.assessing import assess_one, first_edition, lacks, why
from tests.rules.builders import happy, person
from tests.rules.expected import CAPS, TABLE, Benefit

STORIES = sorted((Path(__file__).parent / "stories").glob("*.jsonl"))
ANSWERS: tuple[tuple[str, Status], ...] = (
    ("yes", Status.MET),
    ("no", Status.FAILED),
    ("unknown", Status.UNKNOWN),
)


@cache
def findings() -> tuple[LineFinding, ...]:
    """The findings of all stories."""
    reader, conditions = CaseReader(first_edition()), first_edition()
    cases = (
        reader.read(json.loads(line)["case"])
        for path in STORIES
        for line in path.read_text(encoding="utf-8").splitlines()
    )
    return tuple(
        line for case in cases for claim in assess_case(case, conditions).claims for line in claim.lines
    )


def steps() -> Iterator[tuple[Operator, Citation, Status, str | None]]:
    for line in findings():
        for found in (line.steps, *(part.steps for part in line.parts)):
            for step in found:
                yield step.operator, step.citation, step.status, step.limit


def statuses(kind: str) -> dict[tuple[str, str], set[Status]]:
    """How each requirement, exclusion or condition came out, by name and article."""
    seen: dict[tuple[str, str], set[Status]] = {}
    for line in findings():
        for part in line.parts:
            for check in part.checks:
                if check.kind == kind:
                    seen.setdefault((check.name, check.citation.article), set()).add(check.status)
    return seen


@pytest.mark.parametrize("name", sorted({name.partition("@")[0] for name in CAPS} - {"ivf", "breastfeeding"}))
def test_every_limit_is_seen_binding_and_not_binding(name: str) -> None:
    seen = {status for _, _, status, limit in steps() if limit == name}
    days = any(CAPS[key].unit in ("days", "hours") for key in CAPS if key.partition("@")[0] == name)
    assert Status.BINDING in seen
    # Days that are all left change nothing, and leave no step.
    assert days or Status.NOT_BINDING in seen


def test_every_operator_is_seen_binding_and_where_it_can_be_not_binding() -> None:
    seen: dict[Operator, set[Status]] = {}
    for operator, _, status, _ in steps():
        seen.setdefault(operator, set()).add(status)
    for operator in set(Operator) - {Operator.SHARE}:
        assert Status.BINDING in seen[operator], operator
    both = {Operator.TARIFF, Operator.ASSESSED, Operator.LIMIT, Operator.RATE}
    assert {operator for operator in both if Status.NOT_BINDING not in seen[operator]} == set()


def came_out(row: Benefit, phase: str, fact: str, answer: str) -> set[Status]:
    """How a fact's check comes out where it is told so."""
    told: dict[str, Any] = {answer: [fact]}
    found = assess_one(happy(row.code, phase=phase, **told), who=person(phase))
    return {check.status for check in found.parts[0].checks if check.name == fact}


def offered(row: Benefit) -> list[str]:
    return [phase for phase in row.articles if row.mark("sex") in (None, person(phase).sex)]


def test_every_requirement_is_seen_met_failed_and_not_known() -> None:
    for row in TABLE.values():
        for phase in offered(row):
            for fact in row.required_in(phase):
                for answer, status in ANSWERS:
                    assert came_out(row, phase, fact.name, answer) == {status}


def test_every_exclusion_is_seen_holding_not_holding_and_open() -> None:
    for row in TABLE.values():
        for phase in offered(row):
            for fact in row.excluded_in(phase):
                for answer, status in (
                    ("no", Status.MET),
                    ("yes", Status.FAILED),
                    ("unknown", Status.UNKNOWN),
                ):
                    assert came_out(row, phase, fact.name, answer) == {status}


@pytest.mark.parametrize(
    ("name", "article"),
    [
        ("trip", "35.3"),
        ("papers", "40.1"),
        ("return_reasonable", "41.2"),
        ("age_limit", "27.2.a"),
        ("age_limit", "20a.1"),
        ("bmi", "30.2.d"),
        ("waiting_period", "16.1.b"),
        ("frequency", "16.1.b"),
        ("frequency", "30.2.f"),
    ],
)
def test_every_condition_is_seen_met_and_failed(name: str, article: str) -> None:
    assert {Status.MET, Status.FAILED} <= statuses("condition")[name, article]


def test_every_step_and_every_reason_names_its_article() -> None:
    for line in findings():
        for part in line.parts:
            cited = [reason.citation for reason in part.reasons] + [x.citation for x in part.missing]
            cited += [check.citation for check in part.checks] + [step.citation for step in part.steps]
            cited += [component.citation for component in part.components]
            assert all(citation.article for citation in cited)


QUARTERS = [date(year, month, 1) for year in range(2019, 2029) for month in (1, 4, 7, 10)]


@pytest.mark.parametrize("on", QUARTERS, ids=str)
def test_one_story_on_every_quarter_of_ten_years_finds_no_gap(on: date) -> None:
    for row in TABLE.values():
        phase = next(iter(row.articles))
        found = assess_one(happy(row.code, first=on, phase=phase), who=person(phase, year=on.year))
        assert (row.code, found.outcome, why(found), lacks(found)) == (row.code, Outcome.PAY, [], [])
