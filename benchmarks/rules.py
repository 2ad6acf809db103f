"""Assessing with its trace, beside the same slice by hand without one and beside zen-engine with trace.

python -m benchmarks.rules
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from random import Random
from statistics import median
from time import perf_counter_ns
from typing import Any

import zen

from benchmarks import by_hand
from caseworker.resources import resource
from caseworker.rules.assess import assess_claim
from caseworker.rules.case import Claim, Coverage, Line, Person
from caseworker.rules.conditions import load_conditions
from caseworker.rules.standing import Standing
from caseworker.rules.vocabulary import Sex, Tier

STORIES, CLAIMS, ROUNDS = 120, 12, 9
BIRTH = date(1974, 5, 1)
BENEFITS = {
    "complementary.treatment": ("provider_recognised",),
    "health_promotion.fitness": ("provider_recognised", "subscription_eligible"),
    "specific.psychotherapy": ("prescribed", "provider_recognised"),
    "cure.thermal": by_hand.CURE_FACTS,
}
Story = list[by_hand.Invoice]


def stories() -> list[Story]:
    """People with a dozen invoices each, so that limits are used up on the way."""
    random = Random(7)
    return [[_invoice(random, n) for n in range(CLAIMS)] for _ in range(STORIES)]


def _invoice(random: Random, n: int) -> by_hand.Invoice:
    benefit = list(BENEFITS)[n % len(BENEFITS)]
    first = date(2026, 1, 5) + timedelta(days=random.randrange(300))
    stay = random.randrange(4, 21) if benefit.startswith("cure") else 0
    last = min(first + timedelta(days=stay), date(2026, 12, 31))
    charged = Decimal(random.randrange(5_000, 150_000)) / 100
    return by_hand.Invoice(benefit, first, last, charged, dict.fromkeys(BENEFITS[benefit], True))


def time_by_hand(all_stories: list[Story]) -> list[int]:
    """Nanoseconds a claim."""
    covers = (by_hand.Cover("extensa", date(2015, 1, 1), None),)
    taken = []
    for story in all_stories:
        used: by_hand.Used = {}
        for invoice in story:
            start = perf_counter_ns()
            by_hand.assess(invoice, BIRTH.year, covers, used)
            taken.append(perf_counter_ns() - start)
    return taken


def time_caseworker(all_stories: list[Story]) -> list[int]:
    """Nanoseconds a claim, trace and all."""
    conditions = load_conditions(resource("conditions", "mivita"))
    person, coverages = Person(BIRTH, Sex.FEMALE), (Coverage(Tier.EXTENSA, date(2015, 1, 1)),)
    prepared = [[_claim(invoice) for invoice in story] for story in all_stories]
    taken = []
    for story in prepared:
        standing = Standing()
        for claim in story:
            start = perf_counter_ns()
            assess_claim(claim, person, coverages, standing, conditions)
            taken.append(perf_counter_ns() - start)
    return taken


def _claim(x: by_hand.Invoice) -> Claim:
    line = Line("1", x.benefit, x.first, x.last, int(x.charged * 100), facts=x.facts)
    return Claim("C", (line,))


def time_zen(all_stories: list[Story]) -> list[int]:
    """Nanoseconds a claim: rates and caps as a decision table, the amount as an expression, with trace."""
    decision = zen.ZenEngine().create_decision(json.dumps(_model()))
    taken = []
    for story in all_stories[:20]:
        used: dict[str, float] = {}
        for x in story:
            context = {
                "benefit": x.benefit,
                "tier": "extensa",
                "age": x.first.year - BIRTH.year,
                "charged": float(x.charged),
                "days": (x.last - x.first).days + 1,
                "used": used.get(x.benefit, 0.0),
                "facts_met": all(x.facts.values()),
            }
            start = perf_counter_ns()
            answer = decision.evaluate(context, {"trace": True})
            taken.append(perf_counter_ns() - start)
            used[x.benefit] = used.get(x.benefit, 0.0) + float(answer["result"]["amount"])
    return taken


def _model() -> dict[str, Any]:
    columns = {"i1": "benefit", "i2": "tier"}
    outputs = {"o1": "rate", "o2": "cap", "o3": "a_day"}
    figures = [
        ("complementary.treatment", "reala", "0.5", "1500", "0"),
        ("complementary.treatment", "extensa", "0.75", "2500", "0"),
        ("health_promotion.fitness", "reala", "0.5", "200", "0"),
        ("health_promotion.fitness", "extensa", "0.5", "300", "0"),
        ("specific.psychotherapy", "reala", "0.6", "1000", "0"),
        ("specific.psychotherapy", "extensa", "0.6", "1500", "0"),
        ("cure.thermal", "reala", "0", "3000", "60"),
        ("cure.thermal", "extensa", "0", "4500", "90"),
    ]
    rules = [
        {"_id": str(i), "i1": f'"{b}"', "i2": f'"{t}"', "o1": rate, "o2": cap, "o3": a_day}
        for i, (b, t, rate, cap, a_day) in enumerate(figures)
    ]
    table = {
        "hitPolicy": "first",
        "passThrough": True,
        "inputs": [{"id": k, "name": v, "field": v} for k, v in columns.items()],
        "outputs": [{"id": k, "name": v, "field": v} for k, v in outputs.items()],
        "rules": rules,
    }
    expressions = [
        {"id": "e1", "key": "due", "value": "a_day > 0 ? min([a_day * days, charged]) : charged * rate"},
        {"id": "e2", "key": "left", "value": "max([cap - used, 0])"},
        {"id": "e3", "key": "amount", "value": "facts_met ? min([$.due, $.left]) : 0"},
    ]
    names = ("in", "table", "amount", "out")
    return {
        "nodes": [
            {"id": "in", "name": "in", "type": "inputNode", "content": {}},
            {"id": "table", "name": "table", "type": "decisionTableNode", "content": table},
            {
                "id": "amount",
                "name": "amount",
                "type": "expressionNode",
                "content": {"expressions": expressions, "passThrough": True},
            },
            {"id": "out", "name": "out", "type": "outputNode", "content": {}},
        ],
        "edges": [
            {"id": f"{a}-{b}", "sourceId": a, "targetId": b, "type": "edge"} for a, b in pairwise(names)
        ],
    }


def main() -> None:
    """Measure in turn, so that a busy machine touches all alike; tell medians and ratios."""
    all_stories = stories()
    runs: dict[str, Callable[[list[Story]], list[int]]] = {
        "by hand, no trace": time_by_hand,
        "caseworker, with trace": time_caseworker,
        "zen-engine, with trace": time_zen,
    }
    medians: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(ROUNDS):
        for name, run in runs.items():
            medians[name].append(median(run(all_stories)) / 1000)
    figures = {name: min(found) for name, found in medians.items()}
    for name, figure in figures.items():
        print(f"{name:26} {figure:8.1f} µs a claim")
    hand, ours, peer = figures.values()
    print(f"caseworker / by hand       {ours / hand:8.1f}  (at most 10)")
    print(f"zen-engine / caseworker    {peer / ours:8.1f}  (at least 5)")


if __name__ == "__main__":
    main()
