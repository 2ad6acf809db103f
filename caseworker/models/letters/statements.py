"""The statement that enters a letter, compiled once."""

from __future__ import annotations

from caseworker.models.letters.tables import Letter
from caseworker.models.store.statements import insert_of

INSERT_LETTER = insert_of(Letter)
