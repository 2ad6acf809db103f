"""The day of a moment: that of the house, wherever the computer stands."""

from __future__ import annotations

from datetime import date, datetime, tzinfo
from zoneinfo import ZoneInfo

from caseworker.settings import TIME_ZONE


class _State:
    def __init__(self) -> None:
        self.zone: tzinfo = ZoneInfo(str(TIME_ZONE.default))


# There is one window, and it belongs to one house.
_state = _State()


def use(zone: tzinfo) -> None:
    """Tell days in this zone from now on."""
    _state.zone = zone


def day_of(moment: datetime) -> date:
    """On which day of the house it was."""
    return moment.astimezone(_state.zone).date()
