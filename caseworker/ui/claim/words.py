"""The claim page's own words: fields, what is wrong with them, outcomes, steps."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from caseworker.rules.finding import Step
from caseworker.rules.vocabulary import Operator, Outcome, Rappen, Unit
from caseworker.ui import forms
from caseworker.ui.claim.fields import Problem, write_hundredths

_translate = QCoreApplication.translate


def problem_text(problem: Problem) -> str:
    """What is wrong with a field, and how to write it."""
    texts = {
        Problem.REQUIRED: _translate("claim", "Still needed."),
        Problem.NOT_AN_AMOUNT: _translate("claim", "Not an amount. For example 1'234.50"),
        Problem.NOT_A_DATE: _translate("claim", "No such day. For example 12.3.2026"),
        Problem.NOT_A_TIME: _translate("claim", "Day and time, for example 10.2.2026 22:40"),
        Problem.NOT_A_NUMBER: _translate("claim", "Not a number with at most two decimals."),
        Problem.NOT_A_RATE: _translate("claim", "CHF for one unit, for example 0.9412"),
        Problem.NOT_A_SHARE: _translate("claim", "A share from 0 to 100 %."),
        Problem.NOT_A_CODE: _translate("claim", "Letters of the code only, such as CH, EUR or de."),
        Problem.NOT_AN_IBAN: _translate("claim", "The check digits do not fit."),
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


def outcome(code: Outcome) -> str:
    """What becomes of a line, in a word or two."""
    texts = {
        Outcome.PAY: _translate("claim", "Paid"),
        Outcome.DENY: _translate("claim", "Not paid"),
        Outcome.PENDING: _translate("claim", "Facts missing"),
        Outcome.CONSENT: _translate("claim", "Needs consent"),
    }
    return texts[code]


def outcome_tone(code: Outcome | None) -> str:
    """The colour that goes with an outcome."""
    tones = {
        Outcome.PAY: "positive",
        Outcome.DENY: "negative",
        Outcome.PENDING: "waiting",
        Outcome.CONSENT: "consent",
    }
    return tones[code] if code is not None else ""


def francs(rappen: Rappen) -> str:
    """`CHF 1’234.50`."""
    return f"CHF {forms.amount(rappen)}"


def quantity(number: int, unit: Unit) -> str:
    """A number in a limit's unit: `1’234.50`, `12 days`, `2.5 hours`."""
    if unit is Unit.CHF:
        return forms.amount(number)
    if unit is Unit.HOURS:
        return _translate("claim", "{0} h").format(write_hundredths(number))
    if unit is Unit.DAYS:
        return days(number)
    return _translate("claim", "once") if number == 1 else _translate("claim", "{0} times").format(number)


def days(number: int) -> str:
    """`1 day`, `12 days`."""
    return _translate("claim", "1 day") if number == 1 else _translate("claim", "{0} days").format(number)


def percent(ten_thousandths: int) -> str:
    """`75 %`."""
    return f"{write_hundredths(ten_thousandths)} %"


def step_title(step: Step) -> str:
    """What a step does, short."""
    operand = step.operand or 0
    texts = {
        Operator.CONVERSION: lambda: _translate("claim", "In Swiss francs"),
        Operator.TARIFF: lambda: _translate("claim", "At most the tariff of {0}").format(
            forms.amount(operand)
        ),
        Operator.OTHER_PAYMENTS: lambda: _translate("claim", "Less what others pay"),
        Operator.ASSESSED: lambda: _translate("claim", "At most our assessment of {0}").format(
            forms.amount(operand)
        ),
        Operator.SHARE: lambda: _translate("claim", "Share of these days"),
        Operator.CONSENT_LIMIT: lambda: _translate("claim", "At most what was consented"),
        Operator.DAYS_LEFT: lambda: _days_left(step),
        Operator.RATE: lambda: _translate("claim", "{0} of it").format(percent(operand)),
        Operator.DAILY: lambda: _translate("claim", "{0} at {1}").format(
            days(step.units or 0), forms.amount(operand)
        ),
        Operator.HOURLY: lambda: _translate("claim", "{0} hours at {1}").format(
            write_hundredths(step.units or 0), forms.amount(operand)
        ),
        Operator.LUMP_SUM: lambda: _translate("claim", "Lump sum"),
        Operator.NO_GAIN: lambda: _translate("claim", "No more than it cost"),
        Operator.LIMIT: lambda: _translate("claim", "Left in the limit: {0}").format(forms.amount(operand)),
        Operator.SUPPLEMENT: lambda: _translate("claim", "Supplement, {0} at {1}").format(
            days(step.units or 0), forms.amount(operand)
        ),
        Operator.REDUCTION: lambda: _translate("claim", "Reduced by {0}").format(percent(operand)),
        Operator.DENIED: lambda: _translate("claim", "Denied"),
    }
    return texts[step.operator]()


def _days_left(step: Step) -> str:
    return _translate("claim", "{0} of {1} left to be paid").format(step.operand, step.units)


def article(number: str) -> str:
    """The link to an article: `art. 11.1`, or the general conditions."""
    return (
        _translate("claim", "gen. cond.")
        if number == "CGA"
        else _translate("claim", "art. {0}").format(number)
    )


def event(code: str) -> str:
    """The event of a travel case."""
    texts = {
        "illness": _translate("claim", "Illness"),
        "accident": _translate("claim", "Accident"),
        "maternity": _translate("claim", "Maternity"),
        "death": _translate("claim", "Death"),
    }
    return texts.get(code, code)


def trip(code: str) -> str:
    """The kind of journey."""
    texts = {
        "holiday": _translate("claim", "Holiday"),
        "business": _translate("claim", "Business"),
        "other": _translate("claim", "Other"),
    }
    return texts.get(code, code)


def article_opens(number: str) -> str:
    """What a screen reader says of the link to an article."""
    return _translate("claim", "Article {0}: what it says").format(number)


def yes() -> str:
    """A fact is so."""
    return _translate("claim", "Yes")


def no() -> str:
    """A fact is not so."""
    return _translate("claim", "No")


def answer(value: bool | None) -> str:
    """An answer in words, for a screen reader and for what could change a result."""
    if value is None:
        return _translate("claim", "not known")
    return yes() if value else no()
