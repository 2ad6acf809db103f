"""Reads an edition's directory into its terms; every key is known or refused."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from caseworker.rules.money import hundredths, ten_thousandths
from caseworker.rules.terms import (
    AgeTerm,
    BenefitTerm,
    CheckTerms,
    ConditionsError,
    EditionTerms,
    FactTerm,
    LimitTerm,
    PayTerm,
    PhaseTerm,
    SupplementTerm,
    TravelTerm,
)
from caseworker.rules.vocabulary import Citation, Sex, Tier, Unit

Table = dict[str, Any]

BENEFIT_FILES = ("outpatient.json", "hospital.json", "specific.json", "abroad.json")
FILES = ("edition.json", "limits.json", "checks.json", *BENEFIT_FILES)
_BENEFIT_KEYS = frozenset(
    [
        "article",
        "by_phase",
        "phases",
        "pays",
        "served",
        "reading",
        "stay",
        "sex",
        "outside_phase",
        "outside_home",
        "tariff",
        "consent",
        "limits",
        "requires",
        "excludes",
        "supplement",
        "quantity",
        "episode",
        "age_limit",
        "highest_bmi",
        "waiting_months",
        "once_in_years",
        "decisive",
        "travel",
        "until_return",
    ]
)
_FACT_KEYS = frozenset({"fact", "article", "reading", "also", "unless", "phases", "event"})
_LIMIT_KEYS = frozenset({"unit", "period", "article", "reading", "cap", "by_phase"})
_PERIODS = frozenset({"year", "five_years", "lifetime", "episode", "event", "treatment"})
_UNIT_READERS: Mapping[Unit, Callable[[str], int]] = {
    Unit.CHF: hundredths,
    Unit.HOURS: hundredths,
    Unit.DAYS: int,
    Unit.TIMES: int,
}


def read_edition(directory: Path) -> EditionTerms:
    """The edition in `directory`; raises ConditionsError naming file and place."""
    tables: dict[str, Table] = {}
    digest = sha256()
    for name in FILES:
        raw = _bytes(directory / name)
        digest.update(name.encode() + b"\0" + raw + b"\0")
        try:
            tables[name] = json.loads(raw)
        except ValueError as error:
            raise ConditionsError(f"{directory / name}: not valid JSON: {error}") from error
    try:
        return _edition(tables, digest.hexdigest())
    except (KeyError, TypeError, ValueError) as error:
        raise ConditionsError(f"{directory}: {error.__class__.__name__}: {error}") from error


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ConditionsError(f"{path}: {error.strerror}") from error


def _edition(tables: Mapping[str, Table], digest: str) -> EditionTerms:
    top = tables["edition.json"]
    phases = tuple(
        PhaseTerm(p["phase"], p["from_age"], p["to_age"], tuple(Sex(s) for s in p["sexes"]))
        for p in top["phases"]["list"]
    )
    names = tuple(p.name for p in phases)
    limits = {name: _limit(name, table) for name, table in tables["limits.json"].items()}
    benefits = {
        code: _benefit(code, table, names, limits)
        for file in BENEFIT_FILES
        for code, table in tables[file].items()
    }
    return EditionTerms(
        name=top["name"],
        product=top["product"],
        hash=digest,
        first=_day(top["from"]),
        last=_day(top["to"]),
        phases=phases,
        phase_citation=_citation(top["phases"]),
        premium_ages=tuple(top["premium_bands"]["from_ages"]),
        premium_citation=_citation(top["premium_bands"]),
        highest_entry_age=top["taking_out"]["highest_age"],
        entry_citation=_citation(top["taking_out"]),
        denta_phases=tuple(top["denta"]["included_in"]),
        denta_citation=_citation(top["denta"]),
        limits=limits,
        benefits=benefits,
        checks=_checks(tables["checks.json"]),
    )


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _citation(table: Table) -> Citation:
    article = table["article"]
    if not article:
        raise ConditionsError("an article is empty")
    return Citation(article, table.get("reading"))


def _known(what: str, table: Table, keys: frozenset[str]) -> None:
    unknown = set(table) - keys
    if unknown:
        raise ConditionsError(f"{what}: unknown key {min(unknown)!r}")


def _by_tier(table: Table, read: Callable[[str], int]) -> dict[Tier, int]:
    return {Tier(tier): read(value) for tier, value in table.items()}


def _limit(name: str, table: Table) -> LimitTerm:
    _known(f"limit {name!r}", table, _LIMIT_KEYS)
    unit = Unit(table["unit"])
    if table["period"] not in _PERIODS:
        raise ConditionsError(f"limit {name!r}: unknown period {table['period']!r}")
    terms: Mapping[str | None, Table] = table.get("by_phase", {None: table})
    reading = table.get("reading")
    return LimitTerm(
        name=name,
        unit=unit,
        period=table["period"],
        citations={phase: Citation(_citation(t).article, reading) for phase, t in terms.items()},
        caps={phase: _by_tier(t["cap"], _UNIT_READERS[unit]) for phase, t in terms.items()},
    )


def _fact(table: Table) -> FactTerm:
    _known(f"fact {table.get('fact')!r}", table, _FACT_KEYS)
    citation = Citation(table["article"], table.get("reading")) if "article" in table else None
    phases = table.get("phases")
    return FactTerm(
        fact=table["fact"],
        citation=citation,
        also=tuple(table.get("also", ())),
        unless=tuple(table.get("unless", ())),
        phases=None if phases is None else tuple(phases),
        event=table.get("event"),
    )


def _pays(table: Table) -> PayTerm:
    ((kind, by_tier),) = table.items()
    if kind not in ("percent", "a_day", "an_hour", "lump_sum"):
        raise ConditionsError(f"unknown way of paying {kind!r}")
    return PayTerm(kind, _by_tier(by_tier, ten_thousandths if kind == "percent" else hundredths))


def _limit_names(entries: list[Any], limits: Mapping[str, LimitTerm]) -> tuple[tuple[str, str | None], ...]:
    pairs = tuple((e, None) if isinstance(e, str) else (e["limit"], e["article"]) for e in entries)
    for name, _ in pairs:
        if name not in limits:
            raise ConditionsError(f"unknown limit {name!r}")
    return pairs


def _supplement(table: Table | None) -> SupplementTerm | None:
    if table is None:
        return None
    return SupplementTerm(
        citation=_citation(table),
        phases=tuple(table["phases"]),
        a_day=_by_tier(table["a_day"], hundredths),
        limits=tuple(table["limits"]),
    )


def _age(table: Table | None) -> AgeTerm | None:
    if table is None:
        return None
    citation = _citation(table) if "article" in table else None
    return AgeTerm(table["of"], int(table["years"]), citation)


def _count(table: Table, key: str) -> int | None:
    return int(table[key]) if key in table else None


def _benefit(
    code: str, table: Table, phases: tuple[str, ...], limits: Mapping[str, LimitTerm]
) -> BenefitTerm:
    _known(f"benefit {code!r}", table, _BENEFIT_KEYS)
    if "by_phase" in table:
        articles = dict(table["by_phase"])
    else:
        offered = phases if table["phases"] == "all" else table["phases"]
        articles = dict.fromkeys(offered, _citation(table).article)
    if not set(articles) <= set(phases):
        raise ConditionsError(f"benefit {code!r}: unknown phase")
    return BenefitTerm(
        code=code,
        articles=articles,
        reading=table.get("reading"),
        pays=_pays(table["pays"]),
        limits=_limit_names(table.get("limits", []), limits),
        requires=tuple(_fact(f) for f in table.get("requires", ())),
        excludes=tuple(_fact(f) for f in table.get("excludes", ())),
        supplement=_supplement(table.get("supplement")),
        stay=table.get("stay", False),
        served=table.get("served", "home"),
        outside_phase=table.get("outside_phase"),
        outside_home=table.get("outside_home"),
        sex=Sex(table["sex"]) if "sex" in table else None,
        consent=table.get("consent", False),
        tariff=table.get("tariff"),
        quantity=table.get("quantity"),
        episode=table.get("episode"),
        age_limit=_age(table.get("age_limit")),
        highest_bmi=_count(table, "highest_bmi"),
        waiting_months=_count(table, "waiting_months"),
        once_in_years=_count(table, "once_in_years"),
        decisive=table.get("decisive"),
        travel=table.get("travel", False),
        until_return=table.get("until_return"),
    )


def _checks(table: Table) -> CheckTerms:
    travel = table["travel"]
    return CheckTerms(
        not_insured=_citation(table["not_insured"]),
        not_in_phase=_citation(table["not_in_phase"]),
        abroad_not_covered=_citation(table["abroad_not_covered"]),
        no_cost=_citation(table["no_cost"]),
        excludes=tuple(_fact(f) for f in table["every_benefit"]["excludes"]),
        travel=TravelTerm(
            trip=_citation(travel["trip"]),
            trips=tuple(travel["trip"]["kinds"]),
            excludes=tuple(_fact(f) for f in travel["excludes"]),
            papers=_citation(travel["papers"]),
            papers_months=travel["papers"]["months"],
            papers_unless=travel["papers"]["unless"],
            languages=tuple(travel["language"]["languages"]),
            translation=FactTerm(travel["language"]["fact"], _citation(travel["language"])),
            own_assessment=_citation(travel["own_assessment"]),
            other_insurer=travel["other_insurers"]["when"],
            statements=FactTerm(travel["other_insurers"]["fact"], _citation(travel["other_insurers"])),
            negligence=_citation(travel["negligence"]),
        ),
    )
