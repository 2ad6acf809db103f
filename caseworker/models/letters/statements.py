"""The statements that enter a letter and what happens to it, compiled once."""

from __future__ import annotations

from caseworker.models.letters.tables import Letter, LetterEvent
from caseworker.models.store.statements import insert_of

INSERT_LETTER = insert_of(Letter)
INSERT_LETTER_EVENT = insert_of(LetterEvent)
