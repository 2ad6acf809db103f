"""A picture of every page there is, in every language, light and dark."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from caseworker.models.work.rows import View
from caseworker.services.claims.queue import queue
from caseworker.services.people.overview import overview
from caseworker.ui.kit.places import Kind, Place
from caseworker.ui.kit.theme import Mode
from caseworker.ui.tour.stage import Stage
from caseworker.ui.tour.steps import copied
from caseworker.ui.tour.subject import choose_subject
from caseworker.wording.languages import Language

if TYPE_CHECKING:
    from caseworker.services.access import Access, Store
    from caseworker.services.people.rows import Overview

LOOKS = {"light": Mode.LIGHT, "dark": Mode.DARK}
LANGUAGES = tuple(Language)
_LOOKED_AT = 400


def run_pages(store: Store, out: Path, say: Callable[[str], None] = lambda text: None) -> tuple[Path, ...]:
    """Pictures `page-language-look.png` of each desk and of records that differ, from a copy of the store.

    Refusal where the store is no file, or has nobody whose page tells something.
    """
    with copied(store, out) as (copy, folder):
        stage = Stage(copy, folder, out, say)
        stage.begin()
        try:
            places = {**_desks(stage), **dict(_records(stage.access))}
            for look, mode in LOOKS.items():
                stage.shell.tools.theme.use(mode)
                for language in LANGUAGES:
                    stage.shell.tools.language.use(language)
                    _all(stage, places, f"{language}-{look}")
            return tuple(stage.pictures)
        finally:
            stage.end()


def _all(stage: Stage, places: dict[str, Place], ending: str) -> None:
    for name, place in places.items():
        stage.shell.go(place)
        drawn = place.kind == Kind.LETTER  # on a thread of its own
        stage.shoot(f"{name}-{ending}", stage.until_still if drawn else None)


def _desks(stage: Stage) -> dict[str, Place]:
    """Whatever the rail leads to: a page more is here without a word."""
    entries = stage.shell.registry.entries()
    return {"-".join(filter(None, (e.place.kind, e.place.key))): e.place for e in entries}


def _records(access: Access) -> Iterator[tuple[str, Place]]:
    """Records of each kind that look different, as far as the store has such."""
    subject = choose_subject(access)
    yield "person", Place(Kind.PERSON, subject.number)
    yield "claim-new", Place(Kind.CLAIM, person=subject.number)
    numbers = dict.fromkeys(row.person_number for row in access.read(queue, View.ALL, _LOOKED_AT))
    people = [access.read(overview, number, None) for number in numbers]
    yield from _first("person-deceased", people, lambda p: p.identity.death_date is not None)
    yield from _first("person-without-cover", people, lambda p: p.identity.tier is None)
    for name, view in (
        ("claim-facts", View.FACTS),
        ("claim-consent", View.CONSENT),
        ("claim-held", View.HELD),
    ):
        for row in access.read(queue, view, 1):
            yield name, Place(Kind.CLAIM, row.claim_number)
    decided = (claim for person in people for claim in person.claims if not claim.open_lines and claim.amount)
    for claim in decided:
        yield "claim-decided", Place(Kind.CLAIM, claim.number)
        break
    letters = [letter for person in people for letter in person.letters]
    for kind in dict.fromkeys(letter.kind for letter in letters):
        number = next(letter.number for letter in letters if letter.kind == kind)
        yield f"letter-{kind}", Place(Kind.LETTER, number)


def _first(
    name: str, people: list[Overview], fits: Callable[[Overview], bool]
) -> Iterator[tuple[str, Place]]:
    found = next((person for person in people if fits(person)), None)
    if found is not None:
        yield name, Place(Kind.PERSON, found.identity.number)
