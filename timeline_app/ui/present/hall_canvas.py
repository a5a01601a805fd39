# SPDX-License-Identifier: MIT
"""The timeline of the hall: the same as at the desk, without what is meant for a hand that points at it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent

from timeline_app.scene.items import Item
from timeline_app.ui.canvas.widget import CanvasWidget
from timeline_app.ui.present.hall_style import HallStyle


class HallCanvas(CanvasWidget):
    """Shows no card, no menu and no pointer: nothing comes between the class and the picture."""

    hall_style: HallStyle | None = None

    def wear(self, style: HallStyle) -> None:
        """Take the type, the colours and the strokes of a height."""
        self.hall_style = style
        self.set_style(style.painter, style.measurer, style.text_scale)

    def point_at(self, item: Item | None, x_px: float, y_px: float) -> None:
        """Point at nothing: the presenter's hand is seen through the tools alone."""
        del item
        super().point_at(None, x_px, y_px)

    def set_pointer(self, shape: Qt.CursorShape) -> None:
        """Keep the pointer as the window has it."""
        del shape

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open no menu."""
        event.accept()
