"""Numbers without gaps: a row in the same transaction, so that what is undone gives its number back."""

from sqlalchemy import bindparam
from sqlalchemy.dialects import postgresql, sqlite

from caseworker.models.people import Counter
from caseworker.models.prepared import Driver, Prepared

LETTERS = "letter"
PERSONS = "person"


def _next(insert: type[sqlite.Insert] | type[postgresql.Insert]) -> Prepared:
    first = insert(Counter).values(name=bindparam("name"), year=bindparam("year"), last=1)
    return Prepared(
        first.on_conflict_do_update(
            index_elements=[Counter.name, Counter.year], set_={"last": Counter.last + 1}
        ).returning(Counter.last)
    )


_NEXT = {"sqlite": _next(sqlite.Insert), "postgresql": _next(postgresql.Insert)}


def next_number(driver: Driver, name: str, year: int) -> int:
    """The next number; others who ask for one wait until this transaction ends."""
    row = _NEXT[driver.dialect.name].row(driver, {"name": name, "year": year})
    assert row is not None
    number: int = row[0]
    return number
