"""The colours and measures of the window, in light and dark; all that is drawn takes them from here."""

from typing import NamedTuple


class Tokens(NamedTuple):
    """One set of colours. Every text colour reaches a contrast of 4.5 on the grounds it is used on."""

    dark: bool
    canvas: str  # the ground of the pages
    side: str  # the ground of the navigation and of what stands beside the work
    raised: str  # menus, cards, the palette
    field: str  # the ground of what is typed into
    hover: str
    hairline: str
    outline: str  # borders of what can be typed into or pressed: 3.0 on the canvas
    ink: str
    muted: str
    accent: str
    accent_strong: str  # pressed
    on_accent: str
    accent_soft: str  # the ground of what is selected
    positive: str
    positive_soft: str
    negative: str
    negative_soft: str
    waiting: str
    waiting_soft: str
    consent: str
    consent_soft: str
    track: str  # the empty part of a bar
    reserved: str  # the part of a bar that is spoken for but not paid
    scrim: str  # what lies over the page while the palette is open


LIGHT = Tokens(
    dark=False,
    canvas="#FFFFFF",
    side="#F5F7F6",
    raised="#FFFFFF",
    field="#FFFFFF",
    hover="#EDF1F0",
    hairline="#E2E7E5",
    outline="#7C8884",
    ink="#17211F",
    muted="#56635F",
    accent="#0A6A60",
    accent_strong="#08544C",
    on_accent="#FFFFFF",
    accent_soft="#E0F0ED",
    positive="#1B6B3A",
    positive_soft="#E3F2E8",
    negative="#A32A22",
    negative_soft="#FBE9E7",
    waiting="#855300",
    waiting_soft="#FCF0D9",
    consent="#5A4A9C",
    consent_soft="#ECE9F8",
    track="#E6EBE9",
    reserved="#8FC4BB",
    scrim="#5917211F",
)

DARK = Tokens(
    dark=True,
    canvas="#141918",
    side="#191F1E",
    raised="#202827",
    field="#1A2120",
    hover="#242D2B",
    hairline="#2B3533",
    outline="#6E7C78",
    ink="#E7EDEB",
    muted="#9CABA7",
    accent="#63C7B8",
    accent_strong="#86D8CB",
    on_accent="#062420",
    accent_soft="#17403B",
    positive="#7CCB98",
    positive_soft="#17352A",
    negative="#F2958C",
    negative_soft="#43211E",
    waiting="#E5B566",
    waiting_soft="#3B2E17",
    consent="#B5A8EE",
    consent_soft="#2D2846",
    track="#2A3432",
    reserved="#3F7C74",
    scrim="#A6060A09",
)


class Space:
    """Distances in pixels at the usual size of text; multiples of four."""

    HAIR = 1
    TIGHT = 4
    SMALL = 8
    MEDIUM = 12
    LARGE = 16
    WIDE = 24
    PAGE = 32


class Scale:
    """Sizes of text as shares of the body's."""

    SMALL = 0.88
    BODY = 1.0
    LEAD = 1.18
    HEADING = 1.34
    TITLE = 1.9


def luminance(colour: str) -> float:
    """The relative luminance of `#RRGGBB` (WCAG 2), 0 to 1."""
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours (WCAG 2), 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)
