"""What the conditions know by name stands in their data alone: a new edition needs no other program."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from caseworker.resources import resource
from caseworker.rules.conditions import load_conditions
from caseworker.rules.vocabulary import RETURN_REASONABLE, TRIP
from tests.house.tree import ROOT

FLOORS = ("cli", "letters", "models", "rules", "services", "ui", "wording")
CONDITIONS = load_conditions(resource("conditions", "mivita"))
# Words that also mean something else here: a kind of provider, a role at the desk.
OTHER_WORDS = {"transport", "emergency"}
NAMES = (
    {*CONDITIONS.benefits, *CONDITIONS.facts, *(n for e in CONDITIONS.editions for n in e.terms.limits)}
    - {TRIP, RETURN_REASONABLE}
    - OTHER_WORDS
)
GROUPS = {f"{code.split('.')[0]}." for code in CONDITIONS.benefits if "." in code}


def words(path: Path) -> Iterator[tuple[int, str]]:
    """Every text in a module, with its line."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno, node.value


@pytest.mark.parametrize("floor", FLOORS)
def test_no_benefit_fact_or_limit_is_named_outside_the_conditions(floor: str) -> None:
    found = [
        f"{path.relative_to(ROOT)}:{line}: {word}"
        for path in sorted((ROOT / "caseworker" / floor).rglob("*.py"))
        for line, word in words(path)
        if word in NAMES or word in GROUPS
    ]
    assert found == []
