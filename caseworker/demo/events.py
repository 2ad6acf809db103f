"""Who does what with a claim, and when."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from caseworker.demo.chance import Chance
from caseworker.demo.facts import source_of
from caseworker.demo.forms import Act, Answered, Asked, Decided, Entered, Established, Story, TakenBack
from caseworker.demo.lines import Drafted
from caseworker.demo.setting import Case, Kind
from caseworker.demo.staff import ENTRY_DESK, EXAMINERS, after, at_work, working_day
from caseworker.services.claims.forms import ClaimForm
from caseworker.services.context import DEFAULTS
from caseworker.settings import ANSWER_DAYS

_SHARE_TAKEN_BACK = 0.004
_SHARE_SPLIT = 0.4
_DAYS_TO_ASK, _DAYS_TO_REMIND = 6, 5
_REASONS = (
    "The prescription arrived afterwards.",
    "The invoice was corrected by the provider.",
    "The register entry was looked up under the wrong name.",
)


def acts_of(matter: Case, form: ClaimForm, drafted: tuple[Drafted, ...]) -> Story:
    """The claim's story up to the anchor: what would lie after it has not happened yet."""
    chance, anchor = matter.chance, matter.world.anchor
    assert form.received is not None
    entered = Entered(
        at_work(chance, form.received + timedelta(days=chance.whole(0, 1))), _clerk(chance), form
    )
    acts: list[Act] = [entered]
    if matter.kind is Kind.DECIDED:
        acts += _handled(chance, entered.at, drafted)
    return Story((entered, *(act for act in acts[1:] if act.at.date() < anchor)))


def _handled(chance: Chance, entered: datetime, drafted: tuple[Drafted, ...]) -> list[Act]:
    by = chance.one(EXAMINERS)
    found: list[Act] = []
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


def _learned(chance: Chance, moment: datetime, drafted: tuple[Drafted, ...]) -> list[Act]:
    """What arrives: facts, each from where it is usually found out, and the trusted doctor's answers."""
    by, found = _clerk(chance), list[Act]()
    for each in drafted:
        found += [
            Established(moment, by, each.line.id, name, value, source_of(name))
            for name, value in each.later.later.items()
        ]
        if each.answer is not None:
            found.append(Answered(moment, by, each.line.id, each.answer, "letter from the trusted doctor"))
    return found


def with_requests(story: Story, anchor: date) -> Story:
    """The story, and that what still waits at its end is asked for, and reminded of where nothing came."""
    last = max(act.at for act in story.acts)
    by = EXAMINERS[last.toordinal() % len(EXAMINERS)]
    first = working_day(last + timedelta(days=_DAYS_TO_ASK))
    again = working_day(first + timedelta(days=DEFAULTS.of(ANSWER_DAYS) + _DAYS_TO_REMIND))
    return Story((*story.acts, *(Asked(at, by) for at in (first, again) if at.date() < anchor)))


def _clerk(chance: Chance) -> str:
    return chance.one(ENTRY_DESK)


def latest_receipt(anchor: date) -> date:
    """The last day on which something can have come in and been entered."""
    return anchor - timedelta(days=4)
