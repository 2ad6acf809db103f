"""`caseworker settings`: what the house set for itself, and setting it."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from caseworker.cli.language import complain, spoken
from caseworker.cli.status import BAD_INPUT
from caseworker.cli.stores import (
    add_json,
    add_store,
    day_in,
    opened,
    opened_for_writing,
    tell,
    tell_table,
)
from caseworker.errors import Refusal
from caseworker.settings import LANGUAGES, BadValue
from caseworker.wording.catalogue import say
from caseworker.wording.format import NOT_RECORDED, format_date

if TYPE_CHECKING:
    from caseworker.models.settings.rows import SettingRow
    from caseworker.services.settings.reading import Valued

_WIDEST = 60
SETTING_COLUMNS = ("setting", "language", "value", "from", "by", "why")


def add(parser: argparse.ArgumentParser, language: str) -> None:
    """The command's arguments."""
    date, text = say("console.place.date", language), say("console.place.text", language)
    actions = parser.add_subparsers(metavar=say("console.place.action", language), required=True)
    listing = actions.add_parser("list", help=say("console.help.settings_list", language))
    told_on = say("console.help.settings_on", language)
    listing.add_argument("--as-of", type=day_in(language), metavar=date, help=told_on)
    listing.set_defaults(act=_list)
    setting = actions.add_parser("set", help=say("console.help.settings_set", language))
    setting.add_argument(
        "name", metavar=say("console.place.name", language), help=say("console.help.setting", language)
    )
    value, how = say("console.place.value", language), say("console.help.value", language)
    setting.add_argument("value", metavar=value, nargs="?", help=how)
    setting.add_argument("--default", action="store_true", help=say("console.help.default", language))
    of_a_text = say("console.help.setting_language", language)
    setting.add_argument("--language", choices=LANGUAGES, default="", help=of_a_text)
    counts = say("console.help.counts_from", language)
    setting.add_argument("--from", dest="first", type=day_in(language), metavar=date, help=counts)
    setting.add_argument("--why", required=True, metavar=text, help=say("console.help.why", language))
    setting.set_defaults(act=_set)
    for action in (listing, setting):
        add_json(action, language)
        add_store(action, language)


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
    rows = [tuple(say(f"console.column.{name}", spoken(arguments)) for name in SETTING_COLUMNS)]
    for each in found:
        last = each.last
        set_by = (NOT_RECORDED,) * 3
        if last is not None:
            set_by = (format_date(last.valid_from), last.by, last.why)
        rows.append(
            (each.name, each.language or NOT_RECORDED, *(_short(text) for text in (each.typed, *set_by)))
        )
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
        complain(refused, spoken(arguments), "" if given.name in refused.message else given.name)
        return BAD_INPUT
    if arguments.json:
        tell(_row(row))
    else:
        print(_said(row, spoken(arguments)))
    return 0


def _said(row: SettingRow, language: str) -> str:
    value = say("console.setting.default", language) if row.value is None else _short(row.value)
    name, day = f"{row.name} ({row.language})" if row.language else row.name, format_date(row.valid_from)
    return say("console.setting.set", language, name=name, value=value, day=day)


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
