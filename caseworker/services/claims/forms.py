"""What is entered of claims."""

from dataclasses import dataclass
from datetime import date

from caseworker.rules.case import Line, Travel


@dataclass(frozen=True, slots=True)
class ClaimForm:
    """A claim as entered: the lines with their facts and consents, the invoice, the travel case.

    `source` says where the facts come from; `label` is the claim's name in a case file.
    """

    person: str
    lines: tuple[Line, ...]
    received: date | None = None
    travel: Travel | None = None
    provider_id: int | None = None
    invoice_number: str | None = None
    invoice_date: date | None = None
    label: str | None = None
    source: str = "claim form"
