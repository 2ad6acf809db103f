from datetime import date

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from caseworker.models.people.rows import PersonHit
from caseworker.services.people.rows import Found
from caseworker.ui.kit.finder.model import ROW_ROLE, FindModel
from caseworker.ui.kit.finder.state import FindState, Heading, RowKind, matching

ANNA = Found(PersonHit("1", "Müller", "Anna", date(1985, 7, 14), "F", "extensa"), "26-44F")


def kinds(state: FindState) -> list[RowKind | Heading]:
    return [row.heading or row.kind for row in state.rows()]


def test_nothing_typed_shows_whom_one_saw_last() -> None:
    assert kinds(FindState(recent=[ANNA])) == [Heading.RECENT, RowKind.PERSON]


def test_the_first_day_says_what_can_be_typed() -> None:
    assert kinds(FindState()) == [Heading.NOBODY_YET]


def test_people_come_before_commands(app: QApplication) -> None:
    state = FindState("new", "new", [ANNA], commands=[QAction("New claim")])
    assert kinds(state) == [Heading.PEOPLE, RowKind.PERSON, Heading.COMMANDS, RowKind.COMMAND]


def test_nobody_found_is_said_only_when_it_is_known() -> None:
    assert kinds(FindState("x", None)) == []
    assert kinds(FindState("x", "x")) == [Heading.NOTHING]


def test_the_last_answer_stays_until_the_next() -> None:
    state = FindState("mül", "mü", [ANNA])
    assert state.is_waiting
    assert kinds(state) == [Heading.PEOPLE, RowKind.PERSON]


def test_commands_are_found_by_the_beginnings_of_their_words(app: QApplication) -> None:
    commands = [QAction("New claim"), QAction("Larger &text"), QAction("Nearer")]
    found = [command.text() for command in matching(commands, "n")]
    assert found == ["New claim", "Nearer"]
    assert [command.text() for command in matching(commands, "te la")] == ["Larger &text"]
    assert matching(commands, "claimx") == []


def test_a_commands_own_name_comes_before_that_of_its_menu(app: QApplication) -> None:
    commands = [QAction(name) for name in ("As the system", "Light", "Dark")]
    for command in commands:
        command.setToolTip(f"Light and dark: {command.text()}")
    found = [command.text() for command in matching(commands, "dark")]
    assert found == ["Dark", "As the system", "Light"]


def test_headings_cannot_be_chosen(app: QApplication) -> None:
    model = FindModel()
    model.show_state(FindState("a", "a", [ANNA, ANNA]))
    assert [bool(model.flags(model.index(n, 0))) for n in range(3)] == [False, True, True]
    assert model.first_choice() == 1
    assert (model.next_choice(1, -1), model.next_choice(1, 1), model.next_choice(2, 1)) == (1, 2, 2)
    assert model.index(1, 0).data() == "Müller Anna, 14.07.1985, 1"
    assert model.index(0, 0).data(ROW_ROLE).heading is Heading.PEOPLE
