"""A request set on its pages, with a reply sheet for the desk and one for the trusted doctor."""

from caseworker.letters.head import begin, draw_margins
from caseworker.letters.kinds.request.record import Answer, RequestRecord
from caseworker.letters.kinds.request.reply import ReplySheets
from caseworker.letters.kinds.request.words import Words
from caseworker.letters.paper.prose import Prose
from caseworker.letters.paper.sheet import Sheets


def titles(record: RequestRecord) -> tuple[str, str]:
    """What the file calls itself: title and subject."""
    words = Words(record)
    title = words.ask("title", number=record.head.number)
    return title, f"{words.say('reference.claim')} {record.claim_number}"


def set_letter(record: RequestRecord) -> Sheets:
    """The letter's pages and elements; the record must be a printable one."""
    words = Words(record)
    prose = begin(words, words.references())
    prose.paragraph(words.place_date())
    prose.subject(words.subject())
    prose.paragraph(words.salutation())
    prose.paragraph(words.opening())
    prose.paragraph(words.by())
    _draw_questions(prose, words)
    prose.together(words.ask("then.heading"), words.ask("then", phone=record.head.insurer.phone))
    prose.together(words.ask("warning.heading"), record.warning)
    prose.closing(words.say("closing"), record.head.insurer.name, record.head.contact)
    replies = ReplySheets(prose, words)
    replies.draw()
    draw_margins(prose.flow.sheets, words)
    replies.draw_codes()
    return prose.flow.sheets


def _draw_questions(prose: Prose, words: Words) -> None:
    """Line by line what the desk needs; apart from it what only the trusted doctor may read."""
    for group in words.record.groups:
        asked = [words.question(each) for each in group.questions if each.answer is not Answer.MEDICAL]
        if asked:
            prose.heading(words.group(group))
            prose.items(asked, after_heading=True)
    medical = [words.question_of(*each) for each in words.record.asked(medical=True)]
    if medical:
        prose.together(words.ask("medical.heading"), words.ask("medical.opening"))
        prose.items(medical)
