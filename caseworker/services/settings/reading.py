"""What is in force on a day, and what was ever set."""

from __future__ import annotations

from datetime import date, tzinfo
from typing import NamedTuple

from sqlalchemy.orm import Session

from caseworker.models.settings.queries import all_set, set_under
from caseworker.models.settings.rows import SettingRow
from caseworker.rights import Right
from caseworker.services.context import Context, default_sentence, needs
from caseworker.settings import DEMONSTRATION_DAY, SETTINGS, in_force


class Valued(NamedTuple):
    """A setting with what is in force; `last` is what was set for it, None while the default counts."""

    name: str
    language: str
    typed: str
    last: SettingRow | None


@needs(Right.SETTINGS_READ)
def settings_on(session: Session, ctx: Context, day: date | None = None) -> tuple[Valued, ...]:
    """Every setting with its value on a day, today if left out."""
    on = day or ctx.today
    rows = all_set(session)
    values = in_force([row.stored for row in rows], on, default_sentence)
    last: dict[tuple[str, str], SettingRow] = {}
    for row in sorted((each for each in rows if each.valid_from <= on), key=lambda each: each.valid_from):
        last[row.name, row.language] = row
    return tuple(
        Valued(name, language, values.typed(setting, language), last.get((name, language)))
        for name, setting in SETTINGS.items()
        for language in setting.languages
    )


@needs(Right.SETTINGS_READ)
def history_of(session: Session, ctx: Context, name: str, language: str = "") -> tuple[SettingRow, ...]:
    """All that was set for one, the latest first."""
    return tuple(row for row in reversed(set_under(session, name)) if row.language == language)


@needs(Right.SETTINGS_READ)
def zone_of(session: Session, ctx: Context) -> tzinfo:
    """The time zone of the house."""
    return ctx.settings.zone


@needs(Right.SETTINGS_READ)
def demonstration_day(session: Session, ctx: Context) -> date | None:
    """The day that stands for today in a store of made-up people; None in any other store."""
    return ctx.settings.of(DEMONSTRATION_DAY)


@needs(Right.SETTINGS_READ)
def other_day(session: Session, ctx: Context) -> date | None:
    """The day of the demonstration where that is not today."""
    day = demonstration_day(session, ctx)
    return None if day == ctx.today else day
