"""The one bridge between the program and the person: what was done, what was refused, what is asked."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from caseworker.errors import Refusal
from caseworker.ui.kit import text

_log = logging.getLogger(__name__)


class Done(NamedTuple):
    """The last action, as the status line keeps it; `undo` takes it back, None where that is not possible."""

    text: str
    undo: Callable[[], None] | None = None


class Notice(NamedTuple):
    """What went wrong and how to go on."""

    message: str
    advice: str


class Question(NamedTuple):
    """Asked only before what cannot be undone, or where a reason is needed. `text` names the record."""

    title: str
    text: str
    yes: str
    wants_reason: bool = False


class Answer(NamedTuple):
    """Given with yes; no answer (None) is a no."""

    reason: str = ""


Asker = Callable[[Question], Answer | None]


class Messages(QObject):
    """Sends messages to whoever shows them; `asker` can be replaced, and is in tests."""

    done = Signal(object)  # Done
    notice = Signal(object)  # Notice, or None when there is nothing wrong any more

    def __init__(self, asker: Asker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.asker = asker

    def tell(self, said: str, undo: Callable[[], None] | None = None) -> None:
        """Say what was done."""
        self.clear()
        self.done.emit(Done(said, undo))

    def refuse(self, refusal: Refusal) -> None:
        """Say what the program will not do, and how to go on, in the language of the window."""
        from caseworker.wording.refusals import refusal_texts

        self.warn(*refusal_texts(refusal, text.language()))

    def warn(self, message: str, advice: str) -> None:
        """Say in the window's own words what is wrong, and how to go on."""
        self.notice.emit(Notice(message, advice))

    def fault(self, error: BaseException) -> None:
        """Say that the program failed. The log gets where, never with which values."""
        # The text of an error can hold a whole row of the store: only its kind and the way to it are logged.
        way = "".join(traceback.format_tb(error.__traceback__))
        _log.error("fault in an operation: %s\n%s", type(error).__name__, way)
        advice = text.say("kit.messages.fault_advice")
        self.notice.emit(Notice(text.say("kit.messages.fault", error=type(error).__name__), advice))

    def clear(self) -> None:
        """Take away what was wrong."""
        self.notice.emit(None)

    def ask(self, question: Question) -> Answer | None:
        """Ask, and wait for the answer; None is a no."""
        return self.asker(question)
