# SPDX-License-Identifier: MIT
"""The panel's place in the window: there from the first frame, filled with the panel right after it."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget


class Strip(Protocol):
    """A strip that stands above the panel."""

    def height_for(self, width_px: int) -> int:
        """Return how much height it needs at a width."""
        ...

    def setGeometry(self, x: int, y: int, width: int, height: int) -> None:
        """Qt's."""
        ...

    def isHidden(self) -> bool:
        """Qt's."""
        ...


class PanelFrame(QWidget):
    """Has the panel's ground, and gives the panel all its room but that of a strip above it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content: QWidget | None = None
        self._strip: Strip | None = None
        self.setObjectName("panel-frame")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def fill(self, content: QWidget) -> None:
        """Take the panel in."""
        self._content = content
        content.setParent(self)
        self.setFocusProxy(content)
        self.place()
        content.show()

    def hold_above(self, strip: Strip) -> None:
        """Take a strip in, which is a child already; `place` must follow when it is shown or hidden."""
        self._strip = strip

    def place(self) -> None:
        """Give strip and panel their room."""
        top = 0
        if self._strip is not None and not self._strip.isHidden():
            top = self._strip.height_for(self.width())
            self._strip.setGeometry(0, 0, self.width(), top)
        if self._content is not None:
            self._content.setGeometry(0, top, self.width(), max(self.height() - top, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's: the panel is as large as its place."""
        super().resizeEvent(event)
        self.place()
