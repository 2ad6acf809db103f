"""The only doors to a store: every read and every write of window, commands and all that comes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Concatenate, Generic, ParamSpec, TypeVar

from sqlalchemy.orm import Session

from caseworker.models.settings.queries import all_set
from caseworker.models.store.store import Store as Store
from caseworker.rights import Actor, Right
from caseworker.rules.conditions import Conditions
from caseworker.services.context import SETTINGS_TOUCHED, Context, Undo, allow, default_sentence
from caseworker.settings import InForce, in_force

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Written(Generic[R]):
    """What a verb gave, what it touched (`person:123`, `claim:C1`), and its counter-verb where it has one."""

    result: R
    touched: frozenset[str]
    undo: Undo | None


@dataclass(slots=True)
class _House:
    """The day and what is in force on it; None before the first use. `times_set` counts what was set here."""

    known: tuple[date, InForce] | None = None
    times_set: int = 0


@dataclass(frozen=True, slots=True)
class Access:
    """A store with who works on it: opens the transaction and makes the context; nothing else does.

    What the house set is read on first use, again after it was set here, and on each new day.
    """

    store: Store
    conditions: Conditions
    actor: Actor
    now: Callable[[], datetime]
    _house: _House = field(default_factory=_House, init=False, compare=False, repr=False)

    def read(
        self, verb: Callable[Concatenate[Session, Context, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """What a verb that only reads gives, out of one state of the store; Refusal as the verb says."""
        with self.store.reading() as session:
            return verb(session, self._context(), *args, **kwargs)

    def write(
        self, verb: Callable[Concatenate[Session, Context, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> Written[R]:
        """Do what a verb does, wholly or not at all; Refusal as the verb says."""
        ctx = self._context()
        with self.store.writing() as session:
            result = verb(session, ctx, *args, **kwargs)
        if SETTINGS_TOUCHED in ctx.changes.touched:
            self._house.times_set += 1
            self._house.known = None
        return Written(result, frozenset(ctx.changes.touched), ctx.changes.undo)

    def today(self) -> date:
        """The day at this house."""
        return self._context().today

    @property
    def settings(self) -> InForce:
        """What the house set, as it is in force today."""
        return self._in_force(self.now())

    def as_on(self, day: date) -> Access:
        """The same door on another day, at this time of day: what is done there is dated that day."""

        def now() -> datetime:
            moment = self.now().astimezone(self.settings.zone)
            return moment.replace(year=day.year, month=day.month, day=day.day)

        return replace(self, now=now)

    def may(self, right: Right) -> bool:
        """Whether who works here has a right: what one may not, the window does not offer."""
        return right in self.actor.rights

    def must(self, *rights: Right) -> None:
        """NotAllowed without the rights: for what is done to a store as a whole, such as a backup."""
        allow(self.actor, *rights)

    def _context(self) -> Context:
        now = self.now()
        return Context(self.actor, now, self.conditions, settings=self._in_force(now))

    def _in_force(self, now: datetime) -> InForce:
        known = self._house.known
        if known is not None and known[0] == now.astimezone(known[1].zone).date():
            return known[1]
        times_set = self._house.times_set
        with self.store.reading() as session:
            stored = [row.stored for row in all_set(session)]
        # The zone is a setting too: which one counts goes by the world's day, all else by the house's.
        zone = in_force(stored, now.astimezone(UTC).date(), default_sentence).zone
        day = now.astimezone(zone).date()
        found = in_force(stored, day, default_sentence)
        if times_set == self._house.times_set:  # what another thread set meanwhile is not in it
            self._house.known = day, found
        return found
