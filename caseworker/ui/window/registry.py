"""What follows from the lists of pages and desks: rail, menu, keys, palette, preload and counts ask here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from caseworker.rights import Right
from caseworker.ui.kit.places import Place
from caseworker.ui.window.desks import DESKS, Count, DeskLine
from caseworker.ui.window.pages import PAGES, PageLine

May = Callable[[Right], bool]


@dataclass(frozen=True, slots=True)
class Entry:
    """A desk as it stands in rail, menu and palette."""

    number: int
    place: Place
    icon: str
    text: str
    right: Right
    count: Count | None

    @property
    def shortcut(self) -> str:
        """The key that leads there."""
        return f"Ctrl+{self.number}"


class Registry(NamedTuple):
    """The two lists, as the window was given them."""

    pages: Mapping[str, PageLine] = PAGES
    desks: Mapping[int, DeskLine] = DESKS

    def entries(self) -> list[Entry]:
        """All desks, by number."""
        return [self._entry(number, line) for number, line in sorted(self.desks.items())]

    def seen(self, may: May) -> list[str]:
        """The kinds of the pages that one may see."""
        return [kind for kind in self.pages if self.sees(may, kind)]

    def sees(self, may: May, kind: str) -> bool:
        """Whether one may see the places of a kind."""
        return may(self.pages[kind].right)

    def desk_of(self, place: Place) -> int | None:
        """The number of the desk that a place belongs to: that of the same view, else of the same page."""
        there = [desk for desk in self.entries() if desk.place.kind == place.kind]
        same = [desk for desk in there if desk.place == place]
        return next((desk.number for desk in (*same, *there)), None)

    def _entry(self, number: int, line: DeskLine) -> Entry:
        page = self.pages[line.page]
        place = Place(line.page, line.key)
        return Entry(
            number,
            place,
            line.icon or page.icon,
            line.text or page.text,
            line.right or page.right,
            line.count,
        )


REGISTRY = Registry()


def everything(right: Right) -> bool:
    """Nobody has signed in yet: nothing is hidden, and nothing can be read."""
    return True
