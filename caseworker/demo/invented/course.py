"""Who does what with an invented claim, and when."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from caseworker.demo.chance import Chance
from caseworker.demo.claims import Answered, Decided, Entered, Established, TakenBack
from caseworker.demo.events import Event
from caseworker.demo.invented.case import Case, Kind
from caseworker.demo.invented.facts import source_of
from caseworker.demo.invented.lines import Drafted
from caseworker.demo.staff import ENTRY_DESK, EXAMINERS, after, at_work
from caseworker.services.claims.forms import ClaimForm

_SHARE_TAKEN_BACK = 0.004
_SHARE_SPLIT = 0.4
_REASONS = (
    "The prescription arrived afterwards.",
    "The invoice was corrected by the provider.",
    "The register entry was looked up under the wrong name.",
)


def course_of(matter: Case, form: ClaimForm, drafted: tuple[Drafted, ...]) -> tuple[Event, ...]:
    """What happens with the claim up to the anchor: what would lie after it has not happened yet."""
    chance, anchor = matter.chance, matter.world.anchor
    assert form.received is not None
    entered = Entered(
        at_work(chance, form.received + timedelta(days=chance.whole(0, 1))), _clerk(chance), form
    )
    handled = _handled(chance, entered.at, drafted) if matter.kind is Kind.DECIDED else ()
    return entered, *(event for event in handled if event.at.date() < anchor)


def _handled(chance: Chance, entered: datetime, drafted: tuple[Drafted, ...]) -> list[Event]:
    by = chance.one(EXAMINERS)
    found: list[Event] = []
    waits = any(d.later.later or d.answer for d in drafted)
    moment = entered
    if not waits or (len(drafted) > 1 and chance.happens(_SHARE_SPLIT)):
        moment = after(chance, moment, 0, 12)
        found.append(Decided(moment, by))
    if waits:
        moment = after(chance, moment, 4, 40)
        found += _learned(chance, moment, drafted)
        moment = after(chance, moment, 0, 3)
        found.append(Decided(moment, by))
    if chance.happens(_SHARE_TAKEN_BACK):
        moment = after(chance, moment, 5, 30)
        found.append(TakenBack(moment, chance.one(EXAMINERS), chance.one(_REASONS)))
        found.append(Decided(after(chance, moment, 0, 2), by))
    return found


def _learned(chance: Chance, moment: datetime, drafted: tuple[Drafted, ...]) -> list[Event]:
    """What arrives: facts, each from where it is usually found out, and the trusted doctor's answers."""
    by, found = _clerk(chance), list[Event]()
    for each in drafted:
        found += [
            Established(moment, by, each.line.id, name, value, source_of(name))
            for name, value in each.later.later.items()
        ]
        if each.answer is not None:
            found.append(Answered(moment, by, each.line.id, each.answer, "letter from the trusted doctor"))
    return found


def _clerk(chance: Chance) -> str:
    return chance.one(ENTRY_DESK)


def latest_receipt(anchor: date) -> date:
    """The last day on which something can have come in and been entered."""
    return anchor - timedelta(days=4)
