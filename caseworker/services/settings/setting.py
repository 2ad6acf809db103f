"""Setting what the house does: added to what was set before, with a day and a reason."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from caseworker.errors import Refusal
from caseworker.letters.printable import unprintable
from caseworker.models.settings.queries import set_under
from caseworker.models.settings.rows import SettingRow
from caseworker.models.settings.statements import INSERT_SETTING
from caseworker.models.store.failures import AMENDED
from caseworker.models.store.prepared import driver_of
from caseworker.rights import Right
from caseworker.services.audit.events import record_for_store
from caseworker.services.context import SETTINGS_TOUCHED, Context, default_sentence, needs
from caseworker.settings import LANGUAGES, SETTINGS, BadValue, Setting, in_force

SET = "set"
"""The kind of the event."""
_LONGEST_WHY = 1000


class BadReason(BadValue):
    """There is no reason, or too long a one."""


class BadStart(BadValue):
    """The day from which it is to count cannot be."""


@needs(Right.SETTINGS_SET)
def set_value(
    session: Session,
    ctx: Context,
    name: str,
    value: str | None,
    why: str,
    language: str = "",
    valid_from: date | None = None,
) -> SettingRow:
    """Set a value from a day on (today if left out); None: the default again.

    Refusal where there is no such setting, the value is bad, the day lies behind or there is no reason.
    """
    typed = check_value(name, value, language)
    setting, first = SETTINGS[name], valid_from or ctx.today
    if first < ctx.today:
        raise BadStart(
            "What was in force before today stays as it was.", "Let it count from today or from a later day."
        )
    before = in_force([row.stored for row in set_under(session, name)], first, default_sentence)
    earlier = before.typed(setting, language) if before.is_set(setting, language) else None
    row = _append(session, ctx, SettingRow(0, name, language, typed, first, ctx.by, ctx.at, _reason(why)))
    ctx.can_be_undone(set_back, name, language, earlier, first, row.id)
    return row


@needs(Right.SETTINGS_SET)
def set_back(
    session: Session,
    ctx: Context,
    name: str,
    language: str,
    earlier: str | None,
    valid_from: date,
    undone: int,
) -> SettingRow:
    """Let what was in force before count again, from the same day, or from today where that lies behind.

    Refusal where it was set again since, after the row (its key) that is undone.
    """
    if any(row.id > undone and row.language == language for row in set_under(session, name)):
        raise Refusal(*AMENDED.templates)
    row = SettingRow(
        0, name, language, earlier, max(valid_from, ctx.today), ctx.by, ctx.at, "taken back at once"
    )
    return _append(session, ctx, row)


def check_value(name: str, value: str | None, language: str = "") -> str | None:
    """The value as it would be kept, None for the default; `BadValue` where it cannot be set."""
    setting = _setting(name, language)
    if value is None:
        return None
    typed = " ".join(value.split())
    setting.read(typed)
    _must_be_printable(setting, typed)
    return typed


def told(row: SettingRow) -> dict[str, object]:
    """What the record of what was done says of a row."""
    return {"value": row.value, "language": row.language, "from": row.valid_from, "why": row.why}


def _setting(name: str, language: str) -> Setting[Any]:
    setting = SETTINGS.get(name)
    if setting is None:
        raise BadValue("There is no setting {name}.", "`caseworker settings list` names them all.", name=name)
    if setting.by_language and language not in LANGUAGES:
        raise BadValue(
            "Setting {name} is a text in each language.", "Say in which one: it, de, fr or en.", name=name
        )
    if language and not setting.by_language:
        raise BadValue("Setting {name} is the same in all languages.", "Leave the language out.", name=name)
    return setting


def _must_be_printable(setting: Setting[Any], typed: str) -> None:
    character = unprintable(typed) if setting.kind.printed else None
    if character is not None:
        raise BadValue(
            "A letter cannot show the character {character}.",
            "Write it otherwise.",
            character=repr(character),
        )


def _reason(why: str) -> str:
    reason = " ".join(why.split())
    if not 0 < len(reason) <= _LONGEST_WHY:
        raise BadReason("A reason is needed, of at most 1000 characters.", "Say why it is changed.")
    return reason


def _append(session: Session, ctx: Context, row: SettingRow) -> SettingRow:
    values = row._asdict()
    values["by_whom"] = values.pop("by")
    added = INSERT_SETTING.row(driver_of(session), values)
    assert added is not None
    record_for_store(session, ctx, SET, row.name, told(row), SETTINGS_TOUCHED)
    return row._replace(id=added[0])
