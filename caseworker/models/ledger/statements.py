"""The statements that book on limits, compiled once."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ClauseElement, bindparam, update
from sqlalchemy.dialects import postgresql, sqlite

from caseworker.models.ledger.tables import Entry, LimitBalance
from caseworker.models.store.prepared import Prepared
from caseworker.models.store.statements import Together, plain_insert, table_of


def _book(engine: str, rows: list[dict[str, Any]]) -> ClauseElement:
    """Add to balances under the cap of the day; the engine refuses more than the cap."""
    table = table_of(LimitBalance)
    statement = (sqlite.insert if engine == "sqlite" else postgresql.insert)(table).values(rows)
    new = statement.excluded
    return statement.on_conflict_do_update(
        index_elements=list(table.primary_key.columns),
        set_={
            "used": table.c.used + new.used,
            "cap": new.cap,
            "article": new.article,
            "reading": new.reading,
        },
    )


INSERT_ENTRIES = plain_insert(Entry)


BOOK = Together(LimitBalance, _book)


UNBOOK = Prepared(
    update(LimitBalance)
    .where(
        LimitBalance.person_id == bindparam("person"),
        LimitBalance.limit_name == bindparam("name"),
        LimitBalance.period_key == bindparam("key"),
    )
    .values(used=LimitBalance.used - bindparam("amount"))
)
