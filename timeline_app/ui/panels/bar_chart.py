# SPDX-License-Identifier: MIT
"""A figure as lying bars: label, bar and value on one line each, or on two where text is large."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from timeline_app.model.views import FigureView
from timeline_app.ui.fonts import font_for
from timeline_app.ui.panels.look import Look
from timeline_app.ui.reading import access
from timeline_app.ui.reading.reading_view import FOCUS_RING_PX

_ROW_PX = 26.0
_GAP_PX = 8.0


class BarChart(QWidget):
    """Paints the values of a figure; its words for screen readers hold every value."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        access.give_role(BarChart, QAccessible.Role.Chart)
        self._look: Look | None = None
        self._data: Sequence[tuple[str, float]] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def fill(self, figure: FigureView, look: Look) -> None:
        """Show a figure."""
        self._look, self._data = look, figure.data
        values = "; ".join(f"{label}: {look.number(value)}" for label, value in figure.data)
        self.setAccessibleName(figure.title.text)
        self.setAccessibleDescription(f"{figure.describe} {values}" if figure.describe else values)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Qt's: one row for each value."""
        row_px = self._look.px(_ROW_PX) if self._look else 0
        return QSize(200, row_px * len(self._data))

    def minimumSizeHint(self) -> QSize:
        """Qt's: narrow enough for any panel."""
        return QSize(80, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's: paint the rows."""
        del event
        if self._look is None or not self._data:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = self._look.typesetter.text_scale
        metrics = QFontMetricsF(font_for("small", "", scale))
        labels_px = max(metrics.horizontalAdvance(label) for label, _ in self._data) + self._look.px(_GAP_PX)
        numbers = [self._look.number(value) for _, value in self._data]
        numbers_px = max(metrics.horizontalAdvance(number) for number in numbers) + self._look.px(_GAP_PX)
        labels_px = min(labels_px, self.width() * 0.4)
        room_px = max(self.width() - labels_px - numbers_px - 2 * FOCUS_RING_PX, 8.0)
        largest = max(1e-9, *(value for _, value in self._data))
        for row, (label, value) in enumerate(self._data):
            bar_px = max(room_px * max(value, 0.0) / largest, 2.0)
            self._paint_row(painter, row, label, numbers[row], labels_px, bar_px)

    def _paint_row(
        self, painter: QPainter, row: int, label: str, number: str, labels_px: float, bar_px: float
    ) -> None:
        look = self._look
        if look is None:
            return
        kind, row_px = look.typesetter, look.px(_ROW_PX)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft

        def placed(x: float, width: float, inset: float = 0.0) -> QRectF:
            left = self.width() - x - width - FOCUS_RING_PX if mirrored else x + FOCUS_RING_PX
            return QRectF(left, row * row_px + inset, width, row_px - 2 * inset)

        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(kind.colour("chart-bar"))
        painter.drawRoundedRect(placed(labels_px, bar_px, row_px * 0.16), 2.0, 2.0)
        painter.setPen(kind.colour("ink-second"))
        painter.setFont(font_for("small", "", kind.text_scale))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(placed(0.0, labels_px), middle | Qt.AlignmentFlag.AlignLeading, label)
        painter.setPen(kind.colour("ink"))
        after_px = labels_px + bar_px + look.px(_GAP_PX) * 0.75
        painter.drawText(
            placed(after_px, self.width() - after_px), middle | Qt.AlignmentFlag.AlignLeading, number
        )
