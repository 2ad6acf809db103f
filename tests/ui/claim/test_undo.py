"""Alt+Z at the claim: what was saved, decided, thrown away or deleted is taken back."""

from __future__ import annotations

import pytest

from caseworker.models.claims.decision_queries import decision
from caseworker.models.claims.queries import lines_of
from caseworker.models.work.rows import View
from caseworker.services.claims.queue import queue
from caseworker.services.people.overview import overview
from caseworker.ui.kit.places import Kind, Place
from caseworker.ui.pages.person.columns import claim_state
from caseworker.ui.window.shell import Shell
from tests.ui.claim.clerk import Clerk
from tests.ui.world import GIULIA, JOERG, World


@pytest.fixture
def clerk(own_shell: Shell) -> Clerk:
    return Clerk(own_shell)


def undo(clerk: Clerk) -> None:
    """The last action back, by the command that stands in the menu with its key."""
    assert clerk.shell.menus.undo.shortcut().toString() == "Alt+Z"
    assert clerk.shell.menus.undo.isEnabled()
    clerk.shell.menus.undo.trigger()
    clerk.wait()


def states(world: World, number: str) -> list[tuple[str, str]]:
    with world.store.reading() as session:
        return [(row.line.id, row.state) for row in lines_of(session, number)]


def fitness(clerk: Clerk, world: World) -> str:
    """A new claim with one line, saved; its number."""
    clerk.new_claim(world.people[GIULIA])
    clerk.line("fitness", "5.1.2026", "480")
    clerk.page.save()
    clerk.wait()
    place = clerk.page.place
    assert place is not None
    return place.key


def test_a_saved_claim_is_withdrawn_and_comes_back(clerk: Clerk, own_world: World) -> None:
    number = fitness(clerk, own_world)
    assert states(own_world, number) == [("1", "open")]
    undo(clerk)
    assert states(own_world, number) == []
    assert clerk.shell.status._text.text() == f"Taken back: Claim {number} was saved."
    undo(clerk)
    assert states(own_world, number) == [("1", "open")]
    assert clerk.rows[0][0].startswith("Fitness")


def test_a_change_that_was_saved_is_as_before(clerk: Clerk, own_world: World) -> None:
    number = fitness(clerk, own_world)
    clerk.page.live.board.edit_line("1", "charged", "12")
    clerk.page.save()
    clerk.wait()
    assert clerk.page.live.board.form.lines[0].charged == "12.00"
    undo(clerk)
    assert clerk.page.live.board.form.lines[0].charged == "480.00"
    assert states(own_world, number) == [("1", "open")]


def test_what_was_thrown_away_is_there_again(clerk: Clerk, own_world: World) -> None:
    clerk.new_claim(own_world.people[GIULIA])
    clerk.line("fitness", "5.1.2026", "480")
    clerk.page.discard()
    clerk.wait()
    assert clerk.page.live.board.form.lines[0].is_blank
    undo(clerk)
    assert clerk.page.live.board.form.lines[0].charged == "480"


def test_a_deleted_line_stands_where_it_stood(clerk: Clerk, own_world: World) -> None:
    clerk.new_claim(own_world.people[GIULIA])
    clerk.line("fitness", "5.1.2026", "480")
    clerk.page.copy_line()
    before = clerk.page.live.board.form
    clerk.page.live.board.select("1")
    clerk.page.delete_line()
    clerk.wait()
    assert [line.id for line in clerk.page.live.board.form.lines] == ["2"]
    undo(clerk)
    assert clerk.page.live.board.form == before


def test_a_deleted_line_comes_back_to_its_own_claim_from_any_other(clerk: Clerk, own_world: World) -> None:
    other = fitness(clerk, own_world)
    clerk.new_claim(own_world.people[JOERG])
    clerk.line("fitness", "5.1.2026", "310")
    clerk.page.copy_line()
    before = clerk.page.live.board.form
    clerk.page.delete_line()
    clerk.wait()
    clerk.open_claim(other)
    assert [line.id for line in clerk.page.live.board.form.lines] == ["1"]
    undo(clerk)
    assert clerk.page.place == Place(Kind.CLAIM, person=own_world.people[JOERG])
    assert clerk.page.live.board.form == before
    clerk.open_claim(other)
    assert [line.charged for line in clerk.page.live.board.form.lines] == ["480.00"]


def test_the_only_line_comes_back_in_place_of_the_empty_one(clerk: Clerk, own_world: World) -> None:
    clerk.new_claim(own_world.people[GIULIA])
    clerk.line("fitness", "5.1.2026", "480")
    before = clerk.page.live.board.form
    clerk.page.delete_line()
    undo(clerk)
    assert clerk.page.live.board.form == before


def test_a_decision_is_undone_at_once(clerk: Clerk, own_world: World) -> None:
    clerk.new_claim(own_world.people[GIULIA])
    clerk.line("fitness", "5.1.2026", "480")
    for fact in ("provider_recognised", "subscription_eligible"):
        clerk.page.live.board.set_fact("1", fact, True)
    clerk.page.decide()
    clerk.wait()
    place = clerk.shell.history.here
    assert place is not None
    assert place.kind == Kind.LETTER
    undo(clerk)
    with own_world.store.reading() as session:
        made = decision(session, place.key)
    assert made.was_at_once
    assert states(own_world, made.claim_number) == [("1", "open")]
    assert not clerk.shell.menus.undo.isEnabled()


def test_a_withdrawn_claim_is_called_so_wherever_it_is_listed(clerk: Clerk, own_world: World) -> None:
    number = fitness(clerk, own_world)
    undo(clerk)
    rows = own_world.access.read(queue, View.ALL, 10)
    (row,) = (each for each in rows if each.claim_number == number)
    assert row.withdrawn
    assert [each.withdrawn for each in rows].count(True) == 1
    listed = own_world.access.read(overview, own_world.people[GIULIA], None).claims
    (claim,) = (each for each in listed if each.is_withdrawn)
    assert claim.number == number
    assert claim_state(claim).text == "withdrawn"
