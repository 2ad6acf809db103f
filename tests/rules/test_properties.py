"""What must hold for every story: the trace closes, limits hold, the same case gives the same bytes."""

import json
from collections.abc import Iterator
from copy import deepcopy
from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from caseworker.rules.assess import CaseResult, assess_case, assess_line
from caseworker.rules.case import Case
from caseworker.rules.casefile.reader import CaseReader, parse_json
from caseworker.rules.casefile.writer import as_json, fingerprint, render_case, render_result
from caseworker.rules.finding import LineFinding, PartFinding, Step
from caseworker.rules.pools import RUN
from caseworker.rules.standing import Standing, entries_of
from caseworker.rules.vocabulary import Operator, Outcome, Status
from tests.rules.assessing import first_edition
from tests.rules.expected import TABLE, cap_of
from tests.rules.strategies import ALWAYS, Document, documents

LIMITED = tuple(code for code, row in TABLE.items() if row.limits)
CURES = ("cure.thermal", "cure.convalescence", "cure.thermal_europe", "specific.psychotherapy")
CASES = st.one_of(documents(), documents(LIMITED), documents(CURES))


def read(document: Document) -> Case:
    return CaseReader(first_edition()).read(document)


def assessed(document: Document) -> CaseResult:
    return assess_case(read(document), first_edition())


def told(document: Document) -> dict[str, Any]:
    return render_result(assessed(document))


def lines_of(result: CaseResult) -> Iterator[LineFinding]:
    for claim in result.claims:
        yield from claim.lines


def closes(steps: tuple[Step, ...], start: int, end: int) -> None:
    """Each step begins where the one before it ended; said to be binding where it changes something."""
    before = start
    for step in steps:
        assert step.before == before
        assert (step.status is Status.BINDING) == (step.after != step.before) or _exchanged(step)
        assert step.citation.article
        before = step.after
    assert before == end


def _exchanged(step: Step) -> bool:
    """A step that is binding by its nature, though it may leave the number as it is."""
    return step.operator in (Operator.CONVERSION, Operator.OTHER_PAYMENTS, Operator.DENIED)


def part_closes(part: PartFinding) -> None:
    if part.outcome in (Outcome.PAY, Outcome.DENY) and part.steps:
        closes(part.steps, part.share, part.amount)
    else:
        assert (part.amount, part.components) == (0, ())
    assert sum(component.amount for component in part.components) == part.amount
    assert all(component.amount > 0 and component.citation.article for component in part.components)


@ALWAYS
@given(CASES)
def test_the_trace_closes_from_what_was_charged_to_what_is_paid(document: Document) -> None:
    for line in lines_of(assessed(document)):
        base = sum(part.share for part in line.parts)
        closes(line.steps, line.charged, base)
        for part in line.parts:
            part_closes(part)
        assert sum(part.amount for part in line.parts) == line.amount
        lump = TABLE[line.benefit].kind == "lump_sum"
        assert 0 <= line.amount <= (20_000 if lump else max(base, 0))
        assert (line.outcome is Outcome.PAY) == (line.amount > 0)
        assert all(a.last < b.first for a, b in pairwise(line.parts))


@ALWAYS
@given(CASES)
def test_an_outcome_has_what_goes_with_it_and_nothing_else(document: Document) -> None:
    for line in lines_of(assessed(document)):
        assert bool(line.missing) == (line.outcome is Outcome.PENDING)
        assert bool(line.components) == (line.outcome is Outcome.PAY)
        assert line.outcome is not Outcome.DENY or line.reasons
        assert line.consent_required or line.outcome is not Outcome.CONSENT
        assert not line.consent_required or line.outcome in (Outcome.CONSENT, Outcome.PENDING)
        assert len(set(line.reasons)) == len(line.reasons)
        assert [m.fact for m in line.missing] == sorted({m.fact for m in line.missing})
        for part in line.parts:
            assert part.outcome is Outcome.PAY or part.consent_cost == 0


@ALWAYS
@given(CASES)
def test_no_limit_is_ever_overdrawn(document: Document) -> None:
    case, conditions = read(document), first_edition()
    book = Standing()
    for claim in case.claims:
        for line in claim.lines:
            found = assess_line(line, claim, case.person, case.coverages, book, conditions)
            if found.outcome is not Outcome.PAY:
                assert found.bookings == ()
                continue
            book.book(entries_of(found))
            for part in found.parts:
                if part.outcome is Outcome.PAY:
                    within_limits(part, book)


def within_limits(part: PartFinding, book: Standing) -> None:
    assert part.phase is not None
    assert part.tier is not None
    for component in part.components:
        for booked in component.bookings:
            cap = cap_of(booked.limit, part.phase, part.tier)
            assert booked.consumed >= 0
            assert booked.left >= 0
            if booked.limit == "cure_days":
                used = {int(year): days for year, days in book.used["cure_days"].items()}
                runs = (range(y, y + RUN) for y in range(min(used) - RUN, max(used) + 1))
                assert max(sum(used.get(y, 0) for y in run) for run in runs) <= cap
            elif booked.limit == "ivf":
                assert len(book.used["ivf"]) == 1
            else:
                assert book.of(booked.limit, booked.key) <= cap


@ALWAYS
@given(CASES)
def test_the_same_case_gives_the_same_bytes(document: Document) -> None:
    once = as_json(told(document))
    assert as_json(told(deepcopy(document))) == once
    assert as_json(told(turned(document))) == once
    assert [fingerprint(c) for c in assessed(document).claims] == [
        fingerprint(c) for c in assessed(document).claims
    ]


def turned(value: Any) -> Any:
    """The same document with the keys of every object the other way round."""
    if isinstance(value, dict):
        return {key: turned(value[key]) for key in reversed(value)}
    return [turned(item) for item in value] if isinstance(value, list) else value


UNRELATED = {
    "vaccination": {},
    "medicine": {},
    "aids.vision": {"prescribed": True},
    "transport.search_rescue": {},
}


@ALWAYS
@given(CASES, st.sampled_from(sorted(UNRELATED)), st.integers(0, 4))
def test_an_unrelated_claim_changes_nothing_else(document: Document, code: str, place: int) -> None:
    limits = {name for name, _ in TABLE[code].limits}
    used = {name for c in document["claims"] for x in c["lines"] for name, _ in TABLE[x["benefit"]].limits}
    if limits & used:
        return
    line = {
        "id": "1",
        "benefit": code,
        "from": document["as_of"],
        "charged": "77.00",
        "facts": UNRELATED[code],
    }
    more = deepcopy(document)
    more["claims"].insert(place, {"id": "unrelated", "lines": [line]})
    before, after = told(document), told(more)
    assert [c for c in after["claims"] if c["id"] != "unrelated"] == before["claims"]
    assert after["profile"] == before["profile"]
    assert [x for x in after["limits"] if x["limit"] not in limits] == [
        x for x in before["limits"] if x["limit"] not in limits
    ]


@ALWAYS
@given(CASES, st.dates())
def test_as_of_changes_no_decision(document: Document, as_of: Any) -> None:
    assert told({**document, "as_of": as_of.isoformat()})["claims"] == told(document)["claims"]


@ALWAYS
@given(CASES)
def test_a_case_written_and_read_again_is_the_same_case(document: Document) -> None:
    case = read(document)
    again = read(parse_json(as_json(render_case(case))))
    assert again == case
    assert as_json(render_case(again)) == as_json(render_case(case))


@ALWAYS
@given(CASES)
def test_a_result_is_plain_json_with_exact_amounts(document: Document) -> None:
    result = told(document)
    assert json.loads(as_json(result)) == result
    paid = [line["amount"] for claim in result["claims"] for line in claim["lines"]]
    assert all(amount[-3] == "." for amount in paid)
    for limit in result["limits"]:
        assert not limit["left"].startswith("-")


@ALWAYS
@given(documents(), st.integers(1, 5_000_000))
def test_a_first_line_never_pays_less_where_more_was_charged(document: Document, more: int) -> None:
    alone = {**document, "claims": [{**document["claims"][0], "lines": document["claims"][0]["lines"][:1]}]}
    raised = deepcopy(alone)
    line = raised["claims"][0]["lines"][0]
    cents = int(line["charged"].replace(".", "")) + more
    line["charged"] = f"{cents // 100}.{cents % 100:02d}"
    assert next(lines_of(assessed(raised))).amount >= next(lines_of(assessed(alone))).amount
