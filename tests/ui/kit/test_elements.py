"""Small pieces do what every page expects of them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from caseworker.ui.kit.elements import button


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_button_that_has_the_focus_is_pressed_by_key(app: QApplication, key: Qt.Key) -> None:
    pressed: list[str] = []
    made = button("link", lambda: pressed.append("pressed"), text="Claim C1")
    QTest.keyClick(made, key)
    assert pressed == ["pressed"]
