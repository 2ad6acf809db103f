"""The statements that keep work beside its subjects, compiled once: every decision takes one of them."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import bindparam, update
from sqlalchemy.dialects import postgresql, sqlite

from caseworker.models.store.prepared import Prepared
from caseworker.models.store.statements import table_of
from caseworker.models.work.queries import COLUMNS
from caseworker.models.work.tables import WorkItem

_TABLE = table_of(WorkItem)
_LINES = ("amount_rp", "lines_open", "lines_facts", "lines_consent")
_SCHEDULE = (
    "state",
    "waits",
    "received_on",
    "complete_on",
    "due_on",
    "held_until",
    "held_why",
    "stopped_since",
    "stopped_days",
    "opened_at",
    "closed_at",
    "closed_by",
)


def _upsert(*changed: str) -> Mapping[str, Prepared]:
    """Enter an item whole, or of one that is there only the columns named; the item as it is then."""
    made = {}
    for engine, insert in (("sqlite", sqlite.insert), ("postgresql", postgresql.insert)):
        columns = [c for c in _TABLE.columns if c.name != "id"]
        statement = insert(_TABLE).values({c.name: bindparam(c.name, type_=c.type) for c in columns})
        made[engine] = Prepared(
            statement.on_conflict_do_update(
                index_elements=[_TABLE.c.subject_key, _TABLE.c.kind],
                set_={name: statement.excluded[name] for name in changed} | {"version": _TABLE.c.version + 1},
            ).returning(*COLUMNS)
        )
    return made


KEEP = _upsert("title_key", *_LINES)
CLOSE = _upsert("state", "waits", *_LINES, "closed_at", "closed_by")
RESCHEDULE = Prepared(
    update(_TABLE)
    .where(_TABLE.c.id == bindparam("item"))
    .values({name: bindparam(f"new_{name}", type_=_TABLE.c[name].type) for name in _SCHEDULE})
    .values(version=_TABLE.c.version + 1)
)
