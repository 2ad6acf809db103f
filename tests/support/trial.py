"""Trying the program as somebody new to it would: names that stay, whatever the program's own are called.

    from tests.support.trial import *

gives an empty store in a temporary folder, invented people, claims, decisions and letters as text. What
needs a window (`app`, `Key`, `open_window`, `go`, `write`, `fill_line`, `settle`) is made when asked for.
"""

from __future__ import annotations

import tempfile
from datetime import UTC, date, datetime
from importlib import import_module
from pathlib import Path
from typing import Any

import pypdfium2
from PySide6.QtWidgets import QDialog

from caseworker.errors import Refusal
from caseworker.models.claims.rows import DecisionRow
from caseworker.models.people.rows import AddressRow, ProviderRow
from caseworker.models.store.store import Store
from caseworker.resources import resource
from caseworker.rules.case import Line
from caseworker.rules.conditions import load_conditions
from caseworker.rules.vocabulary import Sex
from caseworker.services.claims.deciding import decide_as_assessed
from caseworker.services.claims.entering import enter_claim
from caseworker.services.claims.forms import ClaimForm
from caseworker.services.context import Context, anybody
from caseworker.services.letters.issuing import issue_letter
from caseworker.services.people.entering import enter_coverage, enter_person, enter_provider
from caseworker.services.people.forms import CoverageForm, PersonForm, ProviderForm
from caseworker.ui.kit.places import Kind, Place

__all__ = [
    "CONDITIONS",
    "HOME",
    "NOW",
    "AddressRow",
    "Kind",
    "Line",
    "Place",
    "QDialog",
    "Refusal",
    "Sex",
    "Store",
    "claim",
    "context",
    "decide",
    "found",
    "letter_text",
    "new_store",
    "person",
    "provider",
    "treatment",
]

CONDITIONS = load_conditions(resource("conditions", "mivita"))
NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
HOME = AddressRow("Lindenweg", "4", "8400", "Winterthur", "CH")
WHO = "T. Probe"

_MODULES = {
    "fields": "caseworker.wording.parse",
    "printing": "caseworker.ui.pages.letter.printing",
    "stores": "caseworker.cli.stores",
}
_OF_THE_WINDOW = ("Key", "app", "fill_line", "go", "open_window", "settle", "write")


def __getattr__(name: str) -> Any:
    """What single trials look into, and what needs a window, loaded when it is asked for."""
    if name in _MODULES:
        return import_module(_MODULES[name])
    if name in _OF_THE_WINDOW:
        return getattr(import_module("tests.support.trial_window"), name)
    raise AttributeError(name)


def context(at: datetime = NOW, by: str = WHO) -> Context:
    """Who acts, and when."""
    return Context(anybody(by), at, CONDITIONS)


def new_store(url: str | None = None) -> Store:
    """An empty store, in a temporary folder where no address is given."""
    return Store.create(url or str(Path(tempfile.mkdtemp(prefix="trial-")) / "store.sqlite"))


def person(
    store: Store,
    name: str = "Probst",
    given: str = "Vera",
    birth: date = date(1985, 7, 14),
    sex: Sex = Sex.FEMALE,
    language: str = "de",
    since: date | None = date(2012, 1, 1),
    tier: str = "extensa",
    address: AddressRow | None = HOME,
    **more: Any,
) -> str:
    """A person, insured from `since` on unless that is None; their number."""
    with store.writing() as session:
        form = PersonForm(birth, sex, name, given, language, address=address, **more)
        number = enter_person(session, context(), form).number
        if since is not None:
            enter_coverage(session, context(), number, CoverageForm("mivita", since, tier))
    return number


def provider(store: Store, name: str, kind: str = "therapist", town: str = "Winterthur") -> int:
    """A provider; their key."""
    with store.writing() as session:
        return enter_provider(session, context(), ProviderForm(name, kind, town)).id


def treatment(label: str = "1", rappen: int = 40_000, day: date = date(2026, 3, 2), **more: Any) -> Line:
    """A line of complementary medicine of which everything is known."""
    more.setdefault("facts", {"provider_recognised": True})
    return Line(label, "complementary.treatment", day, day, rappen, **more)


def claim(store: Store, number: str, *lines: Line, **more: Any) -> str:
    """A claim of a person; its number."""
    more.setdefault("received", date(2026, 3, 20))
    with store.writing() as session:
        return enter_claim(session, context(), ClaimForm(number, lines or (treatment(),), **more)).number


def decide(store: Store, number: str, at: datetime = NOW) -> DecisionRow:
    """Decide a claim as assessed."""
    with store.writing() as session:
        return decide_as_assessed(session, context(at), number)


def letter_text(store: Store, decision: str) -> str:
    """What stands in the letter of a decision, read back from its pages."""
    with store.writing() as session:
        content = issue_letter(session, context(), decision).content
    assert content is not None
    pages = pypdfium2.PdfDocument(content)
    return "\n".join(page.get_textpage().get_text_range() for page in pages).replace("\r", "")


def found(store: Store, text: str) -> list[str]:
    """Whom a search finds: surname and given name."""
    from caseworker.models.people.search import find_people

    with store.reading() as session:
        hits = find_people(session, text, 50, NOW.date())
    return [f"{hit.name}, {hit.given_name}" for hit in hits]


def providers(session: Any, text: str) -> tuple[ProviderRow, ...]:
    """The providers whose name begins with a text."""
    from caseworker.models.people import providers as queries

    return queries.providers(session, text)


def load_draft(session: Any, by: str, key: str) -> Any | None:
    """What somebody has typed and not entered."""
    from caseworker.services.work import drafts

    return drafts.load_draft(session, context(by=by), key)
