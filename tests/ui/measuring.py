"""What is measured on a page that is shown: texts that are cut off, the ground and colours of its picture."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPoint, QRect
from PySide6.QtGui import QFontMetrics, QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from caseworker.ui.window.shell import Shell


def settle(shell: Shell) -> None:
    shell.operations.wait()
    QApplication.processEvents()
    shell.operations.wait()
    QApplication.processEvents()
    # A timer may just have changed a text: what it asked of the layouts is done before anything is measured.
    for _ in range(6):
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)


def visible(shell: Shell, *kinds: type[QWidget]) -> Iterator[QWidget]:
    yield from (w for w in shell.findChildren(QWidget) if w.isVisible() and isinstance(w, kinds))


def where(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton | QLineEdit) else ""
    return f"{type(widget.parentWidget()).__name__}/{type(widget).__name__} {text!r}"


def cut_off(shell: Shell) -> Iterator[QWidget]:
    for widget in visible(shell, QLabel, QAbstractButton):
        assert isinstance(widget, QLabel | QAbstractButton)
        if widget.text() and (too_small(widget) or outside(shell, widget)):
            yield widget


def too_small(widget: QLabel | QAbstractButton) -> bool:
    """Whether the text needs more room than the widget has."""
    metrics = QFontMetrics(widget.font())
    room = widget.contentsRect()
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.heightForWidth(widget.width()) > widget.height() + 1
    text = widget.text().replace("&", "")
    widest = max(metrics.horizontalAdvance(line) for line in text.split("\n"))
    return widest > room.width() + 1 or metrics.height() > widget.height() + 2


def outside(shell: Shell, widget: QWidget) -> bool:
    """Whether a widget reaches over the edge of the page it is in; what scrolls may."""
    parent = widget.parentWidget()
    while parent is not None and parent is not shell:
        if parent.objectName() == "qt_scrollarea_viewport":
            across = QRect(widget.mapTo(parent, QPoint(0, 0)), widget.size())
            return across.right() > parent.width() + 1
        parent = parent.parentWidget()
    place = QRect(widget.mapTo(shell, QPoint(0, 0)), widget.size())
    return not shell.rect().adjusted(-1, -1, 1, 1).contains(place)


def drawn_on_its_ground(shell: Shell, picture: QImage) -> bool:
    """Whether most of a picture is about as light as the look in use has its pages."""
    return abs(middle_lightness(picture) - shell.tools.theme.colour("canvas").lightness()) < 40


def middle_lightness(picture: QImage) -> int:
    """The lightness that half of the picture is above."""
    small = picture.scaled(90, 56).convertToFormat(QImage.Format.Format_Grayscale8)
    found = sorted(bytes(small.constBits()))
    return found[len(found) // 2]


def colours(picture: QImage) -> int:
    return len(set(memoryview(picture.convertToFormat(QImage.Format.Format_RGB32).constBits()).cast("I")))
