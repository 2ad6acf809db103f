"""Whether what the house set can be read, and is what the record of what was done says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from caseworker import canonical
from caseworker.models.audit.tables import Event
from caseworker.models.settings.queries import all_set
from caseworker.models.settings.rows import SettingRow
from caseworker.rules.conditions import Conditions
from caseworker.services.audit.events import STORE_CHAIN
from caseworker.services.settings.setting import SET, check_value, told
from caseworker.settings import BadValue

_Witness = tuple[str, str, datetime, str]


def house_settings(session: Session, _: Conditions) -> Iterator[str]:
    """Each row is of a setting that there is, has a value that parses, and one event that says the same."""
    rows, witnesses = all_set(session), _witnesses(session)
    left = Counter(witnesses)
    for row in rows:
        try:
            check_value(row.name, row.value, row.language)
        except BadValue as refused:
            yield f"setting {_named(row)} says {row.value!r}: {refused.message}"
        witness = (row.name, row.by, row.at, canonical.dumps(told(row)))
        if left[witness] < 1:
            yield f"setting {_named(row)} is not what the record of what was done says"
        left[witness] -= 1
    # A row that was changed was told above; here it is about rows that are gone.
    gone = Counter(name for name, *_ in witnesses) - Counter(row.name for row in rows)
    for name in sorted(gone):
        yield f"setting {name}: the record of what was done says it was set, the store does not"


def _named(row: SettingRow) -> str:
    return f"{row.name} ({row.language})" if row.language else row.name


def _witnesses(session: Session) -> list[_Witness]:
    asked = select(Event.subject, Event.by_whom, Event.at, Event.data).where(
        Event.chain == STORE_CHAIN, Event.kind == SET
    )
    return [(name, by, at, data) for name, by, at, data in session.execute(asked)]
