"""Rows of claims, lines and facts as the rules want them."""

from __future__ import annotations

from collections.abc import Mapping

from caseworker.models.claims.rows import ClaimRow
from caseworker.models.claims.tables import Claim, Consent, Line
from caseworker.models.people.provider_tables import Provider
from caseworker.models.people.tables import Person
from caseworker.models.store.numbers import claim_number
from caseworker.models.store.prepared import Row
from caseworker.rules import case

CLAIM_COLUMNS = (
    Claim.id,
    Person.number,
    Claim.label,
    Claim.received,
    Claim.provider_id,
    Provider.name,
    Claim.invoice_number,
    Claim.invoice_date,
    Claim.entered_by,
    Claim.entered_at,
    Claim.version,
)


LINE_COLUMNS = (
    Line.label,
    Line.benefit,
    Line.first,
    Line.last,
    Line.charged,
    Line.currency,
    Line.rate,
    Line.other_payments,
    Line.tariff_amount,
    Line.assessed_amount,
    Line.country,
    Line.quantity,
    Line.bmi,
    Line.child_birth_date,
    Line.treatment_start,
    Line.episode,
    Line.received,
    Line.invoice_language,
    Line.return_reasonable_from,
)


CONSENT_COLUMNS = (
    Consent.granted,
    Consent.name,
    Consent.valid_from,
    Consent.valid_until,
    Consent.max_amount,
)


_WIDTH, _FACTS_AT, _CONSENT_AT = len(LINE_COLUMNS), 12, 18


FactTable = dict[int | None, dict[str, bool]]


def claim_row(head: Row) -> ClaimRow:
    """The claim's own row from the columns of CLAIM_COLUMNS."""
    return ClaimRow(head[0], claim_number(head[0]), *head[1:11])


def line_of(row: Row, facts: Mapping[str, bool]) -> case.Line:
    """A line of the rules from LINE_COLUMNS followed by CONSENT_COLUMNS."""
    granted = row[_WIDTH]
    consent = None if granted is None else case.Consent(granted, *row[_WIDTH + 1 : _WIDTH + 5])
    values: Row = (*row[:_FACTS_AT], facts, *row[_FACTS_AT:_CONSENT_AT], consent, *row[_CONSENT_AT:_WIDTH])
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
