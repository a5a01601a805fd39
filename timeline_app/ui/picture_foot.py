# SPDX-License-Identifier: MIT
"""The foot of a print or picture: what its reader cannot know, that it is shown as of a date or without some sources."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from timeline_app.base.geometry import Rect
from timeline_app.base.messages import Translator
from timeline_app.model.showing import Showing
from timeline_app.state.evidence_words import foot_messages
from timeline_app.ui.canvas.inks import qcolor
from timeline_app.ui.export import PaintedPart
from timeline_app.ui.fonts import font_for
from timeline_app.ui.theme import Theme

SIDE_PX: Final = 24
PAD_PX: Final = 8
FONT: Final = "body"


def foot_of(
    showing: Showing, translator: Translator, theme: Theme, text_scale: float, width_px: float, top_px: float
) -> PaintedPart | None:
    """Return the strip that says what is left out, None where nothing is."""
    lines = [translator.text(message) for message in foot_messages(showing)]
    if not lines:
        return None
    font = font_for(FONT, translator.language, text_scale)
    room = QRect(SIDE_PX, PAD_PX, max(round(width_px) - 2 * SIDE_PX, 1), 100_000)
    wrapping = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    words = "\n".join(lines)
    height_px = QFontMetrics(font).boundingRect(room, wrapping, words).height() + 2 * PAD_PX

    def paint(painter: QPainter) -> None:
        painter.setPen(qcolor(theme.colour("hairline-strong")))
        painter.drawLine(0, 0, round(width_px), 0)
        painter.setPen(qcolor(theme.colour("ink")))
        painter.setFont(font)
        painter.drawText(room, wrapping, words)

    return PaintedPart(paint, Rect(0.0, top_px, width_px, float(height_px)))
