"""What the program will not do is told in every language, and no template was forgotten."""

import ast
import pickle
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from caseworker.errors import Facts, Refusal
from caseworker.wording import Language, MissingTextError, refusal_texts
from caseworker.wording.catalogue import places
from tests.house.tree import ROOT
from tests.support import texts

PROGRAM = ROOT / "caseworker"
# What these take is no template: they give one to their base class.
MADE_FROM_VALUES = ("UnprintableText", "AddressTooLong")


class Said(NamedTuple):
    """One call: its templates, more than one of a kind where it chooses, and the names of its values."""

    where: str
    templates: tuple[str, ...]
    values: frozenset[str]


def refusals() -> frozenset[str]:
    """The names of `Refusal` and of everything that is one."""
    bases = {
        node.name: {name(base) for base in node.bases}
        for path in PROGRAM.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ClassDef)
    }
    found = {"Refusal"}
    while more := {each for each, of in bases.items() if of & found} - found:
        found |= more
    return frozenset(found)


def name(node: ast.expr) -> str:
    return getattr(node, "attr", getattr(node, "id", ""))


def said_in(path: Path, kinds: frozenset[str]) -> Iterator[Said]:
    tree = ast.parse(path.read_text("utf-8"))
    made = [n for n in ast.walk(tree) if isinstance(n, ast.Call) and name(n.func) in kinds]
    classes = [n for n in ast.walk(tree) if isinstance(n, ast.ClassDef) and n.name in kinds - {"Refusal"}]
    inits = [
        n for c in classes for n in ast.walk(c) if isinstance(n, ast.Call) and name(n.func) == "__init__"
    ]
    for call in [n for n in made if name(n.func) not in MADE_FROM_VALUES] + inits:
        if any(isinstance(a, ast.Starred) and name(a.value) == "templates" for a in call.args):
            continue  # told again, by templates that were collected where they stand
        where = f"{path.relative_to(ROOT)}:{call.lineno}"
        templates = tuple(text for argument in call.args for text in texts_of(argument, where))
        yield Said(where, templates, frozenset(keyword.arg or "**" for keyword in call.keywords))


def texts_of(node: ast.expr, where: str) -> Iterator[str]:
    if isinstance(node, ast.IfExp):
        yield from texts_of(node.body, where)
        yield from texts_of(node.orelse, where)
    else:
        assert isinstance(node, ast.Constant), f"{where}: not a plain string"
        yield str(node.value)


@pytest.fixture(scope="module")
def said() -> list[Said]:
    kinds = refusals()
    return [each for path in sorted(PROGRAM.rglob("*.py")) for each in said_in(path, kinds)]


@pytest.fixture(scope="module")
def told(said: list[Said]) -> set[str]:
    """The templates that the window and the commands may have to tell."""
    return {template for each in said for template in each.templates}


def test_every_refusal_has_the_values_that_its_templates_name(said: list[Said]) -> None:
    assert len(said) > 70
    for each in said:
        assert {name for text in each.templates for name in places(text)} == each.values, each.where


def test_every_refusal_can_be_told_in_every_language(told: set[str]) -> None:
    assert {"There is no claim {number}.", "Correct the text and issue the letter again."} <= told
    assert sorted(told - set(texts.texts_of("refusals", Language.ENGLISH))) == []


def test_no_text_is_kept_that_nobody_says(told: set[str]) -> None:
    assert sorted(set(texts.texts_of("refusals", Language.ENGLISH)) - told) == []


def test_a_translation_wants_the_values_of_its_template() -> None:
    for language in Language:
        for template, (text,) in texts.texts_of("refusals", language).items():
            assert places(text) == places(template), f"{language}: {template}"


def test_the_window_says_nothing_of_its_own_as_a_refusal(said: list[Said]) -> None:
    of_window = {Path(each.where.partition(":")[0]).parent.name for each in said if "/ui/" in each.where}
    assert of_window <= {"tour"}


def test_values_are_told_as_they_are() -> None:
    refusal = Refusal("There is no store at {path}.", path="/a/{b}/%s")
    assert str(refusal) == refusal.message == "There is no store at /a/{b}/%s."
    assert refusal_texts(refusal, "it") == ("Non c’è nessun archivio in /a/{b}/%s.", "")


def test_facts_are_told_by_their_labels_and_by_their_codes_where_nobody_has_a_language() -> None:
    template = "Claim {number} cannot be decided yet: {facts} must be known first."
    refusal = Refusal(template, number="C1", facts=Facts(("authorised", "prescribed")))
    assert "authorised, prescribed must" in str(refusal)
    for language, label in (("it", "Prescritto da un medico"), ("en", "Prescribed by a physician")):
        assert label in refusal_texts(refusal, language)[0]


def test_a_refusal_without_a_translation_is_a_bug() -> None:
    with pytest.raises(MissingTextError, match="No such text"):
        refusal_texts(Refusal("No such text."), "it")
    assert refusal_texts(Refusal("No such text."), "en") == ("No such text.", "")


def test_a_refusal_passes_from_one_process_to_another() -> None:
    refusal = Refusal("There is no claim {number}.", "Look it up in the queue.", number="C{1}")
    again = pickle.loads(pickle.dumps(refusal))
    assert (str(again), again.values) == (str(refusal), refusal.values)
