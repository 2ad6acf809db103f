"""`caseworker case`: a whole story into the store, and out of it."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from caseworker.cli.casefiles import complain, product_conditions, read_file
from caseworker.cli.status import BAD_INPUT
from caseworker.cli.stores import add_json, add_store, day, opened, opened_for_writing, tell
from caseworker.rules.casefile.fields import CaseFileError
from caseworker.rules.casefile.reader import CaseReader
from caseworker.rules.casefile.writer import render_case


def add(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    importing = actions.add_parser("import", help="enter a case file, each claim decided as assessed")
    importing.add_argument("file", type=Path, metavar="FILE")
    importing.set_defaults(act=_import)
    exporting = actions.add_parser("export", help="tell a person's story as a case file")
    exporting.add_argument("number", metavar="NUMBER", help="the insured number")
    exporting.add_argument("--as-of", type=day, metavar="DATE", help="the day the file is told for")
    exporting.set_defaults(act=_export)
    for action in (importing, exporting):
        add_json(action)
        add_store(action)


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
    for claim, line in exported.left_out:
        print(f"left out: claim {claim}, line {line} (it can be decided, but was not)", file=sys.stderr)
    if not exported.agrees:
        print(
            "note: something was corrected after later decisions, so an assessment of this file gives other"
            " amounts than were decided then",
            file=sys.stderr,
        )
    return 0
