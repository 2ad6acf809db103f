"""Who acts, when, and under which conditions; what a verb changed, and how to take it back.

A verb is what a subject lets one do: a function of `(session, ctx, …)` that names the rights it needs. It is
called by `Access`, or by another verb in the same transaction.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import wraps
from typing import Any, Concatenate, NamedTuple, ParamSpec, TypeVar

from sqlalchemy.orm import Session as Session

from caseworker.errors import Refusal
from caseworker.rights import EVERY_ROLE, Actor, Right
from caseworker.rules.conditions import Conditions
from caseworker.settings import InForce

P = ParamSpec("P")
R = TypeVar("R")

SETTINGS_TOUCHED = "settings"
"""What a verb touches that sets what the house does."""


def default_sentence(key: str, language: str) -> str:
    """A text of the catalogue: what a house says as long as it words nothing of its own."""
    from caseworker.wording.catalogue import say

    return say(key, language)


DEFAULTS = InForce({}, default_sentence)


class Undo(NamedTuple):
    """The counter-verb of what was done: another verb, and what it is called with."""

    verb: Callable[..., Any]
    arguments: tuple[Any, ...] = ()


@dataclass(slots=True)
class Changes:
    """What one transaction touched, such as `person:123` or `claim:C1`, and how it is taken back."""

    touched: set[str] = field(default_factory=set)
    undo: Undo | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """Handed to every service. `at` is in the house's time: its date is the day of what is done."""

    actor: Actor
    at: datetime
    conditions: Conditions
    changes: Changes = field(default_factory=Changes, compare=False, repr=False)
    settings: InForce = field(default=DEFAULTS, compare=False, repr=False)

    def __post_init__(self) -> None:
        if self.at.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        if not self.actor.name:
            raise ValueError("who acts must be known")
        object.__setattr__(self, "at", self.at.astimezone(self.settings.zone))

    @property
    def by(self) -> str:
        """Who acts, by name."""
        return self.actor.name

    @property
    def today(self) -> date:
        """The day of what is done."""
        return self.at.date()

    def touch(self, *subjects: str) -> None:
        """Note what is changed; pages that show it load it again."""
        self.changes.touched.update(subjects)

    def can_be_undone(self, verb: Callable[..., Any], *arguments: Any) -> None:
        """Hand over the counter-verb of what is being done; the outermost verb has the last word."""
        self.changes.undo = Undo(verb, arguments)

    def cannot_be_undone(self) -> None:
        """Offer no way back: a verb within this one may have, to what was there only with it."""
        self.changes.undo = None


class NotAllowed(Refusal):
    """Who acts has no right to do this."""


def allow(actor: Actor, *rights: Right) -> None:
    """NotAllowed unless an actor has all the rights."""
    for right in rights:
        if right not in actor.rights:
            raise NotAllowed(
                "{who} may not do this ({right}).", "Ask somebody who may.", who=actor.name, right=right
            )


def needs(
    *rights: Right,
) -> Callable[[Callable[Concatenate[Session, Context, P], R]], Callable[Concatenate[Session, Context, P], R]]:
    """The rights without which a verb is refused (NotAllowed), whoever calls it; reads too."""

    def decorate(
        verb: Callable[Concatenate[Session, Context, P], R],
    ) -> Callable[Concatenate[Session, Context, P], R]:
        @wraps(verb)
        def checked(session: Session, ctx: Context, /, *args: P.args, **kwargs: P.kwargs) -> R:
            allow(ctx.actor, *rights)
            return verb(session, ctx, *args, **kwargs)

        checked.rights = rights  # type: ignore[attr-defined]  # read by the test over all verbs
        return checked

    return decorate


def anybody(name: str) -> Actor:
    """An actor with every right: a store for one person, a demonstration, a test."""
    return Actor(login=name, name=name, roles=EVERY_ROLE)
