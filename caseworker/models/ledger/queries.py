"""What is used of each limit."""

from __future__ import annotations

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from caseworker.models.ledger.rows import BalanceRow
from caseworker.models.ledger.tables import LimitBalance
from caseworker.models.store.prepared import Prepared, Row, driver_of
from caseworker.rules.standing import Entry, Standing, Terms
from caseworker.rules.vocabulary import Citation, Unit

BALANCES = Prepared(
    select(
        LimitBalance.limit_name,
        LimitBalance.period_key,
        (LimitBalance.used + LimitBalance.reserved).label("taken"),
        LimitBalance.unit,
        LimitBalance.article,
        LimitBalance.reading,
        LimitBalance.cap,
    ).where(LimitBalance.person_id == bindparam("person"), LimitBalance.used + LimitBalance.reserved > 0)
)


def standing_of(rows: list[Row]) -> Standing:
    """The standing from the columns of BALANCES."""
    used: dict[str, dict[str, int]] = {}
    for row in rows:
        pool = used.get(row[0])
        if pool is None:
            pool = used[row[0]] = {}
        pool[row[1]] = row[2]
    return Standing.of_sums(used, lambda: _terms(rows))


def _terms(rows: list[Row]) -> Terms:
    return {
        (limit, key): Entry(limit, key, taken, Unit(unit), Citation(article, reading), cap)
        for limit, key, taken, unit, article, reading, cap in rows
    }


_ALL_BALANCES = Prepared(
    select(
        LimitBalance.limit_name,
        LimitBalance.period_key,
        LimitBalance.used,
        LimitBalance.reserved,
        LimitBalance.cap,
        LimitBalance.unit,
        LimitBalance.article,
        LimitBalance.reading,
    )
    .where(LimitBalance.person_id == bindparam("person"))
    .order_by(LimitBalance.limit_name, LimitBalance.period_key)
)


def balances(session: Session, person_id: int) -> tuple[BalanceRow, ...]:
    """All balances of a person, those at nothing too, by limit and period."""
    rows = _ALL_BALANCES.rows(driver_of(session), {"person": person_id})
    return tuple(BalanceRow._make(row) for row in rows)
