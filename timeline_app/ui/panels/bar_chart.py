# SPDX-License-Identifier: MIT
"""A figure as lying bars: label, bar and value on one line each, or the label above where it is long."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent

from timeline_app.model.views import FigureView
from timeline_app.ui.fonts import font_for
from timeline_app.ui.panels.figure_chart import FigureChart
from timeline_app.ui.panels.look import Look
from timeline_app.ui.reading.reading_view import FOCUS_RING_PX

_ROW_PX: Final = 28.0
_LABEL_PX: Final = 20.0
_GAP_PX: Final = 8.0
_WIDEST_LABELS: Final = 0.34
"""Labels that take more of the width than this stand above their bars."""
_RADIUS_PX: Final = 2.0


class BarChart(FigureChart):
    """Paints the values of a figure as bars."""

    def fill(self, figure: FigureView, look: Look) -> None:
        """Show a figure."""
        super().fill(figure, look)
        self._set_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's: labels go above their bars where the panel is narrow."""
        super().resizeEvent(event)
        self._set_height()

    def _set_height(self) -> None:
        if self._look is not None:
            self.setFixedHeight(self._row_px * len(self._data))

    def sizeHint(self) -> QSize:
        """Qt's: one row for each value."""
        return QSize(200, self._row_px * len(self._data))

    # -- measures -------------------------------------------------------------------------------------

    @property
    def _metrics(self) -> QFontMetricsF:
        return QFontMetricsF(font_for("small", "", self._look.typesetter.text_scale if self._look else 1.0))

    @property
    def _labels_px(self) -> float:
        """The width of the widest label, with the gap behind it."""
        if self._look is None or not self._data:
            return 0.0
        widest = max(self._metrics.horizontalAdvance(label) for label, _ in self._data)
        return widest + self._look.px(_GAP_PX)

    @property
    def _has_labels_above(self) -> bool:
        return self._labels_px > self.width() * _WIDEST_LABELS

    @property
    def _row_px(self) -> int:
        if self._look is None:
            return 0
        return self._look.px(_ROW_PX + (_LABEL_PX if self._has_labels_above else 0.0))

    # -- painting -------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's: paint the rows."""
        del event
        look = self._look
        if look is None or not self._data:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        numbers = [look.number(value) for _, value in self._data]
        numbers_px = max(map(self._metrics.horizontalAdvance, numbers)) + look.px(_GAP_PX)
        labels_px = 0.0 if self._has_labels_above else self._labels_px
        room_px = max(self.width() - labels_px - numbers_px - 2 * FOCUS_RING_PX, 8.0)
        largest = max(1e-9, *(abs(value) for _, value in self._data))
        for row, (label, value) in enumerate(self._data):
            bar_px = max(room_px * abs(value) / largest, _RADIUS_PX)
            self._paint_row(painter, row, (label, numbers[row]), labels_px, bar_px)
        self._paint_foot(painter, labels_px)

    def _placed(self, row: int, x: float, width: float) -> QRectF:
        """Return a stretch of a row's line of bars, mirrored where the text is."""
        row_px = self._row_px
        above_px = self._look.px(_LABEL_PX) if self._look and self._has_labels_above else 0
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = self.width() - x - width - FOCUS_RING_PX if mirrored else x + FOCUS_RING_PX
        return QRectF(left, row * row_px + above_px, width, row_px - above_px)

    def _paint_row(
        self, painter: QPainter, row: int, texts: tuple[str, str], labels_px: float, bar_px: float
    ) -> None:
        """Paint one value; a bar below nought is hollow."""
        look = self._look
        if look is None:
            return
        kind = look.typesetter
        bar = self._placed(row, labels_px, bar_px)
        inset_px = bar.height() * 0.17
        ink = kind.colour("chart-bar")
        is_hollow = self._data[row][1] < 0
        painter.setPen(QPen(ink, 1.5) if is_hollow else QPen(Qt.PenStyle.NoPen))
        painter.setBrush(Qt.BrushStyle.NoBrush if is_hollow else ink)
        painter.drawRoundedRect(bar.adjusted(0, inset_px, 0, -inset_px), _RADIUS_PX, _RADIUS_PX)
        painter.setFont(font_for("small", "", kind.text_scale))
        painter.setPen(kind.colour("ink-second"))
        start = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        whole_px = self.width() - 2 * FOCUS_RING_PX
        if self._has_labels_above:
            label = self._placed(row, 0.0, whole_px)
            label = QRectF(label.left(), row * self._row_px, label.width(), look.px(_LABEL_PX))
            elided = self._metrics.elidedText(texts[0], Qt.TextElideMode.ElideRight, label.width())
            painter.drawText(label, start, elided)
        else:
            painter.drawText(self._placed(row, 0.0, labels_px), start, texts[0])
        painter.setPen(kind.colour("ink"))
        after_px = labels_px + bar_px + look.px(_GAP_PX) * 0.75
        painter.drawText(self._placed(row, after_px, whole_px - after_px), start, texts[1])

    def _paint_foot(self, painter: QPainter, labels_px: float) -> None:
        """Paint the line from which all bars begin, behind which nothing is cut off."""
        look = self._look
        if look is not None:
            foot = self._placed(0, labels_px, 1.0)
            painter.fillRect(
                QRectF(foot.left() - 1.0, 0.0, 1.0, self.height()), look.typesetter.colour("hairline-strong")
            )
