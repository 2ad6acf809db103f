"""The record that a decision's letter is drawn from."""

from __future__ import annotations

from datetime import timedelta

from caseworker.letters.kinds.decision.record import (
    DecisionRecord,
    Legal,
    LetterComponent,
    LetterLine,
    LetterMissing,
    LetterReason,
    Payee,
    Replaced,
)
from caseworker.letters.printable import unprintable
from caseworker.letters.record import Insured, Invoice
from caseworker.models.claims.assessable import Addressee
from caseworker.rules.case import Line
from caseworker.rules.finding import Component, LineFinding
from caseworker.rules.money import money_text
from caseworker.rules.vocabulary import Operator, Outcome
from caseworker.services.claims.document import Document
from caseworker.services.letters.insurer import insurer_of
from caseworker.settings import (
    ANSWER_DAYS,
    LEGAL_COURT,
    LEGAL_LIMITATION,
    LEGAL_NATURE,
    LEGAL_OMBUDSMAN,
    LEGAL_REVIEW,
    PAYMENT_WEEKS,
    InForce,
)
from caseworker.wording.languages import Language


def letter_record(document: Document, replaced: Replaced | None, settings: InForce) -> DecisionRecord:
    """What the decision's letter says; lines that still wait are told with what they wait for.

    What the house has set is frozen with it.
    """
    row, addressee = document.claim_row, document.addressee
    lines = {line.id: line for line in document.claim.lines}
    waiting = any(line.outcome is Outcome.PENDING for line in document.finding.lines)
    issued, language = document.at.date(), Language(addressee.language)
    name = full_name(addressee, row.person_number)
    return DecisionRecord(
        number=document.letter,
        issued=issued,
        language=language,
        recipient=recipient_lines(addressee, name),
        insured=Insured(
            name=addressee.name,
            given_name=addressee.given_name,
            sex=document.person.sex,
            birth_date=document.person.birth_date,
            number=row.person_number,
        ),
        claim_number=row.number,
        invoice=Invoice(row.provider or "", row.invoice_date, row.invoice_number, row.received),
        lines=tuple(
            _letter_line(lines[found.id], found, at)
            for at, found in enumerate(document.finding.lines, start=1)
        ),
        total=document.finding.amount,
        payee=Payee(name, addressee.iban),
        decided_by=document.by,
        edition=", ".join(name for name, _ in document.editions),
        program=document.program,
        insurer=insurer_of(settings, language),
        answer_by=issued + timedelta(days=settings.of(ANSWER_DAYS)) if waiting else None,
        replaces=replaced,
        legal=_legal(settings, language),
        payment_weeks=settings.of(PAYMENT_WEEKS),
    )


def _legal(settings: InForce, language: Language) -> Legal:
    return Legal(
        review=settings.of(LEGAL_REVIEW, language),
        limitation=settings.of(LEGAL_LIMITATION, language),
        nature=settings.of(LEGAL_NATURE, language),
        ombudsman=settings.of(LEGAL_OMBUDSMAN, language),
        court=settings.of(LEGAL_COURT, language),
    )


def full_name(addressee: Addressee, number: str) -> str:
    """Given name and name; the insured number where neither is recorded."""
    return f"{addressee.given_name} {addressee.name}".strip() or number


def recipient_lines(addressee: Addressee, name: str) -> tuple[str, ...]:
    """The lines of the address."""
    address = addressee.address
    if address is None:
        return (name,)
    street = f"{address.street} {address.house_number}".strip()
    town = f"{address.postcode} {address.town}".strip()
    abroad = "" if address.country == "CH" else address.country
    return tuple(line for line in (name, address.care_of or "", street, town, abroad) if line.strip())


def _letter_line(line: Line, found: LineFinding, at: int) -> LetterLine:
    """A line of the letter; a name that a letter cannot show gives way to the line's place."""
    foreign = line.currency is not None
    return LetterLine(
        position=line.id if unprintable(line.id) is None else str(at),
        benefit=line.benefit,
        first=line.first,
        last=line.last,
        charged=_in_francs(found),
        paid=found.amount,
        outcome=found.outcome,
        original=f"{line.currency} {money_text(line.charged)}" if foreign else None,
        other_payments=line.other_payments,
        reasons=tuple(LetterReason(r.code, r.citation.article, r.fact, r.limit) for r in found.reasons),
        missing=tuple(LetterMissing(m.fact, m.citation.article) for m in found.missing),
        consent_required=found.consent_required,
        components=tuple(_letter_component(c) for c in found.components),
    )


def _in_francs(found: LineFinding) -> int:
    """What was charged in Rappen: after the conversion, where there was one."""
    conversion = next((step for step in found.steps if step.operator is Operator.CONVERSION), None)
    return found.charged if conversion is None else conversion.after


def _letter_component(component: Component) -> LetterComponent:
    return LetterComponent(
        article=component.citation.article,
        first=component.first,
        last=component.last,
        amount=component.amount,
        base=component.base,
        rate=component.rate,
        unit=None if component.rate is not None else component.unit,
        units=None if component.rate is not None else component.units,
        unit_amount=None if component.rate is not None else component.unit_amount,
    )
