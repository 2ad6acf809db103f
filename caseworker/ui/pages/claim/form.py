"""What stands on the claim page: texts as typed, frozen, so that every step can be kept and undone."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from caseworker.ui.kit.form.draft import known

FIRST_LINE = "1"
GRANTED = "granted"
REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class ConsentForm:
    """The trusted doctor's answer as received; `decision` is empty while there is none."""

    decision: str = ""
    id: str = ""
    valid_from: str = ""
    valid_until: str = ""
    max_amount: str = ""


@dataclass(frozen=True, slots=True)
class LineForm:
    """One line as typed. A fact that is not in `facts` is not known."""

    id: str = FIRST_LINE
    benefit: str = ""
    first: str = ""
    last: str = ""
    charged: str = ""
    currency: str = ""
    rate: str = ""
    other_payments: str = ""
    tariff_amount: str = ""
    assessed_amount: str = ""
    country: str = ""
    quantity: str = ""
    bmi: str = ""
    child_birth_date: str = ""
    treatment_start: str = ""
    episode: str = ""
    received: str = ""
    invoice_language: str = ""
    return_reasonable_from: str = ""
    facts: Mapping[str, bool] = field(default_factory=dict)
    consent: ConsentForm = ConsentForm()

    @property
    def is_blank(self) -> bool:
        """Whether nothing was entered yet."""
        return self == LineForm(id=self.id)

    def is_abroad(self, travel_benefits: Collection[str]) -> bool:
        """Whether the line belongs to a travel case."""
        return self.benefit in travel_benefits


@dataclass(frozen=True, slots=True)
class TravelForm:
    """The travel case as typed (art. 35 to 44); `facts` hold for every line abroad."""

    event_id: str = ""
    event: str = ""
    trip: str = ""
    country: str = ""
    event_at: str = ""
    notified_at: str = ""
    treatment_start: str = ""
    return_reasonable_from: str = ""
    reduction: str = ""
    facts: Mapping[str, bool] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class InvoiceForm:
    """The head of the invoice. `provider` is the provider's key in the store; a new one has a kind."""

    provider: str = ""
    provider_name: str = ""
    provider_kind: str = ""
    invoice_number: str = ""
    invoice_date: str = ""
    received: str = ""


@dataclass(frozen=True, slots=True)
class ClaimFields:
    """The whole page: the invoice, the travel case and the open lines in the order of the page."""

    invoice: InvoiceForm = InvoiceForm()
    travel: TravelForm = TravelForm()
    lines: tuple[LineForm, ...] = (LineForm(),)

    def is_abroad(self, travel_benefits: Collection[str]) -> bool:
        """Whether a line asks for the travel case."""
        return any(line.is_abroad(travel_benefits) for line in self.lines)

    def line(self, line_id: str) -> LineForm | None:
        """The line of that name, if it is still there."""
        return next((line for line in self.lines if line.id == line_id), None)

    def index(self, line_id: str) -> int:
        """Where a line stands on the page, -1 if it does not."""
        return next((i for i, line in enumerate(self.lines) if line.id == line_id), -1)

    def with_line(self, changed: LineForm) -> ClaimFields:
        """The same claim with the line of that name replaced."""
        return replace(self, lines=tuple(changed if line.id == changed.id else line for line in self.lines))

    def with_new_line(self, line: LineForm, after: str | None = None) -> ClaimFields:
        """The same claim with one more line, at the end or after another."""
        at = self.index(after) + 1 if after is not None else len(self.lines)
        return replace(self, lines=(*self.lines[:at], line, *self.lines[at:]))

    def without_line(self, line_id: str) -> ClaimFields:
        """The same claim without that line."""
        return replace(self, lines=tuple(line for line in self.lines if line.id != line_id))

    def next_id(self, taken: frozenset[str] = frozenset()) -> str:
        """A name for a new line: one more than the highest among the lines and `taken` (decided ones)."""
        numbers = [int(name) for name in (*taken, *(line.id for line in self.lines)) if name.isdigit()]
        return str(max(numbers, default=0) + 1)


def following_line(form: ClaimFields, line_id: str) -> LineForm:
    """A new line that takes over the day, which usually stays the same on an invoice."""
    return LineForm(id=line_id, first=form.lines[-1].first if form.lines else "")


def with_benefit(
    form: ClaimFields, line: LineForm, benefit: str, travel_benefits: Collection[str]
) -> LineForm:
    """A line with its benefit; abroad it takes over the currency of the other lines abroad."""
    chosen = replace(line, benefit=benefit)
    if not chosen.is_abroad(travel_benefits) or line.currency or line.rate:
        return chosen
    others = [o for o in form.lines if o.is_abroad(travel_benefits) and o.id != line.id and o.currency]
    return replace(chosen, currency=others[-1].currency, rate=others[-1].rate) if others else chosen


def to_payload(form: ClaimFields) -> dict[str, Any]:
    """The form as a draft keeps it (JSON)."""
    return asdict(form)


def from_payload(payload: Mapping[str, Any]) -> ClaimFields:
    """A draft back as a form; what this version does not know is left out, so an older draft still opens."""
    return ClaimFields(
        invoice=known(InvoiceForm, payload.get("invoice", {})),
        travel=known(TravelForm, payload.get("travel", {})),
        lines=tuple(_line(line) for line in payload.get("lines", ())),
    )


def _line(payload: Mapping[str, Any]) -> LineForm:
    consent = known(ConsentForm, payload.get("consent", {}))
    return replace(known(LineForm, {k: v for k, v in payload.items() if k != "consent"}), consent=consent)
