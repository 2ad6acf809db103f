"""A letter says what the house had set when it was decided, and goes on saying it."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from caseworker.letters.kinds.decision.record import DecisionRecord
from caseworker.letters.kinds.request.record import RequestRecord
from caseworker.models.store.store import Store
from caseworker.services.access import Access
from caseworker.services.claims.deciding import decide_as_assessed
from caseworker.services.claims.requesting import request_missing
from caseworker.services.context import anybody
from caseworker.services.letters.issuing import issue_letter, letter_record
from caseworker.services.settings.setting import set_value
from tests.letters.samples import read, squeezed
from tests.support.stores import NOW, claim, conditions, count_statements, insure, treatment

SET = (
    ("insurer.name", "Valperla Leben AG", ""),
    ("insurer.address", "Bahnhofplatz 1; Postfach; 2502 Biel", ""),
    ("insurer.place", "Bienna", "it"),
    ("insurer.phone", "032 300 00 00", ""),
    ("insurer.email", "post@valperla.example", ""),
    ("insurer.web", "", ""),
    ("contact.phone", "032 300 00 44", ""),
    ("request.answer_days", "20", ""),
    ("payment.weeks", "1", ""),
    ("legal.court", "Decide il tribunale di Bienna.", "it"),
    ("legal.ombudsman", "", "it"),
)


@pytest.fixture
def access(store: Store) -> Access:
    return Access(store, conditions(), anybody("G. Keller"), lambda: NOW)


@pytest.fixture
def number(store: Store) -> str:
    """A claim of an Italian-speaking person: one line paid, one for which something is missing."""
    return claim(store, insure(store), treatment(), treatment("2", facts={}))


def set_all(access: Access) -> None:
    for name, value, language in SET:
        access.write(set_value, name, value, why="moved", language=language)


def said(content: bytes | None) -> str:
    assert content is not None
    return squeezed(" ".join(read(content)))


def test_a_letter_says_what_was_set_in_its_language(access: Access, number: str) -> None:
    set_all(access)
    decision = access.write(decide_as_assessed, number).result.number
    text = said(access.write(issue_letter, decision).result.content)
    for told in (
        "Valperla Leben AG",
        "Bahnhofplatz 1",
        "2502 Biel",
        "Bienna, 20 novembre 2026",
        "032 300 00 00",
        "post@valperla.example",
        "G. Keller, 032 300 00 44",
        "entro il 10.12.2026",
        "Decide il tribunale di Bienna.",
    ):
        assert squeezed(told) in text, told
    assert squeezed("ufficio di mediazione") not in text
    assert "www.valperla" not in text


def test_the_defaults_are_frozen_too_in_the_language_of_the_letter(access: Access, number: str) -> None:
    decision = access.write(decide_as_assessed, number).result.number
    record = access.read(letter_record, decision)
    assert isinstance(record, DecisionRecord)
    assert (record.insurer.place, record.payment_weeks) == ("Berna", 4)
    assert record.legal is not None
    assert record.legal.court.startswith("Se non troviamo un accordo")


def test_setting_changes_no_letter_that_was_frozen_drawn_or_not(access: Access, number: str) -> None:
    undrawn = access.write(decide_as_assessed, number).result.number
    before = access.read(letter_record, undrawn)
    set_all(access)
    assert access.read(letter_record, undrawn) == before
    text = said(access.write(issue_letter, undrawn).result.content)
    for told in ("Valperla Versicherungen AG", "Berna, 20 novembre 2026", "Se non troviamo un accordo"):
        assert squeezed(told) in text, told
    kept = access.write(issue_letter, undrawn).result.content
    access.write(set_value, "insurer.name", "Another AG", why="sold")
    assert access.write(issue_letter, undrawn).result.content == kept


def test_deciding_reads_no_setting(store: Store, access: Access, number: str) -> None:
    assert access.settings is not None
    statements = count_statements(store, lambda: access.write(decide_as_assessed, number))
    assert not [each for each in statements if "setting" in each]


@pytest.mark.parametrize(("weeks", "told"), [("1", "una settimana"), ("4", "quattro settimane")])
def test_payment_is_promised_within_the_weeks_that_were_set(
    store: Store, access: Access, weeks: str, told: str
) -> None:
    access.write(set_value, "payment.weeks", weeks, why="promised")
    number = claim(store, insure(store), treatment())
    with store.writing() as session:
        session.execute(text("UPDATE person SET iban = 'CH9300762011623852957'"))
    decision = access.write(decide_as_assessed, number).result.number
    assert squeezed(f"al più tardi {told} dopo") in said(access.write(issue_letter, decision).result.content)


def test_the_longest_letterhead_stays_on_the_paper(access: Access, number: str) -> None:
    wide = "W" * 40
    access.write(set_value, "insurer.address", "; ".join([wide] * 4), why="long")
    access.write(set_value, "insurer.name", "W" * 60, why="long")
    decision = access.write(decide_as_assessed, number).result.number
    assert said(access.write(issue_letter, decision).result.content).count(wide) >= 4


def test_a_request_freezes_its_periods_and_the_warning(access: Access, store: Store) -> None:
    number = claim(store, insure(store), treatment("1", facts={}))
    access.write(set_value, "request.answer_days", "20", "agreed")
    access.write(set_value, "request.warning", "Risponda, per favore.", "shorter", "it")
    made = access.write(request_missing, number).result
    assert made.answer_by == NOW.date() + timedelta(days=20)
    before = access.read(letter_record, made.number)
    assert isinstance(before, RequestRecord)
    assert (before.warning, before.answer_by) == ("Risponda, per favore.", made.answer_by)
    access.write(set_value, "request.warning", "Altro.", "again", "it")
    assert access.read(letter_record, made.number) == before
