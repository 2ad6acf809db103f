"""Entering and amending claims, establishing facts, noting consents."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import select, update
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import flag_modified

from caseworker.errors import Refusal
from caseworker.models.claims.assessable import FACTS, LOCK_PERSON_OF_CLAIM
from caseworker.models.claims.queries import claim as claim_by_number
from caseworker.models.claims.queries import consent_of, lines_of
from caseworker.models.claims.reading import FactTable, fact_table
from caseworker.models.claims.rows import ClaimRow, LineRow
from caseworker.models.claims.statements import INSERT_CLAIM
from caseworker.models.claims.tables import DECIDED, OPEN, WITHDRAWN, Claim, Line
from caseworker.models.people.queries import LOCK_PERSON, find_person
from caseworker.models.store.failures import AMENDED
from caseworker.models.store.numbers import claim_key, claim_number
from caseworker.models.store.prepared import driver_of
from caseworker.rights import Right
from caseworker.rules import case
from caseworker.services.audit.events import Chain, record
from caseworker.services.claims.checks import check_claim
from caseworker.services.claims.forms import ClaimForm
from caseworker.services.claims.rows import Adding, line_values
from caseworker.services.claims.waiting import cancel_work, note_waits, open_work
from caseworker.services.context import Context, needs


@needs(Right.CLAIMS_ENTER)
def enter_claim(session: Session, ctx: Context, form: ClaimForm) -> ClaimRow:
    """A new claim with its lines, facts and consents; Refusal if a case file with it would be refused."""
    person = find_person(session, form.person)
    check_claim(form, person.birth_date, ctx.conditions)
    LOCK_PERSON.rows(driver_of(session), {"person": person.id})
    key = insert_claim(session, ctx, person.id, form)
    number = claim_number(key)
    note_waits(session, ctx, key)
    record(session, ctx, Chain(person.id, person.number), "claim entered", number, form, f"claim:{number}")
    entered = claim_by_number(session, number)
    ctx.can_be_undone(withdraw_claim, number, entered.version)
    return entered


@needs(Right.CLAIMS_ENTER)
def insert_claim(session: Session, ctx: Context, person_id: int, form: ClaimForm) -> int:
    """The rows of a claim that was checked, for a person who is locked; the claim's key."""
    driver = driver_of(session)
    row = INSERT_CLAIM.row(driver, _claim_values(ctx, person_id, form))
    assert row is not None
    key: int = row[0]
    adding = Adding(driver, ctx, person_id, key, form.source)
    if form.travel is not None:
        adding.facts(None, form.travel.facts)
    for position, line in enumerate(form.lines):
        adding.line(position, line)
    adding.end()
    open_work(session, ctx, person_id, key, form)
    return key


@needs(Right.CLAIMS_ENTER)
def amend_claim(session: Session, ctx: Context, number: str, version: int, form: ClaimForm) -> ClaimRow:
    """A claim as the form has it. Lines are known by their id; those left out are withdrawn.

    Refusal if someone else has amended it since `version`, or if a line that was decided would change.
    """
    driver = driver_of(session)
    key = claim_key(number)
    _locked(session, key)
    before = claim_by_number(session, number)
    person = find_person(session, before.person_number)
    check_claim(form, person.birth_date, ctx.conditions)
    if before.version != version:
        raise Refusal(*AMENDED.templates)
    known = lines_of(session, number)
    _check_decided(known, form)
    claim = session.get_one(Claim, key, populate_existing=True)
    was = _form_of(session, before, claim, known, form.source)
    for name, value in _amendable(form).items():
        setattr(claim, name, value)
    _bump(session, claim)
    adding = Adding(driver, ctx, person.id, key, form.source)
    _amend_lines(session, adding, key, known, form)
    adding.end()
    note_waits(session, ctx, key)
    data = {"before": {"claim": before, "lines": [row.line for row in known]}, "after": form}
    record(session, ctx, Chain(person.id, person.number), "claim amended", number, data, f"claim:{number}")
    amended = claim_by_number(session, number)
    ctx.can_be_undone(amend_claim, number, amended.version, was)
    return amended


@needs(Right.CLAIMS_ENTER)
def withdraw_claim(session: Session, ctx: Context, number: str, version: int) -> ClaimRow:
    """Withdraw all lines of a claim that should not have been entered; it keeps its number.

    Refusal if it was amended since `version`, or if a line of it was decided.
    """
    key = claim_key(number)
    person = _locked(session, key)
    before = claim_by_number(session, number)
    if before.version != version:
        raise Refusal(*AMENDED.templates)
    known = lines_of(session, number)
    claim = session.get_one(Claim, key, populate_existing=True)
    was = _form_of(session, before, claim, known, "examiner")
    _check_decided(known, replace(was, lines=()))
    session.execute(update(Line).where(Line.claim_id == key).values(state=WITHDRAWN, waits=None))
    cancel_work(session, ctx, key)
    _bump(session, claim)
    record(session, ctx, person, "claim withdrawn", number, {"before": was}, f"claim:{number}")
    withdrawn = claim_by_number(session, number)
    ctx.can_be_undone(amend_claim, number, withdrawn.version, was)
    return withdrawn


@needs(Right.CLAIMS_ENTER)
def establish_fact(
    session: Session,
    ctx: Context,
    line: int,
    fact: str,
    value: bool | None,
    source: str = "examiner",
    now: tuple[bool | None, ...] = (),
) -> None:
    """Establish a fact of an open line (its key): true, false, or None for not known (again).

    Refusal if it is not `now` as named, where that is: somebody else established it in between.
    """
    person, claim_id, label = _open_line(session, line)
    before = _establish(session, ctx, person, _Place(claim_id, line, label), fact, value, source, now)
    note_waits(session, ctx, claim_id)
    ctx.can_be_undone(establish_fact, line, fact, before, source, (value,))


@needs(Right.CLAIMS_ENTER)
def establish_event_fact(
    session: Session,
    ctx: Context,
    claim: str,
    fact: str,
    value: bool | None,
    source: str = "examiner",
    now: tuple[bool | None, ...] = (),
) -> None:
    """Establish a fact of a claim's whole travel case, for the lines not yet decided; `now` as for a line."""
    key = claim_key(claim)
    person = _locked(session, key)
    if session.get_one(Claim, key, populate_existing=True).travel_event_id is None:
        raise Refusal("Claim {number} has no travel case.", "Enter the event first.", number=claim)
    before = _establish(session, ctx, person, _Place(key, None, "travel"), fact, value, source, now)
    note_waits(session, ctx, key)
    ctx.can_be_undone(establish_event_fact, claim, fact, before, source, (value,))


@needs(Right.CONSENTS_NOTE)
def note_consent(
    session: Session,
    ctx: Context,
    line: int,
    consent: case.Consent | None,
    source: str = "examiner",
    now: tuple[case.Consent | None, ...] = (),
) -> None:
    """Note on an open line what the trusted doctor answered; None: no answer yet. `now` as for a fact."""
    person, claim_id, label = _open_line(session, line)
    number = claim_number(claim_id)
    claim = session.get_one(Claim, claim_id, populate_existing=True)
    before = consent_of(session, line)
    _must_be(before, now)
    key = None
    if consent is not None:
        key = Adding(driver_of(session), ctx, claim.person_id, claim_id, source).consent(consent)
    session.execute(update(Line).where(Line.id == line).values(consent_id=key))
    note_waits(session, ctx, claim_id)
    _bump(session, claim)
    noted = {"consent": consent}
    record(session, ctx, person, "consent noted", f"{number}/{label}", noted, f"claim:{number}")
    ctx.can_be_undone(note_consent, line, before, source, (consent,))


def _claim_values(ctx: Context, person_id: int, form: ClaimForm) -> dict[str, Any]:
    return {
        **_amendable(form),
        "person_id": person_id,
        "label": form.label,
        "entered_by": ctx.by,
        "entered_at": ctx.at,
        "version": 1,
    }


def _amendable(form: ClaimForm) -> dict[str, Any]:
    travel = form.travel
    event_at = None if travel is None or travel.event_at is None else travel.event_at.isoformat()
    notified = None if travel is None or travel.notified_at is None else travel.notified_at.isoformat()
    return {
        "received": form.received,
        "provider_id": form.provider_id,
        "invoice_number": form.invoice_number,
        "invoice_date": form.invoice_date,
        "travel_event_id": travel.event_id if travel else None,
        "travel_event": travel.event if travel else None,
        "travel_trip": travel.trip if travel else None,
        "travel_country": travel.country if travel else None,
        "travel_event_at": event_at,
        "travel_notified_at": notified,
        "travel_treatment_start": travel.treatment_start if travel else None,
        "travel_return_reasonable_from": travel.return_reasonable_from if travel else None,
        "travel_reduction": travel.reduction if travel else None,
    }


def _amend_lines(
    session: Session, adding: Adding, claim_id: int, known: tuple[LineRow, ...], form: ClaimForm
) -> None:
    """Bring the open lines to what the form says; what was decided stays as it is."""
    by_label = {row.line.id: row for row in known}
    facts = _current_facts(session, claim_id)
    travel = form.travel.facts if form.travel is not None else {}
    adding.facts(None, _changes(facts.get(None, {}), travel))
    asked = select(Line.label, Line.id).where(Line.claim_id == claim_id, Line.state == WITHDRAWN)
    withdrawn = dict(session.execute(asked).all())
    for position, line in enumerate(form.lines):
        row = by_label.pop(line.id, None)
        if row is not None and row.state == DECIDED:
            continue
        key = withdrawn.get(line.id) if row is None else row.id
        if key is None:
            adding.line(position, line)
            continue
        _amend_line(session, adding, key, position, line, None if row is None else row.line.consent)
        adding.facts(key, _changes(facts.get(key, {}), line.facts))
    for row in by_label.values():
        session.execute(update(Line).where(Line.id == row.id).values(state=WITHDRAWN, waits=None))


def _amend_line(
    session: Session, adding: Adding, key: int, position: int, line: case.Line, had: case.Consent | None
) -> None:
    values: dict[str, Any] = {**line_values(line), "position": position, "state": OPEN, "waits": None}
    if line.consent != had:
        values["consent_id"] = None if line.consent is None else adding.consent(line.consent)
    session.execute(update(Line).where(Line.id == key).values(values))


def _check_decided(known: tuple[LineRow, ...], form: ClaimForm) -> None:
    """Refusal if the form would change or leave out a line that was decided."""
    wanted = {line.id: line for line in form.lines}
    for row in known:
        if row.state == DECIDED and wanted.get(row.line.id) != row.line:
            raise Refusal(
                "Line {line} has been decided ({decision}) and cannot be changed.",
                "Reverse that decision first, with a reason.",
                line=row.line.id,
                decision=row.decision_number,
            )


def _changes(had: Mapping[str, bool], wanted: Mapping[str, bool]) -> dict[str, bool | None]:
    """What has to be established so that `wanted` holds; None: not known any more."""
    gone: dict[str, bool | None] = {name: None for name in had if name not in wanted}
    return gone | {name: value for name, value in wanted.items() if had.get(name) is not value}


def _form_of(
    session: Session, row: ClaimRow, claim: Claim, known: tuple[LineRow, ...], source: str
) -> ClaimForm:
    """The form that makes a claim what it is."""
    return ClaimForm(
        person=row.person_number,
        lines=tuple(each.line for each in known),
        received=row.received,
        travel=_travel_of(claim, _current_facts(session, row.id).get(None, {})),
        provider_id=row.provider_id,
        invoice_number=row.invoice_number,
        invoice_date=row.invoice_date,
        label=row.label,
        source=source,
    )


def _travel_of(claim: Claim, facts: Mapping[str, bool]) -> case.Travel | None:
    if claim.travel_event_id is None:
        return None
    event_at, notified_at = claim.travel_event_at, claim.travel_notified_at
    return case.Travel(
        event_id=claim.travel_event_id,
        event=claim.travel_event or "",
        trip=claim.travel_trip or "",
        country=claim.travel_country or "",
        event_at=None if event_at is None else datetime.fromisoformat(event_at),
        notified_at=None if notified_at is None else datetime.fromisoformat(notified_at),
        treatment_start=claim.travel_treatment_start,
        return_reasonable_from=claim.travel_return_reasonable_from,
        reduction=claim.travel_reduction or 0,
        facts=facts,
    )


def _current_facts(session: Session, claim_id: int) -> FactTable:
    return fact_table(FACTS.rows(driver_of(session), {"claim": claim_id}))


class _Place(NamedTuple):
    """What a fact is about: a line of a claim, or its travel case."""

    claim_id: int
    line: int | None
    label: str


def _locked(session: Session, claim: int) -> Chain:
    """The person of a claim, locked; Refusal if there is no such claim."""
    row = LOCK_PERSON_OF_CLAIM.row(driver_of(session), {"claim": claim})
    if row is None:
        raise Refusal("There is no claim {number}.", "Look it up in the queue.", number=claim_number(claim))
    return Chain(*row)


def _open_line(session: Session, line: int) -> tuple[Chain, int, str]:
    """The person, locked, and the claim and label of a line that can still be changed."""
    claim_id = session.scalar(select(Line.claim_id).where(Line.id == line))
    if claim_id is None:
        raise Refusal("There is no such line.", "Open the claim again.")
    person = _locked(session, claim_id)
    label, state = session.execute(select(Line.label, Line.state).where(Line.id == line)).one()
    if state == WITHDRAWN:
        raise Refusal(
            "Line {line} is withdrawn: nothing about it can be changed.", "Open the claim again.", line=label
        )
    if state != OPEN:
        raise Refusal(
            "Line {line} is decided: nothing about it can be changed.",
            "Reverse its decision first.",
            line=label,
        )
    return person, claim_id, label


def _establish(
    session: Session,
    ctx: Context,
    person: Chain,
    place: _Place,
    fact: str,
    value: bool | None,
    source: str,
    now: tuple[bool | None, ...],
) -> bool | None:
    """Add what a fact is from now on; what it was."""
    if fact not in ctx.conditions.facts:
        raise Refusal("The conditions ask for no fact {fact!r}.", "Choose one that they name.", fact=fact)
    claim = session.get_one(Claim, place.claim_id, populate_existing=True)
    before = _current_facts(session, place.claim_id).get(place.line, {}).get(fact)
    _must_be(before, now)
    adding = Adding(driver_of(session), ctx, person.key, place.claim_id, source)
    adding.facts(place.line, {fact: value})
    adding.end()
    _bump(session, claim)
    data, number = {"fact": fact, "value": value, "source": source}, claim_number(place.claim_id)
    record(session, ctx, person, "fact established", f"{number}/{place.label}", data, f"claim:{number}")
    return before


def _must_be(found: object, wanted: tuple[object, ...]) -> None:
    """Refusal where something is not what it was left as by whoever takes it back."""
    if wanted and found not in wanted:
        raise Refusal(*AMENDED.templates)


def _bump(session: Session, claim: Claim) -> None:
    """Count the claim's version up: whoever has it open as it was will be told."""
    flag_modified(claim, "received")
    session.flush()
