"""No code of the rules lacks a text in any language, and no language is written otherwise than the others."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from caseworker import wording
from caseworker.resources import resource
from caseworker.rules.conditions import Conditions, load_conditions
from caseworker.rules.coverage import cited_by
from caseworker.rules.vocabulary import Code, Operator, Outcome, Tier, Unit
from caseworker.wording.languages import Language
from caseworker.wording.texts import same_words
from tests.support.texts import keys, texts_of

EDITIONS = resource("conditions", "mivita")
ASKED_BY_NUMBER = ("bmi", "child_birth_date", "quantity", "episode", "edition")
# Readings of the money and of the burden of proof rest on no single article.
GENERAL_READINGS = ("rounding", "tier-of-date", "no-gain", "burden-of-proof")


@pytest.fixture(scope="module")
def conditions() -> Conditions:
    return load_conditions(EDITIONS)


@pytest.fixture(params=list(Language))
def language(request: pytest.FixtureRequest) -> Language:
    assert isinstance(request.param, Language)
    return request.param


def values(node: object, key: str) -> Iterator[str]:
    """Every string under `key`, anywhere in a tree of JSON."""
    if isinstance(node, dict):
        for name, below in node.items():
            if name == key and isinstance(below, str):
                yield below
            yield from values(below, key)
    elif isinstance(node, list):
        for below in node:
            yield from values(below, key)


def edition_files() -> list[Any]:
    return [json.loads(path.read_text("utf-8")) for path in EDITIONS.glob("*/*.json")]


def articles() -> set[str]:
    return {key.removesuffix(".title") for key in keys("articles") if key.endswith(".title")}


def test_every_benefit_has_a_name_and_words_to_find_it_by(conditions: Conditions, language: Language) -> None:
    for code in conditions.benefits:
        name = wording.benefit_name(code, language)
        terms = wording.benefit_search_terms(code, language)
        assert name
        assert terms[0] == name
        assert len(terms) > 1, code


def test_a_benefit_is_found_by_words_of_all_four_languages() -> None:
    terms = wording.benefit_search_terms("aids.vision")
    assert {"occhiali", "Brille", "lunettes", "spectacles"} <= set(terms)


def test_every_fact_can_be_shown_and_asked_for(conditions: Conditions, language: Language) -> None:
    for fact in (*conditions.facts, *ASKED_BY_NUMBER):
        assert wording.fact_label(fact, language), fact
        assert wording.fact_ask(fact, language).endswith("."), fact


def test_every_requirement_says_why_nothing_is_paid(conditions: Conditions, language: Language) -> None:
    for edition in conditions.editions:
        for benefit in edition.terms.benefits.values():
            for fact in benefit.requires:
                assert wording.fact_unmet(fact.fact, language).endswith("."), fact.fact
    for fact_name in ("translation", "other_insurer_statements"):
        assert wording.fact_unmet(fact_name, language).endswith(".")


def test_every_exclusion_says_why_nothing_is_paid(conditions: Conditions, language: Language) -> None:
    for edition in conditions.editions:
        for benefit in edition.terms.benefits.values():
            for fact in (*benefit.excludes, *edition.terms.checks.excludes):
                assert wording.fact_excluded(fact.fact, language).endswith("."), fact.fact
    for fact_name in ("trip", "return_reasonable"):
        assert wording.fact_excluded(fact_name, language).endswith(".")


def test_a_fact_that_means_something_else_under_an_article_says_the_same_things() -> None:
    said: dict[str, set[str]] = {}
    for key in keys("facts"):
        fact, _, field = key.rpartition(".")
        said.setdefault(fact, set()).add(field)
    for exact, fields in said.items():
        fact, at, article = exact.partition("@")
        if at:
            assert article in articles(), exact
            assert fields == said[fact], exact


def test_a_fact_is_told_alike_for_the_same_benefit_in_every_life_phase() -> None:
    for fact in ("provider_recognised",):
        for article, told in same_words(fact).items():
            assert {article, told} <= articles()
            assert wording.fact_label(fact, "de", article) == wording.fact_label(fact, "de", told)
            assert wording.fact_label(fact, "de", article) != wording.fact_label(fact, "de")


def test_a_fact_is_told_as_its_article_means_it() -> None:
    spa = wording.fact_label("provider_recognised", "en", "12.1")
    course = wording.fact_label("provider_recognised", "en", "19.4")
    assert spa == "Recognised Swiss spa"
    assert course == "Course or provider on our list"
    assert wording.fact_label("provider_recognised", "en", "18.1") == wording.fact_label(
        "provider_recognised", "en"
    )


def test_every_limit_has_a_name(conditions: Conditions, language: Language) -> None:
    for edition in conditions.editions:
        for limit in edition.terms.limits:
            assert wording.limit_name(limit, language)


def test_every_reason_is_a_sentence(language: Language) -> None:
    for code in Code:
        assert wording.reason_text(code, language).endswith("."), code
        assert "{" not in wording.reason_text(code, language)
    assert wording.reason_text("consent_required", language).endswith(".")


def test_a_reason_is_more_exact_where_more_is_known() -> None:
    assert (
        wording.reason_text("not_in_tier", "en", tier="reala")
        == "This benefit is not part of the Reala level of cover."
    )
    assert "“Medical aids”" in wording.reason_text("limit_reached", "en", limit="aids.medical")
    assert "«Frauen 26–44 Jahre»" in wording.reason_text("not_in_phase", "de", phase="26-44F")
    assert "del 30%" in wording.reason_text("gross_negligence", "it", percent="30%")


def test_a_failed_requirement_and_an_exclusion_speak_of_their_fact() -> None:
    unmet = wording.reason_text("requirement_not_met", "en", fact="prescribed", article="26.2")
    excluded = wording.reason_text("excluded", "en", fact="chronic", article="42.1")
    assert unmet == wording.fact_unmet("prescribed", "en")
    assert excluded.startswith("Abroad, costs due to a chronic or recurring illness are not insured")


def test_every_step_of_a_trace_has_its_words(language: Language) -> None:
    for operator in (*Operator, "charged"):
        assert f"steps.{operator}" in texts_of("steps", language)


def test_every_word_of_the_rules_has_its_word(conditions: Conditions, language: Language) -> None:
    for outcome in Outcome:
        assert wording.word("explain", outcome, language, amount="CHF 1.00").endswith(".")
    for tier in Tier:
        assert wording.word("tier", tier, language)
    for edition in conditions.editions:
        for phase in edition.terms.phases:
            assert wording.word("phase", phase.name, language)
    for unit in Unit:
        assert wording.say_count(f"words.unit.{unit}", 2, language)


def test_every_reading_of_the_conditions_is_told_with_its_reason(language: Language) -> None:
    cited = {reading for file in edition_files() for reading in values(file, "reading")}
    for reading in sorted({*cited, *GENERAL_READINGS}):
        told = wording.reading_text(reading, language)
        assert told.text.endswith(".")
        assert told.reason.endswith(".")
    assert [reading.id for reading in wording.readings(language)] == [
        key.removesuffix(".text") for key in keys("readings") if key.endswith(".text")
    ]


def test_a_reading_names_the_articles_it_reads() -> None:
    for reading in wording.readings("en"):
        assert bool(reading.articles) != (reading.id in GENERAL_READINGS), reading.id
        for article in reading.articles:
            assert reading.id in wording.article_card(article, "en").readings


def test_every_article_that_is_cited_has_its_card(conditions: Conditions, language: Language) -> None:
    for edition in conditions.editions:
        for article in cited_by(edition):
            card = wording.article_card(article, language)
            assert card.title
            assert card.text.endswith(".")


def test_a_missing_text_is_an_error_that_names_it() -> None:
    with pytest.raises(wording.MissingTextError, match=r"facts.nonsense.*it"):
        wording.fact_label("nonsense", "it")
    with pytest.raises(wording.MissingTextError, match="'rm'"):
        wording.benefit_name("medicine", "rm")
    with pytest.raises(wording.MissingTextError, match="bmi"):
        wording.fact_unmet("bmi", "it")
    with pytest.raises(wording.MissingTextError, match="no value for 'after'"):
        wording.step_text("charged", "it")
