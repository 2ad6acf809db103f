"""`caseworker case`: a whole story into the store, and out of it."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from caseworker.cli.casefiles import complain, product_conditions, read_file
from caseworker.cli.language import spoken
from caseworker.cli.status import BAD_INPUT
from caseworker.cli.stores import add_json, add_store, day_in, opened, opened_for_writing, tell
from caseworker.rules.casefile.fields import CaseFileError
from caseworker.rules.casefile.reader import CaseReader
from caseworker.rules.casefile.writer import render_case
from caseworker.wording.catalogue import say


def add(parser: argparse.ArgumentParser, language: str) -> None:
    """The command's arguments."""
    actions = parser.add_subparsers(metavar=say("console.place.action", language), required=True)
    importing = actions.add_parser("import", help=say("console.help.import", language))
    importing.add_argument("file", type=Path, metavar=say("console.place.file", language))
    importing.set_defaults(act=_import)
    exporting = actions.add_parser("export", help=say("console.help.export", language))
    exporting.add_argument(
        "number", metavar=say("console.place.number", language), help=say("console.help.person", language)
    )
    exporting.add_argument(
        "--as-of",
        type=day_in(language),
        metavar=say("console.place.date", language),
        help=say("console.help.told_for", language),
    )
    exporting.set_defaults(act=_export)
    for action in (importing, exporting):
        add_json(action, language)
        add_store(action, language)


def run(arguments: argparse.Namespace) -> int:
    """0, or 2 where the case file was bad."""
    code: int = arguments.act(arguments)
    return code


def _import(arguments: argparse.Namespace) -> int:
    from caseworker.services.claims.case_files import import_case

    try:
        case = read_file(arguments.file, CaseReader(product_conditions()))
    except CaseFileError as error:
        complain(arguments.file, error)
        return BAD_INPUT
    with opened_for_writing(arguments) as access:
        number = access.write(import_case, case).result
    tell({"number": number})
    return 0


def _export(arguments: argparse.Namespace) -> int:
    from caseworker.services.claims.case_files import export_case

    with opened(arguments) as access:
        exported = access.read(export_case, arguments.number, arguments.as_of)
    tell(render_case(exported.case))
    language = spoken(arguments)
    for claim, line in exported.left_out:
        print(say("console.case.left_out", language, claim=claim, line=line), file=sys.stderr)
    if not exported.agrees:
        print(say("console.case.corrected", language), file=sys.stderr)
    return 0
