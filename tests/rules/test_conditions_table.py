"""The edition that comes with the program says what the rules say, and no figure can change unnoticed."""

import json
from collections.abc import Collection, Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from caseworker.resources import resource
from caseworker.rules.edition_fields import Node
from caseworker.rules.edition_files import ASKING, BENEFIT_FILES, FILES, terms_of
from caseworker.rules.terms import BenefitTerm, CheckTerms, ConditionsError, EditionTerms, FactTerm, LimitTerm
from caseworker.rules.vocabulary import Tier, Unit
from tests.rules.assessing import first_edition
from tests.rules.expected import CAPS, PHASES, PREMIUM_AGES, SUPPLEMENT, TABLE, Benefit, Fact, Limit

Tables = dict[str, Any]
FIRST = resource("conditions", "mivita") / "1"

CHECKS = {
    "not_insured": "CGA",
    "not_in_phase": "8.3",
    "abroad_not_covered": "6.1",
    "no_cost": "CGA",
    "every benefit excludes": "cga_excluded 7.6",
    "abroad excludes": "cga_excluded 43",
    "trip": "35.3 holiday business",
    "papers": "40.1 6 months unless late_accepted",
    "language": "39.4 translation but for de fr it rm en",
    "own assessment": "40.3",
    "other insurers": "40.2 other_insurer_statements if other_insurer_liable",
    "negligence": "44",
}
TOP = {
    "name": "1 of mivita",
    "dates": "None to None",
    "phases": "3.1 0-12FM 0..12, 13-25FF 13..25, 13-25MM 13..25, 26-44FF 26..44, 26-44MM 26..44,"
    " 45-59FF 45..59, 45-59MM 45..59, 60+FM 60..None",
    "premium bands": "3a " + " ".join(str(age) for age in PREMIUM_AGES),
    "taking out": "2a 70",
    "denta": "8.2 0-12 13-25F 13-25M",
}


def seen_fact(term: FactTerm) -> Fact:
    # An exclusion's further articles are cited after its own, a requirement's before it.
    own = "*" if term.citation is None else term.citation.article
    return Fact(term.fact, (own, *term.also), term.unless, term.phases, term.event)


def seen_requirement(term: FactTerm) -> Fact:
    own = "*" if term.citation is None else term.citation.article
    return Fact(term.fact, (*term.also, own), term.unless, term.phases, term.event)


def seen_marks(term: BenefitTerm) -> frozenset[str]:
    age = term.age_limit
    cited = f"/{age.citation.article}" if age is not None and age.citation is not None else ""
    marks = {
        "stay": term.stay,
        "anywhere": term.served == "anywhere",
        "abroad": term.served == "abroad",
        "consent": term.consent,
        "travel": term.travel,
        "supplement": term.supplement is not None,
        f"outside={term.outside_phase}": term.outside_phase,
        f"place={term.outside_home}": term.outside_home,
        f"sex={term.sex}": term.sex,
        f"tariff={term.tariff}": term.tariff,
        f"quantity={term.quantity}": term.quantity,
        f"episode={term.episode}": term.episode,
        f"bmi={term.highest_bmi}": term.highest_bmi,
        f"waiting={term.waiting_months}": term.waiting_months,
        f"every={term.once_in_years}": term.once_in_years,
        f"decisive={term.decisive}": term.decisive,
        f"return={term.until_return}": term.until_return,
        f"age={age.of}<{age.years}{cited}" if age else "": age,
    }
    return frozenset(mark for mark, there in marks.items() if there)


def seen_benefit(term: BenefitTerm) -> Benefit:
    return Benefit(
        term.code,
        term.articles,
        term.pays.kind,
        term.pays.by_tier,
        term.limits,
        tuple(seen_requirement(f) for f in term.requires),
        tuple(seen_fact(f) for f in term.excludes),
        seen_marks(term),
    )


def seen_limits(name: str, term: LimitTerm) -> Iterator[tuple[str, Limit]]:
    for phase, caps in term.caps.items():
        told = {tier: _figure(cap, term.unit) for tier, cap in caps.items()}
        shown = name if phase is None else f"{name}@{phase}"
        yield shown, Limit(term.unit.value, term.period, term.citations[phase].article, told)


def _figure(cap: int, unit: Unit) -> str:
    return f"{cap // 100}.{cap % 100:02d}" if unit in (Unit.CHF, Unit.HOURS) else str(cap)


def seen_checks(checks: CheckTerms) -> dict[str, str]:
    travel = checks.travel

    def facts(terms: tuple[FactTerm, ...]) -> str:
        return ", ".join(f"{f.fact} {f.citation.article if f.citation else '*'}" for f in terms)

    def cited(term: FactTerm) -> str:
        return f"{term.citation.article if term.citation else '*'} {term.fact}"

    return {
        "not_insured": checks.not_insured.article,
        "not_in_phase": checks.not_in_phase.article,
        "abroad_not_covered": checks.abroad_not_covered.article,
        "no_cost": checks.no_cost.article,
        "every benefit excludes": facts(checks.excludes),
        "abroad excludes": facts(travel.excludes),
        "trip": " ".join((travel.trip.article, *travel.trips)),
        "papers": f"{travel.papers.article} {travel.papers_months} months unless {travel.papers_unless}",
        "language": f"{cited(travel.translation)} but for {' '.join(travel.languages)}",
        "own assessment": travel.own_assessment.article,
        "other insurers": f"{cited(travel.statements)} if {travel.other_insurer}",
        "negligence": travel.negligence.article,
    }


def seen_top(terms: EditionTerms) -> dict[str, str]:
    phases = (f"{p.name}{''.join(p.sexes)} {p.from_age}..{p.to_age}" for p in terms.phases)
    return {
        "name": f"{terms.name} of {terms.product}",
        "dates": f"{terms.first} to {terms.last}",
        "phases": f"{terms.phase_citation.article} {', '.join(phases)}",
        "premium bands": f"{terms.premium_citation.article} {' '.join(str(a) for a in terms.premium_ages)}",
        "taking out": f"{terms.entry_citation.article} {terms.highest_entry_age}",
        "denta": f"{terms.denta_citation.article} {' '.join(terms.denta_phases)}",
    }


def differences(terms: EditionTerms, among: Collection[str] = TABLE) -> list[str]:
    """Where an edition's terms are not those of the table, `among` the benefits it is asked for."""
    seen: dict[str, object] = {code: seen_benefit(term) for code, term in terms.benefits.items()}
    seen |= {f"limit {n}": x for name, term in terms.limits.items() for n, x in seen_limits(name, term)}
    seen |= seen_checks(terms.checks) | seen_top(terms)
    for code, term in terms.benefits.items():
        if (extra := term.supplement) is not None:
            phases, daily = " ".join(extra.phases), dict(extra.a_day)
            seen[f"supplement {code}"] = (extra.citation.article, phases, daily, extra.limits)
    rows = {code: row for code, row in TABLE.items() if code in among}
    wanted: dict[str, object] = {**rows, **{f"limit {n}": x for n, x in CAPS.items()}, **CHECKS, **TOP}
    supplement = ("34.2.e", "60+", SUPPLEMENT, ("specific",))
    wanted |= {f"supplement {c}": supplement for c, row in rows.items() if "supplement" in row.marks}
    return [key for key in {*seen, *wanted} if seen.get(key) != wanted.get(key)]


def test_every_figure_article_fact_and_phase_is_the_one_of_the_rules() -> None:
    assert differences(first_edition().editions[0].terms) == []


def test_the_table_has_all_benefits_in_all_phases_and_both_tiers() -> None:
    assert len(TABLE) == 78
    assert {phase for row in TABLE.values() for phase in row.articles} == set(PHASES)
    assert {tier for row in TABLE.values() for tier in row.pays} == set(Tier)


def tables() -> dict[str, Tables]:
    # Nothing is asked, so that every benefit can stand alone.
    nothing_asked: dict[str, Tables] = {ASKING: {"of_the_event": [], "paid_by_others": []}}
    return {name: json.loads((FIRST / name).read_bytes()) for name in FILES} | nothing_asked


def rebuilt(changed: dict[str, Tables]) -> EditionTerms:
    return terms_of({name: Node(table, (Path(name), "")) for name, table in changed.items()}, "")


def leaves(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The path of every single value but the readings' names, which have tests of their own."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key != "reading":
                yield from leaves(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from leaves(inner, (*path, index))
    else:
        yield path


def other(value: Any) -> Any:
    """Another value of the same kind: one more Rappen, day or year, another word, another day."""
    if value is None:
        return 99
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + 1
    if value == "1":
        return "0.9"
    if value.replace(".", "").isdigit() and value[-1].isdigit():
        return value[:-1] + str((int(value[-1]) + 1) % 10)
    return value + "x"


def changed(table: Tables, path: tuple[str | int, ...]) -> Tables:
    """A copy of a table in which one value is another."""
    copy = deepcopy(table)
    place: Any = copy
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = other(place[path[-1]])
    return copy


def noticed(parts: dict[str, Tables], among: Collection[str]) -> bool:
    """Whether the changed files are refused, or differ from the table."""
    try:
        return bool(differences(rebuilt(parts), among))
    except ConditionsError:
        return True


@pytest.mark.parametrize("name", [name for name in FILES if name not in BENEFIT_FILES])
def test_every_figure_changed_once_is_noticed(name: str) -> None:
    whole = tables()
    bare = whole | {file: {} for file in BENEFIT_FILES}
    assert differences(rebuilt(bare), ()) == []
    changes = ((path, bare | {name: changed(whole[name], path)}) for path in leaves(whole[name]))
    assert [path for path, parts in changes if not noticed(parts, ())] == []


@pytest.mark.parametrize("name", BENEFIT_FILES)
def test_every_figure_of_every_benefit_changed_once_is_noticed(name: str) -> None:
    whole = tables()
    unnoticed = []
    for code, entry in whole[name].items():
        bare = whole | {file: {} for file in BENEFIT_FILES}
        assert differences(rebuilt(bare | {name: {code: entry}}), (code,)) == []
        for path in leaves(entry):
            if not noticed(bare | {name: {code: changed(entry, path)}}, (code,)):
                unnoticed.append((code, *path))
    assert unnoticed == []


def test_a_changed_reading_alone_is_no_changed_figure() -> None:
    whole = tables()
    whole["limits.json"]["cure_days"]["reading"] = "another"
    assert differences(rebuilt(whole)) == []
