"""`caseworker settings`: what the house set for itself, and setting it."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from caseworker.cli.stores import (
    add_json,
    add_store,
    day,
    opened,
    opened_for_writing,
    tell,
    tell_table,
)
from caseworker.errors import Refusal
from caseworker.settings import LANGUAGES, BadValue

if TYPE_CHECKING:
    from caseworker.models.settings.rows import SettingRow
    from caseworker.services.settings.reading import Valued

_WIDEST = 60


def add(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    listing = actions.add_parser("list", help="tell every setting and what is in force")
    listing.add_argument("--as-of", type=day, metavar="DATE", help="the day it is told for (today)")
    listing.set_defaults(act=_list)
    setting = actions.add_parser("set", help="set a value from a day on")
    setting.add_argument("name", metavar="NAME", help="as `caseworker settings list` names it")
    setting.add_argument("value", metavar="VALUE", nargs="?", help="the lines of an address end with ;")
    setting.add_argument("--default", action="store_true", help="the default again, instead of a value")
    setting.add_argument("--language", choices=LANGUAGES, default="", help="of a text: its language")
    setting.add_argument("--from", dest="first", type=day, metavar="DATE", help="counts from (today)")
    setting.add_argument("--why", required=True, metavar="TEXT", help="the reason, kept on record")
    setting.set_defaults(act=_set)
    for action in (listing, setting):
        add_json(action)
        add_store(action)


def run(arguments: argparse.Namespace) -> int:
    """0; Refusal where there is no such setting, or what was given is none of its values."""
    code: int = arguments.act(arguments)
    return code


def _list(arguments: argparse.Namespace) -> int:
    from caseworker.services.settings.reading import settings_on

    with opened(arguments) as access:
        found = access.read(settings_on, arguments.as_of)
    if arguments.json:
        tell([_valued(each) for each in found])
        return 0
    rows: list[tuple[str, ...]] = [("setting", "language", "value", "from", "by", "why")]
    for each in found:
        last = each.last
        set_by = ("–", "–", "–") if last is None else (last.valid_from.isoformat(), last.by, last.why)
        rows.append((each.name, each.language or "–", *(_short(text) for text in (each.typed, *set_by))))
    tell_table(rows)
    return 0


def _set(arguments: argparse.Namespace) -> int:
    from caseworker.services.settings.setting import set_value

    if (arguments.value is None) != arguments.default:
        raise Refusal("Give either a value or --default.", 'An empty value is written "".')
    given = arguments
    try:
        with opened_for_writing(arguments) as access:
            row = access.write(
                set_value, given.name, given.value, given.why, given.language, given.first
            ).result
    except BadValue as refused:
        if arguments.name in refused.message:
            raise
        what, how = refused.message, refused.advice
        raise Refusal("{name}: {what}", "{how}", name=arguments.name, what=what, how=how) from refused
    if arguments.json:
        tell(_row(row))
    else:
        value = "the default again" if row.value is None else _short(row.value)
        language = f" ({row.language})" if row.language else ""
        print(f"{row.name}{language}: {value}, from {row.valid_from.isoformat()}")
    return 0


def _short(text: str) -> str:
    return text if len(text) <= _WIDEST else f"{text[: _WIDEST - 1]}…"


def _valued(each: Valued) -> dict[str, Any]:
    """A setting; `set` is None while the default counts."""
    return {
        "name": each.name,
        "language": each.language or None,
        "value": each.typed,
        "set": None if each.last is None else _row(each.last),
    }


def _row(row: SettingRow) -> dict[str, Any]:
    """What was set; a value of None: the default again."""
    return {
        "name": row.name,
        "language": row.language or None,
        "value": row.value,
        "from": row.valid_from.isoformat(),
        "by": row.by,
        "at": row.at.isoformat(),
        "why": row.why,
    }
