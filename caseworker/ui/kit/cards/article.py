"""What an article's card holds: our words for it, the figures that stand in it, the readings taken."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from caseworker.rules.conditions import Edition
from caseworker.rules.terms import BenefitTerm, PayTerm
from caseworker.rules.vocabulary import Citation, Tier, Unit
from caseworker.wording.catalogue import say, say_count
from caseworker.wording.format import format_chf, format_percent, format_quantity
from caseworker.wording.texts import article_card, benefit_name, limit_name, reading_text

NOTHING = "–"


class Figure(NamedTuple):
    """A figure of the edition by tier; the same name once, whatever the number of benefits it holds for."""

    name: str
    reala: str
    extensa: str


class ReadingNote(NamedTuple):
    """A reading: how an open question is read, and why."""

    text: str
    reason: str


class CardContent(NamedTuple):
    """All that the card of an article shows, in one language."""

    article: str
    title: str
    text: str
    figures: tuple[Figure, ...]
    readings: tuple[ReadingNote, ...]
    edition: str


def card_content(citation: Citation, edition: Edition | None, language: str) -> CardContent:
    """The card of an article; the reading that the finding rests on comes first."""
    card = article_card(citation.article, language)
    names = dict.fromkeys((*((citation.reading,) if citation.reading else ()), *card.readings))
    notes = (reading_text(name, language) for name in names)
    return CardContent(
        article=card.article,
        title=card.title,
        text=card.text,
        figures=tuple(dict.fromkeys(_figures(citation.article, edition, language))) if edition else (),
        readings=tuple(ReadingNote(note.text, note.reason) for note in notes),
        edition=edition.name if edition else "",
    )


def _figures(article: str, edition: Edition, language: str) -> Iterator[Figure]:
    terms = edition.terms
    for code, benefit in terms.benefits.items():
        if article in benefit.articles.values():
            yield _by_tier(benefit_name(code, language), _pays(benefit.pays, language))
        if benefit.supplement is not None and benefit.supplement.citation.article == article:
            a_day = {t: _a_day(amount, language) for t, amount in benefit.supplement.a_day.items()}
            yield _by_tier(say("kit.article.supplement", language), a_day)
        yield from _thresholds(article, benefit, language)
    for limit in terms.limits.values():
        for key, citation in limit.citations.items():
            if citation.article == article:
                caps = {t: format_quantity(cap, limit.unit, language) for t, cap in limit.caps[key].items()}
                key = "kit.article.limit" if limit.unit is Unit.CHF else "kit.article.limit_time"
                yield _by_tier(say(key, language, limit=limit_name(limit.name, language)), caps)


def _pays(pays: PayTerm, language: str) -> dict[Tier, str]:
    return {tier: _contribution(pays.kind, value, language) for tier, value in pays.by_tier.items()}


def _contribution(kind: str, value: int, language: str) -> str:
    if kind == "percent":
        return format_percent(value, language)
    if kind == "a_day":
        return _a_day(value, language)
    if kind == "an_hour":
        return say("kit.article.an_hour", language, amount=format_chf(value))
    return format_chf(value)


def _a_day(amount: int, language: str) -> str:
    return say("kit.article.a_day", language, amount=format_chf(amount))


def _thresholds(article: str, benefit: BenefitTerm, language: str) -> Iterator[Figure]:
    """Numbers that are the same in both tiers: ages, months, the highest BMI."""
    own = article in benefit.articles.values()
    age = benefit.age_limit
    if age is not None and (age.citation.article == article if age.citation else own):
        years = say_count("words.years", age.years, language)
        yield Figure(say("kit.article.age_limit", language), years, years)
    if own and benefit.highest_bmi is not None:
        highest = str(benefit.highest_bmi)
        yield Figure(say("kit.article.highest_bmi", language), highest, highest)
    if own and benefit.waiting_months is not None:
        months = say_count("words.months", benefit.waiting_months, language)
        yield Figure(say("kit.article.waiting_time", language), months, months)
    if own and benefit.once_in_years is not None:
        once = say_count("kit.article.once_in_years", benefit.once_in_years, language)
        yield Figure(say("kit.article.how_often", language), once, once)


def _by_tier(name: str, values: Mapping[Tier, str]) -> Figure:
    return Figure(name, values.get(Tier.REALA, NOTHING), values.get(Tier.EXTENSA, NOTHING))
