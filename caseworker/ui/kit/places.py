"""Where one can be in the window, and the way back."""

from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """Kinds of places that others lead to by name. What pages there are is said in `ui/window/pages.py`."""

    FIND = "find"
    QUEUE = "queue"
    PERSON = "person"
    CLAIM = "claim"
    LETTER = "letter"


class Place(NamedTuple):
    """A page and what it shows: the number of a person, a claim or a letter.

    A claim that is not in the store yet has no `key`, only the `person` it is for.
    """

    kind: str
    key: str = ""
    person: str = ""

    @property
    def whom(self) -> str:
        """The insured number of the person it is about; empty where the place does not say."""
        return self.key if self.kind == Kind.PERSON else self.person


def place_of_person(number: str) -> Place:
    """Where a person is looked at."""
    return Place(Kind.PERSON, number)


HOME = Place(Kind.FIND)
_KEPT = 100


class History:
    """The places that were visited, and where one stands among them."""

    def __init__(self) -> None:
        self._places: list[Place] = []
        self._at = -1

    @property
    def here(self) -> Place | None:
        """The place one is at; None before the first."""
        return self._places[self._at] if self._places else None

    def visit(self, place: Place) -> None:
        """Go on to a place; what lay ahead is forgotten. The same place again changes nothing."""
        if place != self.here:
            self._places = [*self._places[: self._at + 1], place][-_KEPT:]
            self._at = len(self._places) - 1

    def replace(self, place: Place) -> None:
        """The place one is at has become another: a new claim got its number."""
        if self._places:
            self._places[self._at] = place

    @property
    def can_back(self) -> bool:
        """Whether there is a place to go back to."""
        return self._at > 0

    @property
    def can_forward(self) -> bool:
        """Whether one has come back from somewhere."""
        return self._at < len(self._places) - 1

    def back(self) -> Place:
        """The place before; the first one stays."""
        self._at = max(0, self._at - 1)
        return self._places[self._at]

    def forward(self) -> Place:
        """The place after; the last one stays."""
        self._at = min(len(self._places) - 1, self._at + 1)
        return self._places[self._at]
