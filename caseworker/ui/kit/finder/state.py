"""What the search shows: people found, people seen last, commands. No window, no store."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from caseworker.services.people.rows import Found


DRAWING = "drawing"  # the property of a command that names its icon


class RowKind(Enum):
    """What a row of the list is."""

    PERSON = auto()
    COMMAND = auto()
    HEADING = auto()
    NOTE = auto()


class Heading(Enum):
    """The parts of the list, and what is said where it is empty."""

    PEOPLE = auto()
    RECENT = auto()
    COMMANDS = auto()
    NOTHING = auto()
    NOBODY_YET = auto()


class Row(NamedTuple):
    """One row: a person, a command, or words between them."""

    kind: RowKind
    found: Found | None = None
    command: QAction | None = None
    heading: Heading | None = None

    @property
    def is_choice(self) -> bool:
        """Whether Enter does something here."""
        return self.kind in (RowKind.PERSON, RowKind.COMMAND)


class FindState(NamedTuple):
    """What was asked and what is known so far; `answered` is the text that `hits` belong to."""

    text: str = ""
    answered: str | None = None
    hits: Sequence[Found] = ()
    recent: Sequence[Found] = ()
    commands: Sequence[QAction] = ()

    @property
    def is_waiting(self) -> bool:
        """Whether the answer to what was typed is still to come."""
        return bool(self.text) and self.answered != self.text

    def rows(self) -> list[Row]:
        """The list: people first, then commands; while an answer is awaited the last one stays."""
        if not self.text:
            people = _part(Heading.RECENT, [Row(RowKind.PERSON, found=found) for found in self.recent])
            return (people or [Row(RowKind.NOTE, heading=Heading.NOBODY_YET)]) + self._command_rows()
        people = _part(Heading.PEOPLE, [Row(RowKind.PERSON, found=found) for found in self.hits])
        commands = self._command_rows()
        if not people and not self.is_waiting:
            people = [Row(RowKind.NOTE, heading=Heading.NOTHING)]
        return people + commands

    def _command_rows(self) -> list[Row]:
        return _part(Heading.COMMANDS, [Row(RowKind.COMMAND, command=command) for command in self.commands])


def _part(heading: Heading, rows: list[Row]) -> list[Row]:
    return [Row(RowKind.HEADING, heading=heading), *rows] if rows else []


def name_of(command: QAction) -> str:
    """A command's name where its menu is not beside it: `Light and dark: Dark`."""
    return command.toolTip()


def drawing_of(command: QAction) -> str:
    """The icon of a command: that of the place it leads to, else the one of all commands."""
    return str(command.property(DRAWING) or "command")


def matching(commands: Sequence[QAction], text: str) -> list[QAction]:
    """The commands in whose names every word that was typed begins a word, letter case aside; first those
    that their own names give, then those that only the name of their menu does."""
    wanted = text.casefold().split()
    found = [c for c in commands if _matches(name_of(c).casefold().split(), wanted)]
    return sorted(found, key=lambda c: not _matches(c.iconText().casefold().split(), wanted))


def _matches(words: list[str], wanted: list[str]) -> bool:
    return all(any(word.startswith(start) for word in words) for start in wanted)
