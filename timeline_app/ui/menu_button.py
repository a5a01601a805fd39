# SPDX-License-Identifier: MIT
"""A button with words that opens a menu, with a sign for that which grows with the text."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QStyleOptionButton, QWidget

from timeline_app.ui.icons import draw_icon

SIGN_SHARE: Final = 0.8
"""The sign's side as a part of the height of the text."""


class MenuButton(QPushButton):
    """The style sheet leaves room for the sign."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "menu-button")

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        """Qt's: leave out its own sign, which does not grow, and the room that it takes."""
        super().initStyleOption(option)
        option.features &= ~QStyleOptionButton.ButtonFeature.HasMenu

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's: the button, and the sign where its text ends."""
        super().paintEvent(event)
        side = QFontMetrics(self.font()).height() * SIGN_SHARE
        edge = side * 0.7
        left = (
            edge if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else self.width() - side - edge
        )
        painter = QPainter(self)
        colour = self.palette().color(self.foregroundRole())
        draw_icon(painter, "chevron-down", QRectF(left, (self.height() - side) / 2, side, side), colour)
