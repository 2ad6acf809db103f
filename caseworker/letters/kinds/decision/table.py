"""The table of a letter: for every line what was charged, what is paid, and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from reportlab.lib.units import mm

from caseworker.letters.kinds.decision.record import LetterLine
from caseworker.letters.kinds.decision.words import Words
from caseworker.letters.paper import styles
from caseworker.letters.paper.flow import LEFT, RIGHT, Block, Flow, runs, runs_right
from caseworker.letters.paper.sheet import Element, Run, Style
from caseworker.letters.paper.wrapping import wrap
from caseworker.rules.vocabulary import Outcome

_POSITION_WIDTH = 8 * mm
_BENEFIT = LEFT + 9 * mm
_BENEFIT_WIDTH = 51 * mm
_CHARGED = LEFT + 82 * mm
_PAID = LEFT + 103 * mm
"""Where the amounts charged, and those paid, end."""
_AMOUNT_WIDTH = 21 * mm
_WHY = LEFT + 109.5 * mm
_WHY_WIDTH = RIGHT - _WHY

_PADDING = 4.0
_GAP = 2.5
_BELOW_TABLE = 16.0
_TALLEST = 320.0
"""A row is cut into slices no higher than this, so that one always fits a new page."""

_HAIR, _THIN = 0.4, 0.9
_PALE, _DARK = 0.72, 0.25


@dataclass(frozen=True, slots=True)
class _Cell:
    """Blocks below one another, from `x` on or, if `ends` is set, up to it."""

    x: float
    blocks: tuple[Block, ...] = ()
    ends: bool = False

    @property
    def height(self) -> float:
        """In points, without the padding of the row."""
        return sum(block.height for block in self.blocks) + _GAP * max(0, len(self.blocks) - 1)

    def runs(self, top: float) -> list[Run]:
        """The runs of all blocks."""
        place = runs_right if self.ends else runs
        placed: list[Run] = []
        for block in self.blocks:
            placed += place(block, self.x, top)
            top += block.height + _GAP
        return placed


_Row = tuple[_Cell, ...]


class Table:
    """Sets the table into a flow."""

    def __init__(self, flow: Flow, words: Words, parent: Element) -> None:
        self._flow = flow
        self._words = words
        self._element = parent.add("Table")
        self._head = self._head_row()

    def draw(self, lines: tuple[LetterLine, ...]) -> None:
        """Set the head, a row for each line, and the total; the sums are carried from page to page."""
        charged = [*accumulate((line.charged for line in lines), initial=0)]
        paid = [*accumulate((line.paid for line in lines), initial=0)]
        total = self._sum_row("table.total", charged[-1], paid[-1])
        for index, line in enumerate(lines):
            slices = self._slices(line)
            if index == 0:
                self._draw_head(slices[0])
            elements = self._row_elements()
            for number, row in enumerate(slices):
                if index or number:
                    done = index + (number > 0)
                    self._make_room(row, self._sum_row("table.carried", charged[done], paid[done]))
                self._put(row, elements)
            self._flow.rule(self._flow.y, *((_THIN, _DARK) if index == len(lines) - 1 else (_HAIR, _PALE)))
        self._put(total, self._total_elements())
        self._flow.y += _BELOW_TABLE

    def _draw_head(self, first: _Row) -> None:
        self._flow.need(_height(self._head) + _height(first) + _sum_height())
        element = self._element.add("TR")
        self._put_head([element.add("TH", "/Scope/Column") for _ in self._head])

    def _put_head(self, elements: list[Element] | None) -> None:
        self._put(self._head, elements)
        self._flow.rule(self._flow.y, _THIN, _DARK)

    def _make_room(self, row: _Row, carried: _Row) -> None:
        """Turn the page, carrying the sum so far, if the row and a sum below it do not fit."""
        if _height(row) + _sum_height() <= self._flow.room:
            return
        self._put(carried, None)
        self._flow.turn()
        self._put_head(None)
        self._put(carried, None)
        self._flow.rule(self._flow.y, _HAIR, _PALE)

    def _put(self, row: _Row, elements: list[Element] | None) -> None:
        for index, cell in enumerate(row):
            self._flow.page.put(elements[index] if elements else None, cell.runs(self._flow.y + _PADDING))
        self._flow.y += _height(row)

    def _row_elements(self) -> list[Element]:
        element = self._element.add("TR")
        return [element.add("TH", "/Scope/Row"), *(element.add("TD") for _ in range(4))]

    def _total_elements(self) -> list[Element]:
        element = self._element.add("TR")
        return [element.add("TH", "/Scope/Row/ColSpan 2"), *(element.add("TD") for _ in range(3))]

    def _head_row(self) -> _Row:
        words, style = self._words, styles.CELL_HEAD
        return (
            _Cell(LEFT, (_block(words.say("table.position"), style, _POSITION_WIDTH),)),
            _Cell(_BENEFIT, (_block(words.say("table.benefit"), style, _BENEFIT_WIDTH),)),
            _Cell(_CHARGED, (_block(words.say("table.charged"), style, _AMOUNT_WIDTH),), ends=True),
            _Cell(_PAID, (_block(words.say("table.paid"), style, _AMOUNT_WIDTH),), ends=True),
            _Cell(_WHY, (_block(words.say("table.why"), style, _WHY_WIDTH),)),
        )

    def _sum_row(self, label: str, charged: int, paid: int) -> _Row:
        words, style = self._words, styles.CELL_STRONG
        return (
            _Cell(LEFT, (_line(words.say(label), style),)),
            _Cell(_CHARGED, (_line(words.amount(charged), style),), ends=True),
            _Cell(_PAID, (_line(words.amount(paid), style),), ends=True),
            _Cell(_WHY),
        )

    def _slices(self, line: LetterLine) -> list[_Row]:
        """The line's row, cut where it is too high for a page; amounts stand in the first slice."""
        why = [block for text in self._words.why(line) for block in _blocks(text)]
        first, *others = _portions(why)
        blank = (_Cell(LEFT), _Cell(_BENEFIT), _Cell(_CHARGED), _Cell(_PAID))
        return [
            (*self._facts(line), _Cell(_WHY, tuple(first))),
            *((*blank, _Cell(_WHY, tuple(portion))) for portion in others),
        ]

    def _facts(self, line: LetterLine) -> _Row:
        words = self._words
        charged = [_line(words.amount(line.charged), styles.CELL)]
        if line.original is not None:
            charged.append(_block(line.original, styles.CELL_QUIET, _AMOUNT_WIDTH))
        is_open = line.outcome in (Outcome.PENDING, Outcome.CONSENT)
        paid = words.say("table.open") if is_open else words.amount(line.paid)
        return (
            _Cell(LEFT, (_block(line.position, styles.CELL_QUIET, _POSITION_WIDTH),)),
            _Cell(
                _BENEFIT,
                (
                    _block(words.benefit(line.benefit), styles.CELL, _BENEFIT_WIDTH),
                    _block(words.days(line.first, line.last), styles.CELL_QUIET, _BENEFIT_WIDTH),
                ),
            ),
            _Cell(_CHARGED, tuple(charged), ends=True),
            _Cell(_PAID, (_line(paid, styles.CELL_QUIET if is_open else styles.CELL_STRONG),), ends=True),
        )


def _height(row: _Row) -> float:
    return max(cell.height for cell in row) + 2 * _PADDING


def _sum_height() -> float:
    return styles.CELL_LEADING + 2 * _PADDING


def _line(text: str, style: Style) -> Block:
    return Block(style, styles.CELL_LEADING, (text,))


def _block(text: str, style: Style, width: float) -> Block:
    return Block(style, styles.CELL_LEADING, wrap(text, style, width))


def _blocks(text: str) -> Iterator[Block]:
    """A reason as a block; in several if it alone is higher than a slice may be."""
    lines = wrap(text, styles.CELL, _WHY_WIDTH)
    most = int(_TALLEST / styles.CELL_LEADING)
    for start in range(0, len(lines), most):
        yield Block(styles.CELL, styles.CELL_LEADING, lines[start : start + most])


def _portions(blocks: list[Block]) -> list[list[Block]]:
    """The blocks in portions of at most the tallest slice's height, at least one portion."""
    portions: list[list[Block]] = [[]]
    used = 0.0
    for block in blocks:
        if portions[-1] and used + block.height > _TALLEST:
            portions.append([])
            used = 0.0
        portions[-1].append(block)
        used += block.height + _GAP
    return portions
