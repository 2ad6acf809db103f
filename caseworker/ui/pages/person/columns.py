"""The columns of the person page's tables."""

from __future__ import annotations

from caseworker.models.claims.rows import EntryRow
from caseworker.models.letters.rows import LetterState
from caseworker.models.people.rows import RelativeRow
from caseworker.services.people.rows import ClaimSummary, LetterSummary
from caseworker.ui.kit import text, words
from caseworker.ui.kit.house import day_of
from caseworker.ui.kit.table import Cell, Column
from caseworker.wording.format import NOT_RECORDED, format_date, format_rappen, format_span


def claim_state(line: ClaimSummary) -> Cell:
    """Where a claim stands, in one word."""
    if line.open_lines:
        return Cell(text.say("person.state.open"), "waiting", chip=True)
    if line.is_withdrawn:
        return Cell(text.say("person.state.withdrawn"), "muted", chip=True)
    if line.amount:
        return Cell(text.say("person.state.paid"), "positive", chip=True)
    return Cell(text.say("person.state.refused"), "negative", chip=True)


def claim_columns() -> list[Column[ClaimSummary]]:
    """Claims, the latest first."""
    return [
        Column(lambda: text.say("words.claim"), lambda c: Cell(c.number), 7),
        Column(
            lambda: text.say("person.column.treated"),
            lambda c: Cell(format_date(c.first) if c.first else NOT_RECORDED, "muted"),
            10,
        ),
        Column(
            lambda: text.say("words.column.provider"),
            lambda c: Cell(c.provider or NOT_RECORDED, "" if c.provider else "muted"),
        ),
        Column(
            lambda: text.say("words.column.charged"),
            lambda c: Cell(format_rappen(c.charged), "muted"),
            9,
            right=True,
            gives_way=True,
        ),
        Column(
            lambda: text.say("person.column.paid"),
            lambda c: Cell(NOT_RECORDED if c.amount is None else format_rappen(c.amount), strong=True),
            9,
            right=True,
        ),
        Column(lambda: "", claim_state, 11),
    ]


def letter_state(line: LetterSummary) -> Cell:
    """Where a letter stands; that its decision was taken back, where it was."""
    if not line.in_force and line.state is not LetterState.NOT_SENT:
        return Cell(text.say("words.reversed"), "negative", chip=True)
    return Cell(words.letter_state(line.state), words.letter_tone(line.state), chip=True)


def letter_columns() -> list[Column[LetterSummary]]:
    """Letters, the latest first."""
    return [
        Column(lambda: text.say("words.letter"), lambda x: Cell(x.number), 13),
        Column(
            lambda: text.say("person.column.date"),
            lambda x: Cell(format_date(day_of(x.at)), "muted"),
            10,
        ),
        Column(lambda: text.say("words.letter_kind"), lambda x: Cell(words.letter_kind(x.kind))),
        Column(lambda: text.say("words.claim"), lambda x: Cell(x.claim_number), 8, gives_way=True),
        Column(
            lambda: text.say("person.column.paid"),
            lambda x: Cell(NOT_RECORDED if x.amount is None else format_rappen(x.amount), strong=True),
            10,
            right=True,
        ),
        Column(lambda: "", letter_state, 11),
    ]


def relative_columns() -> list[Column[RelativeRow]]:
    """The family and the household."""
    return [
        Column(lambda: "", lambda r: Cell(words.relation(r.relation), "muted"), 16),
        Column(
            lambda: text.say("person.column.name"),
            lambda r: Cell(f"{r.name} {r.given_name}", strong=True),
        ),
        Column(lambda: text.say("words.born"), lambda r: Cell(format_date(r.birth_date)), 10),
        Column(
            lambda: text.say("words.tier_title"),
            lambda r: Cell(words.tier(r.tier)) if r.tier else Cell(text.say("words.no_cover"), "negative"),
            14,
        ),
    ]


def use_columns() -> list[Column[EntryRow]]:
    """What was taken from a limit, in the order in which it was booked."""
    return [
        Column(lambda: text.say("words.claim"), lambda u: Cell(u.claim_number), 7),
        Column(
            lambda: text.say("person.column.treated"),
            lambda u: Cell(format_span(u.first, u.last), "muted"),
            19,
        ),
        Column(lambda: text.say("words.benefit"), lambda u: Cell(words.benefit(u.benefit))),
        Column(
            lambda: text.say("person.column.decided"),
            lambda u: Cell(f"{u.decision_number}, {format_date(day_of(u.at))}", "muted"),
            17,
            gives_way=True,
        ),
        Column(
            lambda: text.say("person.column.taken"),
            lambda u: Cell(words.quantity(u.amount, u.unit), "negative" if u.counter else "", strong=True),
            10,
            right=True,
        ),
    ]
