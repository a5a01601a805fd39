# SPDX-License-Identifier: MIT
"""A painter for one pass over a scene: device pixels, opacity and antialiasing kept track of."""

from __future__ import annotations

from enum import Enum, auto
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPaintEngine, QPainter

from timeline_app.base.geometry import Rect

HAIRLINE_PX: Final = 3.0
FAR_PX: Final = 4096.0
"""Wider rectangles are cut before they are handed to the toolkit."""


class Medium(Enum):
    """What the picture is made of."""

    PIXELS = auto()
    """A screen or an image: edges on whole pixels, text and marks from images drawn once."""
    SHAPES = auto()
    """Shapes and text, with transparent gradients (SVG)."""
    LAYERS = auto()
    """Shapes and text; a fade is laid on in layers, for the PDF engine loses a gradient's transparency."""


def medium_of(painter: QPainter) -> Medium:
    """Return what a painter paints on."""
    engine = painter.paintEngine().type()
    if engine is QPaintEngine.Type.Raster:
        return Medium.PIXELS
    return Medium.SHAPES if engine in {QPaintEngine.Type.SVG, QPaintEngine.Type.Picture} else Medium.LAYERS


class Pencil:
    """Wraps a `QPainter` for one scene.

    `weight` thickens rules and strokes along with the text. Changing a state of the painter costs more
    than a comparison here.
    """

    def __init__(self, painter: QPainter, *, pixel_ratio: float, weight: float) -> None:
        self.painter: Final = painter
        self.pixel_ratio: Final = pixel_ratio
        self.medium: Final = medium_of(painter)
        self.is_vector: Final = self.medium is not Medium.PIXELS
        self.weight: Final = weight
        self.visible = Rect(0.0, 0.0, 0.0, 0.0)
        self.is_whole: Final = pixel_ratio == 1.0 and not self.is_vector
        self.opacity = 1.0
        self._antialias = painter.testRenderHint(QPainter.RenderHint.Antialiasing)

    def snapped(self, along_px: float) -> float:
        """Return the nearest edge of a device pixel; a vector picture has none."""
        if self.is_vector:
            return along_px
        return round(along_px * self.pixel_ratio) / self.pixel_ratio

    def set_opacity(self, opacity: float) -> None:
        """Paint what follows with this opacity."""
        if opacity != self.opacity:
            self.opacity = opacity
            self.painter.setOpacity(opacity)

    def set_antialias(self, *, on: bool) -> None:
        """Smooth the edges of what follows, or not."""
        if on != self._antialias:
            self._antialias = on
            self.painter.setRenderHint(QPainter.RenderHint.Antialiasing, on)

    def clip(self, area: Rect) -> None:
        """Paint what follows only inside an area."""
        self.visible = area
        self.painter.setClipRect(QRectF(*area), Qt.ClipOperation.ReplaceClip)

    def box(self, rect: Rect) -> QRectF:
        """Return a rectangle on whole device pixels, at least one wide and high, cut to what is visible."""
        x, y, w, h = rect
        left, top = self.snapped(x), self.snapped(y)
        right, bottom = self._far_edge(x, w, left), self._far_edge(y, h, top)
        # Nobody sees the rest, and the raster engine counts in 16 bits before the point.
        if right - left > FAR_PX:
            left, right = max(left, self.visible.x - 1.0), min(right, self.visible.right + 1.0)
        return QRectF(left, top, right - left, bottom - top)

    def _far_edge(self, near: float, length: float, snapped_near: float) -> float:
        """Return the other edge: whole pixels away for a hairline, so that all of a kind are alike."""
        least = 1.0 / self.pixel_ratio
        if length < HAIRLINE_PX:
            return snapped_near + max(self.snapped(length), least)
        return max(self.snapped(near + length), snapped_near + least)

    def fill(self, rect: Rect, colour: QColor | QBrush) -> None:
        """Fill a rectangle on whole device pixels."""
        x, y, w, h = rect
        if self.is_whole and w < FAR_PX:
            left, top = round(x), round(y)
            width = round(x + w) - left if w >= HAIRLINE_PX else round(w) or 1
            height = round(y + h) - top if h >= HAIRLINE_PX else round(h) or 1
            self.painter.fillRect(left, top, width, height, colour)
            return
        box = self.box(rect)
        if box.width() > 0.0:
            self.painter.fillRect(box, colour)
