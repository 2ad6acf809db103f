"""Rows of claims, lines and facts as the rules want them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields

from caseworker.models.claims.rows import ClaimRow
from caseworker.models.claims.tables import Claim, Consent, Line
from caseworker.models.people.provider_tables import Provider
from caseworker.models.people.tables import Person
from caseworker.models.store.columns import cut, labelled, own
from caseworker.models.store.numbers import claim_number
from caseworker.models.store.prepared import Row
from caseworker.rules import case

# The fields of a line and of a consent as the rules name them; a line's facts and consent lie elsewhere.
_LINE = [field.name for field in fields(case.Line)]
_FACTS, _CONSENT = _LINE.index("facts"), _LINE.index("consent")
_ANSWER = [field.name for field in fields(case.Consent)]
_INVOICE = ("invoice_number", "invoice_date", "entered_by", "entered_at", "version")

CLAIM_COLUMNS = labelled(
    "claim",
    id=Claim.id,
    person_number=Person.number,
    **own(Claim, ("label", "received", "provider_id")),
    provider=Provider.name,
    **own(Claim, _INVOICE),
)
LINE_COLUMNS = labelled(
    "line", id=Line.label, **own(Line, [name for name in _LINE if name not in ("id", "facts", "consent")])
)
CONSENT_COLUMNS = labelled("consent", granted=Consent.granted, id=Consent.name, **own(Consent, _ANSWER[2:]))
_OF_CLAIM = cut(CLAIM_COLUMNS, "claim", ("id", *ClaimRow._fields[2:]))
_BEFORE_FACTS = cut(LINE_COLUMNS, "line", _LINE[:_FACTS])
_BEFORE_CONSENT = cut(LINE_COLUMNS, "line", _LINE[_FACTS + 1 : _CONSENT])
_AFTER_CONSENT = cut(LINE_COLUMNS, "line", _LINE[_CONSENT + 1 :])
_OF_CONSENT = cut((*LINE_COLUMNS, *CONSENT_COLUMNS), "consent", _ANSWER)

FactTable = dict[int | None, dict[str, bool]]


def claim_row(row: Row) -> ClaimRow:
    """The claim's own row out of one that begins with CLAIM_COLUMNS."""
    key, *rest = _OF_CLAIM(row)
    return ClaimRow(key, claim_number(key), *rest)


def line_of(row: Row, facts: Mapping[str, bool]) -> case.Line:
    """A line of the rules out of a row that begins with LINE_COLUMNS and CONSENT_COLUMNS."""
    answer = _OF_CONSENT(row)
    consent = None if answer[0] is None else case.Consent(*answer)
    values: Row = (*_BEFORE_FACTS(row), facts, *_BEFORE_CONSENT(row), consent, *_AFTER_CONSENT(row))
    return case.Line(*values)


def fact_table(rows: list[Row]) -> FactTable:
    """The facts that hold now, by line (None: the travel case); a later row overrides an earlier one."""
    table: FactTable = {}
    for line, name, value in rows:
        if value is None:
            table.get(line, {}).pop(name, None)
        else:
            table.setdefault(line, {})[name] = value
    return table
