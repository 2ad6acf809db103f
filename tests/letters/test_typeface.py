"""The typeface: what the program itself may say must be printable, whatever a letter says."""

import pytest

from caseworker.letters.paper.fonts import REGULAR, SEMIBOLD, font, word_width
from caseworker.wording import Language
from tests.support.texts import all_texts


@pytest.mark.parametrize("weight", [REGULAR, SEMIBOLD])
@pytest.mark.parametrize("language", list(Language))
def test_every_character_of_the_programs_texts_is_in_the_typeface(language: str, weight: str) -> None:
    said = "".join(form for forms in all_texts(language).values() for form in forms)
    # The keys of the keyboard are named in the window only.
    assert set(said) - font(weight).widths.keys() - set("↑↓") == set()


@pytest.mark.parametrize("weight", [REGULAR, SEMIBOLD])
def test_figures_are_all_of_one_width_so_that_amounts_stand_in_columns(weight: str) -> None:
    assert len({word_width(weight, figure) for figure in "0123456789"}) == 1


def test_a_character_that_the_typeface_lacks_is_never_measured() -> None:
    with pytest.raises(KeyError):
        word_width(REGULAR, "漢")
