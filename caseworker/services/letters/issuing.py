"""Issuing the letter of a decision: drawn once from its frozen record, kept with its hash."""

from hashlib import sha256

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from caseworker import canonical
from caseworker.errors import Refusal
from caseworker.letters.drawing import draw_letter
from caseworker.letters.record import LetterRecord
from caseworker.models.claims.decision_tables import Decision
from caseworker.models.letters.queries import letter_of_decision
from caseworker.models.letters.rows import LetterRow
from caseworker.models.letters.tables import LetterFile
from caseworker.models.people.queries import LOCK_PERSON
from caseworker.models.people.tables import Person
from caseworker.models.store.numbers import decision_key
from caseworker.models.store.prepared import driver_of
from caseworker.rights import Right
from caseworker.services.audit.events import Chain, record
from caseworker.services.context import Context, needs


@needs(Right.LETTERS_READ)
def letter(session: Session, ctx: Context, decision_number: str) -> LetterRow:
    """The letter of a decision, without bytes where it was not drawn yet; Refusal if there is no decision."""
    return letter_of_decision(session, decision_number)


@needs(Right.LETTERS_READ)
def letter_record(session: Session, ctx: Context, decision_number: str) -> LetterRecord:
    """What a decision's letter says, for a preview; Refusal if it is not what was frozen."""
    return _record(letter_of_decision(session, decision_number))


@needs(Right.LETTERS_READ)
def issue_letter(session: Session, ctx: Context, decision_number: str) -> LetterRow:
    """The letter with its bytes: drawn the first time, afterwards the bytes that were kept.

    Refusal if what was frozen or kept has been tampered with.
    """
    found = letter_of_decision(session, decision_number)
    if found.content is not None:
        if sha256(found.content).hexdigest() != found.sha256:
            raise Refusal(
                "Letter {number} is not as it was kept.", "Run `caseworker store check`.", number=found.number
            )
        return found
    decision = decision_key(decision_number)
    asked = select(Person.id, Person.number).join(Decision, Decision.person_id == Person.id)
    person = Chain(*session.execute(asked.where(Decision.id == decision)).one())
    LOCK_PERSON.rows(driver_of(session), {"person": person.key})
    found = letter_of_decision(session, decision_number)
    if found.content is not None:
        return found
    content = draw_letter(_record(found))
    digest = sha256(content).hexdigest()
    year, number = (int(part) for part in found.number.split("-"))
    session.execute(
        insert(LetterFile).values(
            year=year, number=number, content=content, sha256=digest, by_whom=ctx.by, at=ctx.at
        )
    )
    record(session, ctx, person, "letter issued", found.number, {"sha256": digest})
    return found._replace(sha256=digest, content=content)


def _record(row: LetterRow) -> LetterRecord:
    if canonical.digest(row.record) != row.record_sha256:
        raise Refusal(
            "Letter {number} is not as it was frozen.", "Run `caseworker store check`.", number=row.number
        )
    return LetterRecord.from_json(row.record)
