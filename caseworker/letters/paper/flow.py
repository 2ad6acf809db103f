"""Text that runs down the pages of a letter, and on to a new page where one is full."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.units import mm

from caseworker.letters.paper.sheet import Element, Page, Rule, Run, Sheets, Style
from caseworker.letters.paper.wrapping import wrap

LEFT = 22 * mm
RIGHT = 190 * mm
BOTTOM = 274 * mm
"""Where the running text of a page ends."""

TOP = 29 * mm
"""Where it begins on every page but the first."""

_FEWEST_LINES = 2
"""A paragraph leaves no fewer lines than these behind or takes no fewer with it."""


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of one style below one another."""

    style: Style
    leading: float
    lines: Sequence[str]

    @property
    def height(self) -> float:
        """From the top of the first line to the bottom of the last, in points."""
        return self.leading * len(self.lines)


class Flow:
    """A place on a page that moves down; `y` is the top of what comes next."""

    def __init__(self, sheets: Sheets, y: float) -> None:
        self.sheets = sheets
        self.page = Page()
        sheets.pages.append(self.page)
        self.y = y
        self.top = TOP
        """Where a new page begins."""

    @property
    def room(self) -> float:
        """What is left of the page, in points."""
        return BOTTOM - self.y

    def need(self, height: float) -> None:
        """Turn to a new page unless this much is left on this one."""
        if height > self.room:
            self.turn()

    def turn(self) -> None:
        """Go on at the top of a new page."""
        self.page = Page()
        self.sheets.pages.append(self.page)
        self.y = self.top

    def space(self, height: float) -> None:
        """Leave this much free, except at the top of a page."""
        if self.y > self.top or len(self.sheets.pages) == 1:
            self.y += height

    def rule(self, y: float, width: float, grey: float) -> None:
        """A rule over the whole measure."""
        self.page.rules.append(Rule(LEFT, y, RIGHT, y, width, grey))

    def paragraph(
        self, element: Element, text: str, style: Style, leading: float, indent: float = 0.0
    ) -> None:
        """Set a paragraph, over the page's end if it must, but leaving no line alone."""
        lines = wrap(text, style, RIGHT - LEFT - indent)
        while lines:
            count = _fitting(len(lines), int(self.room / leading))
            if count == 0:
                self.turn()
                continue
            block, lines = Block(style, leading, lines[:count]), lines[count:]
            self.page.put(element, runs(block, LEFT + indent, self.y))
            self.y += block.height
            if lines:
                self.turn()


def runs(block: Block, x: float, top: float) -> list[Run]:
    """The block's lines from its left top corner down."""
    first = baseline(block.leading, top)
    return [
        Run(x, first + index * block.leading, block.style, line) for index, line in enumerate(block.lines)
    ]


def runs_right(block: Block, right: float, top: float) -> list[Run]:
    """The block's lines, each ending at `right`."""
    first = baseline(block.leading, top)
    return [
        Run(right - block.style.width(line.rstrip(" ")), first + index * block.leading, block.style, line)
        for index, line in enumerate(block.lines)
    ]


def baseline(leading: float, top: float) -> float:
    """Where the baseline of a line lies whose top is at `top`."""
    # Of the leading alone, so that neighbours of different size stand on one line; it puts the middle of
    # the capitals, 0.66 of the size high, near the middle of the line.
    return top + 0.75 * leading


def _fitting(lines: int, room: int) -> int:
    """How many of the lines to set on this page."""
    if lines <= room:
        return lines
    count = min(room, lines - _FEWEST_LINES)
    return count if count >= _FEWEST_LINES else 0
