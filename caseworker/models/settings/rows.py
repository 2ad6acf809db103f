"""What the store gives of settings: frozen rows, never live objects."""

from datetime import date, datetime
from typing import NamedTuple

from caseworker.settings import Stored


class SettingRow(NamedTuple):
    """What somebody set, from when on, and why; no value: the default again."""

    id: int
    name: str
    language: str
    value: str | None
    valid_from: date
    by: str
    at: datetime
    why: str

    @property
    def stored(self) -> Stored:
        """What counts of it."""
        return Stored(self.name, self.language, self.value, self.valid_from)
