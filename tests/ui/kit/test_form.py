"""A form elsewhere is a tuple of specs and a view: everything else comes with the kit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from caseworker.services.work.drafts import load_draft
from caseworker.ui.kit.drafts import Drafts, draft_key
from caseworker.ui.kit.elements import column
from caseworker.ui.kit.form.draft import Stored
from caseworker.ui.kit.form.field_words import problem_text
from caseworker.ui.kit.form.flat import FlatForm
from caseworker.ui.kit.form.spec import FormReader, Specs, amount_field, choice_field, day_field, written
from caseworker.ui.kit.form.view import FormView
from caseworker.ui.kit.messages import Answer, Messages
from caseworker.ui.kit.operations import Operations
from caseworker.ui.kit.places import Kind, Place
from caseworker.wording.parse import Problem
from tests.support.type_text import type_text
from tests.ui.world import World

TODAY = date(2026, 4, 1)
HERE, THERE = Place(Kind.LETTER, "7"), Place(Kind.PERSON, person="10000001")
Key = Qt.Key


@dataclass(frozen=True)
class Deposit:
    """What is entered of a deposit."""

    amount: str = ""
    day: str = ""


@dataclass(frozen=True)
class Paid:
    """A deposit as the store would have it."""

    amount: int
    day: date | None = None


DEPOSIT: Specs = (
    amount_field("amount", "words.charged", required=True),
    day_field("day", "claim.line.first"),
)


class DepositPage(QWidget):
    """A page of one form."""

    def __init__(self, drafts: Drafts) -> None:
        super().__init__()
        self.view = FormView(DEPOSIT)
        self.form = FlatForm(self.view, Deposit(), drafts, lambda: TODAY)
        self.history, self.keeper = self.form.history, self.form.keeper
        self.setLayout(column(self.view))
        self.finished = 0
        self.older = False
        self.view.finished.connect(self.count)

    def open(self, stored: Stored[Deposit]) -> None:
        self.form.open(stored, lambda older: setattr(self, "older", older))

    def count(self) -> None:
        self.finished += 1

    def type(self, text: str, *, enter: bool = False) -> None:
        focus = self.focusWidget()
        assert focus is not None
        type_text(focus, text)
        if enter:
            QTest.keyClick(focus, Key.Key_Return)

    @property
    def typed(self) -> tuple[str, str]:
        return self.view.fields["amount"].entry.text(), self.view.fields["day"].entry.text()


class Desk:
    """Pages on a store, and what is kept in it."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.operations = Operations(Messages(lambda _: Answer()))
        self.operations.use(world.access)
        self.drafts = Drafts(self.operations)
        self.pages: list[DepositPage] = []

    def page(self, place: Place = HERE, form: Deposit | None = None, version: int = 1) -> DepositPage:
        page = DepositPage(self.drafts)
        self.pages.append(page)
        page.show()
        page.open(Stored(place, form or Deposit(), version))
        self.operations.wait()
        page.view.begin()
        return page

    def kept(self, key: str) -> Any:
        self.drafts.flush()
        self.operations.wait()
        with self.world.store.reading() as session:
            return load_draft(session, self.world.ctx, key)


@pytest.fixture
def desk(app: QApplication, world: World) -> Iterator[Desk]:
    made = Desk(world)
    yield made
    for place in (HERE, THERE):
        made.drafts.drop(draft_key(place))
    made.operations.wait()
    made.operations.stop()
    for one in (*made.pages, made.drafts, made.operations):
        delete(one)


def delete(made: QObject) -> None:
    """Here and now: whoever collects garbage on another thread must find nothing of Qt's."""
    made.deleteLater()
    QApplication.sendPostedEvents(made, QEvent.Type.DeferredDelete.value)


def test_enter_leads_from_field_to_field_and_says_when_the_last_was_left(desk: Desk) -> None:
    page = desk.page()
    assert page.focusWidget() is page.view.fields["amount"].entry
    page.type("1'234.50", enter=True)
    assert page.focusWidget() is page.view.fields["day"].entry
    assert page.finished == 0
    page.type("12.3.", enter=True)
    assert page.finished == 1
    assert page.history.form == Deposit("1'234.50", "12.3.")


def test_what_was_typed_is_read_and_written_back_by_the_same_specs() -> None:
    reader = FormReader(TODAY)
    values = reader.read(DEPOSIT, Deposit("1'234.5", "12.3."))
    assert (values, reader.problems) == ({"amount": 123450, "day": date(2026, 3, 12)}, {})
    assert written(DEPOSIT, Paid(**values)) == {"amount": "1’234.50", "day": "12.03.2026"}
    assert written(DEPOSIT, Paid(5)) == {"amount": "0.05", "day": ""}


def test_each_problem_stands_beside_its_field_under_its_name() -> None:
    reader = FormReader(TODAY)
    assert reader.read(DEPOSIT, Deposit("", "31.2.2026"), prefix="paid.") == {"amount": None, "day": None}
    assert reader.problems == {"paid.amount": Problem.REQUIRED, "paid.day": Problem.NOT_A_DATE}
    reader.refuse("paid.day", Problem.END_BEFORE_START)
    assert reader.problems["paid.day"] is Problem.NOT_A_DATE


def test_a_wrong_field_says_so_once_it_is_left_and_keeps_what_was_typed(desk: Desk) -> None:
    page = desk.page()
    amount = page.view.fields["amount"]
    page.type("12x")
    assert not amount.is_wrong  # while one types, it is left in peace
    QTest.keyClick(amount.entry, Key.Key_Return)
    assert (amount.is_wrong, amount.note) == (True, problem_text(Problem.NOT_AN_AMOUNT))
    assert amount.entry.text() == "12x"
    page.history.edit("amount", "12")
    assert (amount.is_wrong, amount.note) == (False, "")


def test_whoever_insists_is_led_to_the_first_problem_also_of_what_is_missing(desk: Desk) -> None:
    page = desk.page()
    amount, day = page.view.fields["amount"], page.view.fields["day"]
    assert not amount.is_wrong
    day.take_focus()
    assert not page.form.is_whole()
    assert (page.focusWidget(), amount.note) == (amount.entry, problem_text(Problem.REQUIRED))
    page.history.edit("amount", "5")
    page.history.edit("day", "31.2.2026")
    assert not page.form.is_whole()
    assert page.focusWidget() is day.entry
    page.history.edit("day", "")
    assert page.form.is_whole()
    assert page.form.values == {"amount": 500, "day": None}


def test_typing_in_one_field_is_one_step_back_and_one_forward(desk: Desk) -> None:
    page = desk.page()
    page.type("480", enter=True)
    page.type("2.3.2026")
    steps = page.history.steps
    assert steps.count() == 2
    steps.undo()
    assert page.typed == ("480", "")
    steps.undo()
    assert page.typed == ("", "")
    assert not steps.canUndo()
    steps.redo()
    steps.redo()
    assert page.typed == ("480", "2.3.2026")


def test_what_was_typed_is_kept_at_its_place_and_there_again_on_another_page(desk: Desk) -> None:
    page = desk.page()
    page.type("48x")
    assert desk.kept("letter:7") == {"version": 1, "amount": "48x", "day": ""}
    assert desk.page(THERE).typed == ("", "")
    again = desk.page()
    assert (again.typed, again.older) == (("48x", ""), False)
    assert not again.history.steps.canUndo()


def test_a_draft_older_than_what_the_store_holds_by_now_is_told(desk: Desk) -> None:
    desk.page().type("48")
    desk.kept("letter:7")
    again = desk.page(form=Deposit("50"), version=2)
    assert (again.typed, again.older) == (("48", ""), True)


def test_a_form_that_says_what_the_store_says_needs_no_draft(desk: Desk) -> None:
    page = desk.page(THERE)
    page.type("48")
    assert desk.kept("person:new:10000001") is not None
    page.history.steps.undo()
    assert desk.kept("person:new:10000001") is None


def test_what_stands_on_the_page_is_younger_than_its_draft(desk: Desk) -> None:
    page = desk.page()
    page.type("4")
    desk.drafts.flush()
    page.type("8")
    page.open(Stored(HERE, Deposit(), 2))
    desk.operations.wait()
    assert page.typed == ("48", "")


def test_what_was_saved_is_forgotten_and_what_is_left_is_followed_no_more(desk: Desk) -> None:
    page = desk.page()
    page.type("48")
    desk.kept("letter:7")
    page.keeper.drop()
    assert desk.kept("letter:7") is None
    page.keeper.leave()
    page.type("0")
    assert desk.kept("letter:7") is None


def test_a_choice_is_a_field_like_the_others(app: QApplication) -> None:
    specs: Specs = (
        choice_field(
            "amount", "claim.travel.journey", lambda: [("a", "Alpha"), ("b", "Beta")], required=True
        ),
        day_field("day", "claim.line.first"),
    )
    view = FormView(specs)
    view.show()
    entered: list[tuple[str, str]] = []
    view.edited.connect(lambda name, text: entered.append((name, text)))
    reader = FormReader(TODAY)
    reader.read(specs, Deposit())
    view.show_form(Deposit(), reader.problems)
    choice = view.choices["amount"]
    assert view.insist() is choice
    assert choice.note == problem_text(Problem.REQUIRED)
    choice.combo.setCurrentIndex(2)
    choice.combo.activated.emit(2)
    assert entered == [("amount", "b")]
    view.show_form(Deposit("b"), {})
    assert (choice.code, choice.is_wrong) == ("b", False)
    choice.take_focus()
    QTest.keyClick(choice.combo, Key.Key_Return)
    assert view.focusWidget() is view.fields["day"].entry
    delete(view)


def test_only_the_fields_in_sight_are_gone_through(app: QApplication) -> None:
    view = FormView(DEPOSIT)
    view.show()
    view.arrange(("day",))
    left: list[bool] = []
    view.finished.connect(lambda: left.append(True))
    assert (view.fields["amount"].isVisible(), view.fields["day"].isVisible()) == (False, True)
    view.show_form(Deposit(), {"amount": Problem.REQUIRED})
    assert view.insist() is None
    view.begin()
    QTest.keyClick(view.fields["day"].entry, Key.Key_Return)
    assert left == [True]
    delete(view)
