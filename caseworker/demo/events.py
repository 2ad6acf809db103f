"""What an event is, and what it works on: a frozen record that plays itself through the services."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from caseworker.services.context import Context, Session
from caseworker.services.people.bulk import Entered as Insured


class Event(Protocol):
    """What somebody does at a moment. Frozen; the same world tells equal events."""

    @property
    def at(self) -> datetime:
        """When it happens; events are played in this order."""

    @property
    def by(self) -> str:
        """Who does it."""

    def play(self, ctx: Context, scene: Scene) -> None:
        """Do it through the services, as `by` at `at` (`ctx`); what has become pointless is left."""


class House:
    """The store that is filled, and what all stories share.

    `providers` are the store's keys in the order of the directory; `unsent` the letters that wait for the
    printer; `made` counts what came of the events, by subject.
    """

    __slots__ = ("made", "providers", "session", "unsent")

    def __init__(self, session: Session, providers: Sequence[int]) -> None:
        self.session, self.providers = session, providers
        self.unsent: list[str] = []
        self.made = Counter[str]()


class Scene:
    """One story as far as it has come in the store; `insured` is None for what the house does by itself.

    `numbers` holds what came of its events for those that follow: `claim`, `decision`. `drawn`: its letters
    are drawn at once.
    """

    __slots__ = ("drawn", "house", "insured", "numbers")

    def __init__(self, house: House, insured: Insured | None = None, drawn: bool = False) -> None:
        self.house, self.insured, self.drawn = house, insured, drawn
        self.numbers: dict[str, str] = {}

    @property
    def session(self) -> Session:
        """The one transaction of the whole filling."""
        return self.house.session
