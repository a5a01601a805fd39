# SPDX-License-Identifier: MIT
"""The rows of the list of keys, painted: headings, and commands with each of their keys as on a cap."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from timeline_app.base.messages import Translator
from timeline_app.state.key_rows import KeyRow
from timeline_app.ui.canvas.inks import qcolor
from timeline_app.ui.command_rows import (
    PAD_PX,
    SIDE_PX,
    WRAPPED,
    Index,
    air_px,
    native,
    paint_ground,
    wrapped_size,
)
from timeline_app.ui.fonts import font_for
from timeline_app.ui.theme import Theme

CAP_AIR_PX: Final = 7
CAP_GAP_PX: Final = 6
CORNER_PX: Final = 5.0
LEAST_PX: Final = 34
ABOVE_PX: Final = {1: 16, 2: 8}
"""The air over a heading, by its level."""
CAPS_SHARE: Final = 0.5
"""No caps take more than this part of a row from its words."""
OWN_DOT_PX: Final = 6.0


class KeysModel(QAbstractListModel):
    """The rows that were found."""

    def __init__(self, translator: Translator, parent: QObject) -> None:
        super().__init__(parent)
        self._translator = translator
        self.rows: tuple[KeyRow, ...] = ()

    def show_rows(self, rows: tuple[KeyRow, ...]) -> None:
        """List other rows."""
        if rows != self.rows:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 — Qt's own default
        """Qt's: how many there are."""
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Qt's: headings are passed over."""
        is_row = index.isValid() and not self.rows[index.row()].is_heading
        return super().flags(index) if is_row else Qt.ItemFlag.ItemIsEnabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """Qt's: the words, and for those who listen all that stands in the row."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words
        return self.spoken(row) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def spoken(self, row: KeyRow) -> str:
        """Return all that a row says."""
        if row.spec is None:
            return ", ".join(part for part in (row.words, row.given) if part)
        keys = ", ".join(native(row.keys)) or self._translator.say("keys.none")
        own = self._translator.say("keys.own") if row.is_own else ""
        return ", ".join(part for part in (row.words, keys, own) if part)


class KeysDelegate(QStyledItemDelegate):
    """Paints headings, and words with caps at the row's end; what is too long goes on below."""

    def __init__(self, view: QListView, model: KeysModel, theme: Theme, language: str, scale: float) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._theme = theme
        self._scale = scale
        self._fonts = {
            0: font_for("body", language, scale),
            1: font_for("subheading", language, scale),
            2: font_for("small-strong", language, scale),
        }
        self._cap_font = font_for("small-strong", language, scale)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Qt's: as high as its words in the width of the list."""
        del option
        width_px = self._view.viewport().width()
        words, caps = self._places(self._model.rows[index.row()], QRect(0, 0, width_px, 0))
        bottom_px = max((words.bottom(), *(cap.bottom() for cap, _ in caps)))
        return QSize(width_px, bottom_px + 1 + self._pad_px(self._model.rows[index.row()]))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt's: paint a row."""
        row = self._model.rows[index.row()]
        words, caps = self._places(row, option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not row.is_heading:
            paint_ground(painter, option, self._theme, CORNER_PX, has_ring=self._view.hasFocus())
        painter.setFont(self._fonts[row.level])
        painter.setPen(qcolor(self._theme.colour("ink-second" if row.level == 2 else "ink")))  # noqa: PLR2004
        painter.drawText(words, WRAPPED, row.words)
        for cap, said in caps:
            self._paint_cap(painter, cap, said, is_key=row.spec is not None)
        if row.is_own and caps:
            self._paint_own(painter, caps[0][0])
        painter.restore()

    def _px(self, length_px: float) -> int:
        return air_px(length_px, self._scale)

    def _pad_px(self, row: KeyRow) -> int:
        """Return the air over and under a row's words: so much that one line stands in the middle of the least height."""
        if row.is_heading:
            return self._px(PAD_PX)
        line_px = QFontMetrics(self._fonts[0]).height()
        return max(self._px(PAD_PX), (self._px(LEAST_PX) - line_px + 1) // 2)

    def _places(self, row: KeyRow, area: QRect) -> tuple[QRect, list[tuple[QRect, str]]]:
        """Return where the words and the caps stand in a row."""
        side_px = round(SIDE_PX * self._scale)
        pad_px = self._pad_px(row) + self._px(ABOVE_PX.get(row.level, 0))
        room = area.adjusted(side_px, pad_px, -side_px, 0)
        said = native(row.keys) if row.spec is not None else [row.given] if row.given else []
        caps = self._caps(said, room) if not row.is_heading else []
        left_px = min((cap.left() for cap, _ in caps), default=room.right() + 1)
        own_px = self._px(OWN_DOT_PX * 3) if row.is_own else 0
        width_px = left_px - room.left() - (side_px if caps else 0) - own_px
        size = wrapped_size(self._fonts[row.level], row.words, max(width_px, 1))
        return QRect(room.topLeft(), QSize(max(width_px, 1), size.height())), caps

    def _caps(self, said: Sequence[str], room: QRect) -> list[tuple[QRect, str]]:
        """Return the caps from the right edge on, the first one leftmost; those that do not fit go on below."""
        metrics = QFontMetrics(self._cap_font)
        side_px, gap_px = self._px(CAP_AIR_PX), self._px(CAP_GAP_PX)
        least_px = int(room.width() * (1.0 - CAPS_SHARE))
        found: list[tuple[QRect, str]] = []
        right_px, top_px = room.right() + 1, room.top()
        height_px = metrics.height() + self._px(3)
        for words in reversed(said):
            width_px = min(metrics.horizontalAdvance(words) + 2 * side_px, room.width() - least_px)
            if right_px - width_px < room.left() + least_px and found:
                right_px, top_px = room.right() + 1, top_px + height_px + gap_px
            found.append((QRect(right_px - width_px, top_px, width_px, height_px), words))
            right_px -= width_px + gap_px
        return found[::-1]

    def _paint_cap(self, painter: QPainter, place: QRect, words: str, *, is_key: bool) -> None:
        painter.setFont(self._cap_font)
        if is_key:
            painter.setBrush(qcolor(self._theme.colour("control")))
            painter.setPen(QPen(qcolor(self._theme.colour("control-edge")), 1.0))
            painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), CORNER_PX, CORNER_PX)
        painter.setPen(qcolor(self._theme.colour("ink" if is_key else "ink-second")))
        elided = QFontMetrics(self._cap_font).elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), elided)

    def _paint_own(self, painter: QPainter, first: QRect) -> None:
        """Mark keys that are the reader's own: a dot before them."""
        side_px = OWN_DOT_PX * self._scale
        left_px = first.left() - self._px(CAP_GAP_PX) - side_px
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(qcolor(self._theme.colour("focus")))
        painter.drawEllipse(QRectF(left_px, first.center().y() + 0.5 - side_px / 2, side_px, side_px))
