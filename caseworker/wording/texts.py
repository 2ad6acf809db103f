"""Every text that comes from the conditions, looked up by the rules' own codes.

`language` is one of `Language`, or its code. A text that is not there raises `MissingTextError`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from caseworker.resources import resource
from caseworker.wording.catalogue import area_of, find, has, places, say
from caseworker.wording.languages import Language

GENERAL_CONDITIONS = "CGA"
# Limits of days and hours, by the names that the editions give them.
_LIMITS_OF_TIME = ("_days", "_hours")


class ArticleCard(NamedTuple):
    """A paragraph of the conditions in our words, with the readings taken of it."""

    article: str
    title: str
    text: str
    readings: tuple[str, ...]


class ReadingText(NamedTuple):
    """How an open question of the conditions is read, and why; no article where it concerns them all."""

    id: str
    articles: tuple[str, ...]
    text: str
    reason: str


def benefit_name(code: str, language: str) -> str:
    """A benefit's name."""
    return say(f"benefits.{code}.name", language)


def benefit_search_terms(code: str, language: str | None = None) -> tuple[str, ...]:
    """The name and what people call it besides, in one language or in all of them."""
    languages = tuple(Language) if language is None else (language,)
    found: list[str] = []
    for each in languages:
        found += [benefit_name(code, each), *say(f"benefits.{code}.search", each).split(" | ")]
    return tuple(dict.fromkeys(found))


def fact_label(fact: str, language: str, article: str | None = None) -> str:
    """A fact as a statement that is true or false; told more exactly where the article is known."""
    return say(f"facts.{_fact(fact, article)}.label", language)


def fact_ask(fact: str, language: str, article: str | None = None) -> str:
    """The sentence that asks the insured person for what is missing."""
    return say(f"facts.{_fact(fact, article)}.ask", language)


def fact_unmet(fact: str, language: str, article: str | None = None) -> str:
    """Why nothing is paid where a requirement does not hold."""
    return say(f"facts.{_fact(fact, article)}.unmet", language)


def fact_excluded(fact: str, language: str, article: str | None = None) -> str:
    """Why nothing is paid where an exclusion holds."""
    return say(f"facts.{_fact(fact, article)}.excluded", language)


def _fact(fact: str, article: str | None) -> str:
    """The key of a fact's texts: some facts mean something more exact under one article."""
    if article is None:
        return fact
    exact = f"{fact}@{same_words(fact).get(article, article)}"
    return exact if has(f"facts.{exact}.label") else fact


def same_words(fact: str) -> Mapping[str, str]:
    """Articles under which a fact is told as under another one: the same benefit in another life phase."""
    told: Mapping[str, str] = _about_articles()["same_words"].get(fact, {})
    return told


def limit_name(limit: str, language: str) -> str:
    """A limit's name."""
    return say(f"limits.{limit}.name", language)


def reason_text(
    code: str,
    language: str,
    *,
    article: str | None = None,
    fact: str | None = None,
    limit: str | None = None,
    phase: str | None = None,
    tier: str | None = None,
    percent: str | None = None,
) -> str:
    """Why less is paid, or nothing, as a sentence. What is known besides the code makes it more exact.

    `fact`, `limit`, `phase`, `tier` are codes, `percent` is text as `format_percent` gives it.
    """
    if fact is not None and code == "requirement_not_met":
        return fact_unmet(fact, language, article)
    if fact is not None and code == "excluded":
        return fact_excluded(fact, language, article)
    values = {
        "limit": limit and limit_name(limit, language),
        "phase": phase and word("phase", phase, language),
        "tier": tier and word("tier", tier, language),
        "percent": percent,
    }
    known = {key: text for key, text in values.items() if text}
    detailed = f"reasons.{code}.detailed"
    if limit is not None and limit.endswith(_LIMITS_OF_TIME):
        detailed = f"reasons.{code}.detailed_time"
    if has(detailed) and places(find(area_of(detailed), detailed, language)) <= set(known):
        return say(detailed, language, **known)
    return say(f"reasons.{code}.text", language)


def step_text(operator: str, language: str, **values: str) -> str:
    """What a step of the trace does to the amount."""
    return say(f"steps.{operator}", language, **values)


def reading_text(reading: str, language: str) -> ReadingText:
    """A reading with its articles, its text and why it was taken."""
    text = say(f"readings.{reading}.text", language)
    reason = say(f"readings.{reading}.reason", language)
    return ReadingText(reading, tuple(_about_articles()["readings"][reading]), text, reason)


def readings(language: str) -> Iterator[ReadingText]:
    """All readings, in the order of the conditions."""
    return (reading_text(reading, language) for reading in _about_articles()["readings"])


def article_card(article: str, language: str) -> ArticleCard:
    """What a paragraph of the conditions provides, with the readings taken of it."""
    title = say(f"articles.{article}.title", language)
    text = say(f"articles.{article}.text", language)
    taken = tuple(name for name, of in _about_articles()["readings"].items() if article in of)
    return ArticleCard(article, title, text, taken)


def article_text(article: str, language: str) -> str:
    """An article as it is cited: "art. 11.1", or the general conditions."""
    if article == GENERAL_CONDITIONS:
        return word("cite", "general", language)
    return word("cite", "article", language, article=article)


def letter_text(key: str, language: str, **values: str) -> str:
    """A text of the decision letter with its values."""
    return say(f"letters.decision.{key}", language, **values)


def request_text(key: str, language: str, **values: str) -> str:
    """A text of the letter that asks for what is missing, with its values."""
    return say(f"letters.request.{key}", language, **values)


def word(kind: str, code: str, language: str, **values: str) -> str:
    """A code of one kind in words: outcome, phase, tier, tier, phase, event, trip and more."""
    return say(f"words.{kind}.{code}", language, **values)


@cache
def _about_articles() -> Mapping[str, Mapping[str, Any]]:
    """Which articles a reading reads, and where a fact is told in the same words; no texts."""
    told: dict[str, dict[str, Any]] = json.loads(resource("conditions", "articles.json").read_bytes())
    return told
