"""What is told of whom, a line a subject; the people who come first stand in `stories`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from caseworker.demo import claims, letters
from caseworker.demo.events import Event
from caseworker.demo.forms import Told
from caseworker.demo.invented.claims import invent_claims
from caseworker.demo.setting import Crowd

Tell = Callable[[Crowd], Iterator[Told]]
Follow = Callable[[Told, date], Iterable[Event]]
Daily = Callable[[date, date], Iterable[Event]]

# Told by chance of those who come after the people of the stories, all of them or a share.
INVENTED: tuple[Tell, ...] = (invent_claims,)
# What each story goes on with up to the anchor, whoever it is told of.
SEQUELS: tuple[Follow, ...] = (claims.left_open, letters.requests)
# What the house does by itself, between the first day of what is told and the anchor.
DAILY: tuple[Daily, ...] = (letters.evenings,)


def with_sequels(told: Told, anchor: date) -> Told:
    """A story with all that follows from it."""
    more = [event for follow in SEQUELS for event in follow(told, anchor)]
    return told._replace(events=(*told.events, *more))
