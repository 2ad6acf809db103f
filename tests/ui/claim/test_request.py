"""Asking for what is missing from the claim page: one key, the letter in sight, the wait, the way back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter

from caseworker.models.letters.rows import LetterState
from caseworker.services.claims.requesting import requested
from caseworker.ui.kit.places import Kind, Place
from caseworker.ui.pages.letter.page import LetterPage
from caseworker.ui.pages.person.page import PersonPage
from caseworker.ui.window.shell import Shell
from tests.ui.claim.clerk import CTRL, Clerk, Key, texts_of
from tests.ui.world import GIULIA, World

ALT = Qt.KeyboardModifier.AltModifier
WAITING = 3  # of the world's claims


@pytest.fixture
def clerk(own_shell: Shell) -> Clerk:
    return Clerk(own_shell)


def letter_page(clerk: Clerk) -> LetterPage:
    clerk.wait()
    assert isinstance(clerk.shell.page, LetterPage)
    return clerk.shell.page


def ask(clerk: Clerk, world: World) -> LetterPage:
    clerk.open_claim(world.claims[WAITING])
    clerk.press(Key.Key_R, CTRL)
    return letter_page(clerk)


def test_one_key_asks_for_what_is_missing_and_shows_the_letter(clerk: Clerk, own_world: World) -> None:
    page = ask(clerk, own_world)
    assert page.shown is not None
    assert (page.shown.letter.kind, page.shown.letter.about_key) == ("request", own_world.claims[WAITING])
    assert page.document.pageCount() >= 2
    assert "20.12.2026" in texts_of(page)
    assert not page.reverse_action.isEnabled()


def test_the_claim_says_for_what_it_waits_and_asks_no_second_time(clerk: Clerk, own_world: World) -> None:
    letter = ask(clerk, own_world).shown
    assert letter is not None
    clerk.open_claim(own_world.claims[WAITING])
    told = texts_of(clerk.page.result)
    assert letter.letter.number in told
    assert "20.12.2026" in told
    assert not clerk.page.result.request.isVisible()
    clerk.press(Key.Key_R, CTRL)
    assert clerk.shell.page is clerk.page
    assert clerk.shell.notice.isVisible()


def test_what_was_typed_is_saved_with_the_request(clerk: Clerk, own_world: World) -> None:
    clerk.new_claim(own_world.people[GIULIA])
    clerk.line("podologia", "1.9.2026", "80")
    clerk.line("medicina complementare", "2.9.2026", "100")
    clerk.press(Key.Key_R, CTRL)
    page = letter_page(clerk)
    assert page.shown is not None
    with own_world.store.reading() as session:
        waits = requested(session, own_world.ctx, page.shown.letter.about_key or "")
    assert waits is not None
    assert waits.number == page.shown.letter.number


def test_a_request_is_called_off_until_it_went_out(clerk: Clerk, own_world: World) -> None:
    page = ask(clerk, own_world)
    page.undo_action.trigger()
    clerk.wait()
    assert page.shown is not None
    assert page.shown.state is LetterState.NOT_SENT
    number = page.shown.letter.about_key or ""
    assert clerk.shell.history.here == Place(Kind.CLAIM, number), "work goes on at the claim"
    clerk.shell.back()
    clerk.wait()
    assert "not sent" in texts_of(page)
    assert not page.print.isEnabled()
    assert not page.save.isEnabled()
    assert not page.undo_action.isEnabled()
    again = ask(clerk, own_world)
    assert again.shown is not None
    assert again.shown.state is LetterState.READY


def test_the_last_action_can_be_taken_back_from_the_status_bar(clerk: Clerk, own_world: World) -> None:
    page = ask(clerk, own_world)
    clerk.press(Key.Key_Z, ALT)
    assert page.shown is not None
    assert page.shown.state is LetterState.NOT_SENT


@pytest.mark.parametrize("how", ["save", "print"])
def test_that_a_letter_goes_out_is_on_record(
    clerk: Clerk, own_world: World, tmp_path: Path, how: str
) -> None:
    page = ask(clerk, own_world)
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFileName(str(tmp_path / "print.pdf"))
    page.ask_printer = lambda _: printer
    page.ask_place = lambda _: str(tmp_path / "save.pdf")
    {"save": page.save_action, "print": page.print_action}[how].trigger()
    clerk.wait()
    assert (tmp_path / f"{how}.pdf").read_bytes().startswith(b"%PDF")
    assert page.shown is not None
    assert [event.kind for event in page.shown.events] == [
        "ready",
        {"save": "saved", "print": "printed"}[how],
    ]
    assert page.shown.state is LetterState.SENT
    assert not page.undo_action.isEnabled()


def test_nobody_prints_nothing_is_on_record(clerk: Clerk, own_world: World) -> None:
    page = ask(clerk, own_world)
    page.ask_printer = lambda _: None
    page.ask_place = lambda _: ""
    page.print_action.trigger()
    page.save_action.trigger()
    clerk.wait()
    assert page.shown is not None
    assert [event.kind for event in page.shown.events] == ["ready"]


def test_the_persons_letters_of_every_kind_stand_in_one_list(clerk: Clerk, own_world: World) -> None:
    shown = ask(clerk, own_world).shown
    assert shown is not None
    clerk.go(Place(Kind.PERSON, own_world.people[GIULIA]))
    page = clerk.shell.page
    assert isinstance(page, PersonPage)
    first, *decided = page.records.letters.rows
    assert (first.number, first.kind, first.amount) == (shown.letter.number, "request", None)
    assert first.state is LetterState.READY
    assert [letter.kind for letter in decided] == ["decision"] * len(own_world.decisions)


def test_a_letter_is_found_by_its_own_number(clerk: Clerk, own_world: World) -> None:
    clerk.go(Place(Kind.LETTER, "2026-000001"))
    page = letter_page(clerk)
    assert page.shown is not None
    assert page.shown.letter.decision_number == own_world.decisions[0]
