"""The card of an article: our words, the figures of the edition, the readings taken."""

from __future__ import annotations

from datetime import date

import pytest

from caseworker.rules.vocabulary import Citation
from caseworker.ui.kit.cards.article import Figure, card_content
from tests.support.texts import keys
from tests.ui.world import conditions

CONDITIONS = conditions()
EDITION = CONDITIONS.on(date(2026, 3, 2))
CHF = "CHF\u00a0"


def test_an_article_with_a_rate_and_a_limit_shows_both_by_tier() -> None:
    card = card_content(Citation("11.1"), EDITION, "en")
    assert card.figures == (
        Figure("Complementary medicine, treatment", "50%", "75%"),
        Figure("Limit: Complementary medicine", f"{CHF}1’500.00", f"{CHF}2’500.00"),
    )


def test_what_a_tier_does_not_pay_is_a_dash() -> None:
    figures = card_content(Citation("12.2"), EDITION, "en").figures
    assert [(f.reala, f.extensa) for f in figures] == [("–", f"{CHF}90.00 a day")]


def test_the_reading_that_a_finding_rests_on_comes_first() -> None:
    card = card_content(Citation("11.1", "no-gain"), EDITION, "en")
    plain = card_content(Citation("11.1"), EDITION, "en")
    assert len(card.readings) == len(plain.readings) + 1
    assert card.readings[1:] == plain.readings


@pytest.mark.parametrize("language", ["it", "de", "fr", "en"])
def test_every_article_has_its_card(language: str) -> None:
    for article in {key.rpartition(".")[0] for key in keys("articles")}:
        card = card_content(Citation(article), EDITION, language)
        assert card.title
        assert card.text


def test_a_day_without_an_edition_still_has_our_words() -> None:
    card = card_content(Citation("11.1"), None, "it")
    assert (card.figures, card.edition) == ((), "")
    assert card.text
