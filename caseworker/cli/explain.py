"""`caseworker explain`: each line's result in words, each step with its article."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from caseworker.cli.casefiles import complain, product_conditions, read_file
from caseworker.cli.readings import add_language
from caseworker.cli.status import BAD_INPUT
from caseworker.cli.stores import add_json, tell
from caseworker.rules.assess import assess_case
from caseworker.rules.case import Line
from caseworker.rules.casefile.fields import CaseFileError
from caseworker.rules.casefile.reader import CaseReader
from caseworker.rules.finding import LineFinding
from caseworker.wording.catalogue import say
from caseworker.wording.explain import HOME_CURRENCY, Sentence, Topic, explain_line
from caseworker.wording.format import format_chf, format_date
from caseworker.wording.texts import benefit_name

_INDENTED = frozenset({Topic.STEP, Topic.LIMIT, Topic.REASON, Topic.MISSING, Topic.CONSENT})


def add(parser: argparse.ArgumentParser, language: str) -> None:
    """The command's arguments."""
    parser.add_argument(
        "case",
        type=Path,
        metavar=say("console.place.case", language),
        help=say("console.help.case", language),
    )
    add_language(parser, language)
    add_json(parser, language)


def run(arguments: argparse.Namespace) -> int:
    """0, or 2 where the case was bad."""
    conditions = product_conditions()
    try:
        case = read_file(arguments.case, CaseReader(conditions))
    except CaseFileError as error:
        complain(arguments.case, error)
        return BAD_INPUT
    language = arguments.language
    told: list[dict[str, Any]] = []
    for claim, finding in zip(case.claims, assess_case(case, conditions).claims, strict=True):
        lines = [_line(*pair, language) for pair in zip(claim.lines, finding.lines, strict=True)]
        told.append({"id": claim.id, "amount": format_chf(finding.amount), "lines": lines})
    if arguments.json:
        tell(told)
    else:
        _show(told)
    return 0


def _line(line: Line, finding: LineFinding, language: str) -> dict[str, Any]:
    sentences = explain_line(finding, language, currency=line.currency or HOME_CURRENCY)
    return {
        "id": line.id,
        "benefit": benefit_name(line.benefit, language),
        "dates": _dates(line),
        "sentences": [_sentence(sentence, language) for sentence in sentences],
    }


def _dates(line: Line) -> str:
    first = format_date(line.first)
    return first if line.first == line.last else f"{first} – {format_date(line.last)}"


def _sentence(sentence: Sentence, language: str) -> dict[str, str | None]:
    cited = sentence.citation
    return {
        "about": sentence.topic.value,
        "text": sentence.cited(language),
        "article": cited.article if cited is not None else None,
        "reading": cited.reading if cited is not None else None,
    }


def _show(told: list[dict[str, Any]]) -> None:
    for claim in told:
        print(f"{claim['id']}: {claim['amount']}")
        for line in claim["lines"]:
            print(f"  {line['id']}  {line['benefit']}, {line['dates']}")
            for sentence in line["sentences"]:
                print(("      " if sentence["about"] in _INDENTED else "    ") + sentence["text"])
        print()
