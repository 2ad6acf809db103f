"""The few styles of a letter: sizes in points, colours as parts of red, green and blue."""

from caseworker.letters.paper.fonts import REGULAR, SEMIBOLD
from caseworker.letters.paper.sheet import Style

_BLACK = (0.0, 0.0, 0.0)
_GREY = (0.36, 0.36, 0.36)
_PETROL = (0.04, 0.29, 0.33)

BODY = Style(REGULAR, 10, _BLACK)
BODY_LEADING = 13.4
STRONG = Style(SEMIBOLD, 10, _BLACK)
HEADING = Style(SEMIBOLD, 10, _PETROL)
SUBJECT = Style(SEMIBOLD, 13, _BLACK)
SUBJECT_LEADING = 16.5
NAME = Style(SEMIBOLD, 15, _PETROL)
SMALL = Style(REGULAR, 8, _GREY)
SMALL_LEADING = 10.4
VALUE = Style(REGULAR, 8.5, _BLACK)
VALUE_LEADING = 11.6
LABEL = Style(REGULAR, 8.5, _GREY)
CODE = Style(REGULAR, 6, _BLACK)
SENDER = Style(REGULAR, 6.5, _GREY)
CELL = Style(REGULAR, 9, _BLACK)
CELL_STRONG = Style(SEMIBOLD, 9, _BLACK)
CELL_QUIET = Style(REGULAR, 8.5, _GREY)
CELL_HEAD = Style(SEMIBOLD, 8.5, _PETROL)
CELL_LEADING = 11.8
