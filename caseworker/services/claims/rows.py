"""Adding the rows of one claim: lines with their consents and facts, and who says so."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from caseworker.models.claims.statements import INSERT_CONSENT, INSERT_FACT, INSERT_LINE
from caseworker.models.claims.tables import OPEN
from caseworker.models.store.prepared import Driver
from caseworker.rules import case
from caseworker.services.context import Context


class Adding:
    """Adds lines, facts and consents of one claim; facts go in together at the end."""

    def __init__(self, driver: Driver, ctx: Context, person_id: int, claim_id: int, source: str) -> None:
        self._driver, self._ctx, self._source = driver, ctx, source
        self._person_id, self._claim_id = person_id, claim_id
        self._facts: list[dict[str, Any]] = []
        self._consents: dict[case.Consent, int] = {}

    def line(self, position: int, line: case.Line) -> int:
        """A new open line with its consent and facts; its key."""
        consent = None if line.consent is None else self.consent(line.consent)
        row = INSERT_LINE.row(
            self._driver,
            {
                **line_values(line),
                "claim_id": self._claim_id,
                "position": position,
                "consent_id": consent,
                "state": OPEN,
                "waits": None,
                "decision_id": None,
            },
        )
        assert row is not None
        key: int = row[0]
        self.facts(key, line.facts)
        return key

    def consent(self, consent: case.Consent) -> int:
        """The doctor's answer; the same answer under the same name is kept once for a claim."""
        known = self._consents.get(consent) if consent.id is not None else None
        if known is not None:
            return known
        row = INSERT_CONSENT.row(
            self._driver,
            {
                "person_id": self._person_id,
                "name": consent.id,
                "granted": consent.granted,
                "valid_from": consent.valid_from,
                "valid_until": consent.valid_until,
                "max_amount": consent.max_amount,
                **self._provenance(),
            },
        )
        assert row is not None
        key: int = row[0]
        self._consents[consent] = key
        return key

    def facts(self, line: int | None, facts: Mapping[str, bool | None]) -> None:
        """Facts of a line, or of the travel case (None)."""
        for name, value in facts.items():
            known = {"claim_id": self._claim_id, "line_id": line, "name": name, "value": value}
            self._facts.append({**known, **self._provenance()})

    def end(self) -> None:
        """Write the facts."""
        if self._facts:
            INSERT_FACT.run_many(self._driver, self._facts)
            self._facts = []

    def _provenance(self) -> dict[str, Any]:
        return {"by_whom": self._ctx.by, "at": self._ctx.at, "source": self._source}


def line_values(line: case.Line) -> dict[str, Any]:
    """A line's own columns."""
    return {
        "label": line.id,
        "benefit": line.benefit,
        "first": line.first,
        "last": line.last,
        "charged": line.charged,
        "currency": line.currency,
        "rate": line.rate,
        "other_payments": line.other_payments,
        "tariff_amount": line.tariff_amount,
        "assessed_amount": line.assessed_amount,
        "country": line.country,
        "quantity": line.quantity,
        "bmi": line.bmi,
        "child_birth_date": line.child_birth_date,
        "treatment_start": line.treatment_start,
        "episode": line.episode,
        "received": line.received,
        "invoice_language": line.invoice_language,
        "return_reasonable_from": line.return_reasonable_from,
    }
