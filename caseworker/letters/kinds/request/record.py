"""What a request is drawn from: what was asked, in the words it was asked in, and by when."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from caseworker import canonical
from caseworker.letters.record import Head, Invoice, must

FORMAT = 1
"""The form of the JSON: a record of another form is refused, not guessed at."""


class Answer(StrEnum):
    """How a question is answered: on the sheet, with a paper, or to the trusted doctor alone."""

    PAPER = "paper"
    YES_NO = "yes_no"
    DATE = "date"
    NUMBER = "number"
    WORDS = "words"
    MEDICAL = "medical"


@dataclass(frozen=True, slots=True)
class Question:
    """A fact or paper that is missing, the article that asks for it, and the sentence to the insured."""

    fact: str
    article: str
    text: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class Group:
    """What is asked about some lines of the invoice, whose days lie between `first` and `last`."""

    positions: tuple[str, ...]
    benefits: tuple[str, ...]
    first: date
    last: date
    questions: tuple[Question, ...]

    def __post_init__(self) -> None:
        must(bool(self.positions) and bool(self.questions), "a question is about a line")


@dataclass(frozen=True, slots=True)
class Earlier:
    """The letter that a reminder reminds of."""

    number: str
    issued: date


@dataclass(frozen=True, slots=True)
class RequestRecord:
    """Everything that a request says; `part`: other lines of the invoice do not wait for it."""

    head: Head
    claim_number: str
    invoice: Invoice
    groups: tuple[Group, ...]
    answer_by: date
    warning: str
    part: bool
    earlier: Earlier | None = None
    format: int = field(default=FORMAT)

    def __post_init__(self) -> None:
        must(self.format == FORMAT, f"request format {self.format} is not {FORMAT}")
        must(bool(self.groups), "a request asks for something")
        must(self.answer_by > self.head.issued, "an answer is awaited on a later day")

    @property
    def kind(self) -> str:
        """As it stands in `KINDS`."""
        return "request"

    def asked(self, medical: bool) -> list[tuple[Group, Question]]:
        """The questions to the trusted doctor, or all others, in order, each with the lines it is about."""
        return [
            (group, question)
            for group in self.groups
            for question in group.questions
            if (question.answer is Answer.MEDICAL) == medical
        ]

    def to_json(self) -> str:
        """The record as canonical JSON: the same record gives the same text, on any machine."""
        return canonical.dumps(self)

    @classmethod
    def from_json(cls, text: str) -> "RequestRecord":
        """The record that `to_json` told; `ValueError` names the place of what is wrong in it."""
        return canonical.loads(cls, text)


def read(text: str) -> RequestRecord:
    """The record of a request from its JSON; `ValueError` where it does not fit."""
    return RequestRecord.from_json(text)
