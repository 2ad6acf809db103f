"""People whose stories are told by hand, a file a household: who they are, and what happens to them.

Who is added comes last: the numbers of the insured follow this order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from caseworker.demo.forms import Household, Told
from caseworker.demo.providers import Directory
from caseworker.demo.stories import (
    bernasconi,
    chatelain,
    crettenand,
    deleze,
    huerlimann,
    kavanagh,
    regazzoni,
    zgraggen,
)
from caseworker.demo.stories.roll import Calendar, Roll
from caseworker.demo.stories.writer import Writer


class HandTold(NamedTuple):
    """A household, and what is told of its members."""

    household: Callable[[Roll], Household]
    events: Callable[[Writer], Iterator[Told]]


STORIES: tuple[HandTold, ...] = (
    HandTold(bernasconi.household, bernasconi.events),
    HandTold(huerlimann.household, huerlimann.events),
    HandTold(deleze.household, deleze.events),
    HandTold(regazzoni.household, regazzoni.events),
    HandTold(zgraggen.household, zgraggen.events),
    HandTold(kavanagh.household, kavanagh.events),
    HandTold(crettenand.household, crettenand.events),
    HandTold(chatelain.household, chatelain.events),
)


def households(anchor: date) -> tuple[Household, ...]:
    """The told households; the insurer's first persons, in this order."""
    roll = Roll(Calendar(anchor))
    return tuple(story.household(roll) for story in STORIES)


def by_hand(directory: Directory, anchor: date) -> tuple[Told, ...]:
    """All that is told of them up to the anchor, drawn letters and all."""
    writer = Writer(directory, Calendar(anchor))
    told = (each for story in STORIES for each in story.events(writer))
    return tuple(cut for each in told if (cut := _until(each, anchor)).events)


def _until(told: Told, anchor: date) -> Told:
    """What of a story has happened by the anchor."""
    return told._replace(events=tuple(event for event in told.events if event.at.date() < anchor))
