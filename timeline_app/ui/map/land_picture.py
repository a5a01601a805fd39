# SPDX-License-Identifier: MIT
"""The land as a picture that is kept: while one pans it is only moved, and drawn anew where it ends.

A map at rest gets soft coast lines; while it moves they are drawn in a tenth of the time, which nobody sees then.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Final, NamedTuple

import numpy as np
from PySide6.QtCore import QByteArray, QDataStream, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF

from timeline_app.base.geometry import Point, Rect
from timeline_app.scene.map_land import Land, Outlines
from timeline_app.scene.map_window import MapWindow

MARGIN_PX: Final = 96
"""So far one may pan before the picture is drawn anew."""
CUT_PX: Final = 4.0
"""Shapes are cut so far outside the picture, where the cut is not seen."""
LEAST_STRETCH: Final = 0.85
MOST_STRETCH: Final = 1.45
"""A picture that is stretched further looks hewn."""
COAST_PX: Final = 2.0
"""Half of the line lies under the land."""


class LandInks(NamedTuple):
    """The colours of the land, the sea, and the line between them."""

    sea: QColor
    land: QColor
    coast: QColor


class _Drawn(NamedTuple):
    """What a picture was drawn for, and the point of the world in its corner."""

    scale: float
    width: int
    height: int
    ratio: float
    inks: LandInks
    is_fine: bool
    corner: Point


class LandPicture:
    """Draws the land into a picture, and the picture into windows."""

    def __init__(self, land: Land) -> None:
        self._land = land
        self._image = QImage()
        self._drawn: _Drawn | None = None

    def paint(
        self, painter: QPainter, window: MapWindow, inks: LandInks, ratio: float, *, is_fine: bool
    ) -> None:
        """Paint the land of a window; `ratio` is the screen's."""
        if not is_fine and self._paint_stretched(painter, window, inks, ratio):
            return
        offset = self._offset(window, inks, ratio, is_fine=is_fine)
        if offset is None:
            self._draw(window, inks, ratio, is_fine=is_fine)
            offset = Point(-MARGIN_PX, -MARGIN_PX)
        # On whole pixels of the screen, or all lines would be blurred.
        painter.drawImage(
            QPointF(round(offset.x * ratio) / ratio, round(offset.y * ratio) / ratio), self._image
        )

    def _paint_stretched(self, painter: QPainter, window: MapWindow, inks: LandInks, ratio: float) -> bool:
        """Paint the kept picture larger or smaller while the map zooms, where it will do; tell whether it did."""
        drawn = self._drawn
        if drawn is None or drawn.scale == window.scale or drawn[1:5] != (*_pixels(window), ratio, inks):
            return False
        grown = window.scale / drawn.scale
        if not LEAST_STRETCH <= grown <= MOST_STRETCH:
            return False
        dx = drawn.corner.x - window.part.x
        x, y = (dx - round(dx)) * window.scale, (drawn.corner.y - window.part.y) * window.scale
        width, height = (side / ratio * grown for side in (self._image.width(), self._image.height()))
        if x > 0 or y > 0 or x + width < drawn.width or y + height < drawn.height:
            return False
        painter.drawImage(QRectF(x, y, width, height), self._image)
        return True

    def _offset(self, window: MapWindow, inks: LandInks, ratio: float, *, is_fine: bool) -> Point | None:
        """Return where the kept picture stands in a window, None where it does not fill it."""
        drawn = self._drawn
        if drawn is None or drawn[:5] != (window.scale, *_pixels(window), ratio, inks):
            return None
        if is_fine and not drawn.is_fine:
            return None
        dx = drawn.corner.x - window.part.x
        at = Point((dx - round(dx)) * window.scale, (drawn.corner.y - window.part.y) * window.scale)
        fills = -2 * MARGIN_PX <= at.x <= 0 and -2 * MARGIN_PX <= at.y <= 0
        return at if fills else None

    def _draw(self, window: MapWindow, inks: LandInks, ratio: float, *, is_fine: bool) -> None:
        width, height = _pixels(window)
        size = (math.ceil((width + 2 * MARGIN_PX) * ratio), math.ceil((height + 2 * MARGIN_PX) * ratio))
        if (self._image.width(), self._image.height()) != size:
            self._image = QImage(*size, QImage.Format.Format_RGB32)
        self._image.setDevicePixelRatio(ratio)
        self._image.fill(inks.sea)
        part = window.part
        edge = (MARGIN_PX + CUT_PX) / window.scale
        wide = Rect(part.x - edge, part.y - edge, part.w + 2 * edge, part.h + 2 * edge)
        painter = QPainter(self._image)
        painter.scale(1 / ratio, 1 / ratio)
        painter.translate(-CUT_PX * ratio, -CUT_PX * ratio)
        shapes = [
            shape
            for outlines in self._land.outlines(wide, window.scale * ratio)
            for shape in shapes_of(outlines)
        ]
        _paint_shapes(painter, shapes, inks, ratio, is_fine=is_fine)
        painter.end()
        corner = Point(part.x - MARGIN_PX / window.scale, part.y - MARGIN_PX / window.scale)
        self._drawn = _Drawn(window.scale, width, height, ratio, inks, is_fine, corner)


def _paint_shapes(
    painter: QPainter, shapes: list[tuple[QPolygonF, bool]], inks: LandInks, ratio: float, *, is_fine: bool
) -> None:
    # The lines first: the land covers their inner half, and where a shape was cut at 180° all of them.
    # Each shape by itself: one path of all of them takes three times as long.
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, is_fine)
    painter.setPen(QPen(inks.coast, COAST_PX * ratio if is_fine else 0.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for polygon, _ in shapes:
        painter.drawPolygon(polygon)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for polygon, is_water in shapes:
        painter.setBrush(inks.sea if is_water else inks.land)
        painter.drawPolygon(polygon)


def shapes_of(outlines: Outlines) -> Iterator[tuple[QPolygonF, bool]]:
    """Yield each line as a polygon, and whether it encloses water."""
    big_endian = outlines.points.astype(">f8").tobytes()
    firsts = np.flatnonzero(outlines.is_first).tolist()
    point_bytes = 16
    for first, end, is_water in zip(
        firsts, [*firsts[1:], len(outlines.points)], outlines.is_water.tolist(), strict=True
    ):
        # The form in which Qt itself writes polygons: point by point would take longer than drawing them.
        written = (end - first).to_bytes(4, "big") + big_endian[first * point_bytes : end * point_bytes]
        polygon = QPolygonF()
        QDataStream(QByteArray(written)) >> polygon
        yield polygon, is_water


def _pixels(window: MapWindow) -> tuple[int, int]:
    return math.ceil(window.size.w), math.ceil(window.size.h)
