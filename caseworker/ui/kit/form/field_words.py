"""The names of the claim page's fields, and what can be wrong with what is typed there."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from caseworker.wording.parse import Problem

_translate = QCoreApplication.translate


def problem_text(problem: Problem) -> str:
    """What is wrong with a field, and how to write it."""
    texts = {
        Problem.REQUIRED: _translate("claim", "Still needed."),
        Problem.NOT_AN_AMOUNT: _translate("claim", "Not an amount. For example 1’234.50"),
        Problem.DECIMALS: _translate("claim", "At most two decimals: 1’234.50"),
        Problem.GROUPING: _translate("claim", "Thousands go in groups of three: 1’234.50"),
        Problem.NEGATIVE: _translate("claim", "An amount is not negative."),
        Problem.TOO_LARGE: _translate("claim", "Too high to be an invoice."),
        Problem.NOT_A_DATE: _translate("claim", "No such day. For example 12.3.2026"),
        Problem.NOT_A_TIME: _translate("claim", "Day and time, for example 10.2.2026 22:40"),
        Problem.NOT_A_NUMBER: _translate("claim", "Not a number with at most two decimals."),
        Problem.NOT_A_RATE: _translate("claim", "CHF for one unit, for example 0.9412"),
        Problem.NOT_A_SHARE: _translate("claim", "A share from 0 to 100 %."),
        Problem.NOT_A_CODE: _translate("claim", "Letters of the code only, such as CH, EUR or de."),
        Problem.ABOVE_ZERO: _translate("claim", "Must be above zero."),
        Problem.WHOLE_DAYS: _translate("claim", "Whole days only."),
        Problem.MORE_DAYS_THAN_LINE: _translate("claim", "More days than the line has."),
        Problem.END_BEFORE_START: _translate("claim", "Before the first day."),
        Problem.BEFORE_BIRTH: _translate("claim", "Before the person’s birth."),
        Problem.RATE_NEEDED: _translate("claim", "A foreign currency needs its rate."),
        Problem.CURRENCY_NEEDED: _translate("claim", "To which currency does the rate belong?"),
        Problem.TRAVEL_NEEDED: _translate("claim", "The travel case above is not complete."),
    }
    return texts[problem]


def yes() -> str:
    """A fact is so."""
    return _translate("claim", "Yes")


def no() -> str:
    """A fact is not so."""
    return _translate("claim", "No")


def line_field(name: str) -> str:
    """The title of a line's field."""
    titles = {
        "benefit": _translate("claim", "Benefit"),
        "first": _translate("claim", "From"),
        "last": _translate("claim", "To"),
        "charged": _translate("claim", "Charged"),
        "currency": _translate("claim", "Currency"),
        "rate": _translate("claim", "Rate to CHF"),
        "other_payments": _translate("claim", "Paid by others, CHF"),
        "tariff_amount": _translate("claim", "Tariff, CHF"),
        "quantity": _translate("claim", "Hours or days"),
        "episode": _translate("claim", "Birth or cycle"),
        "treatment_start": _translate("claim", "Start of treatment"),
        "child_birth_date": _translate("claim", "Child born on"),
        "bmi": _translate("claim", "BMI"),
        "country": _translate("claim", "Country"),
        "received": _translate("claim", "Papers received"),
        "invoice_language": _translate("claim", "Language of papers"),
        "assessed_amount": _translate("claim", "Own assessment, CHF"),
        "return_reasonable_from": _translate("claim", "Return reasonable from"),
    }
    return titles[name]


def quantity_title(kind: str | None) -> str:
    """What the quantity counts."""
    if kind == "hours":
        return _translate("claim", "Hours")
    if kind == "days":
        return _translate("claim", "Days with help")
    return line_field("quantity")
