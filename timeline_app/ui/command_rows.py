# SPDX-License-Identifier: MIT
"""What the lists of commands share, that of the palette and that of the keys: a row's ground, its air, keys in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from timeline_app.ui.canvas.inks import qcolor
from timeline_app.ui.theme import Theme

PAD_PX: Final = 6
SIDE_PX: Final = 10
RING_PX: Final = 3
WRAPPED: Final = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
_ROOM_PX: Final = 10_000
"""No words are higher."""

Index = QModelIndex | QPersistentModelIndex


def native(keys: Sequence[str]) -> list[str]:
    """Return keys as this system writes them."""
    return [QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in keys]


def air_px(length_px: float, scale: float) -> int:
    """Return a length that grows half as fast as the text."""
    return round(length_px * (1.0 + (scale - 1.0) * 0.5))


def wrapped_size(font: QFont, words: str, width_px: int) -> QSize:
    """Return how much room words take within a width."""
    return QFontMetrics(font).boundingRect(QRect(0, 0, width_px, _ROOM_PX), WRAPPED, words).size()


def paint_ground(
    painter: QPainter, option: QStyleOptionViewItem, theme: Theme, corner_px: float, *, has_ring: bool
) -> None:
    """Paint what tells the row in hand, and that of the pointer, from the others; `has_ring` if it is in hand."""
    inner = option.rect.adjusted(2, 2, -2, -2)
    is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    if is_chosen or option.state & QStyle.StateFlag.State_MouseOver:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(qcolor(theme.colour("control-hover")))
        painter.drawRoundedRect(inner, corner_px, corner_px)
    if is_chosen and has_ring:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(qcolor(theme.colour("focus")), RING_PX))
        painter.drawRoundedRect(inner, corner_px, corner_px)
