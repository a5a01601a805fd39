# SPDX-License-Identifier: MIT
"""A column that is no wider than lines may be that are read, on a page that may be wider."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from timeline_app.ui.panels.look import Look
from timeline_app.ui.panels.page import WIDEST_PX
from timeline_app.ui.panels.pieces import column


class TextColumn(QWidget):
    """Holds texts at the start of a wide page."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.column = column(self)
        self._widest_px = WIDEST_PX

    def set_spacing(self, look: Look, gap_px: int) -> None:
        """Take the gap between parts and the greatest width from the text size."""
        self._widest_px = look.px(WIDEST_PX)
        self.column.setSpacing(look.space_px(gap_px))
        self._set_margin()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's: what is too wide becomes margin."""
        super().resizeEvent(event)
        self._set_margin()

    def _set_margin(self) -> None:
        spare_px = max(self.width() - self._widest_px, 0)
        if self.column.contentsMargins().right() != spare_px:
            self.column.setContentsMargins(0, 0, spare_px, 0)
