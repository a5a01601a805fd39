# SPDX-License-Identifier: MIT
"""What points at something in the audience's picture: ring, spotlight and magnifier."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

SHADE: Final = QColor(0, 0, 0, 128)
"""Half of the light is left around a spotlight: the class still sees where it is."""
RING: Final = QColor("#FFC629")
EDGE: Final = QColor("#10141C")
RING_SHARE: Final = 0.0065
EDGE_SHARE: Final = 0.0028
"""Strokes as shares of the picture's height: the dark edge is seen on paper, the bright ring on ink."""
MAGNIFIED: Final = 2.0


def paint_spotlight(painter: QPainter, whole: QRectF, at: QPointF, radius_px: float) -> None:
    """Dim everything but a circle."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.OddEvenFill)
    path.addRect(whole)
    path.addEllipse(at, radius_px, radius_px)
    painter.fillPath(path, SHADE)


def paint_ring(painter: QPainter, whole: QRectF, at: QPointF, radius_px: float) -> None:
    """Paint a ring that is seen on every ground."""
    ring_px, edge_px = whole.height() * RING_SHARE, whole.height() * EDGE_SHARE
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width_px in ((EDGE, ring_px + 2 * edge_px), (RING, ring_px)):
        painter.setPen(QPen(colour, width_px))
        painter.drawEllipse(at, radius_px, radius_px)


def paint_magnifier(painter: QPainter, whole: QRectF, at: QPointF, glass: QImage) -> None:
    """Paint a round glass with its picture; the picture is as wide and high as the glass."""
    radius_px = glass.width() / glass.devicePixelRatio() / 2
    rect = QRectF(at.x() - radius_px, at.y() - radius_px, 2 * radius_px, 2 * radius_px)
    painter.save()
    path = QPainterPath()
    path.addEllipse(rect)
    painter.setClipPath(path)
    painter.drawImage(rect, glass)
    painter.restore()
    paint_ring(painter, whole, at, radius_px)
