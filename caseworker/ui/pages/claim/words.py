"""The claim page's own words: outcomes, steps, the travel case, what a line still needs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from caseworker.rules.asking import Side
from caseworker.rules.finding import Step
from caseworker.rules.limit_use import LimitUse
from caseworker.rules.vocabulary import Code, Operator, Outcome, Rappen, Unit
from caseworker.ui.kit import text
from caseworker.ui.kit.form.field_words import no, yes
from caseworker.ui.kit.words import phase, tier
from caseworker.ui.pages.claim.fields import line_field
from caseworker.ui.pages.claim.form import LineForm
from caseworker.ui.pages.claim.trace import PartHead
from caseworker.wording.format import (
    format_chf,
    format_date,
    format_measure,
    format_percent,
    format_rappen,
    format_span,
)
from caseworker.wording.parse import Problem, write_hundredths

_NOT_OFFERED = (Code.NOT_INSURED, Code.NOT_IN_PHASE, Code.NOT_IN_TIER, Code.WRONG_SEX)


def outcome(code: Outcome) -> str:
    """What becomes of a line, in a word or two."""
    return text.say(f"claim.outcome.{code}")


def expected(code: Outcome) -> str:
    """What would become of a line that is not decided yet."""
    return text.say("claim.to_pay") if code is Outcome.PAY else outcome(code)


def counted(code: Outcome, count: int) -> str:
    """How many lines come out in one way."""
    return text.say_count(f"claim.count.{code}", count)


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
    return format_measure(number, unit, text.language())


def days(number: int) -> str:
    """`1 day`, `12 days`."""
    return text.say_count("words.days", number)


def percent(ten_thousandths: int) -> str:
    """`75 %`."""
    return format_percent(ten_thousandths, text.language())


def step_title(step: Step) -> str:
    """What a step does, short."""
    operand, units = step.operand or 0, step.units or 0
    values: dict[str, object] = {"amount": format_rappen(operand), "left": format_rappen(operand)}
    if step.operator is Operator.RATE:
        values = {"rate": percent(operand), "amount": format_rappen(step.before)}
    elif step.operator is Operator.REDUCTION:
        values = {"rate": percent(operand)}
    elif step.operator is Operator.DAYS_LEFT:
        values = {"left": step.operand, "units": step.units}
    elif step.operator is Operator.HOURLY:
        values["hours"] = write_hundredths(units)
    else:
        values["days"] = days(units)
    return text.say(f"claim.step.{step.operator}", **values)


def fact_answer(fact: str, value: bool | None) -> str:
    """A fact with what is answered to it."""
    return text.say("claim.fact_answer", fact=fact, answer=answer(value).lower())


def answer(value: bool | None) -> str:
    """An answer in words, for a screen reader and for what could change a result."""
    if value is None:
        return text.say("claim.answer.unknown")
    return yes() if value else no()


def charged() -> str:
    """The first row of the trace."""
    return text.say("claim.step.charged")


def paid_total() -> str:
    """The last row of the trace."""
    return text.say("claim.step.paid")


def paid_part() -> str:
    """What one part of a stay comes to."""
    return text.say("claim.part.paid")


def part_title(part: PartHead) -> str:
    """The days of a part, and the tier and phase that hold for them."""
    held = [tier(part.tier.value)] if part.tier is not None else [text.say("claim.part.not_insured")]
    if part.phase is not None:
        held.append(phase(part.phase))
    return f"{format_span(part.first, part.last)}  ·  {', '.join(held)}"


def left(amount: str) -> str:
    """What is left of a limit."""
    return text.say("words.left", left=amount)


def limit_use(use: LimitUse) -> str:
    """What was used of a limit, what this line takes, and the limit itself."""
    unit = use.unit
    before, cap = quantity(use.before, unit), quantity(use.cap, unit)
    if not use.taken:
        return text.say("words.used", used=before, cap=cap)
    taken = quantity(use.taken, unit)
    return text.say("claim.limit_use", used=before, cap=cap, taken=taken)


def consent_state(decision: str, waiting: bool) -> str:
    """How things stand with the trusted doctor's consent."""
    if decision == "refused":
        return text.say("claim.consent.refused")
    if decision == "granted":
        return text.say("claim.consent.not_valid") if waiting else text.say("claim.consent.granted")
    return text.say("claim.consent.owed")


def provider_kind(code: str) -> str:
    """What a provider is."""
    return text.say(f"words.provider_kind.{code}")


def recognised(contracted: bool, methods: Sequence[str]) -> str:
    """What the insurer's lists say of a provider (art. 11.3, 22.3); empty where nothing is listed."""
    told = [text.say("claim.provider.contracted")] if contracted else []
    if methods:
        told.append(text.say("claim.provider.recognised", methods=", ".join(methods)))
    return "; ".join(told)


def hours_between(minutes: int) -> str:
    """How long it took to tell the emergency centre (art. 38.1)."""
    hours, rest = divmod(abs(minutes), 60)
    if minutes < 0:
        return text.say("claim.travel.told_before", hours=hours, minutes=rest)
    return text.say("claim.travel.told_after", hours=hours, minutes=rest)


def new_line() -> str:
    """A line without a benefit yet."""
    return text.say("claim.command.add")


def consent_owed() -> str:
    """The trusted doctor's consent is still owed."""
    return text.say("words.medical_examiner_consent")


def from_travel() -> str:
    """A fact that holds for the whole event."""
    return text.say("claim.fact.from_travel")


def established(by: str, day: str) -> str:
    """Who established a fact, and when."""
    return text.say("claim.fact.established", day=day, by=by)


def incomplete() -> str:
    """A line that cannot be judged yet."""
    return text.say("claim.not_complete")


def all_confirmed(count: int) -> str:
    """If everything that is not known were confirmed."""
    return text.say("claim.all_confirmed", number=count)


def line_heading(line_id: str, benefit: str) -> str:
    """Which line the result is about."""
    return text.say("claim.line_number", line=line_id) + (f"  ·  {benefit}" if benefit else "")


def unread(count: int) -> str:
    """Lines that cannot be judged yet."""
    return text.say_count("claim.count.incomplete", count)


def new_provider(kind: str) -> str:
    """A provider that is not known yet."""
    return text.say("claim.provider.new", kind=provider_kind(kind))


def decided_note(decision: str) -> str:
    """What is shown is what was decided."""
    return text.say("claim.as_decided", decision=decision)


def needs(line: LineForm, problems: Mapping[str, Problem]) -> str:
    """What a line needs before it can be judged."""
    if line.is_blank:
        return text.say("claim.choose_first")
    names = [text.say("claim.line.consent") if n.startswith("consent.") else line_field(n) for n in problems]
    return text.say("claim.judged_once", fields=", ".join(dict.fromkeys(names)))


def any_of(side: Side, count: int) -> str:
    """Several facts that would deny a line, told together."""
    if side is Side.REQUIREMENT:
        return text.say("claim.all_requirements", number=count)
    return text.say("claim.all_exclusions", number=count)


def days_of(first: date, last: date) -> str:
    """The days of a line, short: `10.02. – 19.02.2026`."""
    if first == last or first.year != last.year:
        return format_span(first, last)
    return f"{format_date(first)[:-4]} – {format_date(last)}"


def decided_count(count: int) -> str:
    """How many lines are decided already."""
    return text.say_count("claim.count.decided", count)


def not_offered(code: Code) -> str:
    """Why a benefit cannot be chosen, in a few words."""
    return text.say(f"claim.not_offered.{code if code in _NOT_OFFERED else 'other'}")
