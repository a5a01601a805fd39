# SPDX-License-Identifier: MIT
"""A passing word over the timeline's foot: why zooming ends here, which calendar made room."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from timeline_app.base.clock import Cancel, Clock
from timeline_app.ui.fonts import font_for

SHOWN_MS: Final = 6_000.0
"""Long enough to read two lines; whatever is said here can be had again by trying again."""

WIDEST_PX: Final = 560
PAD_PX: Final = 14
FOOT_PX: Final = 16
CORNER_PX: Final = 8.0


class NoticeLine(QFrame):
    """Lies over the canvas, lets the mouse through, takes no focus, and goes by itself."""

    def __init__(self, canvas: QWidget, clock: Clock) -> None:
        super().__init__(canvas)
        self._clock = clock
        self._hide_later: Cancel | None = None
        self._label = QLabel(self)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self._label.setForegroundRole(QPalette.ColorRole.ToolTipText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAD_PX, PAD_PX - 4, PAD_PX, PAD_PX - 4)
        column.addWidget(self._label)
        self.hide()

    @property
    def words(self) -> str:
        """What is said; "" while nothing is."""
        return self._label.text() if self.isVisible() else ""

    def say(self, text: str, language: str, text_scale: float) -> None:
        """Show a text for a while, and have it read aloud when the reader has come to a stop."""
        font = font_for("label", language, text_scale)
        self._label.setFont(font)
        self._label.setText(text)
        area = self._area()
        room_px = max(min(round(WIDEST_PX * text_scale), area.width() - 4 * PAD_PX), 1)
        self._label.setFixedWidth(min(QFontMetrics(font).horizontalAdvance(text) + 2, room_px))
        self.adjustSize()
        left = area.center().x() - self.width() // 2
        self.move(left, max(area.bottom() - FOOT_PX - self.height(), area.top()))
        self.raise_()
        self.show()
        self._announce(text)
        self._stop_waiting()
        self._hide_later = self._clock.after(SHOWN_MS, self._go)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground in the palette's colour for tooltips."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().brush(QPalette.ColorRole.ToolTipBase))
        painter.drawRoundedRect(QRect(0, 0, self.width(), self.height()), CORNER_PX, CORNER_PX)

    def _announce(self, text: str) -> None:
        canvas = self.parentWidget()
        if canvas is not None and QAccessible.isActive():
            event = QAccessibleAnnouncementEvent(canvas, text)
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
            QAccessible.updateAccessibility(event)

    def _stop_waiting(self) -> None:
        if self._hide_later is not None:
            self._hide_later()
            self._hide_later = None

    def _go(self) -> None:
        self._hide_later = None
        self.hide()

    def _area(self) -> QRect:
        parent = self.parentWidget()
        return parent.rect() if parent is not None else QRect()
