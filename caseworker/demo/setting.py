"""What everything is told in: the conditions, the providers, the day that stands for today, the people."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from caseworker.demo.chance import Chance
from caseworker.demo.forms import Member
from caseworker.demo.providers import Directory
from caseworker.rules.conditions import Conditions


class World(NamedTuple):
    """The same for all stories."""

    conditions: Conditions
    directory: Directory
    anchor: date


class Crowd(NamedTuple):
    """The members of a part who come after the people of the stories, and how many claims they have."""

    world: World
    seed: int
    part: int
    members: tuple[Member, ...]
    claims: int

    def chance(self, subject: str) -> Chance:
        """Draws for what one subject tells of them, whatever the others draw."""
        return Chance(self.seed, subject, self.part)
