"""Four hundred whole stories with what they must give, held against an independent reading of the rules."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from caseworker.rules.assess import assess_case
from caseworker.rules.casefile.reader import CaseReader
from caseworker.rules.casefile.writer import render_result
from caseworker.rules.vocabulary import Code
from tests.rules.assessing import first_edition
from tests.rules.expected import TABLE

STORIES = Path(__file__).parent / "stories"
FILES = sorted(STORIES.glob("*.jsonl"))


def stories(path: Path) -> Iterator[dict[str, Any]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_stories_give_what_they_gave(path: Path) -> None:
    conditions = first_edition()
    reader = CaseReader(conditions)
    for number, story in enumerate(stories(path), start=1):
        told = render_result(assess_case(reader.read(story["case"]), conditions))
        used = [x for x in told["limits"] if x["used"] not in ("0", "0.00")]
        place = f"{path.name}:{number}"
        assert (place, told["profile"]) == (place, story["profile"])
        assert (place, told["claims"]) == (place, story["claims"])
        assert (place, used) == (place, story["limits_used"])
        assert (place, len(told["limits"])) == (place, story["limits_listed"])


def test_the_stories_are_about_every_benefit_and_give_every_reason() -> None:
    told = [story for path in FILES for story in stories(path)]
    assert len(told) == 400
    lines = [line for story in told for claim in story["case"]["claims"] for line in claim["lines"]]
    assert {line["benefit"] for line in lines} == set(TABLE)
    found = [line for story in told for claim in story["claims"] for line in claim["lines"]]
    assert {reason["code"] for line in found for reason in line["reasons"]} == {code.value for code in Code}
    assert {line["outcome"] for line in found} == {"pay", "deny", "pending", "consent"}
    paid = {x["limit"] for story in told for x in story["limits_used"]}
    assert paid == {name for row in TABLE.values() for name, _ in row.limits}
