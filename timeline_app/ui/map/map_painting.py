# SPDX-License-Identifier: MIT
"""How places, routes and names are painted on the map, and the bar that tells its scale."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QImage, QPainter, QPainterPath, QPen, QPolygonF

from timeline_app.base.geometry import Point, Rect
from timeline_app.base.text_value import ShownText
from timeline_app.scene.map_marks import Drawn, Mark
from timeline_app.scene.map_scale import ScaleBar, scale_bar
from timeline_app.scene.map_window import MapWindow
from timeline_app.ui.fonts import font_for
from timeline_app.ui.panels.look import Look
from timeline_app.ui.reading.typesetter import Typesetter

HALO_PX: Final = 3.6
DISC_EDGE_PX: Final = 1.5
ROUTE_PX: Final = 1.8
LIT_ROUTE_PX: Final = 3.2
LIT_RING_PX: Final = 2.5
FOCUS_RING_PX: Final = 3.0
SHOWN_ALPHA: Final = 0.34
"""What is left of a disc that counts events beside the present view."""
ARROW_PX: Final = 12.0
ARROW_ANGLE: Final = 0.42
REGION_DASH: Final = (3.0, 3.0)
UNSURE_DASH: Final = (4.0, 3.5)
CORE_PX: Final = 1.6
"""The light point in the middle of a mark whose position is exact."""
MOST_NAMES: Final = 600
FOOT_PX: Final = 14.0
CORNER_PX: Final = 8.0
BAR_SHARE: Final = 0.3
MOST_BAR_PX: Final = 150.0


class NameImages:
    """Names with a halo about them, drawn once: the halo costs more than all the rest of a mark."""

    def __init__(self) -> None:
        self._images: dict[tuple[object, ...], QImage] = {}

    def paint(
        self, painter: QPainter, at: Rect, name: ShownText, kind: Typesetter, ratio: float, *, is_lit: bool
    ) -> None:
        """Paint a name into its rectangle."""
        key = (name.text, name.language, kind, ratio, is_lit)
        image = self._images.get(key)
        if image is None:
            if len(self._images) >= MOST_NAMES:
                self._images.clear()
            image = self._images[key] = _name_image(name, kind, ratio, QSizeF(at.w, at.h), is_lit=is_lit)
        corner = QPointF(at.x - HALO_PX, at.y - HALO_PX)
        painter.drawImage(
            QPointF(round(corner.x() * ratio) / ratio, round(corner.y() * ratio) / ratio), image
        )


def name_role(*, is_lit: bool) -> str:
    """Return the font of a name."""
    return "label-strong" if is_lit else "label"


def _name_image(name: ShownText, kind: Typesetter, ratio: float, size: QSizeF, *, is_lit: bool) -> QImage:
    wide = QSizeF(size.width() + 2 * HALO_PX, size.height() + 2 * HALO_PX) * ratio
    image = QImage(
        math.ceil(wide.width()), math.ceil(wide.height()), QImage.Format.Format_ARGB32_Premultiplied
    )
    image.setDevicePixelRatio(ratio)
    image.fill(0)
    font = font_for(name_role(is_lit=is_lit), name.language, kind.text_scale)
    metrics = QFontMetricsF(font)
    baseline = HALO_PX + (size.height() - metrics.height()) / 2 + metrics.ascent()
    path = QPainterPath()
    path.addText(HALO_PX, baseline, font, name.text)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(kind.colour("map-halo"), 2 * HALO_PX - 1.0)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(path, pen)
    painter.setFont(font)
    painter.setPen(kind.colour("ink"))
    painter.drawText(QPointF(HALO_PX, baseline), name.text)
    painter.end()
    return image


@dataclass(frozen=True, slots=True)
class Light:
    """What is lit: places by number, the routes of the selected events, and the place at which the keyboard is."""

    places: Collection[int] = ()
    routes: Collection[int] = ()
    pointed: int | None = None
    focused: int | None = None


class MarkPainter:
    """Paints what lies on the land, in the colours of one typesetter."""

    def __init__(self, painter: QPainter, drawn: Drawn, offset: Point, kind: Typesetter) -> None:
        self._painter = painter
        self._drawn = drawn
        self._offset = offset
        self._kind = kind
        self._weight = 1.0 + (kind.text_scale - 1.0) * 0.5
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def paint(self, light: Light, sure_routes: Sequence[bool]) -> None:
        """Paint regions first, then routes, then marks, the lit ones on top."""
        marks = self._drawn.marks
        for number, mark in enumerate(marks):
            if mark.ring_px:
                self._region(mark, is_lit=number in light.places)
        for number, line in enumerate(self._drawn.routes):
            self._route(line, is_sure=sure_routes[number], is_lit=number in light.routes)
        order = sorted(
            range(len(marks)), key=lambda number: (number in light.places, -marks[number].spot.shown)
        )
        for number in order:
            self._mark(marks[number], number, light)

    def _at(self, point: Point) -> QPointF:
        return QPointF(point.x + self._offset.x, point.y + self._offset.y)

    def _region(self, mark: Mark, *, is_lit: bool) -> None:
        colour = QColor(self._kind.colour("map-lit" if is_lit else "map-mark"))
        pen = QPen(colour, 1.4 * self._weight)
        pen.setDashPattern([length / 1.4 for length in REGION_DASH])
        self._painter.setPen(pen)
        breath = QColor(colour)
        breath.setAlphaF(0.06)
        self._painter.setBrush(breath)
        self._painter.drawEllipse(self._at(mark.at), mark.ring_px, mark.ring_px)

    def _route(self, line: Sequence[Point], *, is_sure: bool, is_lit: bool) -> None:
        colour = self._kind.colour("map-lit" if is_lit else "map-route")
        width = (LIT_ROUTE_PX if is_lit else ROUTE_PX) * self._weight
        pen = QPen(colour, width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap if is_sure else Qt.PenCapStyle.FlatCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        if not is_sure:
            pen.setDashPattern([length / width * 2 for length in UNSURE_DASH])
        painter = self._painter
        painter.setBrush(Qt.BrushStyle.NoBrush)
        points = [self._at(point) for point in line]
        halo = QPen(self._kind.colour("map-halo"), width + 3.0)
        for each in (halo, pen):
            painter.setPen(each)
            painter.drawPolyline(QPolygonF(points))
        self._arrow(points, colour, width)

    def _arrow(self, points: Sequence[QPointF], colour: QColor, width: float) -> None:
        """Paint which way a route goes, a little beyond its middle."""
        middle = len(points) * 5 // 9
        before, tip = points[middle - 1], points[middle]
        angle = math.atan2(tip.y() - before.y(), tip.x() - before.x())
        length = ARROW_PX * self._weight + width
        wings = [
            QPointF(tip.x() - length * math.cos(angle + turn), tip.y() - length * math.sin(angle + turn))
            for turn in (ARROW_ANGLE, -ARROW_ANGLE)
        ]
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(colour)
        self._painter.drawPolygon(QPolygonF([tip, *wings]))

    def _mark(self, mark: Mark, number: int, light: Light) -> None:
        painter, kind, at = self._painter, self._kind, self._at(mark.at)
        is_lit = number in light.places
        colour = kind.colour("map-lit" if is_lit else "map-mark")
        paint_disc(painter, at, mark, kind, colour)
        if is_lit or number == light.pointed:
            ring = mark.shown_px + 3.5
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour, LIT_RING_PX * self._weight))
            painter.drawEllipse(at, ring, ring)
        if number == light.focused:
            ring = mark.shown_px + 7.0
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for token, width in (("paper", FOCUS_RING_PX + 2.0), ("focus", FOCUS_RING_PX)):
                painter.setPen(QPen(kind.colour(token), width))
                painter.drawEllipse(at, ring, ring)


def paint_disc(painter: QPainter, at: QPointF, mark: Mark, kind: Typesetter, colour: QColor) -> None:
    """Paint the two discs of a place: a doubtful one hollow and dashed, an exact one with a point in its middle."""
    halo = kind.colour("map-halo")
    is_doubtful = mark.spot.certainty == "doubtful"
    pale = QColor(colour)
    pale.setAlphaF(0.0 if is_doubtful else SHOWN_ALPHA)
    painter.setPen(QPen(halo, 2 * DISC_EDGE_PX))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(at, mark.shown_px, mark.shown_px)
    edge = QPen(colour, DISC_EDGE_PX)
    if is_doubtful:
        edge.setDashPattern([1.6, 1.4])
    painter.setPen(edge)
    painter.setBrush(pale)
    painter.drawEllipse(at, mark.shown_px, mark.shown_px)
    if mark.in_view_px:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(colour, Qt.BrushStyle.Dense4Pattern) if is_doubtful else colour)
        painter.drawEllipse(at, mark.in_view_px, mark.in_view_px)
    if mark.spot.certainty == "exact":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(halo if mark.in_view_px > CORE_PX else colour)
        painter.drawEllipse(at, CORE_PX, CORE_PX)


def paint_foot(painter: QPainter, room: QRectF, window: MapWindow, look: Look) -> None:
    """Paint the scale bar and who drew the coasts into the lower corners of the map."""
    kind = look.typesetter
    metrics = QFontMetricsF(font_for("small", "", kind.text_scale))
    credit = look.say("map.credit")
    width_px = metrics.horizontalAdvance(credit)
    base = room.bottom() - FOOT_PX
    bar = scale_bar(window, min(room.width() * BAR_SHARE, MOST_BAR_PX * kind.text_scale))
    _paint_small(painter, QPointF(room.right() - FOOT_PX - width_px, base), credit, kind)
    _paint_bar(painter, QPointF(room.left() + FOOT_PX, base), bar, look)


def _paint_bar(painter: QPainter, corner: QPointF, bar: ScaleBar, look: Look) -> None:
    """Paint the bar with its words above it; the corner is its lower left one."""
    kind = look.typesetter
    tick = 5.0 * kind.text_scale
    x, y = round(corner.x()) + 0.5, round(corner.y()) + 0.5
    right = x + bar.width_px
    line = QPolygonF([QPointF(x, y - tick), QPointF(x, y), QPointF(right, y), QPointF(right, y - tick)])
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for pen in (QPen(kind.colour("map-halo"), 4.0), QPen(kind.colour("map-ink"), 1.5)):
        painter.setPen(pen)
        painter.drawPolyline(line)
    words = look.say("map.scale", km=look.number(bar.km))
    _paint_small(painter, QPointF(x + 5.0, y - tick), words, kind)


def _paint_small(painter: QPainter, baseline: QPointF, words: str, kind: Typesetter) -> None:
    """Paint small words that can be read on land and sea alike."""
    font = font_for("small", "", kind.text_scale)
    path = QPainterPath()
    path.addText(baseline, font, words)
    painter.strokePath(path, QPen(kind.colour("map-halo"), 3.0))
    painter.setFont(font)
    painter.setPen(kind.colour("map-ink"))
    painter.drawText(baseline, words)


def paint_frame(painter: QPainter, rect: QRectF, kind: Typesetter) -> None:
    """Round the map's corners with the ground around it, and paint its edge."""
    edge = QPainterPath()
    edge.addRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), CORNER_PX, CORNER_PX)
    for x, y in ((0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0)):
        square = QPainterPath()
        left, top = (rect.width() - CORNER_PX) * x, (rect.height() - CORNER_PX) * y
        square.addRect(QRectF(left, top, CORNER_PX, CORNER_PX))
        painter.fillPath(square - edge, kind.colour("panel"))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(kind.colour("hairline-strong"), 1.0))
    painter.drawPath(edge)


def paint_ring(painter: QPainter, rect: QRectF, kind: Typesetter) -> None:
    """Paint the keyboard's ring about the whole map."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for token, width in (("paper", FOCUS_RING_PX + 2.0), ("focus", FOCUS_RING_PX)):
        painter.setPen(QPen(kind.colour(token), width))
        painter.drawRoundedRect(rect.adjusted(2.0, 2.0, -2.0, -2.0), 6.0, 6.0)
