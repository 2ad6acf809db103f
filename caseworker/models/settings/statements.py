"""The statement that adds what was set."""

from __future__ import annotations

from caseworker.models.settings.tables import Setting
from caseworker.models.store.statements import insert_of

INSERT_SETTING = insert_of(Setting, returning=True)
