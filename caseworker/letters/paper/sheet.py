"""What stands where on the pages of a letter, before it is ink: runs of text, rules, and their elements.

Places are points from the top left corner of the page, a run's `y` is its baseline.
"""

from dataclasses import dataclass, field
from typing import NamedTuple

from caseworker.letters.paper.fonts import word_width


class Style(NamedTuple):
    """A typeface's weight, its size in points and its colour as three parts of red, green and blue."""

    font: str
    size: float
    colour: tuple[float, float, float]

    def width(self, text: str) -> float:
        """How wide the text is, in points."""
        return word_width(self.font, text) * self.size / 1000


class Run(NamedTuple):
    """A piece of a line."""

    x: float
    y: float
    style: Style
    text: str


class Rule(NamedTuple):
    """A straight line of a grey, from 0 (black) to 1."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    grey: float


@dataclass(slots=True)
class Element:
    """A part of the letter as a reader hears it: a paragraph, a cell; `attributes` as PDF tells them."""

    tag: str
    parent: "Element | None"
    attributes: str = ""
    children: "list[Element]" = field(default_factory=list)

    def add(self, tag: str, attributes: str = "") -> "Element":
        """A new last part of this one."""
        made = Element(tag, self, attributes)
        self.children.append(made)
        return made


class Mark(NamedTuple):
    """Runs that belong to one element, or to none: page numbers, repeated heads."""

    element: Element | None
    runs: list[Run]


Shape = tuple[tuple[float, float, float, float], ...]
"""Black rectangles that are one figure without meaning for a reader: left, top, width and height."""


@dataclass(slots=True)
class Page:
    """One page, its marks in reading order."""

    marks: list[Mark] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    shapes: list[Shape] = field(default_factory=list)

    def put(self, element: Element | None, runs: list[Run]) -> None:
        """Mark runs, if there are any, as the element's."""
        if runs:
            self.marks.append(Mark(element, runs))


@dataclass(slots=True)
class Sheets:
    """A whole letter: its pages and the root of its elements."""

    root: Element
    pages: list[Page] = field(default_factory=list)
