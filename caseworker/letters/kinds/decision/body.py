"""A decision letter set on its pages, from the sender's name to the examiner's."""

from caseworker.letters.head import begin, draw_margins
from caseworker.letters.kinds.decision.record import DecisionRecord
from caseworker.letters.kinds.decision.table import Table
from caseworker.letters.kinds.decision.words import Words
from caseworker.letters.paper.prose import SECTION_GAP, Prose
from caseworker.letters.paper.sheet import Sheets


def titles(record: DecisionRecord) -> tuple[str, str]:
    """What the file calls itself: title and subject."""
    words = Words(record)
    return words.say("title", number=record.number), f"{words.say('reference.claim')} {record.claim_number}"


def set_letter(record: DecisionRecord) -> Sheets:
    """The letter's pages and elements; the record must be a printable one."""
    words = Words(record)
    prose = begin(words, words.references())
    _draw_opening(prose, words)
    Table(prose.flow, words, prose.root).draw(record.lines)
    asked = words.asked()
    if asked:
        prose.section(words.say("missing.heading"), words.missing_opening())
        prose.items(asked)
    prose.section(words.say("consent.heading"), words.consent())
    prose.section(words.say("payment.heading"), words.payment())
    prose.section(words.say("disagree.heading"), *words.disagree())
    prose.closing(words.say("closing"), record.insurer.name, record.decided_by)
    draw_margins(prose.flow.sheets, words)
    return prose.flow.sheets


def _draw_opening(prose: Prose, words: Words) -> None:
    prose.paragraph(words.place_date())
    prose.subject(words.subject())
    prose.paragraph(words.salutation())
    prose.paragraph(words.opening())
    replaced = words.replaced()
    if replaced is not None:
        prose.paragraph(replaced)
    prose.flow.y += SECTION_GAP
