"""Lines of invoices: days, amounts, quantities, consents, with the facts that are known about them."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from caseworker.demo.invented.case import Case, Kind
from caseworker.demo.invented.facts import Known, known_facts
from caseworker.demo.invented.invoicing import COMPANIONS, HABITS
from caseworker.demo.invented.travel import COUNTRIES
from caseworker.rules.case import Consent, Line, Travel
from caseworker.rules.terms import BenefitTerm
from caseworker.services.people.forms import ProviderForm


class Drafted(NamedTuple):
    """A line, with what is found out about it afterwards: facts, and the trusted doctor's answer."""

    line: Line
    later: Known
    answer: Consent | None


def lines_of(
    matter: Case, provider: ProviderForm, travel: Travel | None, last: date, invoice: int
) -> tuple[Drafted, ...]:
    """The lines of a claim, the first from `matter.day`; none reaches beyond `last`."""
    terms = [matter.term] * _sittings(matter)
    if travel is not None:
        others = COMPANIONS.get(matter.term.code, ())
        terms += [matter.benefit(code) for code in others if matter.chance.happens(0.4)]
    drafted, day = [], matter.day
    for index, term in enumerate(terms, start=1):
        drafted.append(_line(matter, term, str(index), day, last, provider, travel, invoice))
        step = 0 if travel is not None else matter.chance.whole(3, 12)
        day = min(day + timedelta(days=step), last)
    return tuple(drafted)


def _sittings(matter: Case) -> int:
    most = matter.habit.sittings
    return 1 if most == 1 or matter.chance.happens(0.45) else matter.chance.whole(2, most)


def _line(
    matter: Case,
    term: BenefitTerm,
    label: str,
    day: date,
    last: date,
    provider: ProviderForm,
    travel: Travel | None,
    invoice: int,
) -> Drafted:
    chance, habit = matter.chance, HABITS[term.code]
    days = chance.whole(*habit.days)
    until = min(day + timedelta(days=days - 1), last)
    charged = chance.francs(*habit.price)
    known = known_facts(matter, term, provider)
    consent, answer = _consent(matter, term, day, charged, f"K{invoice}")
    currency, rate, charged = _currency(provider, charged)
    line = Line(
        id=label,
        benefit=term.code,
        first=day,
        last=until,
        charged=charged,
        currency=currency,
        rate=rate,
        other_payments=0 if currency else _others(matter, habit.others, charged),
        tariff_amount=_tariff(matter, term, charged, rate),
        country="CH" if travel is not None else provider.country,
        quantity=_quantity(matter, term, (until - day).days + 1),
        facts=known.now,
        bmi=_bmi(matter, term),
        child_birth_date=_child(matter, term, day),
        treatment_start=_treatment(matter, term, day),
        episode=_episode(matter, term, day),
        invoice_language=_language(provider) if travel is not None else None,
        consent=consent,
    )
    return Drafted(line, known, answer)


def _consent(
    matter: Case, term: BenefitTerm, day: date, charged: int, name: str
) -> tuple[Consent | None, Consent | None]:
    """The consent at entry, and the one that arrives later."""
    chance = matter.chance
    if not term.consent or matter.kind is Kind.CONSENT:
        return None, None
    limited = chance.happens(0.3)
    consent = Consent(
        granted=not chance.happens(0.12),
        id=name,
        valid_from=day - timedelta(days=chance.whole(5, 60)) if chance.happens(0.6) else None,
        valid_until=day + timedelta(days=chance.whole(60, 400)) if chance.happens(0.6) else None,
        max_amount=max(charged * chance.whole(60, 140) // 10_000 * 100, 10_000) if limited else None,
    )
    late = matter.kind is Kind.DECIDED and chance.happens(0.2)
    return (None, consent) if late else (consent, None)


def _currency(provider: ProviderForm, charged: int) -> tuple[str | None, Decimal | None, int]:
    """What an invoice from abroad is made out in; `charged` in hundredths of it."""
    abroad = COUNTRIES.get(provider.country)
    if abroad is None:
        return None, None, charged
    rate = Decimal(abroad.rate)
    return abroad.currency, rate, int(charged / rate / 100) * 100


def _language(provider: ProviderForm) -> str | None:
    abroad = COUNTRIES.get(provider.country)
    return None if abroad is None else abroad.language


def _others(matter: Case, share: tuple[int, int], charged: int) -> int:
    return charged * matter.chance.whole(*share) // 500 * 5 if share[1] else 0


def _tariff(matter: Case, term: BenefitTerm, charged: int, rate: Decimal | None) -> int | None:
    if term.tariff is None or not matter.chance.happens(0.3):
        return None
    francs = charged if rate is None else int(charged * rate)
    return francs * matter.chance.whole(80, 115) // 100


def _quantity(matter: Case, term: BenefitTerm, days: int) -> int | None:
    chance = matter.chance
    if term.quantity == "hours":
        return None if matter.kind is Kind.FACTS and chance.happens(0.3) else chance.whole(8, 38) * 25
    if term.quantity == "days" and days > 2 and chance.happens(0.4):
        return chance.whole(1, days) * 100
    return None


def _bmi(matter: Case, term: BenefitTerm) -> Decimal | None:
    if term.highest_bmi is None or matter.kind is Kind.FACTS:
        return None
    return Decimal(matter.chance.whole(205, 325)) / 10


def _child(matter: Case, term: BenefitTerm, day: date) -> date | None:
    if term.age_limit is None or term.age_limit.of != "child":
        return None
    return day - timedelta(days=matter.chance.whole(200, 4700))


def _treatment(matter: Case, term: BenefitTerm, day: date) -> date | None:
    if term.decisive is None or not matter.chance.happens(0.4):
        return None
    return max(day - timedelta(days=matter.chance.whole(1, 40)), matter.member.form.birth_date)


def _episode(matter: Case, term: BenefitTerm, day: date) -> str | None:
    if term.episode is None or (matter.kind is Kind.FACTS and matter.chance.happens(0.5)):
        return None
    return "cycle-1" if term.episode == "same" else f"birth-{day.year}"
