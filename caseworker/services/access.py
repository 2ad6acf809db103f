"""The only doors to a store: every read and every write of window, commands and all that comes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Concatenate, Generic, ParamSpec, TypeVar

from sqlalchemy.orm import Session

from caseworker.models.store.store import Store as Store
from caseworker.rights import Actor, Right
from caseworker.rules.conditions import Conditions
from caseworker.services.context import Context, Undo, allow

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Written(Generic[R]):
    """What a verb gave, what it touched (`person:123`, `claim:C1`), and its counter-verb where it has one."""

    result: R
    touched: frozenset[str]
    undo: Undo | None


@dataclass(frozen=True, slots=True)
class Access:
    """A store with who works on it: opens the transaction and makes the context; nothing else does."""

    store: Store
    conditions: Conditions
    actor: Actor
    now: Callable[[], datetime]

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
        return Written(result, frozenset(ctx.changes.touched), ctx.changes.undo)

    def today(self) -> date:
        """The day at this house."""
        return self.now().date()

    def may(self, right: Right) -> bool:
        """Whether who works here has a right: what one may not, the window does not offer."""
        return right in self.actor.rights

    def must(self, *rights: Right) -> None:
        """NotAllowed without the rights: for what is done to a store as a whole, such as a backup."""
        allow(self.actor, *rights)

    def _context(self) -> Context:
        return Context(self.actor, self.now(), self.conditions)
