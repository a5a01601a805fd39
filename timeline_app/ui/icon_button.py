# SPDX-License-Identifier: MIT
"""A button that shows an icon of ours, named for those who do not see it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QToolButton, QWidget

from timeline_app.ui.icons import draw_icon

ICON_PX = 20.0
BUTTON_PX = 40.0


class IconButton(QToolButton):
    """A flat square button; the style sheet draws its ground and focus ring."""

    def __init__(self, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = icon
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty("role", "header-button")
        self.set_text_scale(1.0)

    def set_words(self, name: str, keys: str = "") -> None:
        """Name the button, for the tooltip and for those who hear it."""
        self.setAccessibleName(name)
        self.setToolTip(f"{name} ({keys})" if keys else name)

    def set_text_scale(self, text_scale: float) -> None:
        """Grow with the text."""
        side = round(BUTTON_PX * (1.0 + (text_scale - 1.0) * 0.6))
        self.setFixedSize(QSize(side, side))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Let the style draw the button, then put the icon on it.

        The style sheet leaves out the arrow of a button with a menu: beside an icon it says nothing.
        """
        super().paintEvent(event)
        painter = QPainter(self)
        group = QPalette.ColorGroup.Active if self.isEnabled() else QPalette.ColorGroup.Disabled
        colour = self.palette().color(group, QPalette.ColorRole.ButtonText)
        side = self.width() * ICON_PX / BUTTON_PX
        rect = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        draw_icon(painter, self._icon_name, rect, colour)
