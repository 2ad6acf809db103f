"""The plan of the house stays true: sizes, layers, types, style, and nothing of one machine in it."""

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.tree import ROOT, python_files, texts

LONGEST_FILE = 400
COMMANDS = ["run", "test", ".ci/run"]
SCRIPTS = [*COMMANDS, "scripts/setup.sh"]
# The brackets keep this file from holding what it forbids.
REGISTRIES = re.compile(r"(pyp[i]|pythonhoste[d]|npmj[s]|debia[n])\.org")
MACHINE_PATHS = re.compile(r"(?<![\w.])/(wor[k]|far[m]|roo[t]|hom[e])/")
UNFINISHED = re.compile(r"TOD[O]|FIXM[E]|XX[X]|NotImplemente[d]Error|pytest\.ski[p]|mark\.(ski[p]|xfai[l])")
READS_THE_CLOCK = {"now", "utcnow", "today"}


def found(pattern: re.Pattern[str], suffix: str = "") -> list[str]:
    return [
        f"{name}:{number}: {line.strip()[:100]}"
        for name, text in texts().items()
        if name.endswith(suffix)
        for number, line in enumerate(text.splitlines(), start=1)
        if pattern.search(line)
    ]


def run_tool(*command: str) -> None:
    """Run a tool of the environment that runs the tests; fail with what it says."""
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, env=plain_environment()
    )
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"


def plain_environment() -> dict[str, str]:
    return {**os.environ, "NO_COLOR": "1"}


def test_types_hold_strictly() -> None:
    run_tool("mypy")


def test_style_holds() -> None:
    run_tool("ruff", "check", "--output-format=concise", ".")


def test_format_holds() -> None:
    run_tool("ruff", "format", "--check", ".")


def test_imports_run_downward() -> None:
    run_tool("importlinter.cli", "lint")


def test_files_fit_in_a_head() -> None:
    lengths = {str(path.relative_to(ROOT)): len(path.read_text().splitlines()) for path in python_files()}
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


def test_no_text_names_a_registry() -> None:
    assert found(REGISTRIES) == []


def test_no_text_names_a_place_of_one_machine() -> None:
    assert found(MACHINE_PATHS) == []


def test_nothing_is_left_unfinished_or_left_out() -> None:
    assert found(UNFINISHED, ".py") == []


def test_locked_packages_have_hashes_and_no_address() -> None:
    lock = texts()["requirements.lock"]
    packages = re.split(r"\n(?=\S)", lock.strip())
    assert [entry for entry in packages if "--hash=sha256:" not in entry] == []
    assert "://" not in lock
    assert not re.search(r"^--?\w", lock, re.MULTILINE)


@pytest.mark.parametrize("name", COMMANDS)
def test_commands_can_be_executed(name: str) -> None:
    assert os.access(ROOT / name, os.X_OK)


@pytest.mark.parametrize("name", SCRIPTS)
def test_scripts_are_plain_shell(name: str) -> None:
    assert (ROOT / name).read_text().startswith("#!/bin/sh\n")
    done = subprocess.run(["sh", "-n", ROOT / name], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_rules_and_words_do_not_read_the_clock() -> None:
    assert clock_readings("caseworker/rules") + clock_readings("caseworker/wording") == []


def clock_readings(folder: str) -> list[str]:
    return [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in sorted(Path(ROOT, folder).rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Attribute) and node.attr in READS_THE_CLOCK
    ]
