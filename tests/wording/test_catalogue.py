"""Every text that is said is there in four languages, none is left over, and all are written in one way."""

from __future__ import annotations

import re
from gettext import GNUTranslations

import pytest

from caseworker.wording import Language, MissingTextError, say, say_count
from caseworker.wording.catalogue import area_of, places
from tests.support.texts import TEXTS, all_texts, areas, file_of, texts_of
from tests.wording.said import COMPUTED, Said, said_in_code

LETTERS = "letters/"
# Refusals have no keys: they stand under their English templates, and are looked after in test_refusals.
BY_TEMPLATE = "refusals"
# In French a letter addresses the person without the name.
WITHOUT_A_NAME = ("letters.decision.salutation.F", "letters.decision.salutation.M")


@pytest.fixture(params=list(Language))
def language(request: pytest.FixtureRequest) -> Language:
    assert isinstance(request.param, Language)
    return request.param


@pytest.fixture(scope="module")
def said() -> list[Said]:
    return said_in_code()


def test_every_key_that_is_said_has_its_text(said: list[Said]) -> None:
    there = all_texts(Language.ENGLISH)
    assert len(said) > 300
    assert sorted(f"{each.where}: {each.key}" for each in said if each.key not in there) == []


def test_no_text_is_kept_that_nobody_says(said: list[Said]) -> None:
    keys = {each.key for each in said}
    kept = {key for area in areas() if area != BY_TEMPLATE for key in texts_of(area, Language.ENGLISH)}
    assert sorted(kept - keys) == []


def test_every_way_to_make_a_key_is_made_somewhere(said: list[Said]) -> None:
    assert sorted(set(COMPUTED) - {each.pattern for each in said}) == []


def test_a_text_is_given_the_values_that_its_places_name(said: list[Said]) -> None:
    there = all_texts(Language.ENGLISH)
    for each in said:
        if each.values is not None:
            wanted = frozenset().union(*map(places, there[each.key])) - {"count"}
            assert wanted == each.values, f"{each.where}: {each.key}"


def test_all_languages_have_the_same_texts_in_the_same_order(language: Language) -> None:
    for area in areas():
        assert list(texts_of(area, language)) == list(texts_of(area, Language.ENGLISH)), area


def test_every_text_is_told(language: Language) -> None:
    for key, forms in all_texts(language).items():
        assert all(form and form == form.strip() for form in forms), key


def test_all_languages_have_the_same_places(language: Language) -> None:
    english = all_texts(Language.ENGLISH)
    for key, forms in all_texts(language).items():
        if key not in WITHOUT_A_NAME:
            assert len(forms) == len(english[key]), key
            assert len({places(form) for form in (*forms, *english[key])}) == 1, key


def test_a_key_stands_in_its_area() -> None:
    for area in areas():
        if area != BY_TEMPLATE:
            assert {area_of(key) for key in texts_of(area, Language.ENGLISH)} == {area}


def test_the_compiled_texts_are_those_of_the_translators(language: Language) -> None:
    sources = {path.with_suffix("") for path in TEXTS.rglob("*.po")}
    assert sources == {path.with_suffix("") for path in TEXTS.rglob("*.mo")}, "run scripts/texts.py"
    for area in areas():
        with file_of(area, language).with_suffix(".mo").open("rb") as file:
            compiled = GNUTranslations(file)
        for key, forms in texts_of(area, language).items():
            found = (
                [compiled.ngettext(key, key, n) for n in (1, 2)]
                if len(forms) > 1
                else [compiled.gettext(key)]
            )
            assert found == list(forms), f"{area}: {key}: run scripts/texts.py"


def test_each_language_counts_as_it_does() -> None:
    assert [say_count("words.years", n, "fr") for n in (0, 1, 2)] == ["0 an", "1 an", "2 ans"]
    assert [say_count("words.years", n, "it") for n in (0, 1, 2)] == ["0 anni", "1 anno", "2 anni"]
    assert [say_count("words.years", n, "de") for n in (0, 1, 2)] == ["0 Jahre", "1 Jahr", "2 Jahre"]
    assert [say_count("words.years", n, "en") for n in (0, 1, 2)] == ["0 years", "1 year", "2 years"]


def test_german_is_written_as_in_switzerland() -> None:
    for key, forms in all_texts("de").items():
        for text in forms:
            assert "ß" not in text, key
            assert not re.search('[„“”"]', text), key


def test_french_holds_its_signs_to_the_word_before() -> None:
    # The letters hold these signs to their words as they are drawn, whatever a value brings with it.
    for area in areas():
        if not area.startswith(LETTERS):
            for key, forms in texts_of(area, "fr").items():
                for text in forms:
                    assert not re.search(r"(?<!\u00a0)[;:!?»](?!\d)", text), f"{key}: {text}"
                    assert not re.search(r"«(?!\u00a0)", text), key


def test_quotes_apostrophes_and_amounts_have_one_form(language: Language) -> None:
    for key, forms in all_texts(language).items():
        for text in forms:
            assert "'" not in text, key
            assert not re.search(r"\d[ .,]\d{3}\b", text), f"{key}: {text}"
            assert not re.search(r"CHF \d", text), f"{key}: an amount may break off"


def test_no_text_speaks_of_a_formal_objection_or_appeal() -> None:
    texts = "".join(path.read_text("utf-8") for path in TEXTS.rglob("*.po")).casefold()
    assert "opposizione" not in texts
    assert "rekurs" not in texts


def test_a_missing_text_is_an_error_that_names_it() -> None:
    with pytest.raises(MissingTextError, match=r"claim\.nonsense.*it"):
        say("claim.nonsense", "it")
    with pytest.raises(MissingTextError, match="nonsense"):
        say_count("nonsense.days", 2, "it")
    with pytest.raises(MissingTextError, match="'rm'"):
        say("claim.decide", "rm")
    with pytest.raises(MissingTextError, match="no value for 'number'"):
        say("claim.saved", "fr")
