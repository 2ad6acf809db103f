"""Numbers without gaps: a row in the same transaction, so that what is undone gives its number back."""

from sqlalchemy import BigInteger, String, bindparam
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Mapped, mapped_column

from caseworker.models.store.base import Base
from caseworker.models.store.prepared import Driver, Prepared

LETTERS = "letter"
PERSONS = "person"


class Counter(Base):
    """The last number given out under a name and year, so that numbers have no gaps."""

    __tablename__ = "counter"

    name: Mapped[str] = mapped_column(String(20), primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    last: Mapped[int] = mapped_column(BigInteger)


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
