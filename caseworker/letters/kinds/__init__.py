"""Kinds of letters: a folder each, with `record` (what is frozen), `body` (how it is set), `words`."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from caseworker.wording.languages import Language

if TYPE_CHECKING:
    from caseworker.letters.paper.sheet import Sheets
    from caseworker.letters.record import Record

_EVERY = tuple(Language)
# kind -> the languages that it is written in
KINDS: Mapping[str, tuple[Language, ...]] = MappingProxyType(
    {
        "decision": _EVERY,
        "request": _EVERY,
    }
)


class Kind(NamedTuple):
    """One kind; its modules are imported when they are asked for, as drawing loads ReportLab."""

    name: str
    languages: tuple[Language, ...]

    def read(self, text: str) -> Record:
        """A record of this kind from its JSON; `ValueError` where it does not fit."""
        record: Record = import_module(f"{__name__}.{self.name}.record").read(text)
        return record

    def set_letter(self, record: Record) -> Sheets:
        """The letter's pages and elements; the record must be a printable one of this kind."""
        sheets: Sheets = import_module(f"{__name__}.{self.name}.body").set_letter(record)
        return sheets

    def titles(self, record: Record) -> tuple[str, str]:
        """What the file calls itself: title and subject."""
        titles: tuple[str, str] = import_module(f"{__name__}.{self.name}.body").titles(record)
        return titles


def kind_of(name: str) -> Kind:
    """The kind of this name; `ValueError` where there is none."""
    if name not in KINDS:
        raise ValueError(f"there is no kind of letter {name!r}")
    return Kind(name, KINDS[name])
