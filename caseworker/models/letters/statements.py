"""The statements that enter a letter and what happens to it, compiled once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import bindparam, insert

from caseworker.models.letters.tables import Letter, LetterEvent
from caseworker.models.store.prepared import Driver, Prepared
from caseworker.models.store.statements import insert_of, table_of

INSERT_LETTER = insert_of(Letter)
INSERT_LETTER_EVENT = insert_of(LetterEvent)


def _both() -> Prepared:
    letter, event = table_of(Letter), table_of(LetterEvent)
    entered = insert(letter).values({c.name: bindparam(c.name, type_=c.type) for c in letter.columns})
    columns = [c for c in event.columns if c.name != "id"]
    happened = insert(event).values({c.name: bindparam(f"event_{c.name}", type_=c.type) for c in columns})
    return Prepared(happened.add_cte(entered.cte("entered")))


_BOTH = _both()


def insert_with_event(driver: Driver, letter: Mapping[str, Any], event: Mapping[str, Any]) -> None:
    """A letter and the first that happens to it; a server, which is asked over a line, takes both at once."""
    if driver.engine == "postgresql":
        _BOTH.run(driver, {**letter, **{f"event_{name}": value for name, value in event.items()}})
        return
    INSERT_LETTER.run(driver, letter)
    INSERT_LETTER_EVENT.run(driver, event)
