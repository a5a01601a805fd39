# SPDX-License-Identifier: MIT
"""The few icons of the interface, as strokes on a grid of 20 × 20: sharp at every text size and in every theme."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

Stroke = tuple[tuple[float, float], ...]
GRID: Final = 20.0
STROKE_WIDTH: Final = 1.7

STROKES: Final[Mapping[str, tuple[Stroke, ...]]] = {
    "back": (((12.5, 4.0), (6.5, 10.0), (12.5, 16.0)),),
    "forward": (((7.5, 4.0), (13.5, 10.0), (7.5, 16.0)),),
    "menu": (((3.5, 5.5), (16.5, 5.5)), ((3.5, 10.0), (16.5, 10.0)), ((3.5, 14.5), (16.5, 14.5))),
    "text-size": (
        ((1.5, 16.0), (6.8, 3.5), (12.1, 16.0)),
        ((3.5, 11.6), (10.1, 11.6)),
        ((12.4, 16.0), (15.6, 8.5), (18.8, 16.0)),
        ((13.5, 13.4), (17.7, 13.4)),
    ),
    "panel": (((3.0, 4.0), (17.0, 4.0), (17.0, 16.0), (3.0, 16.0), (3.0, 4.0)), ((11.5, 4.0), (11.5, 16.0))),
    "chevron-right": (((7.5, 5.0), (12.5, 10.0), (7.5, 15.0)),),
    "chevron-left": (((12.5, 5.0), (7.5, 10.0), (12.5, 15.0)),),
    "pin": (
        ((7.0, 3.0), (13.0, 3.0)),
        ((8.0, 3.0), (8.0, 8.5), (5.5, 11.5), (14.5, 11.5), (12.0, 8.5), (12.0, 3.0)),
        ((10.0, 11.5), (10.0, 17.0)),
    ),
    "grip": (((4.0, 7.0), (16.0, 7.0)), ((4.0, 13.0), (16.0, 13.0))),
    "eye-off": (
        ((2.5, 10.0), (5.5, 6.6), (10.0, 5.0), (14.5, 6.6), (17.5, 10.0)),
        ((17.5, 10.0), (14.5, 13.4), (10.0, 15.0), (5.5, 13.4), (2.5, 10.0)),
        ((4.0, 16.5), (16.0, 3.5)),
    ),
    "sources": (
        ((3.5, 3.5), (3.5, 16.5), (7.0, 16.5), (7.0, 3.5), (3.5, 3.5)),
        ((7.0, 6.0), (10.5, 6.0), (10.5, 16.5), (7.0, 16.5)),
        ((12.2, 5.6), (14.9, 4.9), (17.3, 15.6), (14.6, 16.3), (12.2, 5.6)),
    ),
    "search": (
        (
            (13.9, 8.7),
            (13.5, 10.7),
            (12.4, 12.4),
            (10.7, 13.5),
            (8.7, 13.9),
            (6.7, 13.5),
            (5.0, 12.4),
            (3.9, 10.7),
            (3.5, 8.7),
            (3.9, 6.7),
            (5.0, 5.0),
            (6.7, 3.9),
            (8.7, 3.5),
            (10.7, 3.9),
            (12.4, 5.0),
            (13.5, 6.7),
            (13.9, 8.7),
        ),
        ((12.6, 12.6), (17.0, 17.0)),
    ),
    "filters": (((3.0, 4.5), (17.0, 4.5), (11.8, 10.8), (11.8, 16.5), (8.2, 14.5), (8.2, 10.8), (3.0, 4.5)),),
    "list": (
        ((3.0, 5.0), (4.0, 5.0)),
        ((7.0, 5.0), (17.0, 5.0)),
        ((3.0, 10.0), (4.0, 10.0)),
        ((7.0, 10.0), (17.0, 10.0)),
        ((3.0, 15.0), (4.0, 15.0)),
        ((7.0, 15.0), (17.0, 15.0)),
    ),
    "plus": (((10.0, 4.0), (10.0, 16.0)), ((4.0, 10.0), (16.0, 10.0))),
    "minus": (((4.0, 10.0), (16.0, 10.0)),),
    "fit": (
        ((3.0, 7.0), (3.0, 3.0), (7.0, 3.0)),
        ((13.0, 3.0), (17.0, 3.0), (17.0, 7.0)),
        ((17.0, 13.0), (17.0, 17.0), (13.0, 17.0)),
        ((7.0, 17.0), (3.0, 17.0), (3.0, 13.0)),
    ),
    "region": (
        ((3.0, 3.0), (17.0, 3.0), (17.0, 17.0), (3.0, 17.0), (3.0, 3.0)),
        ((6.5, 8.0), (13.5, 8.0), (13.5, 12.0), (6.5, 12.0), (6.5, 8.0)),
    ),
    "turn": (
        (
            (15.9, 11.0),
            (15.0, 13.6),
            (12.9, 15.4),
            (10.2, 16.0),
            (7.5, 15.3),
            (5.4, 13.4),
            (4.5, 10.8),
            (4.9, 8.0),
            (6.6, 5.7),
            (9.1, 4.6),
            (11.9, 4.8),
            (14.2, 6.4),
        ),
        ((14.6, 2.6), (14.6, 6.8), (10.4, 6.8)),
    ),
    "wide": (
        ((6.5, 6.0), (2.5, 10.0), (6.5, 14.0)),
        ((13.5, 6.0), (17.5, 10.0), (13.5, 14.0)),
        ((2.5, 10.0), (17.5, 10.0)),
    ),
    "chevron-down": (((5.0, 8.0), (10.0, 13.0), (15.0, 8.0)),),
    "chevron-up": (((5.0, 12.5), (10.0, 7.5), (15.0, 12.5)),),
}
"""Each icon as polylines; `theme` and `evidence` are drawn apart, being round."""


def draw_icon(painter: QPainter, name: str, rect: QRectF, colour: QColor) -> None:
    """Draw an icon into a square."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / GRID, rect.height() / GRID)
    pen = QPen(
        colour, STROKE_WIDTH, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    )
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if name == "theme":
        _draw_theme(painter, colour)
    if name == "evidence":
        _draw_evidence(painter, colour)
    for stroke in STROKES.get(name, ()):
        painter.drawPolyline([QPointF(x, y) for x, y in stroke])
    painter.restore()


def _draw_evidence(painter: QPainter, colour: QColor) -> None:
    """Draw a mark with the rings of its evidence about it."""
    painter.drawEllipse(QRectF(2.5, 2.5, 15.0, 15.0))
    mark = QPainterPath()
    mark.addEllipse(QRectF(6.5, 6.5, 7.0, 7.0))
    painter.fillPath(mark, colour)


def _draw_theme(painter: QPainter, colour: QColor) -> None:
    """Draw a disc, half of it dark."""
    disc = QRectF(3.5, 3.5, 13.0, 13.0)
    half = QPainterPath(QPointF(10.0, 3.5))
    half.arcTo(disc, 90.0, -180.0)
    half.closeSubpath()
    painter.drawEllipse(disc)
    painter.fillPath(half, colour)
