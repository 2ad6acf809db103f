"""Small pieces that every page is put together from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from caseworker.ui.kit.text import follow
from caseworker.ui.kit.tokens import Space

L = TypeVar("L", QVBoxLayout, QHBoxLayout)


def label(role: str = "", text: str = "", *, say: str = "", tone: str = "", wrap: bool = False) -> QLabel:
    """Text in a role: title, heading, lead, figure, strong, muted, small, overline, chip.

    `say`: the key of its text, in the language of now.
    """
    made = QLabel(text)
    if say:
        follow(made.setText, say)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    made.setProperty("tone", tone)
    made.setWordWrap(wrap)
    if role == "chip":
        made.setSizePolicy(made.sizePolicy().Policy.Maximum, made.sizePolicy().Policy.Maximum)
    return made


def figures(role: str = "", said: str = "") -> QLabel:
    """A label whose figures stand below one another."""
    made = label(role, said)
    font = QFont(made.font())
    font.setFeature(QFont.Tag("tnum"), 1)
    made.setFont(font)
    made.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return made


def put(widget: QLabel, said: str) -> None:
    """Set a text if it is another one."""
    if widget.text() != said:
        widget.setText(said)


def set_tone(widget: QWidget, tone: str) -> None:
    """Change the tone of a label: positive, negative, waiting, consent, accent, or none."""
    if widget.property("tone") != tone:
        widget.setProperty("tone", tone)
        restyle(widget)


def restyle(widget: QWidget) -> None:
    """Have the style sheet look at a widget's properties again."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)


class _Button(QPushButton):
    """Enter does what Space does: whoever comes by Tab expects both."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


def button(
    role: str, run: Callable[[], object], say: str = "", *, text: str = "", name: str = "", tip: str = ""
) -> QPushButton:
    """A button in one of the sheet's roles: primary, quiet, link, nav, segment, or none.

    `say`, `name`, `tip`: keys of its text, of what a screen reader says, and of its tip.
    """
    made = _Button(text)
    for put_text, key in ((made.setText, say), (made.setAccessibleName, name), (made.setToolTip, tip)):
        if key:
            follow(put_text, key)
    made.setProperty("role", role)
    made.setAutoDefault(False)
    made.clicked.connect(lambda _=False: run())
    if role == "link":
        made.setCursor(Qt.CursorShape.PointingHandCursor)
    return made


def hairline(vertical: bool = False) -> QFrame:
    """A thin rule between what does not belong together."""
    made = QFrame()
    made.setProperty("role", "hairline-v" if vertical else "hairline")
    return made


def column(
    *items: QWidget | QLayout | int | None, gap: int = Space.SMALL, margins: Sequence[int] = (0, 0, 0, 0)
) -> QVBoxLayout:
    """Items below one another; a number is a distance, None takes what is left."""
    return _fill(QVBoxLayout(), items, gap, margins)


def row(
    *items: QWidget | QLayout | int | None, gap: int = Space.SMALL, margins: Sequence[int] = (0, 0, 0, 0)
) -> QHBoxLayout:
    """Items beside one another; a number is a distance, None takes what is left."""
    return _fill(QHBoxLayout(), items, gap, margins)


def box(layout: QLayout, name: str = "", role: str = "") -> QFrame:
    """A frame around a layout."""
    made = QFrame()
    made.setObjectName(name)
    made.setProperty("role", role)
    made.setLayout(layout)
    return made


def clear(layout: QLayout) -> None:
    """Take everything out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)


def say_empty(view: QAbstractItemView, text: str) -> None:
    """Draw what is said in a list or table without rows, where the first row would stand."""
    painter = QPainter(view.viewport())
    painter.setPen(view.palette().placeholderText().color())
    place = view.viewport().rect().adjusted(Space.MEDIUM, Space.MEDIUM, -Space.MEDIUM, 0)
    painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap, text)
    painter.end()


def named(widget: QWidget, name: str) -> None:
    """Give a control the name that a screen reader says."""
    widget.setAccessibleName(name)


def _fill(layout: L, items: Sequence[QWidget | QLayout | int | None], gap: int, margins: Sequence[int]) -> L:
    layout.setSpacing(gap)
    layout.setContentsMargins(*margins)
    for item in items:
        if item is None:
            layout.addStretch(1)
        elif isinstance(item, int):
            layout.addSpacing(item)
        elif isinstance(item, QWidget):
            layout.addWidget(item)
        else:
            layout.addLayout(item)
    return layout
