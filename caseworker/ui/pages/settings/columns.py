"""The columns of the settings, and of what was set for one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from caseworker.ui.kit import text
from caseworker.ui.kit.table import Cell, Column
from caseworker.ui.kit.words import language_name
from caseworker.wording.format import NOT_RECORDED, format_date

if TYPE_CHECKING:
    from caseworker.models.settings.rows import SettingRow
    from caseworker.services.settings.reading import Valued


def title_of(name: str, language: str) -> str:
    """A setting's name in the language of the window, with the language that it is a text in."""
    title = text.say(f"settings.name.{name}")
    return f"{title}, {language_name(language)}" if language else title


def value_cell(typed: str | None) -> Cell:
    """A value; that of nothing is told."""
    if typed is None:
        return Cell(text.say("settings.is_default"), "muted")
    return Cell(typed) if typed else Cell(text.say("settings.none"), "muted")


def settings_columns() -> list[Column[Valued]]:
    """Name, language of a text, value, from when, by whom, why."""
    return [
        Column(
            lambda: text.say("settings.column.name"),
            lambda each: Cell(title_of(each.name, ""), strong=True),
        ),
        Column(
            lambda: text.say("settings.column.language"),
            lambda each: Cell(language_name(each.language) if each.language else "", "muted"),
            12,
        ),
        Column(lambda: text.say("settings.value"), lambda each: value_cell(each.typed)),
        Column(
            lambda: text.say("settings.column.from"),
            lambda each: Cell(format_date(each.last.valid_from) if each.last else NOT_RECORDED, "muted"),
            10,
        ),
        Column(
            lambda: text.say("settings.column.by"),
            lambda each: Cell(each.last.by if each.last else NOT_RECORDED, "muted"),
            12,
        ),
        Column(
            lambda: text.say("settings.column.why"),
            lambda each: Cell(each.last.why if each.last else NOT_RECORDED, "muted"),
        ),
    ]


def history_columns() -> list[Column[SettingRow]]:
    """From when, what, by whom, why."""
    return [
        Column(
            lambda: text.say("settings.column.from"),
            lambda row: Cell(format_date(row.valid_from), strong=True),
            10,
        ),
        Column(lambda: text.say("settings.value"), lambda row: value_cell(row.value)),
        Column(lambda: text.say("settings.column.by"), lambda row: Cell(row.by, "muted"), 12),
        Column(lambda: text.say("settings.column.why"), lambda row: Cell(row.why, "muted")),
    ]
