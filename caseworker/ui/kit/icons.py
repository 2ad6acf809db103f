"""The shipped line drawings in the colour of the text they stand beside."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from caseworker.resources import resource


@lru_cache(maxsize=256)
def icon(name: str, colour: str) -> QIcon:
    """The drawing `name` in a colour such as `#17211F`."""
    made = QIcon()
    for side in (16, 32):
        made.addPixmap(picture(name, colour, side))
    return made


@lru_cache(maxsize=256)
def picture(name: str, colour: str, side: int) -> QPixmap:
    """The drawing as a picture of `side` pixels."""
    source = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    pixmap = QPixmap(QSize(side, side))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    coloured = source.replace("currentColor", QColor(colour).name())
    QSvgRenderer(QByteArray(coloured.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    return pixmap
