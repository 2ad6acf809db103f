"""Which fields of a line stand on the page: the benefit's terms say it, so a new edition changes the page."""

from __future__ import annotations

from caseworker.rules.terms import AskingTerms, BenefitTerm, EditionTerms
from caseworker.ui.pages.claim.fields import LINE
from caseworker.ui.pages.claim.form import LineForm

ALWAYS = ("first", "last", "charged")
OTHERS = tuple(spec.name for spec in LINE if spec.name not in ("benefit", *ALWAYS))


def needed_fields(term: BenefitTerm | None, asking: AskingTerms | None) -> tuple[str, ...]:
    """The fields that a benefit cannot do without, in the order of the page."""
    if term is None:
        return ALWAYS
    elsewhere = term.served == "anywhere" or term.travel
    needs = {
        "currency": elsewhere,
        "rate": elsewhere,
        "other_payments": term.tariff is not None or _is_paid_by_others(term, asking),
        "tariff_amount": term.tariff is not None,
        "quantity": term.quantity is not None,
        "episode": term.episode is not None,
        "treatment_start": term.once_in_years is not None,
        "child_birth_date": term.age_limit is not None and term.age_limit.of == "child",
        "bmi": term.highest_bmi is not None,
        "country": term.served != "home" and not term.travel,
        "received": term.travel,
        "invoice_language": term.travel,
        "assessed_amount": term.travel,
        "return_reasonable_from": False,
    }
    return ALWAYS + tuple(name for name in OTHERS if needs[name])


def shown_fields(edition: EditionTerms | None, line: LineForm, more: bool) -> tuple[str, ...]:
    """The fields on the page: what the benefit needs, what was filled in, and all of them on demand."""
    term = edition.benefits.get(line.benefit) if edition is not None else None
    needed = needed_fields(term, edition.asking if edition is not None else None)
    return ALWAYS + tuple(name for name in OTHERS if more or name in needed or getattr(line, name))


def _is_paid_by_others(term: BenefitTerm, asking: AskingTerms | None) -> bool:
    return asking is not None and any(f.fact in asking.paid_by_others for f in term.excludes)
