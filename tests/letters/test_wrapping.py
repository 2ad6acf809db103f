"""Texts broken into lines."""

from hypothesis import given, settings
from hypothesis import strategies as st

from caseworker.letters.paper.fonts import REGULAR
from caseworker.letters.paper.sheet import Style
from caseworker.letters.paper.wrapping import wrap

STYLE = Style(REGULAR, 10, (0, 0, 0))
WORDS = st.text(st.sampled_from("aiWÜ-/’.1"), min_size=1, max_size=30)


@settings(max_examples=200)
@given(st.lists(WORDS, min_size=1, max_size=30), st.floats(12, 400))
def test_lines_fit_and_together_are_the_text(words: list[str], width: float) -> None:
    text = " ".join(words)
    lines = wrap(text, STYLE, width)
    assert "".join(lines) == text
    assert all(STYLE.width(line.rstrip(" ")) <= width + 1e-6 for line in lines)


@given(st.lists(st.text(st.sampled_from("aiWÜ’.1"), min_size=1, max_size=9), min_size=1, max_size=30))
def test_a_word_that_fits_a_line_is_never_torn(words: list[str]) -> None:
    lines = wrap(" ".join(words), STYLE, 100)
    assert [word for line in lines for word in line.split()] == words


def test_a_line_takes_as_many_words_as_fit() -> None:
    text = "one two three four five six seven"
    width = STYLE.width("one two three")
    first, second, *_ = wrap(text, STYLE, width)
    assert first == "one two three "
    assert second == "four five six "


def test_a_long_word_is_broken_at_its_hyphen() -> None:
    lines = wrap("Chiropraktik-Behandlung", STYLE, STYLE.width("Chiropraktik-Beh"))
    assert lines == ["Chiropraktik-", "Behandlung"]


def test_numbers_and_dates_are_not_broken_at_their_signs() -> None:
    width = STYLE.width("Brief 2026-0001")
    assert wrap("Brief 2026-000123", STYLE, width) == ["Brief ", "2026-000123"]


def test_a_word_wider_than_the_line_is_torn() -> None:
    lines = wrap("W" * 40, STYLE, 100)
    assert "".join(lines) == "W" * 40
    assert len(lines) > 1


def test_a_no_break_space_holds_its_words_together() -> None:
    width = STYLE.width("siehe Art.")
    assert wrap("siehe Art.\u00a011.1", STYLE, width) == ["siehe ", "Art.\u00a011.1"]


def test_an_empty_text_is_an_empty_line() -> None:
    assert wrap("", STYLE, 100) == [""]
