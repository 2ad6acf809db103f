"""The typeface: what the program itself may say must be printable, whatever a letter says."""

import json
from collections.abc import Iterator

import pytest

from caseworker.letters.paper.fonts import REGULAR, SEMIBOLD, font, word_width
from caseworker.resources import resource

TERMS = sorted(path.stem for path in resource("i18n", "terms").glob("*.json"))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)


@pytest.mark.parametrize("weight", [REGULAR, SEMIBOLD])
@pytest.mark.parametrize("name", TERMS)
def test_every_character_of_the_programs_texts_is_in_the_typeface(name: str, weight: str) -> None:
    texts = _texts(json.loads(resource("i18n", "terms", f"{name}.json").read_bytes()))
    assert set("".join(texts)) - font(weight).widths.keys() == set()


@pytest.mark.parametrize("weight", [REGULAR, SEMIBOLD])
def test_figures_are_all_of_one_width_so_that_amounts_stand_in_columns(weight: str) -> None:
    assert len({word_width(weight, figure) for figure in "0123456789"}) == 1


def test_a_character_that_the_typeface_lacks_is_never_measured() -> None:
    with pytest.raises(KeyError):
        word_width(REGULAR, "漢")
