"""What the program says: the keys in its code, those that it puts together included."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from caseworker.cli.claims import COLUMNS
from caseworker.cli.commands import COMMANDS
from caseworker.cli.person_told import LIMIT_COLUMNS, LINE_COLUMNS
from caseworker.cli.settings import SETTING_COLUMNS
from caseworker.cli.store import ACTIONS, check_key
from caseworker.letters.kinds import KINDS
from caseworker.models.claims.tables import LINE_STATES
from caseworker.models.letters.rows import LetterState
from caseworker.models.work.rows import View
from caseworker.resources import resource
from caseworker.rules.conditions import Conditions, load_conditions
from caseworker.rules.vocabulary import Code, Operator, Outcome, Sex, Tier, Unit
from caseworker.services.store.checking import _FULL, _QUICK
from caseworker.settings import SETTINGS
from caseworker.ui.pages.claim.fields import EVENTS, TRIPS
from caseworker.ui.pages.claim.provider_search import _KINDS
from caseworker.wording import Language
from caseworker.wording.format import AmountProblem
from caseworker.wording.parse import Problem
from tests.house.tree import ROOT
from tests.support.texts import areas, keys

PROGRAM = ROOT / "caseworker"
# What looks like a key there is a column of a table, or a right.
SILENT = (PROGRAM / "models", PROGRAM / "rights.py")
HOLE = "{}"
# Two holes with a dot between them are filled together.
_HOLES = {1: HOLE, 2: f"{HOLE}.{HOLE}"}
_CALLS = {"say": 0, "say_count": 0, "follow": 1}


class Said(NamedTuple):
    """A key in the code; `values` are the names of its values where the call gives them by name."""

    where: str
    key: str
    pattern: str
    values: frozenset[str] | None = None


@cache
def conditions() -> Conditions:
    """The editions that the texts of rules must serve."""
    return load_conditions(resource("conditions", "mivita"))


def _readings() -> Iterable[str]:
    told: dict[str, dict[str, object]] = json.loads(resource("conditions", "articles.json").read_bytes())
    return told["readings"]


# Chosen by what is known, so that no key stands there as a whole.
CHOSEN = {
    "decision": (
        *("subject.provider", "subject.date", "subject.provider.date", "salutation.F", "salutation.M"),
        *(f"weeks.{weeks}" for weeks in range(1, 5)),
    ),
    "request": (
        *("invoice.date", "invoice.provider", "invoice.provider.date"),
        *("reply.title", "reply.how", "reply.medical.title", "reply.medical.how"),
    ),
}


def _letter(kind: str) -> Iterator[str]:
    """What the letters' own code says of a kind, without the area."""
    there = {key.removeprefix(f"{kind}.") for key in keys(f"letters/{kind}")}
    for path in sorted((PROGRAM / "letters").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            text = _pattern(node)
            if text is not None and text in there:
                yield text
    yield from CHOSEN[kind]


def _words() -> Iterator[str]:
    """What `word` is asked for: a kind and a code."""
    yield from (f"tier.{tier}" for tier in Tier)
    yield from (f"phase.{phase.name}" for each in conditions().editions for phase in each.terms.phases)
    yield from ("cite.article", "cite.general", "explain.limit", "explain.part")
    yield from (f"explain.{outcome}" for outcome in Outcome)


def _of(area: str, suffix: str) -> Callable[[], Iterable[str]]:
    """The codes of an area: which must be there is tested with the rules, in test_texts."""
    return lambda: [key.removesuffix(suffix) for key in keys(area) if key.endswith(suffix)]


# How the program puts keys together, and from what.
COMPUTED: dict[str, Callable[[], Iterable[str]]] = {
    "articles.{}.text": _of("articles", ".text"),
    "articles.{}.title": _of("articles", ".title"),
    "benefits.{}.name": lambda: conditions().benefits,
    "benefits.{}.search": lambda: conditions().benefits,
    "facts.{}.ask": _of("facts", ".ask"),
    "facts.{}.excluded": _of("facts", ".excluded"),
    "facts.{}.label": _of("facts", ".label"),
    "facts.{}.unmet": _of("facts", ".unmet"),
    "limits.{}.name": lambda: {name for edition in conditions().editions for name in edition.terms.limits},
    "readings.{}.reason": _readings,
    "readings.{}.text": _readings,
    "reasons.{}.detailed": _of("reasons", ".detailed"),
    "reasons.{}.text": lambda: (*Code, "consent_required"),
    "steps.{}": lambda: (*Operator, "charged"),
    "parse.{}": lambda: {*Problem, *AmountProblem},
    "console.check.{}": lambda: map(check_key, {**_QUICK, **_FULL}),
    "console.column.{}": lambda: {*COLUMNS, *LIMIT_COLUMNS, *LINE_COLUMNS, *SETTING_COLUMNS},
    "console.person.born.{}": lambda: Sex,
    "console.person.died.{}": lambda: Sex,
    "console.sex.{}": lambda: Sex,
    "console.state.{}": lambda: LINE_STATES,
    "console.store.{}": lambda: ACTIONS,
    "console.summary.{}": lambda: COMMANDS,
    "claim.outcome.{}": lambda: Outcome,
    "claim.count.{}": lambda: Outcome,
    "claim.step.{}": lambda: Operator,
    "claim.not_offered.{}": lambda: ("not_insured", "not_in_phase", "not_in_tier", "wrong_sex", "other"),
    "letters.decision.{}": lambda: _letter("decision"),
    "words.letter_kind.{}": lambda: KINDS,
    "words.letter_state.{}": lambda: LetterState,
    "letters.request.{}": lambda: _letter("request"),
    "reasons.{}.detailed_time": _of("reasons", ".detailed_time"),
    "settings.name.{}": lambda: SETTINGS,
    "words.{}.{}": _words,
    "words.event.{}": lambda: EVENTS,
    "words.language.{}": lambda: Language,
    "words.period.{}": lambda: ("event", "episode", "treatment"),
    "words.provider_kind.{}": lambda: _KINDS,
    "words.relation.{}": lambda: ("father", "mother", "child", "household"),
    "words.trip.{}": lambda: TRIPS,
    "words.unit.{}": lambda: Unit,
    "words.ward.{}": lambda: ("semi_private", "private"),
    "work.filter.{}": lambda: [view.value for view in View],
}


def said_in_code() -> list[Said]:
    """Every key that the program says."""
    return [each for path in _speaking() for each in _said_in(path)]


def _speaking() -> list[Path]:
    return sorted(
        path for path in PROGRAM.rglob("*.py") if not any(path.is_relative_to(each) for each in SILENT)
    )


def _said_in(path: Path) -> Iterator[Said]:
    tree = ast.parse(path.read_text("utf-8"))
    inner = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    where = path.relative_to(ROOT).as_posix()
    given = {id(key): values for key, values in _with_values(tree)}
    for node in ast.walk(tree):
        pattern = _pattern(node)
        if pattern is None or id(node) in inner or not _is_key(pattern):
            continue
        place = f"{where}:{node.lineno}" if isinstance(node, ast.expr) else where
        if HOLE in pattern:
            assert pattern in COMPUTED, f"{place}: say in COMPUTED what {pattern} is made from"
            for code in COMPUTED[pattern]():
                yield Said(place, pattern.replace(_HOLES[pattern.count(HOLE)], code), pattern)
        else:
            yield Said(place, pattern, pattern, given.get(id(node)))


def _with_values(tree: ast.AST) -> Iterator[tuple[ast.expr, frozenset[str]]]:
    for call in ast.walk(tree):
        if isinstance(call, ast.Call):
            at = _CALLS.get(getattr(call.func, "attr", getattr(call.func, "id", "")))
            names = [keyword.arg for keyword in call.keywords]
            if at is not None and len(call.args) > at and None not in names:
                yield call.args[at], frozenset(name for name in names if name is not None)


def _pattern(node: ast.AST) -> str | None:
    """A string, with holes where values come in."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else None
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else HOLE for part in node.values)
    return None


def _is_key(text: str) -> bool:
    return _keys().fullmatch(text) is not None


@cache
def _keys() -> re.Pattern[str]:
    """An area, a dot and a name; the ending of a file is none."""
    starts = "|".join(area.replace("/", r"\.") for area in areas())
    return re.compile(rf"(?:{starts})\.[\w.@{{}}-]+(?<!\.json)(?<!\.ini)(?<!\.pdf)")
