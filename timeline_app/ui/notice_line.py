# SPDX-License-Identifier: MIT
"""A passing word over the timeline's foot: why zooming ends here, which calendar made room, what to do now."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from timeline_app.base.clock import Cancel, Clock
from timeline_app.ui.announcement import announce
from timeline_app.ui.fonts import font_for

SHOWN_MS: Final = 6_000.0
"""Long enough to read two lines; whatever is said here can be had again by trying again."""

WITH_ACTION_MS: Final = 15_000.0
"""Long enough to come to the button too."""

WIDEST_PX: Final = 560
PAD_PX: Final = 14
TARGET_PX: Final = 44
FOOT_PX: Final = 16
CORNER_PX: Final = 8.0


class NoticeLine(QFrame):
    """Lies over the canvas, lets the mouse through unless it has a button, takes no focus, and goes by itself."""

    wished = Signal(str)
    """The button was pressed: the command that it stands for."""

    def __init__(self, canvas: QWidget, clock: Clock) -> None:
        super().__init__(canvas)
        self._clock = clock
        self._hide_later: Cancel | None = None
        self._label = QLabel(self)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self._label.setForegroundRole(QPalette.ColorRole.ToolTipText)
        self._action = ""
        self._button = QPushButton(self)
        self._button.setProperty("role", "notice")
        self._button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._button.setCursor(Qt.CursorShape.PointingHandCursor)
        self._button.clicked.connect(self._press)
        row = QHBoxLayout(self)
        row.setContentsMargins(PAD_PX, PAD_PX - 4, PAD_PX, PAD_PX - 4)
        row.setSpacing(PAD_PX)
        row.addWidget(self._label)
        row.addWidget(self._button)
        self.hide()

    @property
    def words(self) -> str:
        """What is said; "" while nothing is."""
        return self._label.text() if self.isVisible() else ""

    def say(self, text: str, language: str, text_scale: float, action: tuple[str, str] | None = None) -> None:
        """Show a text for a while, and have it read aloud when the reader has come to a stop.

        `action` is a command with its title, for a button beside the words.
        """
        font = font_for("label", language, text_scale)
        self._offer(action, font_for("label-strong", language, text_scale), text_scale)
        self._label.setFont(font)
        self._label.setText(text)
        area = self._area()
        button_px = self._button.sizeHint().width() + PAD_PX if action is not None else 0
        room_px = max(min(round(WIDEST_PX * text_scale), area.width() - 4 * PAD_PX - button_px), 1)
        self._label.setFixedWidth(min(QFontMetrics(font).horizontalAdvance(text) + 2, room_px))
        self.adjustSize()
        left = area.center().x() - self.width() // 2
        self.move(left, max(area.bottom() - FOOT_PX - self.height(), area.top()))
        self.raise_()
        self.show()
        self._announce(text)
        self._stop_waiting()
        self._hide_later = self._clock.after(SHOWN_MS if action is None else WITH_ACTION_MS, self._go)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground in the palette's colour for tooltips."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().brush(QPalette.ColorRole.ToolTipBase))
        painter.drawRoundedRect(QRect(0, 0, self.width(), self.height()), CORNER_PX, CORNER_PX)

    def _offer(self, action: tuple[str, str] | None, font: QFont, text_scale: float) -> None:
        """Show the button of a command, or none."""
        self._action, title = action or ("", "")
        self._button.setFont(font)
        self._button.setText(title)
        self._button.setMinimumHeight(round(TARGET_PX * text_scale))
        self._button.setVisible(action is not None)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, action is None)

    def _press(self) -> None:
        action = self._action
        self._stop_waiting()
        self._go()
        self.wished.emit(action)

    def _announce(self, text: str) -> None:
        canvas = self.parentWidget()
        if canvas is not None:
            announce(canvas, text)

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
