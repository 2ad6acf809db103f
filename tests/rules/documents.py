"""A case file as JSON, what is changed in it, and the error that reading it gives."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from caseworker.rules.case import Case
from caseworker.rules.casefile.fields import CaseFileError
from caseworker.rules.casefile.reader import CaseReader
from tests.rules.assessing import first_edition

Document = dict[str, Any]
LINE = "/claims/0/lines/0"


def document() -> Document:
    return {
        "as_of": "2026-11-30",
        "person": {"birth_date": "1985-07-14", "sex": "F"},
        "coverages": [{"tier": "extensa", "from": "2019-01-01", "to": None}],
        "claims": [
            {
                "id": "C1",
                "received": "2026-03-20",
                "travel": {"event_id": "E1", "event": "illness", "trip": "holiday", "country": "TH"},
                "lines": [
                    {
                        "id": "1",
                        "benefit": "complementary.treatment",
                        "from": "2026-03-02",
                        "charged": "480.00",
                    },
                    {"id": "2", "benefit": "abroad.outpatient", "from": "2026-03-02", "charged": "10.00"},
                ],
            }
        ],
    }


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
