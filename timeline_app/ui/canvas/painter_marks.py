# SPDX-License-Identifier: MIT
"""Paints marks of moments."""

from __future__ import annotations

import math
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPolygonF

from timeline_app.base.geometry import Point, Rect
from timeline_app.scene.items import Cover, DotShape, Emphasis, EndStyle, Item, TextStyle
from timeline_app.ui.canvas.inks import Ink, pen_of
from timeline_app.ui.canvas.painter_fades import Stretch, fill_fading
from timeline_app.ui.canvas.painter_text import TextPainter
from timeline_app.ui.canvas.pencil import Pencil

RING_GAP_PX: Final = 2.0
RING_PX: Final = 1.5
HOVER_ALPHA: Final = 0.22
HOVER_GROWTH_PX: Final = 5.0
MAX_IMAGES: Final = 400
FLAGS: Final = Emphasis.HOVERED | Emphasis.CONNECTED

SOFT_REACH: Final = 2.0
SOFT_CORE: Final = 0.7
SOFT_COATS: Final = 12
SOFT_COAT_ALPHA: Final = 0.07
"""An approximate dot: a glow of twice its radius, laid on in coats that every medium can draw, about a small
core; about a ring of full size where it is uncertain as well, for the hollow must be seen."""
TWIN_SHIFT: Final = 0.7
"""Dates that fall together: two dots, this part of the radius to either side."""
SIGN_GAP_PX: Final = 2.0
SIGN_PX: Final = 5.0
SIGN_PEN_PX: Final = 1.75
QUESTION_BOX_PX: Final = 11.0
QUESTION: Final = TextStyle("label-date", align=0)

FAR_SHARE: Final = 0.6
"""Where edges are so thick that the last row sees them, strokes have at least this part of their width."""
HATCH_PX: Final = 1.25
HATCH_APART_PX: Final = 2.5
SLANT: Final = math.sqrt(0.5)

ImageKey = tuple[int, int, float, bool, bool, bool, Cover, int, float]
SOLID: Final = EndStyle.SOLID


class MarkPainter:
    """Paints dots; a screen gets each kind of dot from an image that is drawn once."""

    def __init__(self) -> None:
        self._images: dict[ImageKey, tuple[QImage, int]] = {}

    def paint(self, pencil: Pencil, item: Item, ink: Ink, text: TextPainter) -> None:
        """Paint a dot item with its halo of doubt and its signs; without a shape it stands for a bar."""
        shape, rect = item.detail, item.rect
        if not isinstance(shape, DotShape):
            _paint_stub(pencil, rect, ink)
            return
        left, top, width, height = rect
        radius, hollow, halo_left_px, halo_right_px, soft, twin, at_left, at_right, cover = shape
        x, y = pencil.snapped(left + width / 2), pencil.snapped(top + height / 2)
        if halo_left_px or halo_right_px:
            _paint_halo(pencil, x, y, shape, ink)
        if at_left is not SOLID or at_right is not SOLID:
            _paint_signs(pencil, Point(x, y), shape, ink, text)
        if pencil.is_vector:
            pencil.set_antialias(on=True)
            _draw_dot(pencil.painter, QPointF(x, y), shape, ink, item.emphasis)
            return
        ratio = pencil.pixel_ratio
        flags = 0 if item.emphasis is Emphasis.NONE else (item.emphasis & FLAGS).value
        key = (ink.fill.rgba, ink.edge.rgba, radius, hollow, soft, twin, cover, flags, ratio)
        found = self._images.get(key)
        image, half = self._draw_image(key, shape, ink, item.emphasis) if found is None else found
        if pencil.is_whole:
            pencil.painter.drawImage(int(x) - half, int(y) - half, image)
        else:
            pencil.painter.drawImage(QPointF(x - half / ratio, y - half / ratio), image)

    def _draw_image(self, key: ImageKey, shape: DotShape, ink: Ink, emphasis: Emphasis) -> tuple[QImage, int]:
        """Draw a dot and keep it; return its image with half of its width in device pixels."""
        if len(self._images) >= MAX_IMAGES:
            self._images.clear()
        ratio = key[-1]
        half = math.ceil((shape.radius_px * SOFT_REACH + HOVER_GROWTH_PX + 2.0) * ratio)
        image = QImage(2 * half, 2 * half, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(ratio)
        image.fill(0)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _draw_dot(painter, QPointF(half / ratio, half / ratio), shape, ink, emphasis)
        painter.end()
        self._images[key] = image, half
        return image, half


def _draw_dot(painter: QPainter, at: QPointF, shape: DotShape, ink: Ink, emphasis: Emphasis) -> None:
    radius = shape.radius_px
    painter.setPen(Qt.PenStyle.NoPen)
    if emphasis & Emphasis.HOVERED:
        glow = QColor(ink.fill.colour)
        glow.setAlphaF(HOVER_ALPHA)
        painter.setBrush(glow)
        painter.drawEllipse(at, radius + HOVER_GROWTH_PX, radius + HOVER_GROWTH_PX)
    if shape.cover is not Cover.PLAIN:
        _draw_covered(painter, at, shape, ink)
    else:
        _draw_plain(painter, at, shape, ink)
    radius = shape.radius_px
    if emphasis & Emphasis.CONNECTED:
        ring_px = _stroke_px(RING_PX, ink)
        painter.setPen(pen_of(ink.fill.colour, ring_px))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(at, radius + RING_GAP_PX + ring_px, radius + RING_GAP_PX + ring_px)


def _stroke_px(usual_px: float, ink: Ink) -> float:
    """Return the width of a stroke: thicker in a picture that is seen from afar, as all edges are."""
    return max(usual_px, ink.edge_px * FAR_SHARE)


def _draw_plain(painter: QPainter, at: QPointF, shape: DotShape, ink: Ink) -> None:
    radius = shape.radius_px
    if shape.soft:
        _draw_glow(painter, at, radius, ink)
        radius *= 1.0 if shape.hollow else SOFT_CORE
    shift = QPointF(radius * TWIN_SHIFT, 0.0)
    for middle in (at - shift, at + shift) if shape.twin else (at,):
        if not shape.soft:
            _draw_rim(painter, middle, radius, ink)
        _draw_disc(painter, middle, radius, ink, hollow=shape.hollow)


def _draw_covered(painter: QPainter, at: QPointF, shape: DotShape, ink: Ink) -> None:
    """Draw a dot of which nobody knows when it became public, hatched, or an outline that nothing fills."""
    radius = shape.radius_px
    if shape.cover is Cover.OUTLINED:
        painter.setBrush(ink.fill.colour)
        painter.setPen(ink.pen)
        painter.drawEllipse(at, radius - ink.edge_px / 2, radius - ink.edge_px / 2)
        return
    _draw_rim(painter, at, radius, ink)
    hatch_px = _stroke_px(HATCH_PX, ink)
    painter.setPen(pen_of(ink.fill.colour, hatch_px))
    steps = math.floor(radius / HATCH_APART_PX)
    for step in range(-steps, steps + 1):
        apart = step * HATCH_APART_PX
        middle = at + QPointF(apart, apart) * SLANT
        along = QPointF(1.0, -1.0) * (math.sqrt(radius**2 - apart**2) * SLANT)
        painter.drawLine(middle - along, middle + along)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen_of(ink.fill.colour, hatch_px))
    painter.drawEllipse(at, radius - hatch_px / 2, radius - hatch_px / 2)


def _draw_glow(painter: QPainter, at: QPointF, radius: float, ink: Ink) -> None:
    coat = QColor(ink.fill.colour)
    coat.setAlphaF(SOFT_COAT_ALPHA)
    painter.setBrush(coat)
    for layer in range(SOFT_COATS):
        reach = radius * (SOFT_REACH - (SOFT_REACH - SOFT_CORE) * layer / SOFT_COATS)
        painter.drawEllipse(at, reach, reach)


def _draw_rim(painter: QPainter, at: QPointF, radius: float, ink: Ink) -> None:
    """Draw a rim of the ground: it keeps a mark with an edge apart from grid, arcs and neighbours."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink.edge.colour)
    painter.drawEllipse(at, radius + ink.edge_px / 2, radius + ink.edge_px / 2)


def _draw_disc(painter: QPainter, at: QPointF, radius: float, ink: Ink, *, hollow: bool) -> None:
    if hollow:
        width = max(radius * 0.4, 1.75)
        painter.setPen(pen_of(ink.fill.colour, width))
        painter.setBrush(ink.edge.colour)
        painter.drawEllipse(at, radius - width / 2, radius - width / 2)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink.fill.colour)
        painter.drawEllipse(at, radius, radius)


def _paint_signs(pencil: Pencil, at: Point, shape: DotShape, ink: Ink, text: TextPainter) -> None:
    """Say beside a dot that an end is open, by an arrow, or unknown, by a question mark."""
    start_px = shape.radius_px * (1.0 + TWIN_SHIFT * shape.twin) + SIGN_GAP_PX
    for end, side in ((shape.left, -1.0), (shape.right, 1.0)):
        x = at.x + side * start_px
        if end is EndStyle.OPEN:
            size_px = SIGN_PX * pencil.weight
            pencil.set_antialias(on=True)
            pencil.painter.setPen(pen_of(ink.fill.colour, SIGN_PEN_PX * pencil.weight))
            pencil.painter.setBrush(Qt.BrushStyle.NoBrush)
            points = ((x, at.y - size_px), (x + side * size_px, at.y), (x, at.y + size_px))
            pencil.painter.drawPolyline(QPolygonF([QPointF(*point) for point in points]))
        elif end is EndStyle.UNKNOWN:
            width_px = QUESTION_BOX_PX * pencil.weight
            box = Rect(x if side > 0 else x - width_px, at.y - width_px, width_px, 2 * width_px)
            text.write(pencil, "?", QUESTION, box, ink.text)


def _paint_halo(pencil: Pencil, x: float, y: float, shape: DotShape, ink: Ink) -> None:
    """Doubt to both sides: a soft band, fading outwards; a fine line runs through it to a solid mark."""
    half_px = max(shape.radius_px * 0.8, 2.0)
    stretch = Stretch(x - shape.halo_left_px, x, x, x + shape.halo_right_px)
    fill_fading(pencil, stretch, y - half_px, 2 * half_px, ink.soft)
    if not shape.hollow:
        line_px = _stroke_px(RING_PX, ink)
        fill_fading(pencil, stretch, y - line_px / 2, line_px, ink.fill)


def _paint_stub(pencil: Pencil, rect: Rect, ink: Ink) -> None:
    """A small block stands for a bar that is too long to be shown on a card."""
    pencil.set_antialias(on=True)
    pencil.painter.setPen(Qt.PenStyle.NoPen)
    pencil.painter.setBrush(ink.fill.colour)
    block = QRectF(rect.x, rect.y + rect.h * 0.15, rect.w, rect.h * 0.7)
    pencil.painter.drawRoundedRect(block, 2.0, 2.0)
