# SPDX-License-Identifier: MIT
"""Small pictures that are drawn once and then copied: names with halos, discs, and the words at the map's foot."""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable
from typing import Final

from PySide6.QtCore import QPointF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QPainterPath, QPen

from timeline_app.ui.fonts import font_for
from timeline_app.ui.reading.typesetter import Typesetter

MOST_STAMPS: Final = 800
HALO_PX: Final = 3.0


class Stamps:
    """Pictures by what they show. Strokes about letters and circles cost more than all the rest of a map's frame."""

    def __init__(self) -> None:
        self._images: dict[Hashable, QImage] = {}

    def paint(
        self,
        painter: QPainter,
        corner: QPointF,
        size: QSizeF,
        key: Hashable,
        draw: Callable[[QPainter], None],
    ) -> None:
        """Paint what `draw` draws into a room of a size, at a corner, on whole pixels of the screen."""
        ratio = painter.device().devicePixelRatioF()
        full = (key, ratio, size.width(), size.height())
        image = self._images.get(full)
        if image is None:
            if len(self._images) >= MOST_STAMPS:
                self._images.clear()
            image = self._images[full] = _drawn(size, ratio, draw)
        at = QPointF(round(corner.x() * ratio) / ratio, round(corner.y() * ratio) / ratio)
        painter.drawImage(at, image)

    def paint_words(
        self,
        painter: QPainter,
        baseline: QPointF,
        words: str,
        kind: Typesetter,
        *,
        role: str = "small",
        language: str = "",
        ink: str = "map-ink",
    ) -> None:
        """Paint words on one line, with a halo, so that they can be read on land and sea alike."""
        font = font_for(role, language, kind.text_scale)
        metrics = QFontMetricsF(font)
        # A bearing may reach over the first and the last advance.
        edge = HALO_PX + 1.0
        size = QSizeF(metrics.horizontalAdvance(words) + 2 * edge, metrics.height() + 2 * edge)
        inner = QPointF(edge, edge + metrics.ascent())

        def draw(into: QPainter) -> None:
            path = QPainterPath()
            path.addText(inner, font, words)
            pen = QPen(kind.colour("map-halo"), 2 * HALO_PX)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            into.strokePath(path, pen)
            into.setFont(font)
            into.setPen(kind.colour(ink))
            into.drawText(inner, words)

        self.paint(painter, baseline - inner, size, (words, role, language, ink, kind), draw)


def _drawn(size: QSizeF, ratio: float, draw: Callable[[QPainter], None]) -> QImage:
    image = QImage(
        math.ceil(size.width() * ratio),
        math.ceil(size.height() * ratio),
        QImage.Format.Format_ARGB32_Premultiplied,
    )
    image.setDevicePixelRatio(ratio)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw(painter)
    painter.end()
    return image
