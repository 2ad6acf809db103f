"""How each fact is answered that may be missing: data, read once."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache

from caseworker.letters.kinds.request.record import Answer
from caseworker.resources import resource

_OURS = "ours"


def answer_of(fact: str) -> Answer | None:
    """How the insured answer; None for what the house has to find out itself."""
    how = _answers().get(fact, Answer.WORDS.value)
    return None if how == _OURS else Answer(how)


@cache
def _answers() -> Mapping[str, str]:
    told: dict[str, list[str]] = json.loads(resource("letters", "answers.json").read_bytes())
    return {fact: how for how, facts in told.items() for fact in facts}
