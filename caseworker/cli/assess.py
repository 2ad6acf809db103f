"""`caseworker assess`: a case file, or a stream of them, assessed."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from caseworker.cli.casefiles import complain, product_conditions, read_file
from caseworker.cli.status import BAD_INPUT
from caseworker.rules.assess import assess_case
from caseworker.rules.case import Case
from caseworker.rules.casefile.fields import CaseFileError
from caseworker.rules.casefile.reader import CaseReader, parse_json
from caseworker.rules.casefile.writer import as_json, render_result
from caseworker.rules.conditions import Conditions
from caseworker.wording.catalogue import say


def add(parser: argparse.ArgumentParser, language: str) -> None:
    """The command's arguments."""
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument(
        "case",
        nargs="?",
        type=Path,
        metavar=say("console.place.case", language),
        help=say("console.help.case", language),
    )
    source.add_argument("--jsonl", action="store_true", help=say("console.help.jsonl", language))


def run(arguments: argparse.Namespace) -> int:
    """0, or 2 where a case was bad."""
    conditions = product_conditions()
    if arguments.jsonl:
        return _stream(sys.stdin.buffer, sys.stdout.buffer, conditions)
    try:
        case = read_file(arguments.case, CaseReader(conditions))
    except CaseFileError as error:
        complain(arguments.case, error)
        return BAD_INPUT
    sys.stdout.buffer.write(_line(render_result(assess_case(case, conditions))))
    return 0


def _line(document: object) -> bytes:
    # Half a character (in a key that an error names) leaves as the escape that JSON has for it.
    return (as_json(document) + "\n").encode(errors="backslashreplace")


def _stream(lines: Iterable[bytes], out: BinaryIO, conditions: Conditions) -> int:
    """One result for each line, as they come: memory stays flat."""
    reader, status = CaseReader(conditions), 0
    for number, line in enumerate(lines, start=1):
        try:
            result = render_result(assess_case(_case(line, reader), conditions))
        except CaseFileError as error:
            result = {"error": {"line": number, "pointer": error.pointer, "message": error.message}}
            status = BAD_INPUT
        out.write(_line(result))
        out.flush()
    return status


def _case(line: bytes, reader: CaseReader) -> Case:
    try:
        text = line.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CaseFileError("", f"not UTF-8 (byte {error.start})") from None
    return reader.read(parse_json(text))
