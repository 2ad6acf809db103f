"""What the person page shows: frozen, made on a worker, drawn on the window's thread."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from caseworker.ui.kit.identity import Identity
from caseworker.ui.pages.person.phases import Phase


class LimitLine(NamedTuple):
    """A limit on the day looked at; all amounts in its unit (Rappen, days, hundredths of an hour, times)."""

    limit: str
    article: str
    period: str
    unit: str
    cap: int
    used: int
    reserved: int
    left: int


class UseLine(NamedTuple):
    """A line of a claim that used a limit; `counter` is the entry of a reversal."""

    claim_number: str
    benefit: str
    first: date
    last: date
    amount: int
    unit: str
    decision_number: str
    at: datetime
    counter: bool


class ClaimLine(NamedTuple):
    """A claim of this person; `amount` is None while nothing of it is decided."""

    number: str
    received: date | None
    first: date | None
    provider: str | None
    charged: int
    open_lines: int
    amount: int | None


class LetterLine(NamedTuple):
    """A letter that was issued."""

    number: str
    decision_number: str
    claim_number: str
    at: datetime
    amount: int
    in_force: bool


class CoverLine(NamedTuple):
    """A period of cover; `tier` is the tier of Mivita or the ward of Comforta."""

    product: str
    tier: str | None
    first: date
    last: date | None
    term_years: int


class RelativeLine(NamedTuple):
    """Someone of the household or family."""

    relation: str
    number: str
    name: str
    given_name: str
    birth_date: date
    tier: str | None


class PersonView(NamedTuple):
    """Everything on the page, for one day."""

    identity: Identity
    as_of: date
    today: date
    premium_band: str
    next_band: tuple[str, date] | None
    denta: str | None  # included, optional; None without Mivita
    phases: tuple[Phase, ...]
    covers: tuple[CoverLine, ...]
    limits: tuple[LimitLine, ...]
    claims: tuple[ClaimLine, ...]
    letters: tuple[LetterLine, ...]
    relatives: tuple[RelativeLine, ...]
