# SPDX-License-Identifier: MIT
"""How a row of the list is painted: across, in columns, or, where the panel is narrow, in three lines."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from timeline_app.state.list_state import ListColumn
from timeline_app.ui.fonts import font_for
from timeline_app.ui.panels.list_model import COLUMNS, TITLE, Index, ListModel
from timeline_app.ui.panels.look import Look
from timeline_app.ui.panels.row_painting import PAD_PX, RING_PX, EvenRowDelegate
from timeline_app.ui.reading.typesetter import is_right_to_left

SIDE_PX: Final = 8
MARK_PX: Final = 8
MARK_COLUMN_PX: Final = 16
LEAST_ROW_PX: Final = 32
LINE_SHARE: Final = 1.12
"""Letters of other scripts want some air."""


class ListDelegate(EvenRowDelegate):
    """Paints cells; `is_wide` tells that the columns stand side by side."""

    least_px = LEAST_ROW_PX

    def __init__(self, model: ListModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.is_wide = False
        self.row_px = self.least_px

    def set_look(self, look: Look, *, is_wide: bool) -> None:
        """Take theme, text size and how much room there is."""
        self.is_wide = is_wide
        roles = ("body",) if is_wide else ("small", "body", "small")
        self.take_look(look, sum(_line_px(font_for(role, "", look.typesetter.text_scale)) for role in roles))

    def paint_row(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, look: Look, *, mirrored: bool
    ) -> None:
        """Paint a cell."""
        rect: QRect = option.rect
        self._paint_ground(painter, rect, option.state, look)
        inner = rect.adjusted(look.px(SIDE_PX), look.px(PAD_PX), -look.px(SIDE_PX), -look.px(PAD_PX))
        if self.is_wide:
            self._paint_cell(painter, inner, index, look, mirrored=mirrored)
        else:
            self._paint_card(painter, inner, index.row(), look, mirrored=mirrored)

    def _paint_cell(
        self, painter: QPainter, rect: QRect, index: Index, look: Look, *, mirrored: bool
    ) -> None:
        row, column = self._model.row(index.row()), COLUMNS[index.column()]
        words = self._model.cell(index.row(), column)
        is_title = column is ListColumn.TITLE
        language = row.title.language if is_title else look.translator.language
        role = "body-strong" if is_title and row.is_important else "body"
        ink = "ink" if is_title else "ink-second"
        if column is ListColumn.LANE and row.colour:
            rect = self._paint_mark(painter, rect, row.colour, look, mirrored=mirrored)
        self._paint_line(painter, rect, words, (role, language, ink), look, mirrored=mirrored)

    def _paint_card(self, painter: QPainter, rect: QRect, number: int, look: Look, *, mirrored: bool) -> None:
        """Paint date, title, and lanes with evidence, one above the other."""
        row, ours = self._model.row(number), look.translator.language
        if row.colour:
            mark = rect.adjusted(0, 0, 0, 0)
            mark.setHeight(_line_px(font_for("small", ours, look.typesetter.text_scale)))
            rect.setLeft(self._paint_mark(painter, mark, row.colour, look, mirrored=False).left())
        strong = "body-strong" if row.is_important else "body"
        top = rect.y()
        for words, style in (
            (self._model.cell(number, ListColumn.DATE), ("small", ours, "ink-second")),
            (row.title.text, (strong, row.title.language, "ink")),
            (self._model.more(number), ("small", ours, "ink-second")),
        ):
            height = _line_px(font_for(style[0], style[1], look.typesetter.text_scale))
            line = QRect(rect.x(), top, rect.width(), height)
            self._paint_line(painter, line, words, style, look, mirrored=mirrored)
            top += height

    def _paint_mark(
        self, painter: QPainter, rect: QRect, colour: str, look: Look, *, mirrored: bool
    ) -> QRect:
        """Paint the mark of a lane at the beginning of a line; return what is left of the line."""
        mark, column = look.px(MARK_PX), look.px(MARK_COLUMN_PX)
        x = rect.right() - mark if mirrored else rect.x()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.typesetter.colour(f"lane.mark:{colour}"))
        painter.drawEllipse(x, rect.center().y() - mark // 2 + 1, mark, mark)
        return rect.adjusted(0 if mirrored else column, 0, -column if mirrored else 0, 0)

    def _paint_line(
        self,
        painter: QPainter,
        rect: QRect,
        words: str,
        style: tuple[str, str, str],
        look: Look,
        *,
        mirrored: bool,
    ) -> None:
        """Paint as much of a line as fits."""
        role, language, ink = style
        font = font_for(role, language, look.typesetter.text_scale)
        is_right = mirrored or is_right_to_left(language)
        side = Qt.AlignmentFlag.AlignRight if is_right else Qt.AlignmentFlag.AlignLeft
        shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
        painter.setFont(font)
        painter.setPen(look.typesetter.colour(ink))
        painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute, shown)

    def _paint_ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, look: Look) -> None:
        """Paint what tells the rows that are chosen, that of the pointer, and the cell of the keyboard."""
        kind = look.typesetter
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, kind.colour("control-pressed"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, kind.colour("control-hover"))
        painter.setPen(QPen(kind.colour("hairline"), 1.0))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(kind.colour("focus"), RING_PX))
            painter.drawRoundedRect(rect.adjusted(2, 2, -2, -2), 4.0, 4.0)


def is_shown(column: int, *, is_wide: bool) -> bool:
    """Tell whether a column has a place of its own."""
    return is_wide or column == TITLE


def _line_px(font: QFont) -> int:
    return round(QFontMetricsF(font).height() * LINE_SHARE)
