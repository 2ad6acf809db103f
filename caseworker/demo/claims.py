"""What happens to a claim: it comes in, more becomes known, it is decided, a decision is taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import NamedTuple

from caseworker.demo.events import Scene
from caseworker.demo.forms import Told
from caseworker.models.claims.assessable import load_assessable
from caseworker.models.store.numbers import claim_key, claim_number
from caseworker.rules.case import Consent
from caseworker.services.claims.deciding import NothingToDecide, decide_as_assessed
from caseworker.services.claims.entering import establish_fact, insert_claim, note_consent
from caseworker.services.claims.forms import ClaimForm
from caseworker.services.claims.reversing import reverse
from caseworker.services.claims.waiting import note_waits
from caseworker.services.context import Context
from caseworker.services.letters.issuing import issue_letter

CLAIM, DECISION = "claim", "decision"


class Entered(NamedTuple):
    """A claim comes in; its form names a provider by the place in the directory, from 1."""

    at: datetime
    by: str
    form: ClaimForm

    def play(self, ctx: Context, scene: Scene) -> None:
        """Enter it for the person of the story."""
        assert scene.insured is not None
        form, place = self.form, self.form.provider_id
        if place is not None:
            form = replace(form, provider_id=scene.house.providers[place - 1])
        scene.numbers[CLAIM] = claim_number(insert_claim(scene.session, ctx, scene.insured.id, form))
        scene.house.made["claims"] += 1


class LeftOpen(NamedTuple):
    """What a claim waits for is noted: nobody decides it."""

    at: datetime
    by: str

    def play(self, ctx: Context, scene: Scene) -> None:
        """Note it on the open lines."""
        note_waits(scene.session, ctx, _key(scene))


class Established(NamedTuple):
    """A fact of a line becomes known."""

    at: datetime
    by: str
    line: str
    fact: str
    value: bool
    source: str

    def play(self, ctx: Context, scene: Scene) -> None:
        """Note it, unless the line was decided meanwhile."""
        line = _line(scene, self.line)
        if line is not None:
            establish_fact(scene.session, ctx, line, self.fact, self.value, self.source)


class Answered(NamedTuple):
    """The trusted doctor's answer on a line arrives."""

    at: datetime
    by: str
    line: str
    consent: Consent
    source: str

    def play(self, ctx: Context, scene: Scene) -> None:
        """Note it, unless the line was decided meanwhile."""
        line = _line(scene, self.line)
        if line is not None:
            note_consent(scene.session, ctx, line, self.consent, self.source)


class Decided(NamedTuple):
    """Someone decides what can be decided."""

    at: datetime
    by: str

    def play(self, ctx: Context, scene: Scene) -> None:
        """Decide it, and write the letter; where nothing can be decided, note what the claim waits for."""
        try:
            decided = decide_as_assessed(scene.session, ctx, scene.numbers[CLAIM])
        except NothingToDecide:
            note_waits(scene.session, ctx, _key(scene))
            return
        scene.numbers[DECISION] = decided.number
        scene.house.made["decisions"] += 1
        scene.house.unsent.append(decided.letter_number)
        if scene.drawn:
            issue_letter(scene.session, ctx, decided.number)


class TakenBack(NamedTuple):
    """The claim's last decision is reversed."""

    at: datetime
    by: str
    reason: str

    def play(self, ctx: Context, scene: Scene) -> None:
        """Reverse it, if there was one."""
        decision = scene.numbers.get(DECISION)
        if decision is not None:
            reverse(scene.session, ctx, decision, self.reason)


def form_of(told: Told) -> ClaimForm:
    """The claim that a story begins with, as it came in."""
    first = told.events[0]
    assert isinstance(first, Entered)
    return first.form


def left_open(told: Told, _: date) -> tuple[LeftOpen, ...]:
    """What the claim waits for is noted as it comes in, where nobody decides it up to the anchor."""
    if any(isinstance(event, Decided) for event in told.events):
        return ()
    first = told.events[0]
    return (LeftOpen(first.at, first.by),)


def _key(scene: Scene) -> int:
    return claim_key(scene.numbers[CLAIM])


def _line(scene: Scene, label: str) -> int | None:
    return load_assessable(scene.session, _key(scene)).line_ids.get(label)
