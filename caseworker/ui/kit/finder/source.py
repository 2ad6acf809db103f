"""Where the search gets its answers: the store on a worker, the commands from the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from caseworker.ui.kit.finder.state import Found, matching
from caseworker.ui.kit.page import Tools
from caseworker.ui.kit.places import place_of_person

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from caseworker.models.people.rows import PersonHit
    from caseworker.ui.kit.desk import Desk

LIMIT = 50


class FindSource:
    """`commands` gives all that can be done now."""

    def __init__(self, tools: Tools, commands: Callable[[], list[QAction]] = list) -> None:
        self._tools = tools
        self._commands = commands
        self._lane = f"find:{id(self)}"

    def search(self, text: str, then: Callable[[Sequence[Found]], None]) -> None:
        """Look for people; only the latest question is answered."""
        self._tools.operations.read(lambda desk: find(desk, text), then, lane=self._lane)

    def recent(self, then: Callable[[Sequence[Found]], None]) -> None:
        """The people seen last, the latest first."""
        numbers = self._tools.recent()
        self._tools.operations.read(lambda desk: people(desk, numbers), then, lane=f"{self._lane}:recent")

    def commands(self, text: str) -> list[QAction]:
        """The commands that the text names; all where nothing is typed."""
        return matching(self._commands(), text)

    def open(self, hit: PersonHit) -> None:
        """Open a person."""
        self._tools.go(place_of_person(hit.number))


def find(desk: Desk, text: str) -> Sequence[Found]:
    """People whose names, birth date or numbers begin with what was typed."""
    from caseworker.models.people.search import find_people

    with desk.store.reading() as session:
        hits = find_people(session, text, LIMIT, desk.today())
    return [_found(desk, hit) for hit in hits]


def people(desk: Desk, numbers: Sequence[str]) -> Sequence[Found]:
    """The people with these insured numbers, in this order; one who is not there is left out."""
    from caseworker.models.people.search import find_people

    with desk.store.reading() as session:
        found = [find_people(session, number, 1, desk.today()) for number in numbers]
    own = [hits[0] for hits, number in zip(found, numbers, strict=True) if hits and hits[0].number == number]
    return [_found(desk, hit) for hit in own]


def _found(desk: Desk, hit: PersonHit) -> Found:
    from caseworker.rules.profile import phase_name
    from caseworker.rules.vocabulary import Sex

    today = desk.today()
    edition = desk.conditions.on(today) or desk.conditions.editions[-1]
    return Found(hit, phase_name(edition, today.year - hit.birth_date.year, Sex(hit.sex)))
