"""What happens to letters: what is missing is asked for and reminded of; in the evening they are printed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from caseworker.demo.claims import CLAIM, DECISION
from caseworker.demo.events import Scene
from caseworker.demo.forms import Told
from caseworker.demo.staff import EXAMINERS, PRINTER, is_working_day, working_day
from caseworker.services.claims.requesting import AskedAlready, NothingToAsk, request_missing
from caseworker.services.context import DEFAULTS, Context
from caseworker.services.letters.issuing import issue_letter
from caseworker.services.letters.sending import note_printed_together
from caseworker.settings import ANSWER_DAYS

_DAYS_TO_ASK, _DAYS_TO_REMIND = 6, 1
_EVENING = time(17, 30)


class Asked(NamedTuple):
    """What is missing is asked for, or reminded of."""

    at: datetime
    by: str

    def play(self, ctx: Context, scene: Scene) -> None:
        """Write the request; a claim that was decided, or waits for nothing the insured know, is left."""
        if DECISION in scene.numbers:
            return
        with suppress(NothingToAsk, AskedAlready):
            letter = request_missing(scene.session, ctx, scene.numbers[CLAIM]).number
            scene.house.made["requests"] += 1
            scene.house.unsent.append(letter)
            if scene.drawn:
                issue_letter(scene.session, ctx, letter)


class Printed(NamedTuple):
    """What was written since the evening before goes to the printer."""

    at: datetime
    by: str

    def play(self, ctx: Context, scene: Scene) -> None:
        """Note it on all of them in one go."""
        if scene.house.unsent:
            note_printed_together(scene.session, ctx, scene.house.unsent)
            scene.house.unsent.clear()


def requests(told: Told, anchor: date) -> tuple[Asked, ...]:
    """What still waits at a story's end is asked for some days later, and reminded of if nothing comes."""
    last = max(event.at for event in told.events)
    by = EXAMINERS[last.toordinal() % len(EXAMINERS)]
    first = working_day(last + timedelta(days=_DAYS_TO_ASK))
    again = working_day(first + timedelta(days=DEFAULTS.of(ANSWER_DAYS) + _DAYS_TO_REMIND))
    return tuple(Asked(at, by) for at in (first, again) if at.date() < anchor)


def evenings(first: date, anchor: date) -> Iterator[Printed]:
    """Each evening on which somebody works, from a day on up to the anchor."""
    for ordinal in range(first.toordinal(), anchor.toordinal()):
        day = date.fromordinal(ordinal)
        if is_working_day(day):
            yield Printed(datetime.combine(day, _EVENING, UTC), PRINTER)
