"""Which fact would change the result is found by trying, and nothing is booked by it."""

from caseworker.rules.asking import asked_facts
from caseworker.rules.background import Background
from caseworker.rules.case import Claim
from caseworker.rules.standing import Standing
from caseworker.rules.vocabulary import Outcome
from caseworker.rules.what_if import BestCase, Change, WhatIf
from tests.rules.assessing import first_edition
from tests.rules.builders import ADULT, DAY, cover, happy, journey, line

Told = tuple[tuple[Change, ...], BestCase | None]


def look(claim: Claim, standing: Standing | None = None) -> Told:
    """What would change the claim's first line."""
    here = Background(ADULT, (cover(),), standing or Standing(), first_edition(), DAY)
    first = claim.lines[0]
    known = {**claim.travel.facts, **first.facts} if claim.travel else first.facts
    asked = asked_facts(here.plan(first.benefit, DAY), known)
    what_if = WhatIf(first.id, claim, here.judge(claim), here)
    return what_if.changes(asked), what_if.best_case(asked)


def test_each_single_fact_that_changes_the_result_is_found() -> None:
    changes, best = look(Claim("C1", (happy("complementary.treatment"),)))
    assert {(c.fact.fact, c.value): (c.outcome, c.amount) for c in changes} == {
        ("provider_recognised", False): (Outcome.DENY, 0),
        ("cga_excluded", True): (Outcome.DENY, 0),
    }
    assert best is None


def test_what_all_missing_facts_together_would_bring() -> None:
    _, best = look(Claim("C1", (line("specific.psychotherapy"),)))
    assert best is not None
    assert [a.fact for a in best.facts] == ["prescribed", "provider_recognised"]
    assert (best.outcome, best.amount) == (Outcome.PAY, 6_000)


def test_what_the_journey_tells_is_known_of_its_lines() -> None:
    told = journey(facts={"emergency": True})
    _, best = look(Claim("C1", (line("abroad.outpatient", country="TH"),), travel=told))
    assert best is not None
    assert [a.fact for a in best.facts] == ["licensed_provider"]


def test_asking_books_nothing() -> None:
    book = Standing()
    look(Claim("C1", (happy("complementary.treatment"),)), book)
    assert book.used == {}


def test_a_line_that_is_not_in_the_claim_has_no_changes() -> None:
    here = Background(ADULT, (cover(),), Standing(), first_edition(), DAY)
    claim = Claim("C1", (happy("medicine"),))
    what_if = WhatIf("9", claim, here.judge(claim), here)
    asked = asked_facts(here.plan("medicine", DAY), {})
    assert (what_if.changes(asked), what_if.best_case(asked)) == ((), None)
