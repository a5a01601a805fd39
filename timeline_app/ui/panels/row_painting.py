# SPDX-License-Identifier: MIT
"""What the delegates of all lists in the panel share: a row's ground, the mark of its lane, the room for its words."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from timeline_app.ui.panels.look import Look

PAD_PX: Final = 6
MARK_PX: Final = 8
MARK_COLUMN_PX: Final = 18
RING_PX: Final = 3
LEAST_ROW_PX: Final = 44
"""What a fingertip needs."""
_RADIUS_PX: Final = 6.0

CHOSEN: Final = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren

Index = QModelIndex | QPersistentModelIndex


class EvenRowDelegate(QStyledItemDelegate):
    """Paints rows of one height, once theme and text size are known."""

    least_px = LEAST_ROW_PX
    row_px = LEAST_ROW_PX
    """The height of every row."""
    _look: Look | None = None

    def take_look(self, look: Look, lines_px: float) -> None:
        """Take theme and text size; `lines_px` is how high a row's lines are together."""
        self._look = look
        self.row_px = max(round(lines_px + 2 * look.px(PAD_PX)), self.least_px)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Qt's: all rows are of one height."""
        del option, index
        return QSize(120, self.row_px)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt's: paint a row."""
        look = self._look
        if look is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        self.paint_row(painter, option, index, look, mirrored=mirrored)
        painter.restore()

    def paint_row(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, look: Look, *, mirrored: bool
    ) -> None:
        """Paint all that a row shows."""
        raise NotImplementedError


class RowDelegate(EvenRowDelegate):
    """Paints rows with a mark: it and the ground are the same in all lists, the words are each list's own."""

    def paint_row(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, look: Look, *, mirrored: bool
    ) -> None:
        """Paint ground, mark and words."""
        rect: QRect = option.rect
        _paint_ground(painter, rect, option.state, look)
        colour = self.mark_of(index.row())
        if colour:
            _paint_mark(painter, rect, colour, look, mirrored=mirrored)
        column, pad = look.px(MARK_COLUMN_PX), look.px(PAD_PX)
        room = rect.adjusted(0 if mirrored else column, pad, -column if mirrored else -pad, 0)
        self.paint_words(painter, room, index.row(), look, mirrored=mirrored)

    def mark_of(self, number: int) -> str:
        """Return the colour of a row's mark, "" for none."""
        raise NotImplementedError

    def paint_words(self, painter: QPainter, room: QRect, number: int, look: Look, *, mirrored: bool) -> None:
        """Paint a row's words into a room, from its upper edge."""
        raise NotImplementedError


def _paint_mark(painter: QPainter, rect: QRect, colour: str, look: Look, *, mirrored: bool) -> None:
    """Paint the mark of a lane before the first line."""
    column, mark = look.px(MARK_COLUMN_PX), look.px(MARK_PX)
    x = rect.right() - column + (column - mark) // 2 if mirrored else rect.x() + (column - mark) // 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.typesetter.colour(f"lane.mark:{colour}"))
    painter.drawEllipse(x, rect.y() + look.px(PAD_PX) + round(mark * 0.6), mark, mark)


def _paint_ground(painter: QPainter, rect: QRect, state: QStyle.StateFlag, look: Look) -> None:
    """Paint what tells the row of the pointer and that of the keyboard from the others."""
    kind = look.typesetter
    inner = rect.adjusted(1, 1, -1, -1)
    painter.setPen(Qt.PenStyle.NoPen)
    if state & QStyle.StateFlag.State_Selected:
        painter.setBrush(kind.colour("control-pressed"))
        painter.drawRoundedRect(inner, _RADIUS_PX, _RADIUS_PX)
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.setBrush(kind.colour("control-hover"))
        painter.drawRoundedRect(inner, _RADIUS_PX, _RADIUS_PX)
    if state & QStyle.StateFlag.State_HasFocus:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(kind.colour("focus"), RING_PX))
        painter.drawRoundedRect(inner.adjusted(1, 1, -1, -1), _RADIUS_PX, _RADIUS_PX)
