"""A store filled with the made-up insurer: complete, in agreement, the same each time."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from hashlib import sha256

import pytest
from sqlalchemy import select

from caseworker.demo.filling import Progress, fill
from caseworker.errors import Refusal
from caseworker.models.claims.decision_queries import decisions_of
from caseworker.models.claims.decision_tables import Decision
from caseworker.models.claims.queries import lines_of_person
from caseworker.models.claims.queue import queue_page
from caseworker.models.claims.tables import Claim
from caseworker.models.letters.queries import letter as letter_by_number
from caseworker.models.letters.queries import letters_of
from caseworker.models.letters.tables import PRINTED, Letter, LetterEvent
from caseworker.models.people.provider_tables import Provider
from caseworker.models.people.queries import dossier, family, find_person
from caseworker.models.store.base import Base
from caseworker.models.store.store import Store
from caseworker.rules.assess import assess_case
from caseworker.rules.limits import limits_on
from caseworker.rules.vocabulary import Outcome
from caseworker.services.claims.assessing import assess, load_claim
from caseworker.services.claims.case_files import export_case
from caseworker.services.claims.requesting import requested
from caseworker.services.context import Context, anybody
from caseworker.services.people.entering import enter_provider
from caseworker.services.people.forms import ProviderForm
from caseworker.services.settings.reading import demonstration_day, other_day
from caseworker.services.store.checking import check
from tests.demo.conftest import SMALL
from tests.support.postgres import Postgres
from tests.support.stores import access, conditions, context, opened, server_store


def content(store: Store) -> str:
    """A hash over every row of every table."""
    digest = sha256()
    with store.reading() as session:
        for table in Base.metadata.sorted_tables:
            for row in session.execute(select(table).order_by(*table.primary_key.columns)):
                digest.update(repr((table.name, *row)).encode())
    return digest.hexdigest()


@pytest.mark.each_engine
def test_the_store_agrees_with_itself(each_filled: Store) -> None:
    assert check(each_filled, conditions()).problems == ()


@pytest.mark.each_engine
def test_the_same_seed_gives_the_same_store_on_either_engine(filled: Store, each_filled: Store) -> None:
    assert content(each_filled) == content(filled)


@pytest.mark.each_engine
def test_the_store_carries_its_day_and_can_be_looked_at_as_on_it(each_filled: Store) -> None:
    door = access(each_filled)
    assert door.read(demonstration_day) == SMALL.anchor
    assert door.as_on(SMALL.anchor).today() == SMALL.anchor
    assert door.as_on(SMALL.anchor).read(other_day) is None


def test_no_claim_waits_past_the_day_of_its_request_without_a_reminder(filled: Store) -> None:
    day = datetime.combine(SMALL.anchor, time(8), UTC)
    monday = SMALL.anchor - timedelta(days=3)  # whose day fell on the days off is reminded on the anchor
    with filled.reading() as session:
        ctx = Context(anybody("Nina Osterwald"), day, conditions())
        rows = queue_page(session, SMALL.anchor, limit=1_000)
        waits = [requested(session, ctx, row.claim_number) for row in rows]
    overdue = [wait for wait in waits if wait is not None and wait.overdue]
    assert overdue
    assert all(wait.reminder or wait.answer_by >= monday for wait in overdue)


def test_letters_are_printed_on_the_evening_of_the_day_on_which_they_were_written(filled: Store) -> None:
    with filled.reading() as session:
        printed = select(LetterEvent.at, Decision.at).where(
            LetterEvent.kind == PRINTED,
            (Letter.year == LetterEvent.year) & (Letter.number == LetterEvent.number),
            Decision.id == Letter.decision_id,
        )
        days = [(out, written) for out, written in session.execute(printed)]
    assert len(days) > 100
    assert {out.time() for out, _ in days} == {time(17, 30)}
    assert all(timedelta(0) < out - written < timedelta(days=1) for out, written in days)


def test_another_seed_gives_another_store(filled: Store, store: Store) -> None:
    fill(access(store), SMALL._replace(seed=4), lambda _: None)
    assert content(store) != content(filled)


@pytest.mark.each_engine
def test_a_store_with_people_is_not_filled_again(each_filled: Store) -> None:
    with pytest.raises(Refusal, match="people in this store already"):
        fill(access(each_filled), SMALL, lambda _: None)


def invoices_from(store: Store) -> list[tuple[int, str]]:
    """Which provider each claim names."""
    with store.reading() as session:
        named = select(Claim.id, Provider.name).join(Provider, Claim.provider_id == Provider.id)
        return [(number, name) for number, name in session.execute(named.order_by(Claim.id))]


def test_a_store_that_has_a_provider_already_gets_its_claims_right(filled: Store, store: Store) -> None:
    with store.writing() as session:
        enter_provider(session, context(), ProviderForm("Farmacia Nuova", "pharmacy"))
    fill(access(store), SMALL, lambda _: None)
    assert invoices_from(store) == invoices_from(filled)
    assert check(store, conditions()).problems == ()


def test_what_is_stopped_half_way_leaves_nothing(store: Store) -> None:
    before = content(store)

    def stop(progress: Progress) -> None:
        if progress.decisions:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fill(access(store), SMALL, stop)
    assert content(store) == before


def test_a_server_is_filled_after_a_first_go_was_stopped(postgres: Postgres) -> None:
    def stop(progress: Progress) -> None:
        raise KeyboardInterrupt

    few = SMALL._replace(persons=20, claims=60)
    with server_store(postgres) as url, opened(url) as store:
        with pytest.raises(KeyboardInterrupt):
            fill(access(store), few, stop)
        fill(access(store), few, lambda _: None)
        assert check(store, conditions()).problems == ()


def test_open_claims_of_every_kind_wait(filled: Store) -> None:
    with filled.reading() as session:
        waiting = queue_page(session, SMALL.anchor, limit=1_000)
        ready = [row for row in waiting if row.waiting_facts == row.waiting_consent == 0]
        assert any(row.waiting_facts for row in waiting)
        assert any(row.waiting_consent for row in waiting)
        found = [load_claim(session, context(), row.claim_number) for row in waiting]
        travels = [each for each in found if each.claim.travel is not None]
        ended = {line.outcome for each in travels for line in assess(each, context()).finding.lines}
    assert ready
    assert {Outcome.PENDING, Outcome.DENY} <= ended


def test_people_export_as_cases_that_assess_to_what_the_store_holds(filled: Store) -> None:
    agreed = 0
    with filled.reading() as session:
        for index in range(SMALL.persons):
            number = str(10_000_001 + index)
            exported = export_case(session, context(), number, SMALL.anchor)
            if not exported.agrees:
                taken_back = any(
                    not d.in_force for d in decisions_of(session, find_person(session, number).id)
                )
                assert taken_back, number
                continue
            person = dossier(session, number)
            result = assess_case(exported.case, conditions())
            stands = limits_on(person.insured, person.mivita, SMALL.anchor, person.standing, conditions())
            assert result.limits == stands
            agreed += 1
    assert agreed > SMALL.persons * 0.9


def test_families_are_linked_for_childcare(filled: Store) -> None:
    with filled.reading() as session:
        mia = find_person(session, "10000003")
        relatives = {each.relation: each for each in family(session, mia, SMALL.anchor)}
    assert (relatives["mother"].given_name, relatives["father"].given_name) == ("Lucia", "Davide")
    assert relatives["father"].tier == "reala"


def test_lucia_has_a_claim_that_reaches_the_limit_once_decided(filled: Store) -> None:
    with filled.reading() as session:
        person = find_person(session, "10000001")
        (open_claim,) = {
            row.claim_number for row in lines_of_person(session, person.id) if row.state == "open"
        }
        finding = assess(load_claim(session, context(), open_claim), context()).finding
    assert [line.outcome for line in finding.lines] == [Outcome.PAY] * 3
    assert [reason.code.value for reason in finding.lines[2].reasons] == ["limit_reached"]


def test_the_told_people_end_as_their_stories_say(filled: Store) -> None:
    ends: dict[str, list[tuple[str, str, int | None]]] = {}
    with filled.reading() as session:
        for index in range(12):
            number = str(10_000_001 + index)
            rows = lines_of_person(session, find_person(session, number).id)
            ends[number] = [
                (row.line.benefit, row.outcome or row.waits or "ready", row.amount) for row in rows
            ]
    assert ("aids.contact_lenses_medical", "consent", None) in ends["10000003"]
    assert ("specific.infant_swimming", "pay", 10_800) in ends["10000004"]
    assert ("cure.thermal", "ready", None) in ends["10000005"]
    assert ("home_help", "facts", None) in ends["10000006"]
    assert ("abroad.inpatient", "pay", 720_720) in ends["10000007"]
    assert ("abroad.rebooking", "facts", None) in ends["10000007"]
    assert ("hospital.acute", "pay", 148_000) in ends["10000008"]
    assert ("complementary.treatment", "deny", 0) in ends["10000009"]
    assert ("specific.psychotherapy", "deny", 0) in ends["10000010"]
    assert ("aids.laser_eye", "deny", 0) in ends["10000011"]
    assert ("medicine", "pay", 11_880) in ends["10000011"]
    assert ("specific.scar_correction", "pay", 42_000) in ends["10000011"]
    assert ends["10000012"] == [("abroad.outpatient", "ready", None)]


def test_the_letters_of_the_told_people_are_drawn_the_others_wait(filled: Store) -> None:
    drawn, waiting = 0, 0
    with filled.reading() as session:
        for index in range(SMALL.persons):
            person = find_person(session, str(10_000_001 + index))
            for decision in decisions_of(session, person.id):
                found = letter_by_number(session, decision.number)
                assert found.record
                drawn += found.content is not None
                waiting += found.content is None
                assert (found.content is not None) == (index < 12)
    assert drawn > 20
    assert waiting > 100


def test_what_has_waited_long_was_asked_for_and_reminded_of(filled: Store) -> None:
    with filled.reading() as session:
        asked = [
            letter
            for index in range(SMALL.persons)
            for letter in letters_of(session, find_person(session, str(10_000_001 + index)).id)
            if letter.kind == "request"
        ]
        claims = {letter.about_key or "" for letter in asked}
        waits = [requested(session, context(), claim) for claim in sorted(claims)]
    assert len(asked) > len(claims) >= 5
    assert all(wait is not None for wait in waits)
    assert {wait.reminder for wait in waits if wait} == {True, False}
    assert all(letter.answer_by and letter.answer_by > letter.at.date() for letter in asked)
