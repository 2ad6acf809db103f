"""A decision letter set on its pages, from the sender's name to the examiner's."""

from reportlab.lib.units import mm

from caseworker.letters.kinds.decision.head import draw_head, draw_margins
from caseworker.letters.kinds.decision.table import Table
from caseworker.letters.kinds.decision.words import Words
from caseworker.letters.paper import styles
from caseworker.letters.paper.flow import LEFT, Flow, baseline
from caseworker.letters.paper.sheet import Element, Run, Sheets
from caseworker.letters.record import LetterRecord

_DATE_TOP = 98 * mm
_PARAGRAPH_GAP = 6.5
_SECTION_GAP = 6.0
_HEADING_GAP = 1.5
_ITEM_INDENT = 11.0
_ITEM_GAP = 2.5


def set_letter(record: LetterRecord) -> Sheets:
    """The letter's pages and elements; the record must be a printable one."""
    words = Words(record)
    root = Element("Document", None)
    sheets = Sheets(root)
    flow = Flow(sheets, _DATE_TOP)
    reached = draw_head(flow.page, root, record, words)
    flow.y = max(flow.y, reached + _PARAGRAPH_GAP)
    _Body(record, words, flow, root).draw()
    draw_margins(sheets, record, words)
    return sheets


class _Body:
    """The running text."""

    def __init__(self, record: LetterRecord, words: Words, flow: Flow, root: Element) -> None:
        self._record = record
        self._words = words
        self._flow = flow
        self._root = root

    def draw(self) -> None:
        self._draw_opening()
        Table(self._flow, self._words, self._root).draw(self._record.lines)
        self._draw_missing()
        self._draw_section("consent.heading", self._words.consent())
        self._draw_section("payment.heading", self._words.payment())
        review, court = (self._words.say(f"disagree.{part}") for part in ("review", "court"))
        self._draw_section("disagree.heading", review, court)
        self._draw_closing()

    def _draw_opening(self) -> None:
        record, words, flow = self._record, self._words, self._flow
        self._paragraph(
            words.say("place_date", place=record.insurer.place, date=words.long_day(record.issued))
        )
        flow.y += 2 * _PARAGRAPH_GAP
        flow.paragraph(self._root.add("H1"), words.subject(), styles.SUBJECT, styles.SUBJECT_LEADING)
        flow.y += 1.5 * _PARAGRAPH_GAP
        self._paragraph(words.salutation())
        self._paragraph(words.opening())
        replaced = words.replaced()
        if replaced is not None:
            self._paragraph(replaced)
        flow.y += _SECTION_GAP

    def _draw_missing(self) -> None:
        asked = self._words.asked()
        if not asked:
            return
        self._heading("missing.heading")
        self._paragraph(self._words.missing_opening())
        self._flow.y -= _PARAGRAPH_GAP - _ITEM_GAP
        items = self._root.add("L")
        for text in asked:
            self._item(items.add("LI"), text)
        self._flow.y += _PARAGRAPH_GAP - _ITEM_GAP

    def _draw_section(self, heading: str, *texts: str | None) -> None:
        """A heading and its paragraphs; nothing where there is no text."""
        told = [text for text in texts if text is not None]
        if told:
            self._heading(heading)
        for text in told:
            self._paragraph(text)

    def _draw_closing(self) -> None:
        """Greeting, sender and examiner, on one page."""
        flow, leading = self._flow, styles.BODY_LEADING
        flow.need(_SECTION_GAP + 4 * leading)
        flow.space(_SECTION_GAP)
        flow.paragraph(self._root.add("P"), self._words.say("closing"), styles.BODY, leading)
        flow.y += leading
        flow.paragraph(self._root.add("P"), self._record.insurer.name, styles.STRONG, leading)
        flow.paragraph(self._root.add("P"), self._record.decided_by, styles.BODY, leading)

    def _heading(self, key: str) -> None:
        flow = self._flow
        # With three lines below: a paragraph of three goes on no new page by halves.
        flow.need(_SECTION_GAP + _HEADING_GAP + 4 * styles.BODY_LEADING)
        flow.space(_SECTION_GAP)
        flow.paragraph(self._root.add("H2"), self._words.say(key), styles.HEADING, styles.BODY_LEADING)
        flow.y += _HEADING_GAP

    def _paragraph(self, text: str) -> None:
        self._flow.paragraph(self._root.add("P"), text, styles.BODY, styles.BODY_LEADING)
        self._flow.y += _PARAGRAPH_GAP

    def _item(self, element: Element, text: str) -> None:
        flow, style, leading = self._flow, styles.BODY, styles.BODY_LEADING
        flow.need(2 * leading)
        label = Run(LEFT, baseline(leading, flow.y), style, "– ")
        flow.page.put(element.add("Lbl"), [label])
        flow.paragraph(element.add("LBody"), text, style, leading, indent=_ITEM_INDENT)
        flow.y += _ITEM_GAP
