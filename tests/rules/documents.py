"""A case file as JSON, what is changed in it, and the error that reading it gives."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from caseworker.rules.case import Case
from caseworker.rules.casefile.fields import CaseFileError
from caseworker.rules.casefile.reader import CaseReader
from tests.rules.assessing import first_edition
from tests.support.case_files import Document, case_file, claim, treatment

LINE = "/claims/0/lines/0"


def document() -> Document:
    return case_file(
        claim(
            treatment(),
            {"id": "2", "benefit": "abroad.outpatient", "from": "2026-03-02", "charged": "10.00"},
            travel={"event_id": "E1", "event": "illness", "trip": "holiday", "country": "TH"},
        )
    )


def read(value: Any) -> Case:
    return CaseReader(first_edition()).read(value)


def error(value: Any) -> tuple[str, str]:
    with pytest.raises(CaseFileError) as told:
        read(value)
    return told.value.pointer, told.value.message


def at(place: Document, pointer: str) -> Any:
    found: Any = place
    for step in pointer.split("/")[1:]:
        found = found[int(step) if isinstance(found, list) else step]
    return found


def with_(pointer: str, value: Any) -> Document:
    """The document with another value at a pointer."""
    changed = deepcopy(document())
    above, _, key = pointer.rpartition("/")
    place = at(changed, above)
    place[int(key) if isinstance(place, list) else key] = value
    return changed


def without(pointer: str) -> Document:
    changed = deepcopy(document())
    above, _, key = pointer.rpartition("/")
    del at(changed, above)[key]
    return changed
