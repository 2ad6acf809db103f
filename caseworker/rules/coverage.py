"""Where each paragraph of the conditions lives in the program: what is registered and what is cited."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from caseworker.rules.conditions import Edition
from caseworker.rules.plan import Limit
from caseworker.rules.terms import BenefitTerm, ConditionsError, EditionTerms
from caseworker.rules.vocabulary import Citation, Sex, Tier

REGISTRY = "paragraphs.json"
MOST_NAMED = 4

_HEAD = """# Where each paragraph of the conditions lives

Made by `caseworker coverage > docs/coverage.md` from `resources/conditions/{product}/{edition}/{registry}`
and from what the edition cites. A **rule** decides; a **text** is shown and decides nothing; a **screen**
holds what people record; what is **not modelled** says why.

{counts}

| paragraph | lives in | where | why | cited by |
|---|---|---|---|---|
"""


class Kind(StrEnum):
    """What a paragraph has become."""

    RULE = "rule"
    TEXT = "text"
    SCREEN = "screen"
    NOT_MODELLED = "not_modelled"


class Paragraph(NamedTuple):
    """A paragraph of the conditions: what it has become, where that is found, and why so."""

    number: str
    kind: Kind
    where: str
    why: str


def read_paragraphs(directory: Path) -> tuple[Paragraph, ...]:
    """The registry of the edition in `directory`, in the order of the conditions; raises ConditionsError."""
    path = directory / REGISTRY
    try:
        table: Mapping[str, Mapping[str, str]] = json.loads(path.read_bytes())
        found = tuple(
            Paragraph(number, Kind(row["kind"]), row.get("where", ""), row.get("why", ""))
            for number, row in table.items()
        )
    except (OSError, ValueError, KeyError) as error:
        raise ConditionsError(f"{path}: {error.__class__.__name__}: {error}") from error
    for paragraph in found:
        if not (paragraph.why if paragraph.kind is not Kind.RULE else paragraph.where):
            raise ConditionsError(f"{path}: {paragraph.number} does not say where or why")
    return found


def cited_by(edition: Edition) -> dict[str, tuple[str, ...]]:
    """For each paragraph that a finding or a profile can cite: the benefits, limits and checks that do."""
    terms = edition.terms
    found: dict[str, list[str]] = {}
    for source, citation in (*_of_edition(terms), *_of_limits(terms), *_of_benefits(edition)):
        found.setdefault(citation.article, []).append(source)
    return {article: tuple(dict.fromkeys(sources)) for article, sources in found.items()}


def render(edition: Edition, paragraphs: tuple[Paragraph, ...]) -> str:
    """The page as Markdown, with a row for each paragraph."""
    cited = cited_by(edition)
    counts = Counter(paragraph.kind for paragraph in paragraphs)
    told = ", ".join(f"{counts[kind]} {_kind(kind)}" for kind in Kind)
    head = _HEAD.format(
        product=edition.terms.product,
        edition=edition.name,
        registry=REGISTRY,
        counts=f"Of {len(paragraphs)}: {told}.",
    )
    rows = (_row(p, _sources(cited.get(p.number, ()), edition)) for p in paragraphs)
    return head + "".join(rows)


def _row(paragraph: Paragraph, sources: str) -> str:
    cells = (paragraph.number, _kind(paragraph.kind), paragraph.where, paragraph.why, sources)
    return f"| {' | '.join(cells)} |\n"


def _kind(kind: Kind) -> str:
    return kind.replace("_", " ")


def _sources(sources: tuple[str, ...], edition: Edition) -> str:
    """The names, or how many benefits where they are many."""
    benefits = [f"`{s}`" for s in sources if s in edition.terms.benefits]
    others = [s for s in sources if s not in edition.terms.benefits]
    if len(benefits) == len(edition.terms.benefits):
        benefits = ["every benefit"]
    elif len(benefits) > MOST_NAMED:
        benefits = [f"{len(benefits)} benefits"]
    return ", ".join([*benefits, *others])


def _of_edition(terms: EditionTerms) -> Iterator[tuple[str, Citation]]:
    yield "life phases", terms.phase_citation
    yield "premium bands", terms.premium_citation
    yield "taking out", terms.entry_citation
    yield "Denta", terms.denta_citation


def _of_limits(terms: EditionTerms) -> Iterator[tuple[str, Citation]]:
    for limit in terms.limits.values():
        yield from ((f"limit `{limit.name}`", citation) for citation in limit.citations.values())
    for benefit in terms.benefits.values():
        yield from ((f"limit `{name}`", Citation(article)) for name, article in benefit.limits if article)


def _of_benefits(edition: Edition) -> Iterator[tuple[str, Citation]]:
    for code in edition.terms.benefits:
        for phase in edition.terms.phases:
            for tier in Tier:
                yield from (
                    (code, c) for sex in phase.sexes for c in _of_plan(edition, code, phase.name, tier, sex)
                )


def _of_plan(edition: Edition, code: str, phase: str, tier: Tier, sex: Sex) -> Iterator[Citation]:
    plan = edition.plan(code, phase, tier, sex)
    if plan is None:
        return
    offered = phase in plan.benefit.articles
    yield from _citations(plan if offered else plan.denials)


def _citations(value: object) -> Iterator[Citation]:
    """All citations within a compiled plan, those of its limits left out."""
    if isinstance(value, Citation):
        yield value
    elif isinstance(value, tuple) and not isinstance(value, Limit):
        for item in value:
            if not isinstance(item, EditionTerms | BenefitTerm):
                yield from _citations(item)
