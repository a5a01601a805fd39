# SPDX-License-Identifier: MIT
"""A slider over moments: one step for each, however far apart they are, with the years where there is room for them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSlider, QStyle, QStyleOptionSlider, QWidget

from timeline_app.ui.fonts import font_for

LEAST_PX: Final = 180
LABEL_GAP_PX: Final = 10
PAGE_SHARE: Final = 10
"""A page is this part of all steps."""


class MomentSlider(QSlider):
    """Jumps to where it is pressed, so that one press is enough, and can be dragged from there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._years: dict[str, int] = {}
        self._text_scale = 1.0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_moments(self, labels: Sequence[str], value: int, text_scale: float) -> None:
        """Offer one step for each label, which names its year; a hand that is dragging keeps its place."""
        self._text_scale = text_scale
        # The first moment of each year; written backwards, the first one is written last and stays.
        self._years = {label: number for number, label in reversed(tuple(enumerate(labels))) if label}
        self.blockSignals(True)
        self.setRange(0, max(len(labels) - 1, 0))
        self.setPageStep(max(len(labels) // PAGE_SHARE, 1))
        if not self.isSliderDown():
            self.setValue(value)
        self.blockSignals(False)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Qt's: the groove, and a line for the years."""
        return QSize(round(LEAST_PX * self._text_scale), super().sizeHint().height() + self._label_px)

    def minimumSizeHint(self) -> QSize:
        """Qt's: narrow enough for a small window."""
        return QSize(LEAST_PX // 2, self.sizeHint().height())

    def initStyleOption(self, option: QStyleOptionSlider) -> None:
        """Qt's: groove and handle keep above the years."""
        super().initStyleOption(option)
        option.rect.setHeight(max(self.height() - self._label_px, 1))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the handle wherever the groove is pressed."""
        if event.button() is Qt.MouseButton.LeftButton and not self._handle().contains(
            event.position().toPoint()
        ):
            self.setValue(self._value_at(event.position().toPoint()))
        super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's: the years stand below the groove, none over another."""
        super().paintEvent(event)
        painter = QPainter(self)
        font = font_for("small", "", self._text_scale)
        painter.setFont(font)
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        for rect, words in self._placed_labels(QFontMetrics(font)):
            painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), words)

    def _placed_labels(self, metrics: QFontMetrics) -> list[tuple[QRect, str]]:
        """Return the years that have room, the first and last ones before those between."""
        years = sorted(self._years, key=self._years.__getitem__)
        top, taken = self.height() - self._label_px, list[tuple[QRect, str]]()
        for words in dict.fromkeys([*years[:1], *years[-1:], *years]):
            number = self._years[words]
            width = metrics.horizontalAdvance(words) + 2
            left = min(max(self._x_of(number) - width // 2, 0), max(self.width() - width, 0))
            rect = QRect(left, top, width, self._label_px)
            roomy = rect.adjusted(-LABEL_GAP_PX, 0, LABEL_GAP_PX, 0)
            if not any(roomy.intersects(other) for other, _ in taken):
                taken.append((rect, words))
        return taken

    @property
    def _label_px(self) -> int:
        return QFontMetrics(font_for("small", "", self._text_scale)).height()

    def _handle(self) -> QRect:
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        return self.style().subControlRect(
            QStyle.ComplexControl.CC_Slider, option, QStyle.SubControl.SC_SliderHandle, self
        )

    def _x_of(self, value: int) -> int:
        """Return where the middle of the handle stands for a value."""
        room = self.width() - self._handle().width()
        at = QStyle.sliderPositionFromValue(self.minimum(), self.maximum(), value, room, self._is_mirrored)
        return at + self._handle().width() // 2

    def _value_at(self, point: QPoint) -> int:
        handle_px = self._handle().width()
        at, room = point.x() - handle_px // 2, self.width() - handle_px
        return QStyle.sliderValueFromPosition(self.minimum(), self.maximum(), at, room, self._is_mirrored)

    @property
    def _is_mirrored(self) -> bool:
        return self.layoutDirection() is Qt.LayoutDirection.RightToLeft
