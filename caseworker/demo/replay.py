"""Playing stories in a store: every event in order of time, whatever subject it is of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from operator import itemgetter

from caseworker.demo.events import Event, House, Scene
from caseworker.demo.forms import Told
from caseworker.demo.subjects import DAILY
from caseworker.rules.conditions import Conditions
from caseworker.services.context import Context, anybody
from caseworker.services.people.bulk import Entered as Insured

_EVENTS_AT_ONCE = 500


def play(
    house: House, conditions: Conditions, anchor: date, stories: Iterable[tuple[Insured, Told]]
) -> Iterator[None]:
    """Play all that happens up to the anchor; yields now and then, and at the end."""
    for count, (_, _, event, scene) in enumerate(_in_order(house, anchor, stories), start=1):
        event.play(Context(anybody(event.by), event.at, conditions), scene)
        if count % _EVENTS_AT_ONCE == 0:
            house.session.expunge_all()
            yield
    yield


def _in_order(
    house: House, anchor: date, stories: Iterable[tuple[Insured, Told]]
) -> list[tuple[object, int, Event, Scene]]:
    """Events with their scenes by time; at the same moment as they are told, the house's own first."""
    found = [
        (event.at, place, event, scene)
        for place, (insured, told) in enumerate(stories, start=1)
        for scene in (Scene(house, insured, told.drawn),)
        for event in told.events
    ]
    if found:
        first, own = min(found, key=itemgetter(0))[0].date(), Scene(house)
        found += [(event.at, 0, event, own) for daily in DAILY for event in daily(first, anchor)]
    found.sort(key=itemgetter(0, 1))
    return found  # type: ignore[return-value]
