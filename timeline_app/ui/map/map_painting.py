# SPDX-License-Identifier: MIT
"""How places, routes and names are painted on the map, and the bar that tells its scale."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Hashable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from timeline_app.base.geometry import Point, Rect
from timeline_app.base.text_value import ShownText
from timeline_app.scene.map_marks import Drawn, Mark
from timeline_app.scene.map_scale import ScaleBar, scale_bar
from timeline_app.scene.map_window import MapWindow
from timeline_app.ui.fonts import font_for
from timeline_app.ui.map.stamps import Stamps
from timeline_app.ui.panels.look import Look
from timeline_app.ui.reading.typesetter import Typesetter

DISC_EDGE_PX: Final = 1.5
FAR_PX: Final = 1.2
"""With the text, strokes grow to this many of its pixels: on a map for a whole class they are seen from afar."""
ROUTE_PX: Final = 1.8
LIT_ROUTE_PX: Final = 3.2
LIT_RING_PX: Final = 2.5
LIT_REACH_PX: Final = 12.0
"""So far the rings about a mark reach at most."""
FOCUS_RING_PX: Final = 3.0
SHOWN_ALPHA: Final = 0.34
"""What is left of a disc that counts events beside the present view."""
ARROW_PX: Final = 12.0
ARROW_ANGLE: Final = 0.42
REGION_PX: Final = 1.4
BREATH_ALPHA: Final = 0.06
REGION_DASH: Final = (3.0, 3.0)
UNSURE_DASH: Final = (4.0, 3.5)
DOUBTFUL_SHARE: Final = 0.5
"""A doubtful mark stays hollow: what is in the present view is a kernel in it."""
CORE_PX: Final = 1.6
"""The light point in the middle of a mark whose position is exact."""
MOST_STAMPED_PX: Final = 60.0
"""Wider rings are drawn each time: they change with the zoom."""
FOOT_PX: Final = 14.0
TICK_PX: Final = 5.0
"""The ends of the scale bar stand up so far."""
CORNER_PX: Final = 8.0
BAR_SHARE: Final = 0.3
MOST_BAR_PX: Final = 150.0


def name_role(*, is_lit: bool) -> str:
    """Return the font of a name."""
    return "label-strong" if is_lit else "label"


def paint_name(
    painter: QPainter, stamps: Stamps, rect: Rect, name: ShownText, kind: Typesetter, role: str
) -> None:
    """Paint a name into its rectangle."""
    metrics = QFontMetricsF(font_for(role, name.language, kind.text_scale))
    baseline = QPointF(rect.x, rect.y + (rect.h - metrics.height()) / 2 + metrics.ascent())
    stamps.paint_words(painter, baseline, name.text, kind, role=role, language=name.language, ink="ink")


@dataclass(frozen=True, slots=True)
class Light:
    """What is lit: places by number, the routes of the selected events, and the place at which the keyboard is."""

    places: Collection[int] = ()
    routes: Collection[int] = ()
    pointed: int | None = None
    focused: int | None = None


class MarkPainter:
    """Paints what lies on the land, in the colours of one typesetter."""

    def __init__(self, painter: QPainter, drawn: Drawn, kind: Typesetter, stamps: Stamps) -> None:
        self._painter = painter
        self._drawn = drawn
        self._kind = kind
        self._stamps = stamps
        self._weight = 1.0 + (kind.text_scale - 1.0) * 0.5
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def paint(self, light: Light, sure_routes: Sequence[bool], room: QRectF | None = None) -> None:
        """Paint regions first, then routes, then marks, the lit ones on top; only what is seen in a room."""
        marks = self._drawn.marks
        seen = [number for number, mark in enumerate(marks) if room is None or _touches(mark, room)]
        for number in seen:
            if marks[number].ring_px:
                self._region(marks[number], is_lit=number in light.places)
        for number, line in enumerate(self._drawn.routes):
            self._route(line, is_sure=sure_routes[number], is_lit=number in light.routes)
        for number in sorted(seen, key=lambda number: (number in light.places, -marks[number].spot.shown)):
            self._mark(marks[number], number, light)

    def _region(self, mark: Mark, *, is_lit: bool) -> None:
        colour, at = self._kind.colour("map-lit" if is_lit else "map-mark"), QPointF(*mark.at)
        weight = self._weight
        if mark.ring_px > MOST_STAMPED_PX:
            paint_region(self._painter, at, mark.ring_px, colour, weight)
            return
        self._stamp(
            at,
            mark.ring_px + 2.0,
            ("region", mark.ring_px, is_lit),
            lambda painter, middle: paint_region(painter, middle, mark.ring_px, colour, weight),
        )

    def _stamp(
        self, at: QPointF, reach_px: float, key: Hashable, draw: Callable[[QPainter, QPointF], None]
    ) -> None:
        """Paint something round by a copy of itself."""
        corner, middle = QPointF(reach_px, reach_px), QPointF(reach_px, reach_px)
        self._stamps.paint(
            self._painter,
            at - corner,
            QSizeF(2 * reach_px, 2 * reach_px),
            (key, self._kind),
            lambda painter: draw(painter, middle),
        )

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
        points = [QPointF(*point) for point in line]
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
        kind, at = self._kind, QPointF(*mark.at)
        is_lit = number in light.places
        is_ringed = is_lit or number == light.pointed
        colour, ring_px = kind.colour("map-lit" if is_lit else "map-mark"), LIT_RING_PX * self._weight
        key = (mark.spot.certainty, mark.shown_px, mark.in_view_px, is_lit, is_ringed)

        def draw(painter: QPainter, middle: QPointF) -> None:
            paint_disc(painter, middle, mark, kind, colour)
            if is_ringed:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(colour, ring_px))
                painter.drawEllipse(middle, mark.shown_px + 3.5, mark.shown_px + 3.5)

        self._stamp(at, math.ceil(mark.shown_px) + 8.0, key, draw)
        if number == light.focused:
            ring = mark.shown_px + 7.0
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            for token, width in (("paper", FOCUS_RING_PX + 2.0), ("focus", FOCUS_RING_PX)):
                self._painter.setPen(QPen(kind.colour(token), width))
                self._painter.drawEllipse(at, ring, ring)


def _touches(mark: Mark, room: QRectF) -> bool:
    reach_px = max(mark.ring_px, mark.shown_px) + LIT_REACH_PX
    return room.adjusted(-reach_px, -reach_px, reach_px, reach_px).contains(QPointF(*mark.at))


def paint_region(painter: QPainter, at: QPointF, radius_px: float, colour: QColor, weight: float) -> None:
    """Paint the dashed ring about a region, with a breath of colour within."""
    pen = QPen(colour, max(REGION_PX * weight, FAR_PX * (1.0 + (weight - 1.0) * 2.0)))
    pen.setDashPattern([length / REGION_PX for length in REGION_DASH])
    breath = QColor(colour)
    breath.setAlphaF(BREATH_ALPHA)
    painter.setPen(pen)
    painter.setBrush(breath)
    painter.drawEllipse(at, radius_px, radius_px)


def paint_disc(painter: QPainter, at: QPointF, mark: Mark, kind: Typesetter, colour: QColor) -> None:
    """Paint the two discs of a place: a doubtful one hollow and dashed, an exact one with a point in its middle."""
    halo = kind.colour("map-halo")
    is_doubtful = mark.spot.certainty == "doubtful"
    pale = QColor(colour)
    pale.setAlphaF(0.0 if is_doubtful else SHOWN_ALPHA)
    edge_px = max(DISC_EDGE_PX, kind.px(FAR_PX))
    painter.setPen(QPen(halo, 2 * edge_px))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(at, mark.shown_px, mark.shown_px)
    edge = QPen(colour, edge_px)
    if is_doubtful:
        edge.setDashPattern([1.6, 1.4])
    painter.setPen(edge)
    painter.setBrush(pale)
    painter.drawEllipse(at, mark.shown_px, mark.shown_px)
    if mark.in_view_px:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        inner_px = mark.in_view_px * (DOUBTFUL_SHARE if is_doubtful else 1.0)
        painter.drawEllipse(at, inner_px, inner_px)
    if mark.spot.certainty == "exact":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(halo if mark.in_view_px > CORE_PX else colour)
        painter.drawEllipse(at, CORE_PX, CORE_PX)


def foot_rooms(room: QRectF, window: MapWindow, look: Look) -> list[QRectF]:
    """Return what the scale bar and the credit take of the map: no name is painted there."""
    kind = look.typesetter
    metrics = QFontMetricsF(font_for("small", "", kind.text_scale))
    bar = scale_bar(window, min(room.width() * BAR_SHARE, MOST_BAR_PX * kind.text_scale))
    words = look.say("map.scale", km=look.number(bar.km)), look.say("map.credit")
    scale_px, credit_px = map(metrics.horizontalAdvance, words)
    top = room.bottom() - FOOT_PX - metrics.height()
    return [
        QRectF(
            room.left() + FOOT_PX, top - TICK_PX * kind.text_scale, max(bar.width_px, scale_px), room.height()
        ),
        QRectF(room.right() - FOOT_PX - credit_px, top, credit_px, room.height()),
    ]


def paint_foot(painter: QPainter, stamps: Stamps, room: QRectF, window: MapWindow, look: Look) -> None:
    """Paint the scale bar and who drew the coasts into the lower corners of the map."""
    kind = look.typesetter
    metrics = QFontMetricsF(font_for("small", "", kind.text_scale))
    credit = look.say("map.credit")
    width_px = metrics.horizontalAdvance(credit)
    base = room.bottom() - FOOT_PX
    bar = scale_bar(window, min(room.width() * BAR_SHARE, MOST_BAR_PX * kind.text_scale))
    stamps.paint_words(painter, QPointF(room.right() - FOOT_PX - width_px, base), credit, kind)
    _paint_bar(painter, stamps, QPointF(room.left() + FOOT_PX, base), bar, look)


def _paint_bar(painter: QPainter, stamps: Stamps, corner: QPointF, bar: ScaleBar, look: Look) -> None:
    """Paint the bar with its words above it; the corner is its lower left one."""
    kind = look.typesetter
    tick = TICK_PX * kind.text_scale
    x, y = round(corner.x()) + 0.5, round(corner.y()) + 0.5
    right = x + bar.width_px
    line = QPolygonF([QPointF(x, y - tick), QPointF(x, y), QPointF(right, y), QPointF(right, y - tick)])
    painter.setBrush(Qt.BrushStyle.NoBrush)
    line_px = max(1.5, kind.px(FAR_PX))
    for pen in (QPen(kind.colour("map-halo"), line_px + 2.5), QPen(kind.colour("map-ink"), line_px)):
        painter.setPen(pen)
        painter.drawPolyline(line)
    words = look.say("map.scale", km=look.number(bar.km))
    stamps.paint_words(painter, QPointF(x + 5.0, y - tick), words, kind)


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
