# SPDX-License-Identifier: MIT
"""Paints links: lines with round corners, and heads that tell their kinds apart."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainterPath, QPainterPathStroker, QPolygonF

from timeline_app.base.geometry import Point
from timeline_app.scene.items import ArcShape, Item, LinkHead, LinkLine
from timeline_app.ui.canvas.inks import Ink, pen_of
from timeline_app.ui.canvas.pencil import Pencil

CORNER_PX: Final = 10.0
HEAD_LENGTH_PX: Final = 8.0
HEAD_HALF_PX: Final = 3.75
NOTCH: Final = 0.42
"""How deep the notch of a barbed arrow is, as a part of its length."""
DISC_PX: Final = 3.5
BAR_LENGTH_PX: Final = 3.5
BAR_HALF_PX: Final = 5.0
SQUARE_PX: Final = 6.0
DOUBLE_PX: Final = 3.0
"""Between the lines of a double one, from middle to middle."""
HOLLOW_PX: Final = 1.5
LEAST_PX: Final = 1e-6

DASHES: Final[dict[LinkLine, tuple[float, ...]]] = {
    LinkLine.SOLID: (),
    LinkLine.DASHED: (7.0, 4.0),
    LinkLine.DOTTED: (1.75, 3.25),
    LinkLine.DASH_DOT: (10.0, 3.0, 2.0, 3.0),
    LinkLine.FINE: (3.5, 3.0),
    LinkLine.DOUBLE: (),
}
LENGTHS: Final[dict[LinkHead, float]] = {
    LinkHead.NONE: 0.0,
    LinkHead.ARROW: HEAD_LENGTH_PX,
    LinkHead.BARB: HEAD_LENGTH_PX * (1.0 - NOTCH),
    LinkHead.DIAMOND: HEAD_LENGTH_PX * 1.25,
    LinkHead.BAR: BAR_LENGTH_PX,
    LinkHead.DISC: 2 * DISC_PX,
    LinkHead.SQUARE: SQUARE_PX,
}
"""So far from its end the line stops before each head."""


def paint_arc(pencil: Pencil, item: Item, ink: Ink) -> None:
    """Paint a link; its heads are filled where a source tells of it, and hollow where it is our own judgement."""
    arc = item.detail
    if not isinstance(arc, ArcShape):
        return
    pencil.set_antialias(on=True)
    painter, weight = pencil.painter, pencil.weight
    corners = _trimmed(_trimmed(arc.corners, LENGTHS[arc.end] * weight)[::-1], LENGTHS[arc.start] * weight)
    path = rounded_path(corners[::-1], CORNER_PX * weight)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    colour = ink.edge.colour
    if arc.line is LinkLine.DOUBLE:
        stroker = QPainterPathStroker()
        stroker.setWidth(DOUBLE_PX * weight)
        path = stroker.createStroke(path)
        painter.setPen(pen_of(colour, ink.edge_px * 0.8))
    else:
        dash = tuple(length * weight for length in DASHES[arc.line])
        painter.setPen(pen_of(colour, ink.edge_px, dash))
    painter.drawPath(path)
    painter.setPen(pen_of(colour, HOLLOW_PX * weight * 0.8))
    painter.setBrush(ink.fill.colour if arc.is_hollow else colour)
    for head, points in ((arc.end, arc.corners[::-1]), (arc.start, arc.corners)):
        if head is not LinkHead.NONE:
            _paint_head(pencil, head, points)


def _trimmed(corners: Sequence[Point], by_px: float) -> list[Point]:
    """Return the corners of a line that ends so much earlier, but never before its last corner."""
    (x0, y0), (x1, y1) = corners[-2], corners[-1]
    length = math.hypot(x1 - x0, y1 - y0)
    share = 1.0 - min(by_px / max(length, LEAST_PX), 1.0)
    return [*corners[:-1], Point(x0 + (x1 - x0) * share, y0 + (y1 - y0) * share)]


def rounded_path(corners: Sequence[Point], radius_px: float) -> QPainterPath:
    """Return a line through corners that are rounded, as far as the pieces between them have room for it."""
    path = QPainterPath(QPointF(*corners[0]))
    last = len(corners) - 1
    for at in range(1, last):
        before, here, after = corners[at - 1], corners[at], corners[at + 1]
        in_px, out_px = math.dist(before, here), math.dist(here, after)
        room = min(in_px * (1.0 if at == 1 else 0.5), out_px * (1.0 if at == last - 1 else 0.5), radius_px)
        path.lineTo(_towards(here, before, room / max(in_px, LEAST_PX)))
        path.quadTo(QPointF(*here), _towards(here, after, room / max(out_px, LEAST_PX)))
    path.lineTo(QPointF(*corners[-1]))
    return path


def _towards(here: Point, there: Point, share: float) -> QPointF:
    return QPointF(here.x + (there.x - here.x) * share, here.y + (there.y - here.y) * share)


def _paint_head(pencil: Pencil, head: LinkHead, points: Sequence[Point]) -> None:
    """Paint what stands at the end of a line; `points` begin there."""
    painter, weight = pencil.painter, pencil.weight
    tip, before = points[0], next((point for point in points if point != points[0]), points[0])
    length = max(math.dist(tip, before), LEAST_PX)
    back_x, back_y = (before.x - tip.x) / length * weight, (before.y - tip.y) / length * weight

    def at(along_px: float, across_px: float) -> QPointF:
        return QPointF(
            tip.x + back_x * along_px - back_y * across_px, tip.y + back_y * along_px + back_x * across_px
        )

    if head is LinkHead.DISC:
        painter.drawEllipse(at(DISC_PX, 0.0), DISC_PX * weight, DISC_PX * weight)
    else:
        painter.drawPolygon(QPolygonF([at(*corner) for corner in _OUTLINES[head]]))


_OUTLINES: Final[dict[LinkHead, tuple[tuple[float, float], ...]]] = {
    LinkHead.ARROW: ((0.0, 0.0), (HEAD_LENGTH_PX, HEAD_HALF_PX), (HEAD_LENGTH_PX, -HEAD_HALF_PX)),
    LinkHead.BARB: (
        (0.0, 0.0),
        (HEAD_LENGTH_PX * 1.15, HEAD_HALF_PX * 1.15),
        (HEAD_LENGTH_PX * (1.0 - NOTCH), 0.0),
        (HEAD_LENGTH_PX * 1.15, -HEAD_HALF_PX * 1.15),
    ),
    LinkHead.DIAMOND: (
        (0.0, 0.0),
        (HEAD_LENGTH_PX * 0.625, HEAD_HALF_PX),
        (HEAD_LENGTH_PX * 1.25, 0.0),
        (HEAD_LENGTH_PX * 0.625, -HEAD_HALF_PX),
    ),
    LinkHead.BAR: (
        (0.0, -BAR_HALF_PX),
        (0.0, BAR_HALF_PX),
        (BAR_LENGTH_PX, BAR_HALF_PX),
        (BAR_LENGTH_PX, -BAR_HALF_PX),
    ),
    LinkHead.SQUARE: (
        (0.0, -SQUARE_PX / 2),
        (0.0, SQUARE_PX / 2),
        (SQUARE_PX, SQUARE_PX / 2),
        (SQUARE_PX, -SQUARE_PX / 2),
    ),
}
