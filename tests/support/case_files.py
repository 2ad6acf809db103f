"""Case files as JSON: what the commands are given, and what the reader reads."""

from __future__ import annotations

from typing import Any

Document = dict[str, Any]


def case_file(*claims: Document) -> Document:
    """A woman of forty with Extensa, and what was claimed."""
    return {
        "as_of": "2026-11-30",
        "person": {"birth_date": "1985-07-14", "sex": "F"},
        "coverages": [{"tier": "extensa", "from": "2019-01-01", "to": None}],
        "claims": list(claims),
    }


def claim(*lines: Document, number: str = "C1", received: str = "2026-03-20", **more: Any) -> Document:
    """A claim of these lines."""
    return {"id": number, "received": received, **more, "lines": list(lines)}


def treatment(charged: str = "480.00", **more: Any) -> Document:
    """The first line of a claim: complementary medicine."""
    return {
        "id": "1",
        "benefit": "complementary.treatment",
        "from": "2026-03-02",
        "charged": charged,
        **more,
    }
