"""`caseworker store`: make, upgrade, check, back up and restore a store."""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import TYPE_CHECKING

from caseworker.cli.language import spoken
from caseworker.cli.status import BAD_INPUT
from caseworker.cli.stores import add_json, add_store, counts, must, opened, start_of, tell
from caseworker.rights import Right
from caseworker.wording.catalogue import say

if TYPE_CHECKING:
    from caseworker.services.store.backup import Tally
    from caseworker.services.store.checking import Report


def add(parser: argparse.ArgumentParser, language: str) -> None:
    """The command's arguments."""
    actions = parser.add_subparsers(metavar=say("console.place.action", language), required=True)
    for name, act in ACTIONS.items():
        action = actions.add_parser(name, help=say(f"console.store.{name}", language))
        if name in ("backup", "restore"):
            action.add_argument("file", type=Path, metavar=say("console.place.file", language))
        action.set_defaults(act=act)
        add_json(action, language)
        add_store(action, language)


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
        print(say("console.store_made", spoken(arguments), place=place))
    return 0


def _upgrade(arguments: argparse.Namespace) -> int:
    from caseworker.models.store.store import upgrade

    before, after = upgrade(start_of(arguments).store)
    if arguments.json:
        tell({"before": before, "after": after})
    elif before == after:
        print(say("console.store_newest", spoken(arguments), version=after))
    else:
        print(say("console.store_upgraded", spoken(arguments), before=before, after=after))
    return 0


def _check(arguments: argparse.Namespace) -> int:
    from caseworker.services.store.checking import check

    with opened(arguments) as access:
        report = check(access.store, access.conditions)
    if arguments.json:
        problems = [problem._asdict() for problem in report.problems]
        tell({"checks": list(report.checks), "problems": problems})
    else:
        _show(report, spoken(arguments))
    return BAD_INPUT if report.problems else 0


def _show(report: Report, language: str) -> None:
    for name in report.checks:
        found = [problem.message for problem in report.problems if problem.check == name]
        check = say(f"console.check.{check_key(name)}", language)
        if found:
            print(say("console.disagrees", language, check=check))
        else:
            print(say("console.agrees", language, check=check))
        for message in found:
            print(f"    {message}")


def check_key(name: str) -> str:
    """The name of a check as a part of its key."""
    return re.sub(r"\W+", "_", name)


def _backup(arguments: argparse.Namespace) -> int:
    from caseworker.services.store.backup import backup

    with opened(arguments, older=True) as access:
        tally = backup(access.store, arguments.file)
    _tell_tally(arguments, tally, "console.backed_up")
    return 0


def _restore(arguments: argparse.Namespace) -> int:
    from caseworker.services.store.backup import restore

    tally = restore(arguments.file, start_of(arguments).store)
    _tell_tally(arguments, tally, "console.restored")
    return 0


def _tell_tally(arguments: argparse.Namespace, tally: Tally, key: str) -> None:
    if arguments.json:
        tell(tally._asdict())
    else:
        rows, language = tally.rows, spoken(arguments)
        counted = counts(language, rows["person"], rows["claim"], rows["decision"])
        print(say(key, language, file=arguments.file, counts=counted))


ACTIONS = {
    "create": _create,
    "upgrade": _upgrade,
    "check": _check,
    "backup": _backup,
    "restore": _restore,
}
"""What can be done to a store; the help is `console.store.NAME`."""
