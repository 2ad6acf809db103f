"""Playing stories in a store: every act goes through the services, in order of time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, time

from caseworker.demo.forms import Act, Answered, Asked, Decided, Entered, Established, Told
from caseworker.demo.staff import PRINTER, working_day
from caseworker.models.claims.assessable import load_assessable
from caseworker.models.store.numbers import claim_number
from caseworker.rules.conditions import Conditions
from caseworker.services.claims.deciding import NothingToDecide, decide_as_assessed
from caseworker.services.claims.entering import establish_fact, insert_claim, note_consent
from caseworker.services.claims.forms import ClaimForm
from caseworker.services.claims.requesting import AskedAlready, NothingToAsk, request_missing
from caseworker.services.claims.reversing import reverse
from caseworker.services.claims.waiting import note_waits
from caseworker.services.context import Context, Session, anybody
from caseworker.services.letters.issuing import issue_letter
from caseworker.services.letters.sending import note_printed_together
from caseworker.services.people.bulk import Entered as Insured

_ACTS_AT_ONCE = 500
_EVENING = time(17, 30)


class Player:
    """Plays stories in one session. `played` counts acts; `claims`, `decisions` and `requests` what came.

    Stories name a provider by its place in the directory, from 1; `providers` are the store's keys.
    """

    def __init__(self, session: Session, conditions: Conditions, providers: Sequence[int]) -> None:
        self._session, self._conditions, self._providers = session, conditions, providers
        self.played = self.claims = self.decisions = self.requests = 0
        self._written: list[str] = []
        self._written_at = datetime.min.replace(tzinfo=UTC)

    def play(self, stories: Iterable[tuple[Insured, Told]]) -> Iterator[int]:
        """All acts of the stories in order of time; yields now and then how many were played in all."""
        tellings = [_Telling(insured, told) for insured, told in stories]
        acts = [(act.at, place, act) for place, told in enumerate(tellings) for act in told.story.acts]
        acts.sort(key=lambda each: each[:2])
        for count, (at, place, act) in enumerate(acts, start=1):
            self._print_until(at)
            self._act(tellings[place], act)
            self.played += 1
            if count % _ACTS_AT_ONCE == 0:
                self._session.expunge_all()
                yield self.played
        yield self.played

    def _print_until(self, now: datetime) -> None:
        """Each evening that somebody works, what was written that day goes to the printer."""
        if self._written and now.date() > self._written_at.date():
            evening = working_day(datetime.combine(self._written_at.date(), _EVENING, UTC))
            if now > evening:
                ctx = Context(anybody(PRINTER), evening, self._conditions)
                note_printed_together(self._session, ctx, self._written)
                self._written = []

    def _wrote(self, ctx: Context, letter: str) -> None:
        self._written.append(letter)
        self._written_at = ctx.at

    def _act(self, told: _Telling, act: Act) -> None:
        session = self._session
        ctx = Context(anybody(act.by), act.at, self._conditions)
        if isinstance(act, Entered):
            told.claim = insert_claim(session, ctx, told.insured.id, self._form(act))
            self.claims += 1
            if told.stays_open:
                note_waits(session, ctx, told.claim)
        elif isinstance(act, Decided):
            self._decide(ctx, told)
        elif isinstance(act, Asked):
            self._ask(ctx, told)
        elif isinstance(act, Established | Answered):
            self._learn(ctx, told, act)
        elif told.decision is not None:
            reverse(session, ctx, told.decision, act.reason)

    def _form(self, entered: Entered) -> ClaimForm:
        place = entered.form.provider_id
        if place is None:
            return entered.form
        return replace(entered.form, provider_id=self._providers[place - 1])

    def _decide(self, ctx: Context, told: _Telling) -> None:
        try:
            decided = decide_as_assessed(self._session, ctx, claim_number(told.claim))
        except NothingToDecide:
            note_waits(self._session, ctx, told.claim)
            return
        told.decision = decided.number
        self.decisions += 1
        self._wrote(ctx, decided.letter_number)
        if told.drawn:
            issue_letter(self._session, ctx, decided.number)

    def _ask(self, ctx: Context, told: _Telling) -> None:
        """Ask for what is missing, or remind; a claim that was decided, or waits for nothing, is left."""
        if told.decision is not None:
            return
        with suppress(NothingToAsk, AskedAlready):
            letter = request_missing(self._session, ctx, claim_number(told.claim)).number
            self.requests += 1
            self._wrote(ctx, letter)
            if told.drawn:
                issue_letter(self._session, ctx, letter)

    def _learn(self, ctx: Context, told: _Telling, act: Established | Answered) -> None:
        """Note what was found out about a line, unless it was decided meanwhile."""
        line = load_assessable(self._session, told.claim).line_ids.get(act.line)
        if line is None:
            return
        if isinstance(act, Established):
            establish_fact(self._session, ctx, line, act.fact, act.value, act.source)
        else:
            note_consent(self._session, ctx, line, act.consent, act.source)


class _Telling:
    """A story as far as it has come in the store."""

    __slots__ = ("claim", "decision", "drawn", "insured", "stays_open", "story")

    def __init__(self, insured: Insured, told: Told) -> None:
        self.insured, self.story, self.drawn = insured, told.story, told.drawn
        self.claim = 0
        self.decision: str | None = None
        self.stays_open = not any(isinstance(act, Decided) for act in told.story.acts)
