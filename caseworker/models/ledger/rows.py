"""What the store gives of limits: frozen rows, never live objects."""

from typing import NamedTuple


class BalanceRow(NamedTuple):
    """What is used and reserved of a limit in one period, under the cap of the last booking."""

    limit: str
    key: str
    used: int
    reserved: int
    cap: int | None
    unit: str
    article: str
    reading: str | None
