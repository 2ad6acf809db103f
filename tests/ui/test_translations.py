"""Every text of the window is there in Italian, and the compiled file is that of the texts."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

import pytest

from caseworker.resources import resource
from tests.house.tree import ROOT

UI = ROOT / "caseworker" / "ui"
TEXTS = resource("i18n", "caseworker_it.ts")
ARGUMENTS = {"tr": 1, "translate": 2, "_translate": 2}


class Text(NamedTuple):
    context: str
    source: str


def texts_of(path: Path) -> Iterator[Text]:
    """The texts of a module; one that is not a plain string cannot be translated, and fails."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    strings = (node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr))
    in_strings = {id(inner) for node in strings for inner in ast.walk(node)}
    for context, call in _calls(tree, ""):
        arguments = [a.value for a in call.args if isinstance(a, ast.Constant)]
        where = f"{path.relative_to(ROOT)}:{call.lineno}"
        assert id(call) not in in_strings, f"{where}: lupdate does not look into f-strings"
        assert len(arguments) == len(call.args), f"{where}: not a plain string"
        yield Text(*map(str, arguments)) if len(arguments) == 2 else Text(context, str(arguments[0]))


def _calls(node: ast.AST, context: str) -> Iterator[tuple[str, ast.Call]]:
    for child in ast.iter_child_nodes(node):
        inside = child.name if isinstance(child, ast.ClassDef) else context
        if isinstance(child, ast.Call) and ARGUMENTS.get(_name(child.func)) == len(child.args):
            yield inside, child
        yield from _calls(child, inside)


def _name(function: ast.expr) -> str:
    return getattr(function, "attr", getattr(function, "id", ""))


@pytest.fixture(scope="module")
def italian() -> dict[Text, str]:
    found: dict[Text, str] = {}
    for context in ElementTree.parse(TEXTS).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            if translation.get("type") is None:
                text = Text(context.findtext("name", ""), message.findtext("source", ""))
                found[text] = translation.text or ""
    return found


def test_every_text_is_there_in_italian(italian: dict[Text, str]) -> None:
    used = {text for path in UI.rglob("*.py") for text in texts_of(path)}
    assert len(used) > 100
    assert sorted(text for text in used if not italian.get(text)) == [], "run scripts/translate.sh"


def test_no_text_is_kept_that_nobody_says(italian: dict[Text, str]) -> None:
    used = {text for path in UI.rglob("*.py") for text in texts_of(path)}
    assert sorted(text for text in italian if text not in used) == [], "run scripts/translate.sh"


def test_translations_keep_the_places_for_values(italian: dict[Text, str]) -> None:
    def places(text: str) -> list[str]:
        return sorted(re.findall(r"\{\d*\}", text))

    assert [text for text, said in italian.items() if places(text.source) != places(said)] == []


def test_the_compiled_file_is_that_of_the_texts(tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.qm"
    tool = Path(sys.executable).with_name("pyside6-lrelease")
    subprocess.run([tool, "-silent", "-nounfinished", TEXTS, "-qm", fresh], check=True)
    assert fresh.read_bytes() == TEXTS.with_suffix(".qm").read_bytes(), "run scripts/translate.sh"
