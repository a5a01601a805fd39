# SPDX-License-Identifier: MIT
"""The panel's place in the window: there from the first frame, filled with the panel right after it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget


class PanelFrame(QWidget):
    """Has the panel's ground, and gives the panel all its room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content: QWidget | None = None
        self.setObjectName("panel-frame")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def fill(self, content: QWidget) -> None:
        """Take the panel in."""
        self._content = content
        content.setParent(self)
        content.setGeometry(self.rect())
        self.setFocusProxy(content)
        content.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's: the panel is as large as its place."""
        super().resizeEvent(event)
        if self._content is not None:
            self._content.setGeometry(self.rect())
