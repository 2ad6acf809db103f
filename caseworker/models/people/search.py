"""Finding a person among a million as one types: every way of reading the text is a range of one index.

No LIKE takes part, so `%` and `_` are letters like any other.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import and_, bindparam, or_, select
from sqlalchemy.orm import Session

from caseworker.models.people.rows import PersonHit
from caseworker.models.people.tables import Coverage, Person
from caseworker.models.store.folding import fold
from caseworker.models.store.prepared import Prepared, driver_of

# Sorts behind every letter, byte by byte.
LAST_LETTER = "\U0010ffff"
MOST_WORDS = 5

_ISO = re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b")
_SWISS = re.compile(r"\b(\d{1,2})[./-]\s?(\d{1,2})[./-]\s?(\d{4}|\d{2})\b(?!\.?\d)")
_NUMBER = re.compile(r"\d[\d.]*")


class Way(NamedTuple):
    """One way to read what was typed: which index leads, and the beginnings asked for."""

    lead: str  # name, given, number, ahv, birth
    name: str = ""
    given: str = ""
    number: str = ""


class Sought(NamedTuple):
    """What was typed, taken apart."""

    words: tuple[str, ...]
    number: str
    birth: date | None


def find_people(session: Session, text: str, limit: int, today: date) -> list[PersonHit]:
    """The persons whom the text may mean, best reading first, at most `limit`; tier as of `today`."""
    asked = take_apart(text, today)
    driver = driver_of(session)
    found: dict[str, PersonHit] = {}
    for way in ways(asked):
        statement = _statement(way.lead, asked.birth is not None)
        for row in statement.rows(driver, _parameters(way, asked.birth, limit, today)):
            found.setdefault(row[0], PersonHit._make(row))
        if len(found) >= limit:
            break
    return list(found.values())[:limit]


def take_apart(text: str, today: date) -> Sought:
    """Birth date, number and folded words of a text; a two-digit year is the latest that is not to come."""
    birth: date | None = None
    for pattern in (_ISO, _SWISS):
        match = pattern.search(text)
        if match is not None and (day := _date(pattern, match, today)) is not None:
            birth, text = day, text[: match.start()] + " " + text[match.end() :]
            break
    pieces = text.split()
    numbers = [piece for piece in pieces if _NUMBER.fullmatch(piece)]
    words = fold(" ".join(piece for piece in pieces if piece not in numbers)).split()
    return Sought(tuple(words[:MOST_WORDS]), "".join(numbers).replace(".", ""), birth)


def ways(asked: Sought) -> Iterator[Way]:
    """The readings, in the order in which they are tried."""
    if asked.number:
        if "756".startswith(asked.number[:3]):
            yield Way("ahv", number=asked.number)
        yield Way("number", number=asked.number)
        return
    words = asked.words
    if not words:
        if asked.birth is not None:
            yield Way("birth")
        return
    yield Way("name", name=" ".join(words))
    for cut in range(1, len(words)):
        one, other = " ".join(words[:cut]), " ".join(words[cut:])
        yield _led_by_longer(one, other)
        yield _led_by_longer(other, one)
    yield Way("given", given=" ".join(words))


def _led_by_longer(name: str, given: str) -> Way:
    # The longer beginning leaves the shorter range of the index to walk.
    return Way("name" if len(name) >= len(given) else "given", name, given)


def _date(pattern: re.Pattern[str], match: re.Match[str], today: date) -> date | None:
    first, month, last = (int(part) for part in match.groups())
    year, day = (first, last) if pattern is _ISO else (last, first)
    try:
        if year >= 100:
            return date(year, month, day)
        latest = date(2000 + year, month, day)
        return latest if latest <= today else date(1900 + year, month, day)
    except ValueError:
        return None


def _parameters(way: Way, birth: date | None, limit: int, today: date) -> dict[str, Any]:
    parameters: dict[str, Any] = {"limit": limit, "today": today}
    if birth is not None:
        parameters["birth"] = birth
    if way.number:
        return {**parameters, "number": way.number, "number_end": way.number + LAST_LETTER}
    if way.lead != "birth":
        for side, start in (("name", way.name), ("given", way.given)):
            parameters[side], parameters[f"{side}_end"] = start, start + LAST_LETTER
    return parameters


@cache
def _statement(lead: str, dated: bool) -> Prepared:
    today = bindparam("today", type_=Coverage.first.type)
    cover = and_(
        Coverage.person_id == Person.id,
        Coverage.product == "mivita",
        Coverage.first <= today,
        or_(Coverage.last.is_(None), Coverage.last >= today),
    )
    query = (
        select(Person.number, Person.name, Person.given_name, Person.birth_date, Person.sex, Coverage.tier)
        .select_from(Person)
        .outerjoin(Coverage, cover)
        .limit(bindparam("limit"))
    )
    if dated:
        query = query.where(Person.birth_date == bindparam("birth"))
    if lead in ("number", "ahv"):
        column = Person.number if lead == "number" else Person.ahv
        query = query.where(column >= bindparam("number"), column < bindparam("number_end"))
        return Prepared(query.order_by(column))
    if lead == "birth":
        return Prepared(query.order_by(Person.name_key, Person.given_key))
    for column, side in ((Person.name_key, "name"), (Person.given_key, "given")):
        query = query.where(column >= bindparam(side), column < bindparam(f"{side}_end"))
    order = [Person.name_key, Person.given_key]
    return Prepared(query.order_by(*(order if lead == "name" else order[::-1]), Person.birth_date))
