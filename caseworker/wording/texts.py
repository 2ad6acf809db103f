"""Every text that comes from the conditions, looked up by the rules' own codes.

`language` is one of `Language`, or its code. A text that is not there raises `MissingTextError`.
"""

from __future__ import annotations

from collections.abc import Iterator
from string import Formatter
from typing import NamedTuple

from caseworker.wording.languages import Language
from caseworker.wording.store import entry, field, fill, table

GENERAL_CONDITIONS = "CGA"


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
    return field("benefits", code, language, "name")


def benefit_search_terms(code: str, language: str | None = None) -> tuple[str, ...]:
    """The name and what people call it besides, in one language or in all of them."""
    languages = tuple(Language) if language is None else (language,)
    found: list[str] = []
    for each in languages:
        held = entry("benefits", code, each)
        found += [held["name"], *held["also"]]
    return tuple(dict.fromkeys(found))


def fact_label(fact: str, language: str, article: str | None = None) -> str:
    """A fact as a statement that is true or false; told more exactly where the article is known."""
    return field("facts", _fact(fact, article), language, "label")


def fact_ask(fact: str, language: str, article: str | None = None) -> str:
    """The sentence that asks the insured person for what is missing."""
    return field("facts", _fact(fact, article), language, "ask")


def fact_unmet(fact: str, language: str, article: str | None = None) -> str:
    """Why nothing is paid where a requirement does not hold."""
    return field("facts", _fact(fact, article), language, "unmet")


def fact_excluded(fact: str, language: str, article: str | None = None) -> str:
    """Why nothing is paid where an exclusion holds."""
    return field("facts", _fact(fact, article), language, "excluded")


def _fact(fact: str, article: str | None) -> str:
    """The key of a fact's texts: some facts mean something more exact under one article."""
    exact = f"{fact}@{article}"
    return exact if article is not None and exact in table("facts") else fact


def limit_name(limit: str, language: str) -> str:
    """A limit's name."""
    return field("limits", limit, language, "name")


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
    detailed = entry("reasons", code, language).get("detailed")
    if detailed is not None and placeholders(detailed) <= set(known):
        return fill(f"reason {code}", detailed, known)
    return field("reasons", code, language, "text")


def step_text(operator: str, language: str, **values: str) -> str:
    """What a step of the trace does to the amount."""
    return fill(f"step {operator}", entry("steps", operator, language), values)


def reading_text(reading: str, language: str) -> ReadingText:
    """A reading with its articles, its text and why it was taken."""
    text = field("readings", reading, language, "text")
    reason = field("readings", reading, language, "reason")
    return ReadingText(reading, tuple(table("readings")[reading]["articles"]), text, reason)


def readings(language: str) -> Iterator[ReadingText]:
    """All readings, in the order of the conditions."""
    return (reading_text(reading, language) for reading in table("readings"))


def article_card(article: str, language: str) -> ArticleCard:
    """What a paragraph of the conditions provides, with the readings taken of it."""
    title = field("articles", article, language, "title")
    text = field("articles", article, language, "text")
    taken = tuple(name for name, held in table("readings").items() if article in held["articles"])
    return ArticleCard(article, title, text, taken)


def article_text(article: str, language: str) -> str:
    """An article as it is cited: "art. 11.1", or the general conditions."""
    if article == GENERAL_CONDITIONS:
        return word("cite", "general", language)
    return word("cite", "article", language, article=article)


def letter_text(key: str, language: str, **values: str) -> str:
    """A text of the decision letter with its values."""
    return fill(f"letter {key}", entry("letter", key, language), values)


def word(kind: str, code: str, language: str, **values: str) -> str:
    """A code of one kind in words: outcome, phase, tier, sex, denta, unit, event, trip, consent and more."""
    return fill(f"{kind} {code}", entry("words", f"{kind}.{code}", language), values)


def placeholders(template: str) -> set[str]:
    """The names that a template wants values for."""
    return {name for _, name, _, _ in Formatter().parse(template) if name}
