"""Where the search gets its answers: the store on a worker, the commands from the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from caseworker.ui.kit.finder.state import matching
from caseworker.ui.kit.page import Tools
from caseworker.ui.kit.places import place_of_person

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from caseworker.models.people.rows import PersonHit
    from caseworker.services.context import Context, Session
    from caseworker.services.people.rows import Found

LIMIT = 50


class FindSource:
    """`commands` gives all that can be done now."""

    def __init__(self, tools: Tools, commands: Callable[[], list[QAction]] = list) -> None:
        self._tools = tools
        self._commands = commands
        self._lane = f"find:{id(self)}"

    def search(self, text: str, then: Callable[[Sequence[Found]], None]) -> None:
        """Look for people; only the latest question is answered."""
        self._tools.operations.read(find, text, then=then, lane=self._lane)

    def recent(self, then: Callable[[Sequence[Found]], None]) -> None:
        """The people seen last, the latest first."""
        numbers = self._tools.recent()
        self._tools.operations.read(find_by_numbers, numbers, then=then, lane=f"{self._lane}:recent")

    def commands(self, text: str) -> list[QAction]:
        """The commands that the text names; all where nothing is typed."""
        return matching(self._commands(), text)

    def open(self, hit: PersonHit) -> None:
        """Open a person."""
        self._tools.go(place_of_person(hit.number))


# Verbs that load the services when they run, on a worker: the first paint needs none of them.


def find(session: Session, ctx: Context, text: str) -> Sequence[Found]:
    """People whose names, birth date or numbers begin with what was typed."""
    from caseworker.services.people import finding

    return finding.find(session, ctx, text, LIMIT)


def find_by_numbers(session: Session, ctx: Context, numbers: Sequence[str]) -> Sequence[Found]:
    """The people with these insured numbers, in this order; one who is not there is left out."""
    from caseworker.services.people import finding

    return finding.find_by_numbers(session, ctx, numbers)
