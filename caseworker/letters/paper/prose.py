"""Running text: headings, paragraphs and lists one below the other, with the space that belongs between."""

from collections.abc import Iterable

from caseworker.letters.paper import styles
from caseworker.letters.paper.flow import LEFT, RIGHT, Flow, baseline
from caseworker.letters.paper.sheet import Element, Run
from caseworker.letters.paper.wrapping import wrap

PARAGRAPH_GAP = 6.5
SECTION_GAP = 6.0
_HEADING_GAP = 1.5
_ITEM_INDENT = 11.0
_ITEM_GAP = 2.5


class Prose:
    """Sets text into a flow, each piece as an element below `root`."""

    def __init__(self, flow: Flow, root: Element) -> None:
        self.flow = flow
        self.root = root

    def paragraph(self, text: str) -> None:
        """One paragraph."""
        self.flow.paragraph(self.root.add("P"), text, styles.BODY, styles.BODY_LEADING)
        self.flow.y += PARAGRAPH_GAP

    def subject(self, text: str) -> None:
        """What the letter is about, as its title."""
        self.flow.y += 2 * PARAGRAPH_GAP
        self.flow.paragraph(self.root.add("H1"), text, styles.SUBJECT, styles.SUBJECT_LEADING)
        self.flow.y += 1.5 * PARAGRAPH_GAP

    def heading(self, text: str) -> None:
        """A heading that stays with what follows."""
        flow = self.flow
        # With three lines below: a paragraph of three goes on no new page by halves.
        flow.need(SECTION_GAP + _HEADING_GAP + 4 * styles.BODY_LEADING)
        flow.space(SECTION_GAP)
        flow.paragraph(self.root.add("H2"), text, styles.HEADING, styles.BODY_LEADING)
        flow.y += _HEADING_GAP

    def together(self, heading: str, text: str) -> None:
        """A heading and its one paragraph, on one page."""
        lines = wrap(text, styles.BODY, RIGHT - LEFT)
        self.flow.need(SECTION_GAP + _HEADING_GAP + (1 + len(lines)) * styles.BODY_LEADING)
        self.section(heading, text)

    def section(self, heading: str, *texts: str | None) -> None:
        """A heading and its paragraphs; nothing where there is no text."""
        told = [text for text in texts if text is not None]
        if told:
            self.heading(heading)
        for text in told:
            self.paragraph(text)

    def items(self, texts: Iterable[str], after_heading: bool = False) -> None:
        """A list with dashes, close below the paragraph or the heading that introduces it."""
        if not after_heading:
            self.flow.y -= PARAGRAPH_GAP - _ITEM_GAP
        items = self.root.add("L")
        for text in texts:
            self._item(items.add("LI"), text)
        self.flow.y += PARAGRAPH_GAP - _ITEM_GAP

    def closing(self, greeting: str, sender: str, contact: str) -> None:
        """Greeting, sender and who answers questions, on one page."""
        flow, leading = self.flow, styles.BODY_LEADING
        flow.need(SECTION_GAP + 4 * leading)
        flow.space(SECTION_GAP)
        flow.paragraph(self.root.add("P"), greeting, styles.BODY, leading)
        flow.y += leading
        flow.paragraph(self.root.add("P"), sender, styles.STRONG, leading)
        flow.paragraph(self.root.add("P"), contact, styles.BODY, leading)

    def _item(self, element: Element, text: str) -> None:
        flow, style, leading = self.flow, styles.BODY, styles.BODY_LEADING
        flow.need(2 * leading)
        label = Run(LEFT, baseline(leading, flow.y), style, "– ")
        flow.page.put(element.add("Lbl"), [label])
        flow.paragraph(element.add("LBody"), text, style, leading, indent=_ITEM_INDENT)
        flow.y += _ITEM_GAP
