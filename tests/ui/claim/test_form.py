"""The page as typed: kept as a draft, read field by field, nothing lost."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

from caseworker.rules.background import Background
from caseworker.rules.case import Consent, Line, Person
from caseworker.rules.standing import Standing
from caseworker.rules.vocabulary import Sex
from caseworker.ui.pages.claim.form import (
    ClaimFields,
    ConsentForm,
    InvoiceForm,
    LineForm,
    TravelForm,
    following_line,
    from_payload,
    to_payload,
)
from caseworker.ui.pages.claim.from_form import read_claim
from caseworker.ui.pages.claim.to_form import line_form, travel_form
from caseworker.wording.parse import Problem
from tests.ui.world import conditions

BACKGROUND = Background(
    Person(date(1985, 7, 14), Sex.FEMALE), (), Standing(), conditions(), today=date(2026, 4, 1)
)
COURSE = LineForm(
    "1", "complementary.treatment", first="2.3.2026", charged="480.-", facts={"provider_recognised": True}
)
ABROAD = LineForm(
    "2", "abroad.outpatient", first="10.2.2026", charged="412'000", currency="thb", rate="0,0261"
)
JOURNEY = TravelForm("E1", "accident", "holiday", "th", "10.2.2026 22:40 +07:00", "11.2.2026 6:10 +07:00")


HOME = TravelForm()


def form(*lines: LineForm, travel: TravelForm = HOME) -> ClaimFields:
    return ClaimFields(InvoiceForm(received="20.3.2026"), travel, lines)


def test_a_line_is_read_into_what_the_rules_judge() -> None:
    read = read_claim(form(COURSE), "C1", BACKGROUND)
    assert read.is_complete
    assert read.claim.received == date(2026, 3, 20)
    assert read.claim.lines == (
        Line(
            "1",
            COURSE.benefit,
            date(2026, 3, 2),
            date(2026, 3, 2),
            48000,
            facts={"provider_recognised": True},
        ),
    )


def test_a_line_abroad_brings_its_travel_case_and_its_rate() -> None:
    read = read_claim(form(COURSE, ABROAD, travel=JOURNEY), "C1", BACKGROUND)
    assert read.is_complete
    assert read.claim.travel is not None
    assert read.claim.travel.country == "TH"
    assert (read.claim.lines[1].currency, read.claim.lines[1].rate) == ("THB", Decimal("0.0261"))


def test_a_line_abroad_waits_for_its_travel_case_while_the_others_are_judged() -> None:
    read = read_claim(form(COURSE, ABROAD), "C1", BACKGROUND)
    assert [line.id for line in read.claim.lines] == ["1"]
    assert read.lines["2"].problems == {"benefit": Problem.TRAVEL_NEEDED}
    assert read.travel.problems == dict.fromkeys(("event", "trip", "country", "event_id"), Problem.REQUIRED)
    assert not read.is_complete


def test_each_wrong_field_says_so_itself_and_the_line_is_left_out() -> None:
    wrong = replace(COURSE, charged="12x", last="1.3.2026", rate="2", bmi="0")
    read = read_claim(form(wrong), "C1", BACKGROUND)
    assert read.lines["1"].problems == {
        "charged": Problem.NOT_AN_AMOUNT,
        "last": Problem.END_BEFORE_START,
        "currency": Problem.CURRENCY_NEEDED,
        "bmi": Problem.ABOVE_ZERO,
    }
    assert read.claim.lines == ()


def test_a_foreign_currency_needs_its_rate_and_francs_need_none() -> None:
    assert read_claim(form(replace(COURSE, currency="EUR")), "C1", BACKGROUND).lines["1"].problems == {
        "rate": Problem.RATE_NEEDED
    }
    francs = read_claim(form(replace(COURSE, currency="CHF")), "C1", BACKGROUND)
    assert (francs.claim.lines[0].currency, francs.claim.lines[0].rate) == (None, None)


def test_days_of_help_are_whole_and_no_more_than_the_line_has() -> None:
    help_at_home = replace(COURSE, benefit="home_help", last="6.3.2026")
    for text, problem in (("2.5", Problem.WHOLE_DAYS), ("6", Problem.MORE_DAYS_THAN_LINE)):
        assert read_claim(form(replace(help_at_home, quantity=text)), "C1", BACKGROUND).lines[
            "1"
        ].problems == {"quantity": problem}
    assert read_claim(form(replace(help_at_home, quantity="5")), "C1", BACKGROUND).is_complete


def test_no_service_is_before_the_birth() -> None:
    early = replace(COURSE, first="13.7.1985", treatment_start="1.1.1980")
    assert read_claim(form(early), "C1", BACKGROUND).lines["1"].problems == {
        "first": Problem.BEFORE_BIRTH,
        "treatment_start": Problem.BEFORE_BIRTH,
    }


def test_a_consent_is_read_with_its_validity_and_its_highest_cost() -> None:
    consent = ConsentForm("granted", "K7", "1.1.2026", "31.12.2026", "3'000.-")
    read = read_claim(form(replace(COURSE, consent=consent)), "C1", BACKGROUND)
    assert read.claim.lines[0].consent == Consent(True, "K7", date(2026, 1, 1), date(2026, 12, 31), 300000)
    nothing = replace(consent, max_amount="0", valid_until="31.12.2025")
    assert read_claim(form(replace(COURSE, consent=nothing)), "C1", BACKGROUND).lines["1"].problems == {
        "consent.max_amount": Problem.ABOVE_ZERO,
        "consent.valid_until": Problem.END_BEFORE_START,
    }


def test_blank_lines_are_no_lines() -> None:
    read = read_claim(form(COURSE, LineForm("2")), "C1", BACKGROUND)
    assert read.is_complete
    assert "2" not in read.lines
    assert not read_claim(form(LineForm("1")), "C1", BACKGROUND).is_complete


def test_what_was_read_and_written_back_reads_the_same() -> None:
    first = read_claim(form(COURSE, ABROAD, travel=JOURNEY), "C1", BACKGROUND).claim
    again = form(*(line_form(line) for line in first.lines), travel=travel_form(first.travel))
    assert read_claim(again, "C1", BACKGROUND).claim == first


def test_a_draft_comes_back_as_it_was_typed_errors_and_all() -> None:
    typed = form(replace(COURSE, charged="12x", consent=ConsentForm("granted")), ABROAD, travel=JOURNEY)
    assert from_payload(json.loads(json.dumps(to_payload(typed)))) == typed


def test_a_draft_of_another_version_still_opens() -> None:
    payload = to_payload(form(COURSE))
    payload["lines"][0]["no_longer_there"] = "x"
    del payload["lines"][0]["bmi"], payload["travel"]
    assert from_payload(payload) == form(COURSE)


def test_a_new_line_takes_over_the_day_and_no_name_that_is_taken() -> None:
    claim = form(replace(COURSE, last="6.3.2026"))
    assert following_line(claim, claim.next_id()) == LineForm("2", first="2.3.2026")
    assert claim.next_id(frozenset({"7"})) == "8"
