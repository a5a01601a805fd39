# SPDX-License-Identifier: MIT
"""A figure as a line over even or dated steps: round numbers at the side, labels at the foot where they have room."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF

from timeline_app.ui.fonts import font_for
from timeline_app.ui.panels.chart_scale import positions, ticks, with_room
from timeline_app.ui.panels.figure_chart import FigureChart
from timeline_app.ui.panels.look import Look

_HEIGHT_PX: Final = 180.0
_GAP_PX: Final = 8.0
_DOT_PX: Final = 3.5
_LINE_PX: Final = 2.0
_FAR_PX: Final = 1.2
"""In pixels of the text: on a board for a whole class the line is seen from afar."""


class LineChart(FigureChart):
    """Paints the values of a figure as points joined by a line."""

    def sizeHint(self) -> QSize:
        """Qt's: as high as a paragraph or two."""
        return QSize(240, self._look.px(_HEIGHT_PX) if self._look else 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's: paint the scale, the line, its points and what they are."""
        del event
        look = self._look
        if look is None or not self._data:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font_for("small", "", look.typesetter.text_scale))
        values = [value for _, value in self._data]
        scale = ticks(min(values), max(values))
        plot = self._plot(scale, look)
        self._paint_scale(painter, plot, scale, look)
        low, high = scale[0], scale[-1]
        points = [
            QPointF(
                plot.left() + at * plot.width(), plot.bottom() - (value - low) / (high - low) * plot.height()
            )
            for at, value in zip(positions([label for label, _ in self._data]), values, strict=True)
        ]
        self._paint_line(painter, points, look)
        self._paint_labels(painter, plot, points, look)
        self._paint_numbers(painter, plot, points, look)

    def _plot(self, scale: Sequence[float], look: Look) -> QRectF:
        """Return the room for the line, beside the numbers and above the labels."""
        metrics = QFontMetricsF(font_for("small", "", look.typesetter.text_scale))
        numbers_px = max(metrics.horizontalAdvance(look.number(each)) for each in scale) + look.px(_GAP_PX)
        last_px = metrics.horizontalAdvance(self._data[-1][0]) / 2
        top_px = metrics.height()
        return QRectF(
            numbers_px,
            top_px,
            max(self.width() - numbers_px - last_px - _DOT_PX, 8.0),
            max(self.height() - top_px - metrics.height() - look.px(_GAP_PX), 8.0),
        )

    @staticmethod
    def _paint_scale(painter: QPainter, plot: QRectF, scale: Sequence[float], look: Look) -> None:
        kind = look.typesetter
        for number, each in enumerate(scale):
            y = plot.bottom() - plot.height() * number / (len(scale) - 1)
            token = "hairline-strong" if each == 0 else "hairline"
            painter.fillRect(QRectF(plot.left(), round(y), plot.width(), 1.0), kind.colour(token))
            painter.setPen(kind.colour("ink-second"))
            room = QRectF(0.0, y - plot.height() / 2, plot.left() - look.px(_GAP_PX), plot.height())
            painter.drawText(
                room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, look.number(each)
            )

    @staticmethod
    def _paint_line(painter: QPainter, points: Sequence[QPointF], look: Look) -> None:
        ink = look.typesetter.colour("chart-bar")
        painter.setPen(QPen(ink, max(_LINE_PX, look.typesetter.px(_FAR_PX))))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(list(points)))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        for point in points:
            painter.drawEllipse(point, _DOT_PX, _DOT_PX)

    def _paint_labels(self, painter: QPainter, plot: QRectF, points: Sequence[QPointF], look: Look) -> None:
        """Write what the points are, as far as there is room."""
        metrics = QFontMetricsF(painter.font())
        xs = [point.x() for point in points]
        labels = [label for label, _ in self._data]
        painter.setPen(look.typesetter.colour("ink-second"))
        for index in with_room(xs, [metrics.horizontalAdvance(label) for label in labels], look.px(_GAP_PX)):
            width_px = metrics.horizontalAdvance(labels[index]) + 2.0
            foot = QRectF(xs[index] - width_px / 2, plot.bottom() + look.px(4), width_px, metrics.height())
            painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, labels[index])

    def _paint_numbers(self, painter: QPainter, plot: QRectF, points: Sequence[QPointF], look: Look) -> None:
        """Write the highest, the last and the first number, each where the line leaves it room: the words hold all."""
        metrics = QFontMetricsF(painter.font())
        highest = max(range(len(points)), key=lambda index: self._data[index][1])
        painter.setPen(look.typesetter.colour("ink"))
        written: list[QRectF] = []
        for index in dict.fromkeys((highest, len(points) - 1, 0)):
            number = look.number(self._data[index][1])
            width_px = metrics.horizontalAdvance(number) + 2.0
            left = min(max(points[index].x() - width_px / 2, plot.left() + 2.0), self.width() - width_px)
            top = points[index].y() - metrics.height() - _DOT_PX
            room = QRectF(left, top, width_px, metrics.height())
            if is_clear(room, points) and not any(room.intersects(other) for other in written):
                painter.drawText(room, Qt.AlignmentFlag.AlignCenter, number)
                written.append(room)


def is_clear(room: QRectF, points: Sequence[QPointF]) -> bool:
    """Tell whether a line through points, from left to right, leaves a rectangle free."""
    for first, last in pairwise(points):
        start, end = max(first.x(), room.left()), min(last.x(), room.right())
        if start > end or first.x() == last.x():
            continue
        slope = (last.y() - first.y()) / (last.x() - first.x())
        ys = sorted(first.y() + slope * (x - first.x()) for x in (start, end))
        if ys[0] < room.bottom() and ys[1] > room.top():
            return False
    return True
