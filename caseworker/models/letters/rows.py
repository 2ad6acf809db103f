"""What the store gives of letters: frozen rows, never live objects."""

from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple


class LetterState(StrEnum):
    """Where a letter stands: it waits to go out, is held back, went out, or never will."""

    READY = "ready"
    HELD = "held"
    SENT = "sent"
    NOT_SENT = "not_sent"


class LetterRow(NamedTuple):
    """A letter entry: its frozen record with its hash; the bytes with theirs, None until it is drawn.

    `about_key` names the claim; `decision_number` is None for a letter that tells no decision, `answer_by`
    for one that asks for nothing.
    """

    number: str
    kind: str
    decision_number: str | None
    person_id: int
    about_kind: str | None
    about_key: str | None
    corrects: str | None
    recipient_kind: str
    language: str
    answer_by: date | None
    record: str
    record_sha256: str
    sha256: str | None
    content: bytes | None


class LetterListRow(NamedTuple):
    """A letter in a list: what it is, where it stands, without what it says."""

    number: str
    kind: str
    decision_number: str | None
    about_kind: str | None
    about_key: str | None
    answer_by: date | None
    at: datetime
    by: str
    state: LetterState


class LetterEventRow(NamedTuple):
    """What happened to a letter."""

    kind: str
    at: datetime
    by: str
    cause: str | None
