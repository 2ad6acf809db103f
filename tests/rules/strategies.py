"""Whole cases by chance, as case files tell them, for the properties that must hold for all of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from typing import Any, TypeVar

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from tests.rules.expected import PHASES, TABLE, Benefit

Document = dict[str, Any]
_Item = TypeVar("_Item")

# The same examples in every run, none kept on disk, none timed.
ALWAYS = settings(
    max_examples=80,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
_YEARS = {"0-12": (1, 12), "13-25": (13, 25), "26-44": (26, 44), "45-59": (45, 59), "60+": (60, 80)}


def documents(codes: Sequence[str] = tuple(TABLE)) -> st.SearchStrategy[Document]:
    """Case files about lines of these benefits."""
    return st.randoms(use_true_random=False).map(lambda chance: _Teller(chance, codes).document())


class _Teller:
    def __init__(self, chance: Random, codes: Sequence[str]) -> None:
        self.chance, self.codes = chance, codes

    def often(self, percent: int) -> bool:
        return self.chance.randrange(100) < percent

    def one(self, items: Sequence[_Item]) -> _Item:
        return items[self.chance.randrange(len(items))]

    def document(self) -> Document:
        self.year = self.one((2024, 2025, 2026))
        phase = self.one(PHASES)
        low, high = _YEARS[phase.rstrip("FM")]
        self.born = date(self.year - self.chance.randint(low, high), self.chance.randint(1, 12), 15)
        sex = phase[-1] if phase[-1] in "FM" else self.one("FM")
        offered = [c for c in self.codes if phase in TABLE[c].articles] or list(self.codes)
        self.pool = [self.one(offered) for _ in range(3)]
        return {
            "as_of": date(self.year, self.chance.randint(1, 12), 28).isoformat(),
            "person": {"birth_date": self.born.isoformat(), "sex": sex},
            "coverages": self.coverages(),
            "claims": [self.claim(f"C{n}") for n in range(self.chance.randint(1, 4))],
        }

    def coverages(self) -> list[Document]:
        tiers = ("extensa", "extensa", "reala")
        if self.often(60):
            return [{"tier": self.one(tiers), "from": "2015-01-01", "to": None}]
        change = date(self.year, self.chance.randint(1, 12), 1)
        gap = timedelta(self.one((1, 1, 1, 20)))
        return [
            {"tier": self.one(tiers), "from": "2015-01-01", "to": (change - gap).isoformat()},
            {"tier": self.one(tiers), "from": change.isoformat()},
        ]

    def claim(self, name: str) -> Document:
        lines = [self.line(str(n), TABLE[self.one(self.pool)]) for n in range(self.chance.randint(1, 4))]
        claim: Document = {"id": name, "lines": lines}
        if any(TABLE[x["benefit"]].mark("return") or x["benefit"].startswith("abroad.") for x in lines):
            claim["travel"] = self.travel()
        if self.often(20):
            claim["received"] = f"{self.year}-12-31"
        return claim

    def travel(self) -> Document:
        told: Document = {
            "event_id": self.one(("E1", "E2")),
            "event": self.one(("illness", "accident", "maternity", "death")),
            "trip": self.one(("holiday", "holiday", "business", "other")),
            "country": self.one(("TH", "FR", "US")),
        }
        if self.often(40):
            told["reduction"] = self.one(("0", "0.3333", "0.5", "1"))
        if self.often(30):
            told["return_reasonable_from"] = f"{self.year}-07-01"
        if self.often(30):
            told["notified_at"] = f"{self.year}-07-01T08:00:00+02:00"
        return told

    def line(self, name: str, row: Benefit) -> Document:
        first = date(self.year, self.one((1, 6, 12)), 1) + timedelta(self.chance.randint(0, 30))
        first = max(first, self.born)
        told: Document = {
            "id": name,
            "benefit": row.code,
            "from": first.isoformat(),
            "charged": self.money(self.one((10, 1000, 100_000, 5_000_000))),
            "facts": self.facts(row),
        }
        days = self.one((1, 5, 40, 100)) if "stay" in row.marks else self.one((1, 1, 3))
        if days > 1:
            told["to"] = (first + timedelta(days - 1)).isoformat()
        self.amounts(told)
        self.numbers(told, row, days)
        if "abroad" in row.marks or self.often(3):
            told["country"] = "DE"
        return told

    def money(self, most: int) -> str:
        amount = self.chance.randint(0, most)
        return f"{amount // 100}.{amount % 100:02d}"

    def facts(self, row: Benefit) -> dict[str, bool]:
        facts = {fact.name: self.often(98) for fact in row.requires if self.often(97)}
        excluded = {fact.name: self.often(10) for fact in row.excludes if self.often(20)}
        lifting = {
            name: True for fact in (*row.requires, *row.excludes) for name in fact.unless if self.often(5)
        }
        return facts | excluded | lifting

    def amounts(self, told: Document) -> None:
        if self.often(10):
            told |= {"currency": "EUR", "rate": self.one(("0.9376", "1", "0.00000001"))}
        for key in ("other_payments", "tariff_amount", "assessed_amount"):
            if self.often(12):
                told[key] = self.money(20_000)

    def numbers(self, told: Document, row: Benefit, days: int) -> None:
        if row.mark("quantity") == "hours":
            told["quantity"] = self.one(("0.25", "7.50", "29.99", "31"))
        elif row.mark("quantity") == "days" and self.often(40):
            told["quantity"] = str(self.chance.randint(1, days))
        if (row.mark("age") or "").startswith("child"):
            told["child_birth_date"] = self.one(("2012-05-05", "2016-02-29", "2020-01-01"))
        if row.mark("episode") and self.often(95):
            told["episode"] = self.one(("one", "two"))
        if row.mark("bmi"):
            told["bmi"] = self.one((24, 30, 31))
        if "consent" in row.marks and self.often(85):
            told["consent"] = self.consent()
        if row.mark("decisive") and self.often(50):
            told["treatment_start"] = max(date(self.year, 5, 5), self.born).isoformat()

    def consent(self) -> Document:
        told: Document = {"decision": "granted" if self.often(90) else "refused"}
        if self.often(50):
            told["id"] = self.one(("K1", "K2"))
        if self.often(50):
            told["max_amount"] = self.one(("100.00", "0.01", "4000.00"))
        if self.often(20):
            told["valid_until"] = f"{self.year}-11-30"
        return told
