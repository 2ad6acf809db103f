"""The pages there are, a line each. A page's module is imported when it is first gone to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from caseworker.rights import Right

if TYPE_CHECKING:
    from caseworker.ui.kit.page import Page, Tools


class PageLine(NamedTuple):
    """A page: its folder in `ui/pages` and its class in `page.py` there, the right without which it is not
    there, its icon, the key of its name."""

    folder: str
    name: str
    right: Right
    icon: str
    text: str

    def make(self, tools: Tools) -> Page:
        """A page of this kind."""
        made: Page = getattr(import_module(self.module), self.name)(tools)
        return made

    @property
    def module(self) -> str:
        """The module of the class."""
        return f"caseworker.ui.pages.{self.folder}.page"


# kind of the places that it shows -> the page
PAGES: Mapping[str, PageLine] = MappingProxyType(
    {
        "find": PageLine("find", "FindPage", Right.PEOPLE_FIND, "find", "find.title"),
        "queue": PageLine("work", "QueuePage", Right.WORK_READ, "queue", "words.claims"),
        "person": PageLine("person", "PersonPage", Right.PEOPLE_READ, "person", "words.person"),
        "claim": PageLine("claim", "ClaimPage", Right.CLAIMS_READ, "claim", "words.claim"),
        "letter": PageLine("letter", "LetterPage", Right.LETTERS_READ, "letter", "words.letter"),
        "settings": PageLine("settings", "SettingsPage", Right.SETTINGS_READ, "settings", "settings.title"),
    }
)


def load_ahead(lines: Iterable[PageLine] = PAGES.values()) -> None:
    """Import the pages' modules, on a worker, so that going to one for the first time does not wait."""
    for line in lines:
        import_module(line.module)
