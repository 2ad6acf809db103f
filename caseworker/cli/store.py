"""`caseworker store`: make, upgrade, check, back up and restore a store."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from caseworker.cli.status import BAD_INPUT
from caseworker.cli.stores import add_json, add_store, must, opened, start_of, tell
from caseworker.rights import Right

if TYPE_CHECKING:
    from caseworker.services.store.backup import Tally


def add(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    for name, act, summary in (
        ("create", _create, "make a new, empty store"),
        ("upgrade", _upgrade, "bring an older store up to date"),
        ("check", _check, "look whether everything in the store agrees"),
        ("backup", _backup, "copy the store to a new file, while others go on working"),
        ("restore", _restore, "bring a backup back to a new place"),
    ):
        action = actions.add_parser(name, help=summary)
        if name in ("backup", "restore"):
            action.add_argument("file", type=Path, metavar="FILE")
        action.set_defaults(act=act)
        add_json(action)
        add_store(action)


def run(arguments: argparse.Namespace) -> int:
    """0, or 2 where a check finds something; Refusal where it cannot be done."""
    must(arguments, Right.STORE_KEEP)
    code: int = arguments.act(arguments)
    return code


def _create(arguments: argparse.Namespace) -> int:
    from caseworker.models.store.store import Store

    store = Store.create(start_of(arguments).store)
    place = store.url.render_as_string(hide_password=True)
    store.close()
    if arguments.json:
        tell({"store": place})
    else:
        print(f"There is a new store at {place}.")
    return 0


def _upgrade(arguments: argparse.Namespace) -> int:
    from caseworker.models.store.store import upgrade

    before, after = upgrade(start_of(arguments).store)
    if arguments.json:
        tell({"before": before, "after": after})
    elif before == after:
        print(f"The store is up to date (version {after}).")
    else:
        print(f"The store was brought from version {before} to {after}.")
    return 0


def _check(arguments: argparse.Namespace) -> int:
    from caseworker.services.store.checking import check

    with opened(arguments) as access:
        report = check(access.store, access.conditions)
    if arguments.json:
        problems = [problem._asdict() for problem in report.problems]
        tell({"checks": list(report.checks), "problems": problems})
    else:
        for name in report.checks:
            found = [problem.message for problem in report.problems if problem.check == name]
            print(f"{name}: {'does not agree' if found else 'agrees'}")
            for message in found:
                print(f"    {message}")
    return BAD_INPUT if report.problems else 0


def _backup(arguments: argparse.Namespace) -> int:
    from caseworker.services.store.backup import backup

    with opened(arguments, older=True) as access:
        tally = backup(access.store, arguments.file)
    _tell_tally(arguments, tally, f"Backed up to {arguments.file}")
    return 0


def _restore(arguments: argparse.Namespace) -> int:
    from caseworker.services.store.backup import restore

    tally = restore(arguments.file, start_of(arguments).store)
    _tell_tally(arguments, tally, f"Restored from {arguments.file}, compared with what was backed up")
    return 0


def _tell_tally(arguments: argparse.Namespace, tally: Tally, done: str) -> None:
    if arguments.json:
        tell(tally._asdict())
    else:
        rows = tally.rows
        print(f"{done}: {rows['person']} persons, {rows['claim']} claims, {rows['decision']} decisions.")
