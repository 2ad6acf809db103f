"""The people at the desks, and when they work."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from caseworker.demo.chance import Chance

EXAMINERS = ("Lia Canova", "Beat Rüdlinger", "Chantal Délétroz", "Nina Osterwald")
LIA, BEAT, CHANTAL, NINA = EXAMINERS
ENTRY_DESK = ("Ivo Salvadè", "Petra Häusermann")
PRINTER = "Ivo Salvadè"
# A moment that stands for today: everything in the made-up world lies before it.
ANCHOR = date(2026, 11, 16)

_SATURDAY = 5


def is_working_day(day: date) -> bool:
    """Whether somebody works on a day."""
    return day.weekday() < _SATURDAY


def working_day(moment: datetime) -> datetime:
    """The same time on the given day, or on the next one on which somebody works."""
    while not is_working_day(moment):
        moment += timedelta(days=1)
    return moment


def at_work(chance: Chance, day: date) -> datetime:
    """A moment of a working day, the given one or the next."""
    while not is_working_day(day):
        day += timedelta(days=1)
    return datetime.combine(day, time(chance.whole(7, 15), chance.whole(0, 59), chance.whole(0, 59)), UTC)


def after(chance: Chance, moment: datetime, fewest_days: int, most_days: int) -> datetime:
    """A later moment of a working day, some days on; the same day gives a later minute."""
    found = at_work(chance, moment.date() + timedelta(days=chance.whole(fewest_days, most_days)))
    return max(found, moment + timedelta(minutes=chance.whole(3, 55)))
