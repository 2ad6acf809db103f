"""The claim page's own words: outcomes, steps, the travel case, what a line still needs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from caseworker.rules.asking import Side
from caseworker.rules.finding import Step
from caseworker.rules.limit_use import LimitUse
from caseworker.rules.vocabulary import Code, Operator, Outcome, Rappen, Unit
from caseworker.ui.kit import forms
from caseworker.ui.kit.form.field_words import line_field, no, yes
from caseworker.ui.kit.words import phase, tier
from caseworker.ui.pages.claim.form import LineForm
from caseworker.ui.pages.claim.trace import PartHead
from caseworker.wording.format import format_chf, format_date, format_rappen
from caseworker.wording.parse import Problem, write_hundredths

_translate = QCoreApplication.translate


def outcome(code: Outcome) -> str:
    """What becomes of a line, in a word or two."""
    texts = {
        Outcome.PAY: _translate("claim", "Paid"),
        Outcome.DENY: _translate("claim", "Not paid"),
        Outcome.PENDING: _translate("claim", "Facts missing"),
        Outcome.CONSENT: _translate("claim", "Needs consent"),
    }
    return texts[code]


def expected(code: Outcome) -> str:
    """What would become of a line that is not decided yet."""
    return _translate("claim", "To pay") if code is Outcome.PAY else outcome(code)


def counted(code: Outcome, count: int) -> str:
    """How many lines come out in one way."""
    texts = {
        Outcome.PAY: _translate("claim", "{0} to pay"),
        Outcome.DENY: _translate("claim", "{0} not paid"),
        Outcome.PENDING: _translate("claim", "{0} waiting for facts"),
        Outcome.CONSENT: _translate("claim", "{0} waiting for consent"),
    }
    return texts[code].format(count)


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
    return format_chf(rappen)


def quantity(number: int, unit: Unit) -> str:
    """A number in a limit's unit: `1’234.50`, `12 days`, `2.5 hours`."""
    if unit is Unit.CHF:
        return format_rappen(number)
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
            format_rappen(operand)
        ),
        Operator.OTHER_PAYMENTS: lambda: _translate("claim", "Less {0} that others pay").format(
            format_rappen(operand)
        ),
        Operator.ASSESSED: lambda: _translate("claim", "At most our assessment of {0}").format(
            format_rappen(operand)
        ),
        Operator.SHARE: lambda: _translate("claim", "Share of these days"),
        Operator.CONSENT_LIMIT: lambda: _translate("claim", "At most what was consented"),
        Operator.DAYS_LEFT: lambda: _days_left(step),
        Operator.RATE: lambda: _translate("claim", "{0} of {1}").format(
            percent(operand), format_rappen(step.before)
        ),
        Operator.DAILY: lambda: _translate("claim", "{0} at {1}").format(
            days(step.units or 0), format_rappen(operand)
        ),
        Operator.HOURLY: lambda: _translate("claim", "{0} hours at {1}").format(
            write_hundredths(step.units or 0), format_rappen(operand)
        ),
        Operator.LUMP_SUM: lambda: _translate("claim", "Lump sum"),
        Operator.NO_GAIN: lambda: _translate("claim", "No more than it cost"),
        Operator.LIMIT: lambda: _translate("claim", "Limit: {0} left").format(format_rappen(operand)),
        Operator.SUPPLEMENT: lambda: _translate("claim", "Supplement, {0} at {1}").format(
            days(step.units or 0), format_rappen(operand)
        ),
        Operator.REDUCTION: lambda: _translate("claim", "Reduced by {0}").format(percent(operand)),
        Operator.DENIED: lambda: _translate("claim", "Denied"),
    }
    return texts[step.operator]()


def _days_left(step: Step) -> str:
    return _translate("claim", "{0} of {1} left to be paid").format(step.operand, step.units)


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


def answer(value: bool | None) -> str:
    """An answer in words, for a screen reader and for what could change a result."""
    if value is None:
        return _translate("claim", "not known")
    return yes() if value else no()


def charged() -> str:
    """The first row of the trace."""
    return _translate("claim", "Charged")


def paid_total() -> str:
    """The last row of the trace."""
    return _translate("claim", "Paid")


def paid_part() -> str:
    """What one part of a stay comes to."""
    return _translate("claim", "These days")


def part_title(part: PartHead) -> str:
    """The days of a part, and the tier and phase that hold for them."""
    held = [tier(part.tier.value)] if part.tier is not None else [_translate("claim", "not insured")]
    if part.phase is not None:
        held.append(phase(part.phase))
    return f"{forms.span(part.first, part.last)}  ·  {', '.join(held)}"


def left(amount: str) -> str:
    """What is left of a limit."""
    return _translate("claim", "{0} left").format(amount)


def limit_use(use: LimitUse) -> str:
    """What was used of a limit, what this line takes, and the limit itself."""
    unit = use.unit
    before, cap = quantity(use.before, unit), quantity(use.cap, unit)
    if not use.taken:
        return _translate("claim", "{0} of {1} used").format(before, cap)
    taken = quantity(use.taken, unit)
    return _translate("claim", "{0} of {1} used before, {2} by this line").format(before, cap, taken)


def consent_state(decision: str, waiting: bool) -> str:
    """How things stand with the trusted doctor's consent."""
    if decision == "refused":
        return _translate("claim", "Refused")
    if decision == "granted":
        return _translate("claim", "Not valid on the day") if waiting else _translate("claim", "Granted")
    return _translate("claim", "Owed")


def provider_kind(code: str) -> str:
    """What a provider is."""
    kinds = {
        "physician": _translate("claim", "Physician"),
        "therapist": _translate("claim", "Therapist"),
        "hospital": _translate("claim", "Hospital"),
        "pharmacy": _translate("claim", "Pharmacy"),
        "spa": _translate("claim", "Spa"),
        "transport": _translate("claim", "Transport"),
        "home_care": _translate("claim", "Home care"),
        "other": _translate("claim", "Other"),
    }
    return kinds.get(code, code)


def recognised(contracted: bool, methods: Sequence[str]) -> str:
    """What the insurer's lists say of a provider (art. 11.3, 22.3); empty where nothing is listed."""
    told = [_translate("claim", "under contract")] if contracted else []
    if methods:
        told.append(_translate("claim", "recognised for {0}").format(", ".join(methods)))
    return "; ".join(told)


def hours_between(minutes: int) -> str:
    """How long it took to tell the emergency centre (art. 38.1)."""
    hours, rest = divmod(abs(minutes), 60)
    if minutes < 0:
        return _translate("claim", "Told {0} h {1} min before it happened").format(hours, rest)
    return _translate("claim", "Told after {0} h {1} min").format(hours, rest)


def new_line() -> str:
    """A line without a benefit yet."""
    return _translate("claim", "New line")


def consent_owed() -> str:
    """The trusted doctor's consent is still owed."""
    return _translate("claim", "Consent of the trusted doctor")


def from_travel() -> str:
    """A fact that holds for the whole event."""
    return _translate("claim", "from the travel case")


def established(by: str, day: str) -> str:
    """Who established a fact, and when."""
    return _translate("claim", "{0}, {1}").format(day, by)


def incomplete() -> str:
    """A line that cannot be judged yet."""
    return _translate("claim", "Not complete")


def all_confirmed(count: int) -> str:
    """If everything that is not known were confirmed."""
    return _translate("claim", "All {0} unknown facts confirmed").format(count)


def line_heading(line_id: str, benefit: str) -> str:
    """Which line the result is about."""
    return _translate("claim", "Line {0}").format(line_id) + (f"  ·  {benefit}" if benefit else "")


def unread(count: int) -> str:
    """Lines that cannot be judged yet."""
    return (
        _translate("claim", "1 not complete")
        if count == 1
        else _translate("claim", "{0} not complete").format(count)
    )


def new_provider(kind: str) -> str:
    """A provider that is not known yet."""
    return _translate("claim", "new: {0}").format(provider_kind(kind))


def decided_note(decision: str) -> str:
    """What is shown is what was decided."""
    return _translate("claim", "As decided with {0}.").format(decision)


def needs(line: LineForm, problems: Mapping[str, Problem]) -> str:
    """What a line needs before it can be judged."""
    if line.is_blank:
        return _translate("claim", "Choose a benefit, a day and an amount: the result appears here.")
    names = [_translate("claim", "Consent") if n.startswith("consent.") else line_field(n) for n in problems]
    return _translate("claim", "Judged once this is there and right: {0}.").format(
        ", ".join(dict.fromkeys(names))
    )


def any_of(side: Side, count: int) -> str:
    """Several facts that would deny a line, told together."""
    if side is Side.REQUIREMENT:
        return _translate("claim", "Any of {0} requirements: no").format(count)
    return _translate("claim", "Any of {0} exclusions: yes").format(count)


def days_of(first: date, last: date) -> str:
    """The days of a line, short: `10.02. – 19.02.2026`."""
    if first == last or first.year != last.year:
        return forms.span(first, last)
    return f"{format_date(first)[:-4]} – {format_date(last)}"


def decided_count(count: int) -> str:
    """How many lines are decided already."""
    return _translate("claim", "{0} decided").format(count)


def not_offered(code: Code) -> str:
    """Why a benefit cannot be chosen, in a few words."""
    texts = {
        Code.NOT_INSURED: _translate("claim", "not insured on this day"),
        Code.NOT_IN_PHASE: _translate("claim", "not in this life phase"),
        Code.NOT_IN_TIER: _translate("claim", "not in this tier"),
        Code.WRONG_SEX: _translate("claim", "for the other sex"),
    }
    return texts.get(code, _translate("claim", "not offered"))
