"""How a row of the search is drawn."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from caseworker.ui.kit import text, words
from caseworker.ui.kit.finder.model import ROW_ROLE, FindModel
from caseworker.ui.kit.finder.state import Row, RowKind, drawing_of
from caseworker.ui.kit.icons import picture
from caseworker.ui.kit.theme import Theme
from caseworker.ui.kit.tokens import Scale
from caseworker.wording.format import format_date

_PAD = 14
_ICON = 18


class FindDelegate(QStyledItemDelegate):
    """Two lines for a person, one for a command; words between them in small letters."""

    def __init__(self, theme: Theme, model: FindModel) -> None:
        super().__init__()
        self._theme, self._model = theme, model

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        line = QFontMetrics(self._font(Scale.BODY)).height()
        kind = index.data(ROW_ROLE).kind
        if kind is RowKind.PERSON:
            return QSize(200, line * 2 + 14)
        return QSize(200, line + (22 if kind is RowKind.HEADING else 18))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: Row = index.data(ROW_ROLE)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.is_choice:
            self._ground(painter, rect, state)
        inner = rect.adjusted(_PAD, 0, -_PAD, 0)
        if row.kind is RowKind.PERSON:
            self._person(painter, inner, row)
        elif row.kind is RowKind.COMMAND:
            self._command(painter, inner, row)
        else:
            self._words(painter, inner, row)
        painter.restore()

    def _ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        if state & QStyle.StateFlag.State_Selected:
            name = "accent_soft"
        elif state & QStyle.StateFlag.State_MouseOver:
            name = "hover"
        else:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(name))
        painter.drawRoundedRect(rect.adjusted(2, 1, -2, -1), 8, 8)

    def _person(self, painter: QPainter, rect: QRect, row: Row) -> None:
        assert row.found is not None
        hit, phase = row.found
        ink, muted = self._theme.colour("ink"), self._theme.colour("muted")
        rect = self._icon(painter, rect, "person", 2)
        upper = QRect(rect.left(), rect.top() + 6, rect.width(), (rect.height() - 12) // 2)
        lower = upper.translated(0, upper.height())
        tier = words.tier(hit.tier) if hit.tier else text.say("words.no_cover")
        tone = muted if hit.tier else self._theme.colour("negative")
        right = self._text(painter, upper, tier, tone, Scale.BODY, right=True)
        name = self._text(painter, upper, hit.name, ink, Scale.BODY, bold=True)
        rest = QRect(upper.left() + name + 6, upper.top(), upper.width() - name - right - 18, upper.height())
        self._text(painter, rest, hit.given_name, ink, Scale.BODY)
        self._text(painter, lower, words.phase(phase), muted, Scale.SMALL, right=True)
        below = "   ".join((format_date(hit.birth_date), words.sex(hit.sex), hit.number))
        self._text(painter, lower, below, muted, Scale.SMALL)

    def _command(self, painter: QPainter, rect: QRect, row: Row) -> None:
        assert row.command is not None
        rect = self._icon(painter, rect, drawing_of(row.command), 1)
        keys = row.command.shortcut().toString()
        self._text(painter, rect, keys, self._theme.colour("muted"), Scale.SMALL, right=True)
        self._text(painter, rect, self._model.text_of(row), self._theme.colour("ink"), Scale.BODY)

    def _words(self, painter: QPainter, rect: QRect, row: Row) -> None:
        is_heading = row.kind is RowKind.HEADING
        if is_heading:
            rect = rect.adjusted(0, 10, 0, 0)
        scale = Scale.SMALL if is_heading else Scale.BODY
        self._text(
            painter, rect, self._model.text_of(row), self._theme.colour("muted"), scale, bold=is_heading
        )

    def _icon(self, painter: QPainter, rect: QRect, name: str, lines: int) -> QRect:
        top = rect.center().y() - _ICON // 2 if lines == 1 else rect.top() + 9
        painter.drawPixmap(rect.left(), top, picture(name, self._theme.tokens.muted, _ICON))
        return rect.adjusted(_ICON + 12, 0, 0, 0)

    def _text(
        self,
        painter: QPainter,
        rect: QRect,
        text: str,
        colour: QColor,
        scale: float,
        *,
        bold: bool = False,
        right: bool = False,
    ) -> int:
        """Draw one line, cut with an ellipsis where it does not fit; the width it took."""
        painter.setFont(self._font(scale, bold))
        painter.setPen(colour)
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter, shown)
        return metrics.horizontalAdvance(shown)

    def _font(self, scale: float, bold: bool = False) -> QFont:
        font = QFont("Source Sans 3")
        font.setPointSizeF(self._theme.points * scale)
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font
