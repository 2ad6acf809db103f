"""Asking for what is missing: the letter, the day until which the claim waits, the reminder."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from caseworker import __version__
from caseworker.errors import Refusal
from caseworker.letters.kinds.request.answers import answer_of
from caseworker.letters.kinds.request.record import Earlier, Group, Question, RequestRecord
from caseworker.letters.printable import unprintable
from caseworker.letters.record import Head, Insured, Invoice
from caseworker.models.claims.assessable import LOCK_PERSON_OF_CLAIM, Assessable, load_assessable
from caseworker.models.claims.decision_tables import AT_ONCE, Decision, Reversal
from caseworker.models.letters.queries import letter as letter_by_number
from caseworker.models.letters.queries import letters_about
from caseworker.models.letters.rows import LetterListRow, LetterState
from caseworker.models.store.numbers import claim_key, claim_number, letter_key
from caseworker.models.store.prepared import driver_of
from caseworker.models.work.rows import CLAIM, FACTS
from caseworker.rights import Right
from caseworker.rules.case import Line
from caseworker.rules.finding import ClaimFinding
from caseworker.rules.vocabulary import Outcome
from caseworker.services.audit.events import Chain, record
from caseworker.services.claims.assessing import assess
from caseworker.services.claims.letter_record import full_name, recipient_lines
from caseworker.services.context import Context, needs
from caseworker.services.letters.insurer import insurer_of
from caseworker.services.letters.issuing import NewLetter, drawable, enter, frozen, reserve
from caseworker.services.letters.sending import cancel_letter
from caseworker.services.work.items import hold, item_of, ready_again
from caseworker.settings import ANSWER_DAYS, REMINDER_DAYS, REQUEST_WARNING
from caseworker.wording.format import format_date
from caseworker.wording.languages import Language
from caseworker.wording.texts import fact_ask

KIND = "request"
TAKEN_BACK = "taken back at once"

Asked = frozenset[tuple[str, str]]  # line as the letter names it, fact


class NothingToAsk(Refusal):
    """Nothing is missing that the insured could tell."""


class AskedAlready(Refusal):
    """The claim waits for the answer to a letter that asked the same."""


class RequestRow(NamedTuple):
    """A request that was written; `reminds` is the number of the letter that it reminds of."""

    number: str
    claim_number: str
    person_number: str
    answer_by: date
    reminds: str | None


class Requested(NamedTuple):
    """What a claim waits for: the last letter that asked, and by when an answer is awaited."""

    number: str
    answer_by: date
    state: LetterState
    reminder: bool
    overdue: bool


@needs(Right.LETTERS_REQUEST)
def request_missing(session: Session, ctx: Context, claim: str) -> RequestRow:
    """Write the letter that asks for exactly what is missing; once its day has passed, the reminder.

    Refusal if nothing is missing (NothingToAsk), or if an answer is still awaited (AskedAlready). It can be
    undone until it was sent.
    """
    driver = driver_of(session)
    key = claim_key(claim)
    LOCK_PERSON_OF_CLAIM.rows(driver, {"claim": key})
    assessable = load_assessable(session, key, for_deciding=True)
    finding = assess(assessable, ctx).finding
    groups = _groups(assessable, finding)
    if not groups:
        raise _nothing(assessable.row.number)
    missing = _of_groups(groups)
    before = _requests(session, assessable.row.number)
    _must_be_due(session, ctx, assessable, before, missing)
    earlier = _reminds(before, missing)
    number = reserve(driver, ctx)
    answer_by = ctx.today + timedelta(days=ctx.settings.of(ANSWER_DAYS if earlier is None else REMINDER_DAYS))
    letter = _record(ctx, assessable, finding, groups, number.text, answer_by, earlier)
    told = drawable(letter)
    about = ("claim", assessable.row.number)
    new = NewLetter(number, letter, told, assessable.person_id, about, answer_by=answer_by)
    digest = enter(driver, ctx, new)
    data = {"kind": KIND, "claim": assessable.row.number, "sha256": digest, "answer_by": answer_by}
    person = Chain(assessable.person_id, assessable.row.person_number)
    record(session, ctx, person, "letter entered", number.text, data, f"claim:{assessable.row.number}")
    # An answer is awaited on its last day too: the claim is back the day after.
    hold(session, ctx, CLAIM, assessable.row.number, answer_by + timedelta(days=1), number.text, FACTS)
    ctx.can_be_undone(withdraw_request, number.text)
    reminds = None if earlier is None else earlier.number
    return RequestRow(number.text, assessable.row.number, assessable.row.person_number, answer_by, reminds)


@needs(Right.LETTERS_REQUEST)
def withdraw_request(session: Session, ctx: Context, number: str) -> None:
    """Call a request off before it was sent: its number stays, the claim waits no more."""
    letter = letter_by_number(session, number)
    if letter.kind != KIND:
        raise Refusal("Letter {number} asks for nothing.", "Give the number of a request.", number=number)
    cancel_letter(session, ctx, number, TAKEN_BACK)
    said = frozen(letter)
    assert isinstance(said, RequestRecord)
    item = item_of(session, ctx, CLAIM, said.claim_number)
    if item is not None and item.held_why == letter.number and item.is_held(ctx.today):
        ready_again(session, ctx, CLAIM, said.claim_number)
    ctx.cannot_be_undone()


@needs(Right.CLAIMS_READ)
def requested(session: Session, ctx: Context, claim: str) -> Requested | None:
    """For which answer a claim waits, and whether its day has passed; None where it waits for none.

    What was asked for and is known now, or a later decision, ends the wait.
    """
    key = claim_key(claim)
    before = _requests(session, claim_number(key))
    if not before:
        return None
    assessable = load_assessable(session, key)
    missing = _of_groups(_groups(assessable, assess(assessable, ctx).finding))
    return _awaited(session, ctx, assessable, before, missing)


_Before = Mapping[LetterListRow, RequestRecord]


def _requests(session: Session, claim: str) -> _Before:
    """The claim's requests that were not called off, with what they said, in the order of their writing."""
    found: dict[LetterListRow, RequestRecord] = {}
    for row in letters_about(session, claim, KIND):
        if row.state is not LetterState.NOT_SENT:
            said = frozen(letter_by_number(session, row.number))
            assert isinstance(said, RequestRecord)
            found[row] = said
    return found


def _awaited(
    session: Session, ctx: Context, assessable: Assessable, before: _Before, missing: Asked
) -> Requested | None:
    if not before:
        return None
    last, said = list(before.items())[-1]
    answered = not _of_groups(said.groups) <= missing
    if answered or _decided_after(session, assessable.row.id, last.number):
        return None
    overdue = said.answer_by < ctx.today
    return Requested(last.number, said.answer_by, last.state, said.earlier is not None, overdue)


def _decided_after(session: Session, claim: int, letter: str) -> bool:
    """Whether the claim was decided after a letter, and not taken back at once: letters are in order."""
    place = letter_key(letter)
    told = select(Reversal.decision_id).where(Reversal.code == AT_ONCE)
    asked = select(Decision.letter_year, Decision.letter_number).where(
        Decision.claim_id == claim, Decision.id.not_in(told)
    )
    return any((row.letter_year, row.letter_number) > (place or (0, 0)) for row in session.execute(asked))


def _must_be_due(
    session: Session, ctx: Context, assessable: Assessable, before: _Before, missing: Asked
) -> None:
    """Refusal while an answer to a letter that asked the same is awaited."""
    awaited = _awaited(session, ctx, assessable, before, missing)
    if awaited is None or awaited.overdue:
        return
    said = list(before.values())[-1]
    if missing <= _of_groups(said.groups):
        raise AskedAlready(
            "Claim {claim} waits for the answer to letter {number} until {day}.",
            "A reminder can be written when that day has passed.",
            claim=assessable.row.number,
            number=awaited.number,
            day=format_date(awaited.answer_by),
        )


def _reminds(before: _Before, missing: Asked) -> Earlier | None:
    """The first letter that asked for all that is missing now."""
    for row, said in before.items():
        if missing <= _of_groups(said.groups):
            return Earlier(row.number, said.head.issued)
    return None


def _of_groups(groups: Iterable[Group]) -> Asked:
    return frozenset(
        (position, question.fact)
        for group in groups
        for position in group.positions
        for question in group.questions
    )


def _groups(assessable: Assessable, finding: ClaimFinding) -> tuple[Group, ...]:
    """What is missing, each question once, told with the lines that it is about; in the lines' order."""
    language = _language(assessable)
    lines = {line.id: line for line in assessable.claim.lines}
    names = {line.id: _position(line.id, at) for at, line in enumerate(finding.lines, start=1)}
    wanted: dict[Question, list[str]] = {}
    for line in finding.lines:
        for missing in line.missing:
            how = answer_of(missing.fact)
            if how is not None:
                article = missing.citation.article
                text = fact_ask(missing.fact, language, article)
                wanted.setdefault(Question(missing.fact, article, text, how), []).append(line.id)
    together: dict[tuple[str, ...], list[Question]] = {}
    for question, ids in wanted.items():
        together.setdefault(tuple(ids), []).append(question)
    return tuple(
        _group([lines[each] for each in ids], [names[each] for each in ids], questions)
        for ids, questions in together.items()
    )


def _group(lines: list[Line], positions: list[str], questions: list[Question]) -> Group:
    return Group(
        positions=tuple(positions),
        benefits=tuple(dict.fromkeys(line.benefit for line in lines)),
        first=min(line.first for line in lines),
        last=max(line.last for line in lines),
        questions=tuple(questions),
    )


def _position(line: str, at: int) -> str:
    """How a letter names a line: by its own name, by its place where a letter cannot show that."""
    return line if unprintable(line) is None else str(at)


def _language(assessable: Assessable) -> Language:
    return Language(assessable.deciding.addressee.language) if assessable.deciding else Language.ENGLISH


def _record(
    ctx: Context,
    assessable: Assessable,
    finding: ClaimFinding,
    groups: tuple[Group, ...],
    number: str,
    answer_by: date,
    earlier: Earlier | None,
) -> RequestRecord:
    assert assessable.deciding is not None
    row, addressee = assessable.row, assessable.deciding.addressee
    language = _language(assessable)
    insured = Insured(
        addressee.name,
        addressee.given_name,
        assessable.person.sex,
        assessable.person.birth_date,
        row.person_number,
    )
    editions = sorted({part.edition for line in finding.lines for part in line.parts if part.edition})
    return RequestRecord(
        head=Head(
            number=number,
            issued=ctx.today,
            language=language,
            recipient=recipient_lines(addressee, full_name(addressee, row.person_number)),
            insured=insured,
            insurer=insurer_of(ctx.settings, language),
            contact=ctx.by,
            edition=", ".join(editions),
            program=__version__,
        ),
        claim_number=row.number,
        invoice=Invoice(row.provider or "", row.invoice_date, row.invoice_number, row.received),
        groups=groups,
        answer_by=answer_by,
        warning=ctx.settings.of(REQUEST_WARNING, language),
        part=any(line.outcome is not Outcome.PENDING for line in finding.lines),
        earlier=earlier,
    )


def _nothing(claim: str) -> NothingToAsk:
    return NothingToAsk(
        "Nothing is missing in claim {claim} that could be asked for.",
        "Decide it, or note the trusted doctor's answer when it is there.",
        claim=claim,
    )
