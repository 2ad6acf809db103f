"""A store of made-up people carries the day up to which they were told: looking at it as on that day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caseworker.ui.kit import text
from caseworker.ui.kit.elements import button, label, row
from caseworker.ui.kit.icons import icon
from caseworker.ui.kit.theme import Theme
from caseworker.ui.kit.tokens import Space
from caseworker.wording.format import format_date


class DayBar(QWidget):
    """Offers that day above the page, and says so while it counts; both last until the window is closed."""

    changed = Signal()

    def __init__(self, turn: Callable[[], None], theme: Theme) -> None:
        super().__init__()
        self.setObjectName("day")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self.day: date | None = None
        self.is_on = False
        self._words = label(wrap=True)
        self.turn_button = button("link", turn)
        self.put_away = button("quiet", self.hide)
        stays = self.put_away.sizePolicy()
        stays.setRetainSizeWhenHidden(True)  # the page does not jump
        self.put_away.setSizePolicy(stays)
        layout = row(
            self._words,
            self.turn_button,
            self.put_away,
            gap=Space.MEDIUM,
            margins=(Space.PAGE, 6, Space.LARGE, 6),
        )
        layout.setStretch(0, 1)
        self.setLayout(layout)
        self.hide()
        theme.changed.connect(self._dress)
        text.follow(self.put_away.setAccessibleName, "window.put_away")
        text.rerun(self._say)
        self._dress()

    def offer(self, day: date | None) -> None:
        """Offer a day; None, where there is none or it is today, offers nothing."""
        self.day, self.is_on = day, False
        self._show()

    def turn(self) -> None:
        """It counts from now on; or no more."""
        self.is_on = not self.is_on
        self._show()

    @property
    def command(self) -> str:
        """What turning does now, in words; nothing where no day is offered."""
        if self.day is None:
            return ""
        return text.say("window.day.back") if self.is_on else self._of_day("window.day.look")

    def _show(self) -> None:
        self.setVisible(self.day is not None)
        self.put_away.setVisible(not self.is_on)
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        if self.day is not None:
            self._words.setText(self._of_day("window.day.as_on" if self.is_on else "window.day.offer"))
        self.turn_button.setText(self.command)

    def _of_day(self, key: str) -> str:
        return "" if self.day is None else text.say(key, day=format_date(self.day))

    def _dress(self) -> None:
        self.put_away.setIcon(icon("close", self._theme.tokens.muted))
