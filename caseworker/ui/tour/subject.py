"""Whom the tour visits: someone whose page tells a story, and what is entered for them."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from caseworker.errors import Refusal
from caseworker.models.work.rows import View
from caseworker.resources import resource
from caseworker.services.claims.queue import queue
from caseworker.services.people.finding import find_providers
from caseworker.services.people.overview import overview
from caseworker.wording.texts import benefit_name

if TYPE_CHECKING:
    from caseworker.services.access import Access
    from caseworker.services.people.rows import Overview

_SHOWN: dict[str, str] = json.loads(resource("demo", "tour.json").read_bytes())
_LEAST_LEFT = 40_000  # Rappen: enough that the result is not only a limit
_LOOKED_AT = 120
_MIDDLE = range(27, 59)


class Subject(NamedTuple):
    """The person, a therapist, and the benefit by its name in the window."""

    number: str
    name: str
    given_name: str
    birth_date: date
    provider: str
    benefit: str
    open_claim: str


def choose_subject(access: Access) -> Subject:
    """The insured person with most to show among the claims entered last; Refusal if there is none."""
    rows = access.read(queue, View.ALL, 10 * _LOOKED_AT)
    therapists = [p.name for p in access.read(find_providers, "", 200) if p.kind == "therapist"]
    numbers = list(dict.fromkeys(row.person_number for row in rows))[:_LOOKED_AT]
    views = [access.read(overview, number, None) for number in numbers]
    found = max((view for view in views if _fits(view)), key=_story, default=None)
    if found is None:
        raise Refusal("Nobody in this store has a story to show.", "Make a store with `caseworker demo`.")
    who = found.identity
    waiting = next((claim.number for claim in found.claims if claim.open_lines), "")
    provider = therapists[0] if therapists else ""
    benefit = benefit_name(_SHOWN["benefit"], "en")
    return Subject(who.number, who.name, who.given_name, who.birth_date, provider, benefit, waiting)


def _fits(view: Overview) -> bool:
    left = max((line.left for line in view.limits if line.limit == _SHOWN["limit"]), default=0)
    return view.identity.death_date is None and left >= _LEAST_LEFT and bool(view.letters)


def _story(view: Overview) -> tuple[int, int, int, str]:
    used = sum(1 for line in view.limits if line.used)
    waits = any(claim.open_lines for claim in view.claims)
    # Someone in the middle of life has limits of every kind.
    whole = used + 2 * waits + 2 * bool(view.relatives) + 3 * (view.identity.age in _MIDDLE)
    return whole, len(view.claims), len(view.covers), view.identity.number
