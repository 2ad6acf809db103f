"""There is one door to a store, and behind it every verb names its right."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from caseworker.rights import EVERY_ROLE, GRANTED, Actor, Right, Role
from caseworker.services.context import Context, NotAllowed
from tests.house.tree import ROOT
from tests.house.verbs import (
    REACHES_THE_STORE,
    Function,
    name_of,
    parameters,
    public_functions,
    rights_of,
    verbs,
)
from tests.support.stores import conditions

# What verbs are made of: they are called by a verb, in its transaction, after its right was asked.
INNER = {
    "caseworker.services.audit.events.append",
    "caseworker.services.audit.events.last_of",
    "caseworker.services.audit.events.record",
    "caseworker.services.audit.events.record_for_store",
    "caseworker.services.claims.document.read_document",
    "caseworker.services.letters.issuing.enter",
    "caseworker.services.letters.issuing.person_of",
    "caseworker.services.letters.issuing.reserve",
}
# Named by a command on a whole store, not by a verb.
OF_COMMANDS = {Right.STORE_KEEP}
# Granted already for verbs that are on their way.
TO_COME = {Right.SETTINGS_READ, Right.SETTINGS_SET}
OPENS = {"reading", "writing", "begin_nested", "Session"}
OUTSIDE = ("cli", "demo", "ui")


class Untouched:
    """Stands for a session and all that a verb is called with: whoever looks at it fails."""

    def __getattr__(self, name: str) -> Any:
        raise AssertionError(f"{name} was asked for before the right was")


def test_every_public_function_of_a_service_names_its_right() -> None:
    missing = {
        name_of(each)
        for each in public_functions()
        if not rights_of(each) and REACHES_THE_STORE & set(parameters(each))
    }
    assert missing == INNER
    assert [name_of(each) for each in verbs() if parameters(each)[:2] != ["session", "ctx"]] == []


def test_there_are_verbs() -> None:
    assert len(verbs()) > 40


@pytest.mark.parametrize("verb", verbs(), ids=name_of)
def test_without_the_right_a_verb_does_nothing(verb: Function) -> None:
    nobody = Context(Actor("nobody", "Nobody", frozenset()), datetime(2026, 11, 20, tzinfo=UTC), conditions())
    with pytest.raises(NotAllowed, match="Nobody may not do this"):
        verb(Untouched(), nobody, *[Untouched() for _ in parameters(verb)[2:]])
    assert not nobody.changes.touched


def test_every_right_is_named_by_a_verb() -> None:
    named = {right for verb in verbs() for right in rights_of(verb)}
    assert named | OF_COMMANDS | TO_COME == set(Right)


def test_every_role_has_rights_and_every_right_a_role() -> None:
    assert set(GRANTED) == set(Role)
    assert set().union(*GRANTED.values()) == set(Right)
    assert Actor("a", "A", EVERY_ROLE).rights == set(Right)


# Who may do the first may do what it brings with it.
BRINGS = {
    Right.CLAIMS_ENTER: {Right.PROVIDERS_ENTER, Right.WORK_KEEP, Right.CLAIMS_READ},
    Right.CLAIMS_DECIDE: {Right.WORK_KEEP, Right.CLAIMS_ENTER},
    Right.CONSENTS_NOTE: {Right.WORK_KEEP, Right.CLAIMS_READ},
    Right.PEOPLE_READ: {Right.CLAIMS_READ},
}


@pytest.mark.parametrize("role", Role)
def test_a_right_comes_with_those_that_it_brings(role: Role) -> None:
    lacking = {right: more - GRANTED[role] for right, more in BRINGS.items() if right in GRANTED[role]}
    assert {right: more for right, more in lacking.items() if more} == {}


def test_no_transaction_is_opened_outside_the_door() -> None:
    assert sorted(transactions()) == []


def transactions() -> Iterator[str]:
    for folder in OUTSIDE:
        for path in sorted((ROOT / "caseworker" / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and not node.args and _named(node.func) in OPENS:
                    yield f"{path.relative_to(ROOT)}:{node.lineno}"


def _named(function: ast.expr) -> str:
    return getattr(function, "attr", getattr(function, "id", ""))
