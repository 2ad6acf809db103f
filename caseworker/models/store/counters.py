"""Numbers without gaps: a row in the same transaction, so that what is undone gives its number back."""

from sqlalchemy import bindparam
from sqlalchemy.dialects import postgresql, sqlite

from caseworker.models.people.tables import Counter
from caseworker.models.store.prepared import Driver, Prepared

LETTERS = "letter"
PERSONS = "person"


def _next(insert: type[sqlite.Insert] | type[postgresql.Insert]) -> Prepared:
    count = bindparam("count", type_=Counter.last.type)
    first = insert(Counter).values(name=bindparam("name"), year=bindparam("year"), last=count)
    return Prepared(
        first.on_conflict_do_update(
            index_elements=[Counter.name, Counter.year], set_={"last": Counter.last + first.excluded.last}
        ).returning(Counter.last)
    )


_NEXT = {"sqlite": _next(sqlite.Insert), "postgresql": _next(postgresql.Insert)}


def next_number(driver: Driver, name: str, year: int) -> int:
    """The next number; others who ask for one wait until this transaction ends."""
    return reserve_numbers(driver, name, year, 1)


def reserve_numbers(driver: Driver, name: str, year: int, count: int) -> int:
    """The last of the next `count` numbers."""
    row = _NEXT[driver.dialect.name].row(driver, {"name": name, "year": year, "count": count})
    assert row is not None
    last: int = row[0]
    return last
