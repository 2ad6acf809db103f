"""What stands around the text of a letter: sender, address, references, fold marks, page numbers."""

from collections.abc import Iterable, Sequence

from reportlab.lib.units import mm

from caseworker.letters.paper import styles
from caseworker.letters.paper.errors import AddressTooLong
from caseworker.letters.paper.flow import LEFT, RIGHT, Block, Flow, baseline, runs
from caseworker.letters.paper.prose import PARAGRAPH_GAP, Prose
from caseworker.letters.paper.sheet import Element, Page, Rule, Run, Sheets, Style
from caseworker.letters.paper.wrapping import wrap
from caseworker.letters.record import Head, Insurer
from caseworker.letters.words import HeadWords

WINDOW_LEFT, WINDOW_RIGHT = 118 * mm, 202 * mm
WINDOW_TOP, WINDOW_BOTTOM = 60 * mm, 90 * mm
"""What envelopes with a window on the right show, by every description found."""

_ADDRESS = 121 * mm
_ADDRESS_WIDTH = 199 * mm - _ADDRESS
_ADDRESS_TOP = WINDOW_TOP + 5.3 * mm
_ADDRESS_HEIGHT = WINDOW_BOTTOM - _ADDRESS_TOP
_ADDRESS_SIZES = (10.0, 9.5, 9.0, 8.5, 8.0, 7.5, 7.0, 6.5)
_ADDRESS_LEADING = 1.16
_UNWRAPPED_DOWN_TO = 8.0
"""A long line is first set smaller, and broken in two only where it would have to be smaller than this."""

_REFERENCE_TOP = WINDOW_TOP
_REFERENCE_VALUE = LEFT + 34 * mm
_REFERENCE_WIDTH = WINDOW_LEFT - 5 * mm - _REFERENCE_VALUE

_DATE_TOP = 98 * mm
_NAME = 19 * mm
_CONTACT_TOP = 14.6 * mm
_FOLDS = (105 * mm, 210 * mm)
_FOOT = 285 * mm
_HEAD = 20 * mm


def begin(words: HeadWords, references: Iterable[tuple[str, str]]) -> Prose:
    """A letter begun: its head drawn, ready for the text below."""
    root = Element("Document", None)
    flow = Flow(Sheets(root), _DATE_TOP)
    reached = draw_head(flow.page, root, words, references)
    flow.y = max(flow.y, reached + PARAGRAPH_GAP)
    return Prose(flow, root)


def draw_head(page: Page, root: Element, words: HeadWords, references: Iterable[tuple[str, str]]) -> float:
    """The first page's head; returns how far down it reaches, in points."""
    _draw_sender(page, root, words.head.insurer)
    page.put(root.add("P"), runs(address(words.head), _ADDRESS, _ADDRESS_TOP))
    for fold in _FOLDS:
        page.rules.append(Rule(5 * mm, fold, 9 * mm, fold, 0.4, 0.6))
    return _draw_references(page, root, references)


def draw_margins(sheets: Sheets, words: HeadWords) -> None:
    """The foot of every page, and the head of all but the first."""
    about = words.head
    foot = " · ".join((about.number, f"Mivita {about.edition}".strip(), f"caseworker {about.program}"))
    head = words.say("continued", number=about.number, insured=words.insured_name())
    issued = words.day(about.issued)
    count = str(len(sheets.pages))
    for number, page in enumerate(sheets.pages, start=1):
        if number > 1:
            _draw_margin(page, _HEAD, head, issued)
            page.rules.append(Rule(LEFT, _HEAD + 5, RIGHT, _HEAD + 5, 0.4, 0.72))
        _draw_margin(page, _FOOT, foot, words.say("page", page=str(number), pages=count))


def _draw_sender(page: Page, root: Element, insurer: Insurer) -> None:
    style = _shrunk(styles.NAME, insurer.name, _ADDRESS - LEFT)
    page.put(root.add("P"), [Run(LEFT, _NAME, style, insurer.name)])
    contact = [line for line in (*insurer.address, insurer.phone, insurer.email, insurer.web) if line]
    style = _shrunk(styles.SMALL, max(contact, key=styles.SMALL.width), RIGHT - _ADDRESS)
    block = Block(style, styles.SMALL_LEADING, contact)
    page.put(root.add("P"), runs(block, _ADDRESS, _CONTACT_TOP))
    sender = ", ".join((insurer.name, *insurer.address))
    style = _shrunk(styles.SENDER, sender, RIGHT - _ADDRESS)
    page.put(None, [Run(_ADDRESS, WINDOW_TOP + 3.2 * mm, style, sender)])
    y = WINDOW_TOP + 4.3 * mm
    page.rules.append(Rule(_ADDRESS, y, RIGHT, y, 0.3, 0.7))


def _draw_references(page: Page, root: Element, references: Iterable[tuple[str, str]]) -> float:
    top = _REFERENCE_TOP
    for label, value in references:
        block = Block(styles.VALUE, styles.VALUE_LEADING, wrap(value, styles.VALUE, _REFERENCE_WIDTH))
        name = Run(LEFT, baseline(styles.VALUE_LEADING, top), styles.LABEL, f"{label} ")
        page.put(root.add("P"), [name, *runs(block, _REFERENCE_VALUE, top)])
        top += block.height
    return top


def _draw_margin(page: Page, y: float, left: str, right: str) -> None:
    style = styles.SMALL
    width = style.width(right)
    fitting = _shrunk(style, left, RIGHT - LEFT - width - style.width("    "))
    page.put(None, [Run(LEFT, y, fitting, left), Run(RIGHT - width, y, style, right)])


def address_lines(lines: Sequence[str]) -> list[Run]:
    """Another address in the window: that of the house on a sheet that comes back to it."""
    told = [part for line in lines for part in wrap(line, styles.BODY, _ADDRESS_WIDTH)]
    return runs(Block(styles.BODY, styles.BODY.size * _ADDRESS_LEADING, told), _ADDRESS, _ADDRESS_TOP)


def address(head: Head) -> Block:
    """The address in the largest size in which it fits the window; `AddressTooLong` where none does."""
    for size in _ADDRESS_SIZES:
        style = styles.BODY._replace(size=size)
        lines = [part for line in head.recipient for part in wrap(line, style, _ADDRESS_WIDTH)]
        block = Block(style, size * _ADDRESS_LEADING, lines)
        whole = len(lines) == len(head.recipient) or size <= _UNWRAPPED_DOWN_TO
        if whole and block.height <= _ADDRESS_HEIGHT:
            return block
    raise AddressTooLong(head.number)


def _shrunk(style: Style, text: str, width: float) -> Style:
    """The style, smaller if the text would not fit the width otherwise."""
    wide = style.width(text)
    return style if wide <= width else style._replace(size=style.size * width / wide)
