"""The reply sheets of a request: a block to fill in for each question, a code that names the claim.

One sheet is for the desk; what only the trusted doctor may read goes with one of its own.
"""

from collections.abc import Sequence

from reportlab.lib.units import mm

from caseworker.letters.head import WINDOW_TOP, address_lines
from caseworker.letters.kinds.request.record import Answer, Group, Question
from caseworker.letters.kinds.request.words import Words
from caseworker.letters.paper import styles
from caseworker.letters.paper.datamatrix import code
from caseworker.letters.paper.flow import LEFT, RIGHT, Block, baseline, runs
from caseworker.letters.paper.prose import PARAGRAPH_GAP, Prose
from caseworker.letters.paper.sheet import Page, Rule, Run
from caseworker.letters.paper.wrapping import wrap

_CODE_LEFT, _CODE_TOP = 8 * mm, 24 * mm
_MODULE = 0.5 * mm
_TOP = 42 * mm
"""Where the text of a reply sheet begins: below its code."""
_TITLE_TOP = 100 * mm
_BOX = 3.4 * mm
_LINE_HEIGHT = 8.5 * mm
_INDENT = 7 * mm
_BLOCK_GAP = 3.5 * mm
_INK, _THIN = 0.35, 0.5
_DESK, _DOCTOR = "A", "M"
"""How the code tells the desk's sheet from the trusted doctor's, which nobody else may open."""

Asked = Sequence[tuple[Group, Question]]


class ReplySheets:
    """Draws the sheets behind the letter."""

    def __init__(self, prose: Prose, words: Words) -> None:
        self._prose, self._flow, self._words = prose, prose.flow, words
        self._sheets: list[tuple[str, list[Page]]] = []

    def draw(self) -> None:
        """A sheet for the desk and one for the trusted doctor, where there is something to answer."""
        self._flow.top = _TOP
        record = self._words.record
        for medical in (False, True):
            asked = record.asked(medical)
            if asked:
                self._draw_sheet(asked, medical)

    def draw_codes(self) -> None:
        """On each page a DataMatrix: claim, letter, sheet, page and how many; in small print too."""
        record = self._words.record
        for sheet, pages in self._sheets:
            for number, page in enumerate(pages, start=1):
                of = f"{sheet}{number}/{len(pages)}"
                told = "|".join((record.claim_number, record.head.number, of))
                shape = code(told, _CODE_LEFT, _CODE_TOP, _MODULE)
                beside = max(left + width for left, _, width, _ in shape) + 3 * mm
                page.shapes.append(shape)
                page.put(None, [Run(beside, _CODE_TOP + 5 * mm, styles.CODE, told)])

    def _draw_sheet(self, asked: Asked, medical: bool) -> None:
        flow, words, prose = self._flow, self._words, self._prose
        flow.turn()
        before = len(flow.sheets.pages) - 1
        part = ".medical" if medical else ""
        self._draw_addresses(medical)
        flow.y = max(flow.y + PARAGRAPH_GAP, _TITLE_TOP)
        flow.paragraph(
            prose.root.add("H2"), words.ask(f"reply{part}.title"), styles.SUBJECT, styles.SUBJECT_LEADING
        )
        flow.y += PARAGRAPH_GAP
        prose.paragraph(words.ask(f"reply{part}.how", date=words.day(words.record.answer_by)))
        for count, (group, question) in enumerate(asked, start=1):
            self._draw_block(str(count), group, question)
        flow.need(_LINE_HEIGHT * 1.6)
        flow.y += _LINE_HEIGHT * 0.6
        self._field(words.ask("field.signature"))
        self._sheets.append((_DOCTOR if medical else _DESK, flow.sheets.pages[before:]))

    def _draw_addresses(self, medical: bool) -> None:
        """Where the sheet goes, in the window of an envelope; on the left who sends it."""
        words, flow, root = self._words, self._flow, self._prose.root
        insurer = words.head.insurer
        to = [insurer.name, *insurer.address]
        if medical:
            to.insert(1, words.ask("reply.medical.to"))
        flow.page.put(root.add("P"), address_lines(to))
        label = Block(styles.LABEL, styles.VALUE_LEADING, (words.ask("reply.sender"),))
        flow.page.put(root.add("P"), runs(label, LEFT, WINDOW_TOP))
        name, address = words.insured_name(), words.head.recipient
        lines = address if any(name in line for line in address) else (name, *address)
        about = (
            f"{words.say('reference.insured_number')} {words.head.insured.number}",
            f"{words.say('reference.claim')} {words.record.claim_number}",
        )
        told = [part for line in (*lines, *about) for part in wrap(line, styles.VALUE, 88 * mm)]
        block = Block(styles.VALUE, styles.VALUE_LEADING, told)
        top = WINDOW_TOP + styles.VALUE_LEADING
        flow.page.put(root.add("P"), runs(block, LEFT, top))
        flow.y = top + block.height

    def _draw_block(self, count: str, group: Group, question: Question) -> None:
        flow, words = self._flow, self._words
        text = words.ask("reply.item", count=count, text=words.question_of(group, question))
        lines = wrap(text, styles.BODY, RIGHT - LEFT)
        flow.need(len(lines) * styles.BODY_LEADING + _LINE_HEIGHT * _ROWS[question.answer] + _BLOCK_GAP)
        flow.paragraph(self._prose.root.add("P"), text, styles.BODY, styles.BODY_LEADING)
        self._draw_fields(question.answer)
        flow.y += _BLOCK_GAP

    def _draw_fields(self, answer: Answer) -> None:
        words = self._words
        if answer is Answer.PAPER:
            self._boxes("box.enclosed")
            self._boxes("box.not_there", line=True)
        elif answer is Answer.MEDICAL:
            self._boxes("box.enclosed", "box.sent_by_doctor")
        elif answer is Answer.YES_NO:
            self._boxes("box.yes", "box.no")
            self._field(words.ask("field.remark"))
        elif answer is Answer.WORDS:
            self._field("")
            self._field("")
        else:
            self._field(words.ask("field.date" if answer is Answer.DATE else "field.number"))

    def _boxes(self, *keys: str, line: bool = False) -> None:
        """Boxes to tick beside their words, with a line to write on behind the last of them."""
        flow, root = self._flow, self._prose.root
        x, y = LEFT + _INDENT, flow.y + (_LINE_HEIGHT - _BOX) / 2
        for key in keys:
            text = self._words.ask(key)
            self._box(x, y)
            base = baseline(styles.BODY_LEADING, y + (_BOX - styles.BODY_LEADING) / 2)
            flow.page.put(root.add("P"), [Run(x + _BOX + 2 * mm, base, styles.BODY, text)])
            x += _BOX + 4 * mm + styles.BODY.width(text)
            x += 0 if line else 12 * mm
        if line:
            flow.page.rules.append(Rule(x, y + _BOX, RIGHT, y + _BOX, _INK, _THIN))
        flow.y += _LINE_HEIGHT

    def _field(self, label: str) -> None:
        """A line to write on, its label before it."""
        flow = self._flow
        x, y = LEFT + _INDENT, flow.y + _LINE_HEIGHT - 1.2 * mm
        if label:
            flow.page.put(self._prose.root.add("P"), [Run(x, y - 1, styles.LABEL, label)])
            x += styles.LABEL.width(label) + 3 * mm
        flow.page.rules.append(Rule(x, y, RIGHT, y, _INK, _THIN))
        flow.y += _LINE_HEIGHT

    def _box(self, x: float, y: float) -> None:
        right, below = x + _BOX, y + _BOX
        for line in ((x, y, right, y), (right, y, right, below), (right, below, x, below), (x, below, x, y)):
            self._flow.page.rules.append(Rule(*line, 0.6, 0.25))


_ROWS = {
    Answer.PAPER: 2,
    Answer.YES_NO: 2,
    Answer.WORDS: 2,
    Answer.DATE: 1,
    Answer.NUMBER: 1,
    Answer.MEDICAL: 1,
}
"""How many rows an answer takes."""
