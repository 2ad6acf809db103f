"""A finding's sentences: each number of it is told, each with its article, in every language."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

import pytest

from caseworker.resources import resource
from caseworker.rules.assess import assess_case
from caseworker.rules.casefile.reader import CaseReader
from caseworker.rules.conditions import Conditions, load_conditions
from caseworker.rules.finding import LineFinding
from caseworker.wording import Language, format_chf
from caseworker.wording.explain import Sentence, Topic, explain_line


@pytest.fixture(scope="module")
def conditions() -> Conditions:
    return load_conditions(resource("conditions", "mivita"))


def findings(
    conditions: Conditions, *lines: dict[str, Any], birth: str = "1985-07-14", **claim: Any
) -> Sequence[LineFinding]:
    listed = [{"id": str(n), "from": "2026-03-02", **line} for n, line in enumerate(lines, 1)]
    case = {
        "as_of": "2026-12-31",
        "person": {"birth_date": birth, "sex": "F"},
        "coverages": [{"tier": "extensa", "from": "2019-01-01"}],
        "claims": [{"id": "C1", "lines": listed, **claim}],
    }
    read = CaseReader(conditions).read(json.loads(json.dumps(case)))
    return assess_case(read, conditions).claims[0].lines


def texts(sentences: Sequence[Sentence], topic: Topic) -> list[str]:
    return [s.cited("en").replace("\u00a0", " ") for s in sentences if s.topic is topic]


COMPLEMENTARY = {"benefit": "complementary.treatment", "facts": {"provider_recognised": True}}


def test_a_percentage_is_told_from_charge_to_payment(conditions: Conditions) -> None:
    (line,) = findings(conditions, {**COMPLEMENTARY, "charged": "480.00"})
    told = [sentence.cited("en").replace("\u00a0", " ") for sentence in explain_line(line, "en")]
    assert told == [
        "Charged: CHF 480.00.",
        "75% of CHF 480.00: CHF 360.00 (art. 11.1).",
        (
            "Limit “Complementary medicine” (2026), used by this item: CHF 360.00; "
            "left afterwards: CHF 2’140.00 (art. 11.1)."
        ),
        "We pay CHF 360.00.",
    ]


def test_a_limit_that_cuts_is_told_as_step_and_as_reason(conditions: Conditions) -> None:
    (line,) = findings(conditions, {**COMPLEMENTARY, "charged": "4000.00"})
    sentences = explain_line(line, "en")
    assert texts(sentences, Topic.STEP)[-1] == (
        "Limit “Complementary medicine”, available CHF 2’500.00: amount cut to CHF 2’500.00 (art. 11.1)."
    )
    assert texts(sentences, Topic.REASON) == [
        "The limit “Complementary medicine” does not cover the whole amount (art. 11.1)."
    ]


def test_what_is_missing_is_asked_for_with_its_article(conditions: Conditions) -> None:
    (line,) = findings(conditions, {"benefit": "complementary.treatment", "charged": "80.00"})
    sentences = explain_line(line, "en")
    assert texts(sentences, Topic.OUTCOME) == ["We cannot decide yet: information is missing."]
    assert texts(sentences, Topic.MISSING) == [
        "Please tell us the therapist’s name and the method of treatment (art. 11.2)."
    ]


def test_a_consent_that_is_owed_is_told(conditions: Conditions) -> None:
    facts = {"prescribed": True}
    (line,) = findings(conditions, {"benefit": "aids.other", "charged": "80.00", "facts": facts})
    assert texts(explain_line(line, "en"), Topic.CONSENT) == [
        "The consent of our medical examiner is needed. We shall ask for it."
    ]


def test_a_denial_names_the_phase_in_which_it_stands(conditions: Conditions) -> None:
    (line,) = findings(conditions, {"benefit": "specific.acne_treatment", "charged": "80.00"})
    assert texts(explain_line(line, "en"), Topic.REASON) == [
        "This benefit is not offered in the life phase “Women 26–44” (art. 8.3)."
    ]


def test_a_stay_over_new_year_is_told_in_its_parts(conditions: Conditions) -> None:
    asked = (
        "prescribed",
        "medically_necessary",
        "after_serious_illness",
        "provider_recognised",
        "prior_request",
    )
    facts = dict.fromkeys(asked, True)
    stay = {"from": "2025-12-30", "to": "2026-01-02", "benefit": "cure.convalescence", "charged": "1000.00"}
    (line,) = findings(conditions, {**stay, "facts": facts})
    sentences = explain_line(line, "en")
    assert texts(sentences, Topic.PART) == ["30.12.2025 to 31.12.2025:", "01.01.2026 to 02.01.2026:"]
    assert texts(sentences, Topic.STEP).count("2 days at CHF 90.00 a day: CHF 180.00 (art. 13.1).") == 2
    assert texts(sentences, Topic.OUTCOME) == ["We pay CHF 360.00."]


def test_hours_are_told_as_hours(conditions: Conditions) -> None:
    facts = dict.fromkeys(("child_ill", "parents_employed", "working_hours", "organised_by_centre"), True)
    care = {
        "benefit": "childcare",
        "charged": "2000.00",
        "quantity": "40.50",
        "child_birth_date": "2020-01-01",
    }
    (line,) = findings(conditions, {**care, "facts": facts})
    steps = texts(explain_line(line, "en"), Topic.STEP)
    assert steps[0].startswith("Still available: 30 hours. On the invoice: 40.5 hours.")
    assert steps[1] == "30 hours at CHF 40.00 an hour: CHF 1’200.00 (art. 20a.2)."


def test_a_reduction_says_by_how_much(conditions: Conditions) -> None:
    travel = {
        "event_id": "E1",
        "event": "accident",
        "trip": "holiday",
        "country": "IT",
        "reduction": "0.3",
        "facts": {"emergency": True, "licensed_provider": True},
    }
    (line,) = findings(conditions, {"benefit": "abroad.outpatient", "charged": "100.00"}, travel=travel)
    sentences = explain_line(line, "en")
    assert texts(sentences, Topic.REASON) == [
        "The benefit is reduced by 30% because the event was caused by gross negligence (art. 44)."
    ]
    assert texts(sentences, Topic.OUTCOME) == ["We pay CHF 70.00."]


def test_a_foreign_invoice_is_told_in_its_own_currency(conditions: Conditions) -> None:
    glasses = {"benefit": "aids.vision", "charged": "100.00", "currency": "EUR", "rate": "0.95"}
    (line,) = findings(conditions, {**glasses, "facts": {"prescribed": True}})
    sentences = explain_line(line, "en", currency="EUR")
    assert texts(sentences, Topic.CHARGED) == ["Charged: EUR 100.00."]
    assert texts(sentences, Topic.STEP)[0].startswith("Converted into francs at 0.95: CHF 95.00")


def all_kinds(conditions: Conditions) -> Iterator[LineFinding]:
    """A line for every benefit: with every requirement met, and with nothing known."""
    for edition in conditions.editions:
        for code, term in edition.terms.benefits.items():
            if term.travel:
                continue
            facts = {fact.fact: True for fact in term.requires}
            line = {
                "benefit": code,
                "charged": "9000.00",
                "country": "IT" if term.served == "abroad" else "CH",
            }
            more = {"episode": "one", "bmi": 25, "child_birth_date": "2026-01-01"}
            for birth in ("2025-05-01", "2010-05-01", "1990-05-01", "1960-05-01"):
                full = {**line, **more, "facts": facts, "consent": {"decision": "granted"}}
                hours = {**full, "quantity": "3.00"} if term.quantity == "hours" else full
                yield from findings(conditions, hours, line, birth=birth)


def test_every_benefit_can_be_told_in_every_language(conditions: Conditions) -> None:
    for line in all_kinds(conditions):
        for language in Language:
            told = explain_line(line, language)
            assert all(sentence.text and "{" not in sentence.text for sentence in told)
            if line.amount:
                assert any(format_chf(line.amount) in s.text for s in told if s.topic is Topic.OUTCOME)


def test_every_step_reason_and_request_carries_its_article(conditions: Conditions) -> None:
    for line in all_kinds(conditions):
        told = explain_line(line, "en")
        assert len([s for s in told if s.topic is Topic.REASON]) == len(line.reasons)
        assert len([s for s in told if s.topic is Topic.MISSING]) == len(line.missing)
        several = len(line.parts) > 1
        resting = (Topic.LIMIT, Topic.REASON, Topic.MISSING) + (() if several else (Topic.STEP,))
        assert all(sentence.citation is not None for sentence in told if sentence.topic in resting)
