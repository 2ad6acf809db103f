"""Made-up requests for the tests."""

from datetime import date
from typing import Any

from caseworker.letters.kinds.request.record import Answer, Earlier, Group, Question, RequestRecord
from caseworker.letters.record import Head, Invoice
from caseworker.wording.catalogue import say
from caseworker.wording.texts import fact_ask
from tests.letters.samples import letter

EARLIER = Earlier("2026-000101", date(2026, 2, 12))


def question(fact: str, article: str, answer: Answer, language: str) -> Question:
    """A question as it is asked in a language."""
    return Question(fact, article, fact_ask(fact, language, article), answer)


def request(language: str = "de", **changes: Any) -> RequestRecord:
    """A request with a question of every kind; anything in it can be changed by name."""
    day = date(2026, 3, 2)

    def asked(fact: str, article: str, answer: Answer) -> Question:
        return question(fact, article, answer, language)

    both = (
        asked("prescribed", "26.2", Answer.PAPER),
        asked("provider_recognised", "30.2.b", Answer.WORDS),
    )
    second = (
        asked("cure_indicated", "12.3", Answer.MEDICAL),
        asked("treatment_plan", "12.3", Answer.MEDICAL),
        asked("prior_request", "12.4", Answer.DATE),
    )
    third = (
        asked("quantity", "20.1", Answer.NUMBER),
        asked("institutional_stay", "20.3", Answer.YES_NO),
    )
    head: Head = letter(language, edition="1").head
    values: dict[str, Any] = {
        "head": head,
        "claim_number": "C4711",
        "invoice": Invoice("Praxis am Brunnen", date(2026, 3, 9), "R-2026/118", date(2026, 3, 12)),
        "groups": (
            Group(("1", "2"), ("specific.psychotherapy",), day, date(2026, 3, 9), both),
            Group(("3",), ("cure.thermal",), date(2026, 2, 1), date(2026, 2, 14), second),
            Group(("4", "5", "6"), ("home_help", "childcare"), day, day, third),
        ),
        "answer_by": date(2026, 4, 19),
        "warning": say("letters.request.warning", language),
        "part": False,
    }
    return RequestRecord(**{**values, **changes})
