"""The statements that keep work beside its subjects, compiled once: every decision takes one of them."""

from __future__ import annotations

from sqlalchemy import bindparam, update

from caseworker.models.store.prepared import Prepared
from caseworker.models.store.statements import insert_of, table_of
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


def _update(*changed: str) -> Prepared:
    """Change columns of the item of a subject; the item as it is then, nothing where there is none."""
    return Prepared(
        update(_TABLE)
        .where(_TABLE.c.subject_key == bindparam("of_subject"), _TABLE.c.kind == bindparam("of_kind"))
        .values({name: bindparam(f"new_{name}", type_=_TABLE.c[name].type) for name in changed})
        .values(version=_TABLE.c.version + 1)
        .returning(*COLUMNS)
    )


ENTER = insert_of(WorkItem)
KEEP = _update("title_key", *_LINES)
CLOSE = _update("state", "waits", *_LINES, "closed_at", "closed_by")
RESCHEDULE = Prepared(
    update(_TABLE)
    .where(_TABLE.c.id == bindparam("item"))
    .values({name: bindparam(f"new_{name}", type_=_TABLE.c[name].type) for name in _SCHEDULE})
    .values(version=_TABLE.c.version + 1)
)
