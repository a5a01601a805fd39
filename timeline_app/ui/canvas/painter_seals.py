# SPDX-License-Identifier: MIT
"""Paints seals of evidence and the small signs beside marks: black on a light card, told apart by form alone."""

from __future__ import annotations

import math
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPen, QPolygonF

from timeline_app.scene.items import Item, SealFill, SealShape, Sign, SignShape
from timeline_app.ui.canvas.inks import Ink
from timeline_app.ui.canvas.pencil import Pencil

GRID: Final = 12.0
"""A seal is drawn on so many cells across: sides of two, a gap of one, six within."""
SIDE: Final = 2.0
INNER: Final = 3.0
SIGN_GRID: Final = 9.0
STROKE: Final = 1.5
HEAD_FROM: Final = 2
ALL_SIDES_FROM: Final = 3
MAX_IMAGES: Final = 200

ImageKey = tuple[SealShape | SignShape, float, int, int, float]


class SealPainter:
    """Paints seals and signs; a screen gets each from an image that is drawn once."""

    def __init__(self) -> None:
        self._images: dict[ImageKey, QImage] = {}

    def paint(self, pencil: Pencil, item: Item, ink: Ink) -> None:
        """Paint a seal or a sign."""
        shape, rect = item.detail, item.rect
        if not isinstance(shape, SealShape | SignShape):
            return
        x, y = pencil.snapped(rect.x), pencil.snapped(rect.y)
        if pencil.is_vector:
            pencil.painter.save()
            pencil.painter.translate(x, y)
            _draw(pencil.painter, shape, rect.w, ink)
            pencil.painter.restore()
            return
        ratio = pencil.pixel_ratio
        key = (shape, rect.w, ink.fill.rgba, ink.edge.rgba, ratio)
        image = self._images.get(key)
        if image is None:
            image = self._images[key] = self._drawn(shape, rect.w, ink, ratio)
        pencil.painter.drawImage(QPointF(x, y), image)

    def _drawn(self, shape: SealShape | SignShape, size_px: float, ink: Ink, ratio: float) -> QImage:
        if len(self._images) >= MAX_IMAGES:
            self._images.clear()
        across = math.ceil(size_px * ratio)
        image = QImage(across, across, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(ratio)
        image.fill(0)
        painter = QPainter(image)
        _draw(painter, shape, size_px, ink)
        painter.end()
        return image


def _draw(painter: QPainter, shape: SealShape | SignShape, size_px: float, ink: Ink) -> None:
    painter.save()
    if isinstance(shape, SealShape):
        painter.scale(size_px / GRID, size_px / GRID)
        # At its own size each cell is a pixel: edges stay sharp without smoothing.
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, size_px != GRID)
        _draw_seal(painter, shape, ink)
    else:
        painter.scale(size_px / SIGN_GRID, size_px / SIGN_GRID)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _draw_sign(painter, shape.sign, ink)
    painter.restore()


def _draw_seal(painter: QPainter, shape: SealShape, ink: Ink) -> None:
    painter.fillRect(QRectF(0.0, 0.0, GRID, GRID), ink.fill.colour)
    far = GRID - SIDE
    sides = [QRectF(0.0, far, GRID, SIDE)] if shape.lines else _dots()
    if shape.lines >= HEAD_FROM:
        sides.append(QRectF(0.0, 0.0, GRID, SIDE))
    if shape.lines >= ALL_SIDES_FROM:
        sides += [QRectF(0.0, 0.0, SIDE, GRID), QRectF(far, 0.0, SIDE, GRID)]
    for side in sides:
        painter.fillRect(side, ink.edge.colour)
    for part in _FILLS.get(shape.fill, ()):
        painter.fillRect(QRectF(*part).translated(INNER, INNER), ink.edge.colour)
    if shape.fill is SealFill.REFUTED:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(ink.edge.colour, 1.75))
        first, last = INNER + 0.25, GRID - INNER - 0.25
        painter.drawLine(QLineF(first, first, last, last))
        painter.drawLine(QLineF(first, last, last, first))


def _dots() -> list[QRectF]:
    """Return the dotted outline of a seal that no line of evidence closes."""
    places = [1.0, 4.0, 7.0, 10.0]
    top = [QRectF(at, 0.0, 1.0, 1.0) for at in places]
    left = [QRectF(0.0, at, 1.0, 1.0) for at in places]
    far = GRID - 1.0
    return [
        *top,
        *left,
        *(dot.translated(0.0, far) for dot in top),
        *(dot.translated(far, 0.0) for dot in left),
    ]


_FILLS: Final[dict[SealFill, tuple[tuple[float, float, float, float], ...]]] = {
    SealFill.SETTLED: ((0.0, 0.0, 6.0, 6.0),),
    SealFill.ESTIMATES: (
        (0.0, 0.0, 2.0, 2.0),
        (4.0, 0.0, 2.0, 2.0),
        (0.0, 4.0, 2.0, 2.0),
        (4.0, 4.0, 2.0, 2.0),
    ),
    SealFill.DISPUTED: ((0.0, 0.0, 2.0, 6.0), (4.0, 0.0, 2.0, 6.0)),
    SealFill.NO_VERDICT: ((0.0, 2.0, 6.0, 2.0),),
    SealFill.UNDECIDABLE: ((2.0, 2.0, 2.0, 2.0),),
}
"""The parts of each filling, counted from the inner corner."""


def _draw_sign(painter: QPainter, sign: Sign, ink: Ink) -> None:
    painter.setPen(QPen(ink.edge.colour, STROKE))
    painter.setBrush(ink.fill.colour)
    half, far = SIGN_GRID / 2, SIGN_GRID - STROKE / 2
    near = STROKE / 2
    disc = QRectF(near, near, far - near, far - near)
    match sign:
        case Sign.POSSIBLE:
            corners = ((half, near), (far, half), (half, far), (near, half))
            painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
        case Sign.PART:
            painter.drawEllipse(disc)
            painter.setBrush(ink.edge.colour)
            painter.drawChord(disc, 90 * 16, 180 * 16)
        case Sign.RUMOUR:
            bubble = QPainterPath()
            bubble.addRoundedRect(QRectF(near, near, far - near, 5.0), 1.5, 1.5)
            tail = QPainterPath(QPointF(2.0, 5.0))
            tail.lineTo(2.0, SIGN_GRID)
            tail.lineTo(5.0, 5.5)
            painter.drawPath(bubble.united(tail))
        case Sign.DENIED:
            painter.drawEllipse(disc)
            painter.drawLine(QLineF(2.0, SIGN_GRID - 2.0, SIGN_GRID - 2.0, 2.0))
        case Sign.LOSS:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink.edge.colour)
            wedge = (QPointF(0.5, 1.0), QPointF(SIGN_GRID - 0.5, 1.0), QPointF(half, SIGN_GRID - 0.5))
            painter.drawPolygon(QPolygonF(wedge))
