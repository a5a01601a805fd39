# SPDX-License-Identifier: MIT
"""Blocks that are drawn: a strip of the timeline, and a figure as bars."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from timeline_app.base.geometry import Size
from timeline_app.base.messages import Translator
from timeline_app.state.handout import Chart, Strip
from timeline_app.ui.canvas.metrics import QtMeasurer
from timeline_app.ui.canvas.painter import Painter
from timeline_app.ui.export import Picture, ScenePart, svg_bytes
from timeline_app.ui.handout.blocks import TextBlock
from timeline_app.ui.handout.paper_type import BAR, INK, POINT, RULE, paper_font
from timeline_app.ui.handout.strip_picture import strip_scene
from timeline_app.ui.type_scale import SANS

PIXEL: Final = 0.6 * POINT
SMALL_PIXEL: Final = 0.52 * POINT
"""A pixel of the timeline on the page: its labels of 14 pixels are set in 8.4 points, in a small cell in 7.3."""
BAR_HEIGHT: Final = 11 * POINT
BAR_STEP: Final = 15 * POINT
LABEL_SHARE: Final = 0.26
LABEL_PT: Final = 8.5


class Drawer:
    """Draws strips: one painter and one measurer for a whole handout."""

    def __init__(self, painter: Painter, measurer: QtMeasurer, translator: Translator) -> None:
        self._painter = painter
        self._measurer = measurer
        self._translator = translator

    def draw(self, painter: QPainter, strip: Strip, rect: QRectF, pixel: float = PIXEL) -> None:
        """Draw a strip into a rectangle of the page, with a hairline around it."""
        size = Size(rect.width() / pixel, rect.height() / pixel)
        scene = strip_scene(strip, size, self._translator, self._measurer)
        painter.save()
        painter.translate(rect.topLeft())
        painter.scale(pixel, pixel)
        painter.setClipRect(QRectF(0.0, 0.0, size.w, size.h))
        self._painter.paint(painter, scene, device_pixel_ratio=pixel)
        painter.restore()
        painter.setPen(QPen(RULE, 0.6 * POINT))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect)

    def svg(self, strip: Strip, size: Size) -> bytes:
        """Return a strip as SVG, in pixels of the timeline."""
        scene = strip_scene(strip, size, self._translator, self._measurer)
        return svg_bytes(Picture(size, (ScenePart(scene),)), self._painter)


class StripBlock:
    """The timeline around a stop, of a given height."""

    def __init__(self, strip: Strip, drawer: Drawer, height: float, pixel: float = PIXEL) -> None:
        self.above = 6 * POINT
        self._pixel = pixel
        self.keeps_next = False
        self._strip = strip
        self._drawer = drawer
        self._height = height

    def height(self, width: float) -> float:
        """Return the height."""
        del width
        return self._height

    def split(self, width: float, room: float) -> None:
        """It stays whole."""
        del width, room

    def paint(self, painter: QPainter, x: float, y: float, width: float) -> None:
        """Draw the strip."""
        self._drawer.draw(painter, self._strip, QRectF(x, y, width, self._height), self._pixel)


class ChartBlock:
    """A figure: its title, and below it a bar for each value, with label and value in words."""

    def __init__(self, chart: Chart) -> None:
        self._title = TextBlock(chart.title)
        self._bars = chart.bars
        self.above = self._title.above
        self.keeps_next = True

    def height(self, width: float) -> float:
        """Return the height."""
        return self._title.height(width) + 3 * POINT + len(self._bars) * BAR_STEP

    def split(self, width: float, room: float) -> None:
        """It stays whole."""
        del width, room

    def paint(self, painter: QPainter, x: float, y: float, width: float) -> None:
        """Paint the bars, all from one line."""
        self._title.paint(painter, x, y, width)
        top = y + self._title.height(width) + 3 * POINT
        font = paper_font(SANS, LABEL_PT, 400, "")
        metrics = QFontMetricsF(font)
        widest = max((metrics.horizontalAdvance(value) for _, value, _ in self._bars), default=0.0)
        begin = x + width * LABEL_SHARE
        room = width * (1 - LABEL_SHARE) - widest - 6 * POINT
        painter.setFont(font)
        for number, (label, value, share) in enumerate(self._bars):
            line = top + number * BAR_STEP
            base = line + (BAR_HEIGHT + metrics.ascent() - metrics.descent()) / 2
            painter.setPen(INK)
            short = metrics.elidedText(label, Qt.TextElideMode.ElideRight, width * LABEL_SHARE - 6 * POINT)
            painter.drawText(QPointF(x, base), short)
            painter.fillRect(QRectF(begin, line, room * share, BAR_HEIGHT), BAR)
            painter.drawText(QPointF(begin + room * share + 5 * POINT, base), value)
        painter.setPen(QPen(INK, 0.8 * POINT))
        painter.drawLine(
            QPointF(begin, top - POINT), QPointF(begin, top + len(self._bars) * BAR_STEP - POINT)
        )
