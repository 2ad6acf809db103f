from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester

from caseworker.services.people.overview import keys_of
from caseworker.services.people.rows import LimitLine
from caseworker.ui.pages.person.limits import LimitsModel, left_text, used_text


def limit(used: int = 0, left: int = 250_000, reserved: int = 0, unit: str = "CHF") -> LimitLine:
    return LimitLine("complementary", "11.1", "2026", unit, 250_000, used, reserved, left)


def test_used_reserved_and_left_are_told_as_text(app: QApplication) -> None:
    line = limit(36_000, 204_000, 10_000)
    assert used_text(line) == "360.00 of 2’500.00 used, 100.00 reserved"
    assert left_text(line) == "2’040.00 left"


def test_nothing_left_is_said_in_words(app: QApplication) -> None:
    assert left_text(limit(250_000, 0)) == "used up"


def test_what_was_used_comes_first(app: QApplication) -> None:
    untouched, reserved, used = limit(), limit(reserved=1), limit(1)
    model = LimitsModel()
    model.show_lines([untouched, reserved, used])
    assert model.lines == [reserved, used, untouched]


def test_a_row_is_told_in_full_to_who_does_not_see_the_bar(app: QApplication) -> None:
    model = LimitsModel()
    model.show_lines([limit(36_000, 214_000)])
    said = model.index(0, 0).data()
    assert said == "Complementary medicine, 2026, 360.00 of 2’500.00 used, 2’140.00 left"


def test_five_years_are_five_periods_of_the_ledger() -> None:
    assert keys_of("2022/2026") == ("2022", "2023", "2024", "2025", "2026")
    assert keys_of("2026") == ("2026",)
    assert keys_of("event:E/1") == ("event:E/1",)


def test_the_model_keeps_qts_promises(qtmodeltester: ModelTester, app: QApplication) -> None:
    model = LimitsModel()
    model.show_lines([limit(), limit(1)])
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]  # pytest-qt leaves it without types
