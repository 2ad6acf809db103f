"""Reads an edition's directory into its terms; every key is known or refused."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from caseworker.rules.edition_fields import Node, Place, amount, count, read_json, share, whole, wrong
from caseworker.rules.terms import (
    AgeTerm,
    AskingTerms,
    BenefitTerm,
    CheckTerms,
    EditionTerms,
    FactTerm,
    LimitTerm,
    PayTerm,
    PhaseTerm,
    SupplementTerm,
    TravelTerm,
    facts_of,
)
from caseworker.rules.vocabulary import Citation, Sex, Unit

BENEFIT_FILES = ("outpatient.json", "hospital.json", "specific.json", "abroad.json")
FILES = ("edition.json", "limits.json", "checks.json", *BENEFIT_FILES)  # what decides: the hash is theirs
ASKING = "asking.json"  # how the desk asks; may be mended without making another edition of it

_CITED = ("article", "reading")
_EDITION_KEYS = ("name", "product", "from", "to", "phases", "premium_bands", "taking_out", "denta")
_CHECK_KEYS = ("not_insured", "not_in_phase", "abroad_not_covered", "no_cost", "every_benefit", "travel")
_TRAVEL_KEYS = ("trip", "excludes", "papers", "language", "own_assessment", "other_insurers", "negligence")
_FACT_KEYS = ("fact", *_CITED, "also", "unless", "phases", "event")
_LIMIT_KEYS = ("unit", "period", *_CITED, "cap", "by_phase")
_BENEFIT_KEYS = frozenset(
    [
        *_CITED,
        "by_phase",
        "phases",
        "pays",
        "served",
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


def _itself(*words: str) -> Mapping[str, str]:
    return {word: word for word in words}


_PERIODS = _itself("year", "five_years", "lifetime", "episode", "event", "treatment")
_SERVED = _itself("home", "anywhere", "abroad")
_QUANTITIES = _itself("days", "hours")
_EPISODES = _itself("any", "new", "same")
_DECISIVE = _itself("treatment_start")
_OF = _itself("person", "child")
_EVENTS = _itself("illness", "accident", "maternity", "death")
_SEXES = {sex.value: sex for sex in Sex}
_UNITS = {unit.value: unit for unit in Unit}
_UNIT_READERS: Mapping[Unit, Callable[[Any, Place], int]] = {
    Unit.CHF: amount,
    Unit.HOURS: amount,
    Unit.DAYS: count,
    Unit.TIMES: count,
}
_PAY_READERS: Mapping[str, Callable[[Any, Place], int]] = {
    "percent": share,
    "a_day": amount,
    "an_hour": amount,
    "lump_sum": amount,
}


def read_edition(directory: Path) -> EditionTerms:
    """The edition in `directory`; raises ConditionsError naming file and place."""
    nodes: dict[str, Node] = {}
    digest = sha256()
    for name in FILES:
        raw = _bytes(directory / name)
        digest.update(name.encode() + b"\0" + raw + b"\0")
        nodes[name] = read_json(directory / name, raw)
    nodes[ASKING] = read_json(directory / ASKING, _bytes(directory / ASKING))
    return terms_of(nodes, digest.hexdigest())


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise wrong((path, ""), error.strerror or "cannot be read") from error


def terms_of(nodes: Mapping[str, Node], digest: str) -> EditionTerms:
    """The terms that an edition's files say (by file name); raises ConditionsError."""
    top = Node(nodes["edition.json"].values, nodes["edition.json"].place, _EDITION_KEYS)
    listed = top.node("phases", (*_CITED, "list"))
    phases = tuple(_phase(Node(value, place)) for value, place in listed.items("list"))
    names = tuple(phase.name for phase in phases)
    if len(set(names)) < len(names) or not names:
        raise listed.error("list", "no phase, or one of them twice")
    first, last = top.day("from"), top.day("to")
    if first is not None and last is not None and last < first:
        raise top.error("to", f"{last} is before the first day, {first}")
    bands = top.node("premium_bands", (*_CITED, "from_ages"))
    entry = top.node("taking_out", (*_CITED, "highest_age"))
    denta = top.node("denta", (*_CITED, "included_in"))
    limits = {name: _limit(name, node, names) for name, node in nodes["limits.json"].nodes(_LIMIT_KEYS)}
    benefits = _benefits(nodes, names, limits)
    checks = _checks(nodes["checks.json"], names)
    return EditionTerms(
        name=top.text("name"),
        product=top.text("product"),
        hash=digest,
        first=first,
        last=last,
        phases=phases,
        phase_citation=listed.citation(),
        premium_ages=tuple(whole(age, place) for age, place in bands.items("from_ages")),
        premium_citation=bands.citation(),
        highest_entry_age=entry.whole("highest_age"),
        entry_citation=entry.citation(),
        denta_phases=denta.words("included_in", names),
        denta_citation=denta.citation(),
        limits=limits,
        benefits=benefits,
        checks=checks,
        asking=_asking(nodes[ASKING], facts_of(benefits, checks)),
    )


def _asking(node: Node, facts: Collection[str]) -> AskingTerms:
    keys = ("of_the_event", "paid_by_others")
    node = Node(node.values, node.place, keys)
    for key in keys:
        node.value(key)  # must be there, though it may be empty
    return AskingTerms(*(frozenset(node.words(key, facts)) for key in keys))


def _phase(node: Node) -> PhaseTerm:
    to_age = None if node.value("to_age") is None else node.whole("to_age")
    sexes = node.text("sexes")
    if not set(sexes) <= set(_SEXES):
        raise node.error("sexes", f"{sexes!r} is not made of F and M")
    return PhaseTerm(node.text("phase"), node.whole("from_age"), to_age, tuple(Sex(s) for s in sexes))


def _limit(name: str, node: Node, phases: Collection[str]) -> LimitTerm:
    unit, reading = node.word("unit", _UNITS), node.maybe("reading")
    terms: Mapping[str | None, Node] = {None: node}
    if "by_phase" in node:
        table = node.node("by_phase", phases)
        terms = dict(table.nodes(("article", "cap")))
    return LimitTerm(
        name=name,
        unit=unit,
        period=node.word("period", _PERIODS),
        citations={phase: Citation(t.text("article"), reading) for phase, t in terms.items()},
        caps={phase: t.by_tier("cap", _UNIT_READERS[unit]) for phase, t in terms.items()},
    )


def _facts(node: Node, key: str, phases: Collection[str]) -> tuple[FactTerm, ...]:
    return tuple(_fact(Node(value, place, _FACT_KEYS), phases) for value, place in node.items(key))


def _fact(node: Node, phases: Collection[str]) -> FactTerm:
    return FactTerm(
        fact=node.text("fact"),
        citation=node.citation() if "article" in node else None,
        also=node.words("also"),
        unless=node.words("unless"),
        phases=node.words("phases", phases) if "phases" in node else None,
        event=node.word("event", _EVENTS) if "event" in node else None,
    )


def _pays(node: Node) -> PayTerm:
    if len(node.values) != 1:
        raise wrong(node.place, "pays in one way, and only one")
    kind = next(iter(node.values))
    if kind not in _PAY_READERS:
        raise wrong(node.place, f"unknown way of paying {kind!r}")
    return PayTerm(kind, node.by_tier(kind, _PAY_READERS[kind]))


def _limit_names(node: Node, limits: Collection[str]) -> tuple[tuple[str, str | None], ...]:
    pairs: list[tuple[str, str | None]] = []
    for value, place in node.items("limits"):
        if isinstance(value, dict):
            entry = Node(value, place, ("limit", "article"))
            pairs.append((entry.text("limit"), entry.text("article")))
        else:
            pairs.append((str(value), None))
        if pairs[-1][0] not in limits:
            raise wrong(place, f"unknown limit {pairs[-1][0]!r}")
    return tuple(pairs)


def _supplement(node: Node, phases: Collection[str], limits: Collection[str]) -> SupplementTerm:
    return SupplementTerm(
        citation=node.citation(),
        phases=node.words("phases", phases),
        a_day=node.by_tier("a_day", amount),
        limits=node.words("limits", limits),
    )


def _age(node: Node) -> AgeTerm:
    citation = node.citation() if "article" in node else None
    return AgeTerm(node.word("of", _OF), count(node.value("years"), node.under("years")), citation)


def _articles(node: Node, phases: Collection[str]) -> dict[str, str]:
    if "by_phase" in node:
        table = node.node("by_phase", phases)
        return {phase: table.text(phase) for phase in table.values}
    offered = tuple(phases) if node.value("phases") == "all" else node.words("phases", phases)
    return dict.fromkeys(offered, node.text("article"))


def _benefits(
    nodes: Mapping[str, Node], phases: Collection[str], limits: Collection[str]
) -> dict[str, BenefitTerm]:
    found: dict[str, BenefitTerm] = {}
    for file in BENEFIT_FILES:
        for code, node in nodes[file].nodes(_BENEFIT_KEYS):
            if code in found:
                raise wrong(node.place, "another file has this benefit already")
            found[code] = _benefit(code, node, phases, limits)
    return found


def _benefit(code: str, node: Node, phases: Collection[str], limits: Collection[str]) -> BenefitTerm:
    def number(key: str) -> int | None:
        return count(node.value(key), node.under(key)) if key in node else None

    def choice(key: str, choices: Mapping[str, str]) -> str | None:
        return node.word(key, choices) if key in node else None

    return BenefitTerm(
        code=code,
        articles=_articles(node, phases),
        reading=node.maybe("reading"),
        pays=_pays(node.node("pays")),
        limits=_limit_names(node, limits),
        requires=_facts(node, "requires", phases),
        excludes=_facts(node, "excludes", phases),
        supplement=_supplement(node.node("supplement"), phases, limits) if "supplement" in node else None,
        stay=node.flag("stay"),
        served=choice("served", _SERVED) or "home",
        outside_phase=node.maybe("outside_phase"),
        outside_home=node.maybe("outside_home"),
        sex=node.word("sex", _SEXES) if "sex" in node else None,
        consent=node.flag("consent"),
        tariff=node.maybe("tariff"),
        quantity=choice("quantity", _QUANTITIES),
        episode=choice("episode", _EPISODES),
        age_limit=_age(node.node("age_limit")) if "age_limit" in node else None,
        highest_bmi=number("highest_bmi"),
        waiting_months=number("waiting_months"),
        once_in_years=number("once_in_years"),
        decisive=choice("decisive", _DECISIVE),
        travel=node.flag("travel"),
        until_return=node.maybe("until_return"),
    )


def _checks(root: Node, phases: Collection[str]) -> CheckTerms:
    node = Node(root.values, root.place, _CHECK_KEYS)
    return CheckTerms(
        not_insured=node.node("not_insured", _CITED).citation(),
        not_in_phase=node.node("not_in_phase", _CITED).citation(),
        abroad_not_covered=node.node("abroad_not_covered", _CITED).citation(),
        no_cost=node.node("no_cost", _CITED).citation(),
        excludes=_facts(node.node("every_benefit", ("excludes",)), "excludes", phases),
        travel=_travel(node.node("travel", _TRAVEL_KEYS), phases),
    )


def _travel(node: Node, phases: Collection[str]) -> TravelTerm:
    trip = node.node("trip", (*_CITED, "kinds"))
    papers = node.node("papers", (*_CITED, "months", "unless"))
    language = node.node("language", (*_CITED, "fact", "languages"))
    others = node.node("other_insurers", (*_CITED, "when", "fact"))
    return TravelTerm(
        trip=trip.citation(),
        trips=trip.words("kinds"),
        excludes=_facts(node, "excludes", phases),
        papers=papers.citation(),
        papers_months=papers.whole("months"),
        papers_unless=papers.text("unless"),
        languages=language.words("languages"),
        translation=FactTerm(language.text("fact"), language.citation()),
        own_assessment=node.node("own_assessment", _CITED).citation(),
        other_insurer=others.text("when"),
        statements=FactTerm(others.text("fact"), others.citation()),
        negligence=node.node("negligence", _CITED).citation(),
    )
