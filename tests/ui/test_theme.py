from collections.abc import Iterator
from itertools import product

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from caseworker.ui.kit.style import style_sheet
from caseworker.ui.kit.theme import FAMILY, Mode, Theme
from caseworker.ui.kit.tokens import DARK, LIGHT, Tokens, contrast
from caseworker.ui.window.shell import Shell

TEXT = 4.5
SHAPE = 3.0
GROUNDS = ("canvas", "side", "raised", "field", "hover")
TONES = ("positive", "negative", "waiting", "consent")


def pairs() -> Iterator[tuple[str, str, float]]:
    yield from ((text, ground, TEXT) for text, ground in product(("ink", "muted", "accent"), GROUNDS))
    yield from ((text, "accent_soft", TEXT) for text in ("ink", "muted", "accent"))
    yield from ((tone, f"{tone}_soft", TEXT) for tone in TONES)
    yield from ((tone, ground, TEXT) for tone, ground in product(TONES, ("canvas", "hover")))
    yield from (("ink", f"{tone}_soft", TEXT) for tone in TONES)
    yield ("negative", "accent_soft", TEXT)
    yield from (("on_accent", ground, TEXT) for ground in ("accent", "accent_strong"))
    yield from ((shape, "canvas", SHAPE) for shape in ("outline", "accent"))
    yield from (("outline", ground, SHAPE) for ground in ("field", "side", "raised"))


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("front", "ground", "least"), list(pairs()))
def test_what_is_drawn_stands_out(tokens: Tokens, front: str, ground: str, least: float) -> None:
    assert contrast(getattr(tokens, front), getattr(tokens, ground)) >= least


def test_contrast_is_that_of_the_guideline() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_the_sheet_has_no_colour_of_its_own() -> None:
    light, dark = style_sheet(LIGHT, 11, "x.svg"), style_sheet(DARK, 11, "x.svg")
    kept = [
        colour for colour in LIGHT if isinstance(colour, str) and colour != LIGHT.scrim and colour in dark
    ]
    assert "$" not in light + dark
    assert [colour for colour in kept if colour not in DARK] == []


def test_the_font_is_the_shipped_one(shell: Shell) -> None:
    from PySide6.QtGui import QFontInfo

    assert QFontInfo(shell.font()).family() == FAMILY


def test_the_system_decides_where_nobody_chose(app: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    theme = Theme(app)
    schemes = {Qt.ColorScheme.Dark: DARK, Qt.ColorScheme.Light: LIGHT, Qt.ColorScheme.Unknown: LIGHT}
    for scheme, tokens in schemes.items():
        monkeypatch.setattr("caseworker.ui.kit.theme._system_scheme", lambda s=scheme: s)
        assert theme.tokens is tokens


def test_text_grows_and_shrinks_by_steps(app: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    theme = Theme(app, Mode.LIGHT, 11.0)
    taken_on: list[float] = []
    # What a step does to the window is in test_look_in_sight.py.
    monkeypatch.setattr(theme, "apply", lambda: taken_on.append(theme.points))
    for by in (1, -1, -1, 0):
        theme.step(by)
    assert taken_on == [12, 11, 10, 11]
    theme.points = 18
    theme.step(1)
    assert theme.points == 18
    assert len(taken_on) == 4


def test_the_persons_own_larger_text_counts(app: QApplication) -> None:
    font = app.font()
    before = font.pointSizeF()
    font.setPointSizeF(15)
    app.setFont(font)
    assert Theme(app).points == 15
    font.setPointSizeF(before)
    app.setFont(font)
