"""Case files in: JSON to a checked Case, or one error that says where and what."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, NoReturn

from caseworker.rules.calendar import Span
from caseworker.rules.case import Case, Claim, Consent, Coverage, Line, Person, Travel
from caseworker.rules.casefile import fields
from caseworker.rules.casefile.fields import CaseFileError, Table, did_you_mean, escaped, items, shortened
from caseworker.rules.conditions import Conditions
from caseworker.rules.vocabulary import HOME, Sex, Tier

_CASE = ("as_of", "person", "coverages", "claims")
_PERSON = ("birth_date", "sex")
_COVERAGE = ("tier", "from", "to")
_CLAIM = ("id", "received", "travel", "lines")
_LINE = [
    "id",
    "benefit",
    "from",
    "to",
    "charged",
    "currency",
    "rate",
    "other_payments",
    "tariff_amount",
    "country",
    "quantity",
    "facts",
    "bmi",
    "child_birth_date",
    "treatment_start",
    "episode",
    "received",
    "invoice_language",
    "consent",
    "assessed_amount",
    "return_reasonable_from",
]
_TRAVEL = [
    "event_id",
    "event",
    "trip",
    "country",
    "event_at",
    "notified_at",
    "treatment_start",
    "reduction",
    "facts",
    "return_reasonable_from",
]
_CONSENT = ("id", "decision", "valid_from", "valid_until", "max_amount")

_tier = fields.one_of({t.value: t for t in Tier})
_sex = fields.one_of({s.value: s for s in Sex})
_event = fields.one_of({w: w for w in ("illness", "accident", "maternity", "death")})
_trip = fields.one_of({w: w for w in ("holiday", "business", "other")})
_decision = fields.one_of({"granted": True, "refused": False})
_country = fields.matching("[A-Z]{2}", "a country code of two capital letters")
_currency = fields.matching("[A-Z]{3}", "a currency code of three capital letters")
_language = fields.matching("[a-z]{2}", "a language code of two small letters")


def parse_json(text: str) -> Any:
    """JSON with exact numbers; NaN, a key given twice and text that is no JSON are errors."""
    try:
        return json.loads(text, parse_float=_exact, parse_constant=_no_constant, object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise CaseFileError("", f"not valid JSON: {error.msg} ({place})") from None
    except RecursionError:
        raise CaseFileError("", "not a case file: nested too deeply") from None
    except CaseFileError:
        raise
    except ValueError as error:
        raise CaseFileError("", f"not valid JSON: {error}") from None


def _exact(digits: str) -> Decimal:
    try:
        return Decimal(digits)
    except InvalidOperation:
        raise CaseFileError("", f"not valid JSON: the number {digits} is out of all range") from None


def _no_constant(name: str) -> NoReturn:
    raise CaseFileError("", f"not valid JSON: {name} is no number")


def _once(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        twice, _ = Counter(key for key, _ in pairs).most_common(1)[0]
        raise CaseFileError("", f"the key {shortened(twice)} is given twice in one object")
    return found


class CaseReader:
    """Reads case files against the benefits and facts that the conditions know."""

    def __init__(self, conditions: Conditions) -> None:
        self._conditions = conditions
        self._benefits: Collection[str] = dict.fromkeys(conditions.benefits)
        self._facts = conditions.facts

    def read(self, document: Any) -> Case:
        """The case that a JSON document tells; raises CaseFileError."""
        table = Table(document, "", _CASE, ("person", "coverages", "claims"))
        person = table.get("person", _read_person)
        coverages = table.get("coverages", _read_coverages)
        claims = tuple(self._claims(table, person.birth_date))
        as_of = table.maybe("as_of", fields.day) or _last_day(claims)
        return Case(as_of, person, coverages, claims)

    def _claims(self, case: Table, birth: date) -> list[Claim]:
        claims = [self._claim(value, at, birth) for value, at in items(case.values["claims"], "/claims")]
        _distinct([claim.id for claim in claims], "/claims", "claim")
        return claims

    def _claim(self, value: Any, at: str, birth: date) -> Claim:
        table = Table(value, at, _CLAIM, ("id", "lines"))
        claim_id = table.get("id", fields.text)
        received = table.maybe("received", fields.day)
        travel = table.maybe("travel", lambda v, p: self._travel(v, p, birth))
        found = items(table.values["lines"], table.pointer("lines"))
        if not found:
            raise table.error("lines", "a claim has at least one line")
        lines = tuple(self._line(v, p, birth, travel is not None) for v, p in found)
        _distinct([line.id for line in lines], table.pointer("lines"), "line")
        return Claim(claim_id, lines, received, travel)

    def _travel(self, value: Any, at: str, birth: date) -> Travel:
        table = Table(value, at, _TRAVEL, ("event_id", "event", "trip", "country"))
        return Travel(
            event_id=table.get("event_id", fields.text),
            event=table.get("event", _event),
            trip=table.get("trip", _trip),
            country=table.get("country", _country),
            event_at=table.maybe("event_at", fields.moment),
            notified_at=table.maybe("notified_at", fields.moment),
            treatment_start=_since_birth(table, "treatment_start", birth),
            return_reasonable_from=table.maybe("return_reasonable_from", fields.day),
            reduction=table.maybe("reduction", fields.reduction) or 0,
            facts=table.maybe("facts", self._read_facts) or {},
        )

    def _line(self, value: Any, at: str, birth: date, with_travel: bool) -> Line:
        table = Table(value, at, _LINE, ("id", "benefit", "from", "charged"))
        benefit = self._benefit(table, with_travel)
        first = table.get("from", fields.day)
        last = table.maybe("to", fields.day) or first
        if last < first:
            raise table.error("to", f"{last} is before the first day, {first}")
        if first < birth:
            raise table.error("from", f"{first} is before the person's birth, {birth}")
        for one, other in (("currency", "rate"), ("rate", "currency")):
            if one in table and other not in table:
                raise table.error(one, f"{one!r} needs {other!r}")
        return Line(
            id=table.get("id", fields.text),
            benefit=benefit,
            first=first,
            last=last,
            charged=table.get("charged", fields.money),
            currency=table.maybe("currency", _currency),
            rate=table.maybe("rate", fields.exchange_rate),
            other_payments=table.maybe("other_payments", fields.money) or 0,
            tariff_amount=table.maybe("tariff_amount", fields.money),
            assessed_amount=table.maybe("assessed_amount", fields.money),
            country=table.maybe("country", _country) or HOME,
            quantity=self._quantity(table, benefit, Span(first, last)),
            facts=table.maybe("facts", self._read_facts) or {},
            bmi=table.maybe("bmi", fields.number),
            child_birth_date=table.maybe("child_birth_date", fields.day),
            treatment_start=_since_birth(table, "treatment_start", birth),
            episode=table.maybe("episode", fields.text),
            received=table.maybe("received", fields.day),
            invoice_language=table.maybe("invoice_language", _language),
            consent=table.maybe("consent", _read_consent),
            return_reasonable_from=table.maybe("return_reasonable_from", fields.day),
        )

    def _benefit(self, table: Table, with_travel: bool) -> str:
        code = table.get("benefit", fields.text)
        if code not in self._benefits:
            raise table.error(
                "benefit", f"unknown benefit {shortened(code)}{did_you_mean(code, self._benefits)}"
            )
        if not with_travel and code in self._conditions.travel_benefits:
            raise table.error("benefit", f"{code!r} needs the claim's travel case ('travel')")
        return code

    def _quantity(self, table: Table, benefit: str, span: Span) -> int | None:
        found = table.maybe("quantity", fields.quantity)
        if found is None or benefit not in self._conditions.day_benefits:
            return found
        if found % 100:
            raise table.error("quantity", "days are counted whole")
        if found // 100 > span.days:
            raise table.error("quantity", f"{found // 100} days, but the line has only {span.days}")
        return found

    def _read_facts(self, value: Any, at: str) -> Mapping[str, bool]:
        if not isinstance(value, dict):
            raise CaseFileError(at, f"expected an object, not {fields.kind_of(value)}")
        for name, known in value.items():
            place = f"{at}/{escaped(name)}"
            if name not in self._facts:
                raise CaseFileError(place, f"unknown fact {shortened(name)}{did_you_mean(name, self._facts)}")
            if not isinstance(known, bool):
                raise CaseFileError(place, f"expected true or false, not {fields.kind_of(known)}")
        return value


def _read_person(value: Any, at: str) -> Person:
    table = Table(value, at, _PERSON, _PERSON)
    return Person(table.get("birth_date", fields.day), table.get("sex", _sex))


def _read_coverages(value: Any, at: str) -> tuple[Coverage, ...]:
    coverages = tuple(_read_coverage(v, p) for v, p in items(value, at))
    for i, later in enumerate(coverages):
        for j, earlier in enumerate(coverages[:i]):
            if _overlap(earlier, later):
                raise CaseFileError(f"{at}/{i}", f"overlaps the coverage at {at}/{j}")
    return coverages


def _read_coverage(value: Any, at: str) -> Coverage:
    table = Table(value, at, _COVERAGE, ("tier", "from"))
    first = table.get("from", fields.day)
    last = table.get("to", fields.day) if table.values.get("to") is not None else None
    if last is not None and last < first:
        raise table.error("to", f"{last} is before the first day, {first}")
    return Coverage(table.get("tier", _tier), first, last)


def _overlap(one: Coverage, other: Coverage) -> bool:
    return (one.last is None or other.first <= one.last) and (other.last is None or one.first <= other.last)


def _read_consent(value: Any, at: str) -> Consent:
    table = Table(value, at, _CONSENT, ("decision",))
    highest = table.maybe("max_amount", fields.money)
    if highest == 0:
        raise table.error("max_amount", "the highest cost is above zero, or left out")
    return Consent(
        granted=table.get("decision", _decision),
        id=table.maybe("id", fields.text),
        valid_from=table.maybe("valid_from", fields.day),
        valid_until=table.maybe("valid_until", fields.day),
        max_amount=highest,
    )


def _since_birth(table: Table, key: str, birth: date) -> date | None:
    found = table.maybe(key, fields.day)
    if found is not None and found < birth:
        raise table.error(key, f"{found} is before the person's birth, {birth}")
    return found


def _distinct(ids: list[str], at: str, what: str) -> None:
    seen: set[str] = set()
    for i, name in enumerate(ids):
        if name in seen:
            raise CaseFileError(f"{at}/{i}/id", f"there is another {what} {name!r}")
        seen.add(name)


def _last_day(claims: Sequence[Claim]) -> date:
    days = [line.last for claim in claims for line in claim.lines]
    if not days:
        raise CaseFileError("", "'as_of' is missing (it may be left out only where there are lines)")
    return max(days)
