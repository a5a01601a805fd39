# SPDX-License-Identifier: MIT
"""What the reader drags to make the panel wider, or to fold the sheet: reachable by keyboard too."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractButton, QWidget

from timeline_app.ui.icons import draw_icon

STEP_PX: Final = 24
DRAG_PX: Final = 6
FOLD_PX: Final = 40
ICON_SHARE: Final = 0.66
FOCUS_PX: Final = 3


class PanelGrip(QAbstractButton):
    """The edge between timeline and panel, or the handle on top of the sheet; emits wishes only.

    It is a button for those who press it by other means: that folds the panel, and opens the sheet.
    """

    width_wished = Signal(float)
    """By how many pixels wider the panel is wished to be than when the drag began."""

    drag_began = Signal()
    toggle_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_sheet = False
        self._is_open = True
        self._mirrored = False
        self._pressed_at: tuple[float, float] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setObjectName("panel-grip")
        self.clicked.connect(self.toggle_wished)

    def show_place(self, *, is_sheet: bool, is_open: bool, mirrored: bool) -> None:
        """Be the edge of a panel beside, or the handle of a sheet."""
        self._is_sheet, self._is_open, self._mirrored = is_sheet, is_open, mirrored
        self.setCursor(Qt.CursorShape.PointingHandCursor if is_sheet else Qt.CursorShape.SplitHCursor)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed_at = (event.globalPosition().x(), event.globalPosition().y())
            self.drag_began.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the edge along."""
        if self._pressed_at is None or self._is_sheet:
            return
        moved_px = event.globalPosition().x() - self._pressed_at[0]
        if abs(moved_px) >= DRAG_PX:
            self.width_wished.emit(moved_px if self._mirrored else -moved_px)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go; a click on the handle, or a pull towards the other state, folds or opens the sheet."""
        start, self._pressed_at = self._pressed_at, None
        if start is None or not self._is_sheet:
            return
        pulled_px = event.globalPosition().y() - start[1]
        towards_other = pulled_px if self._is_open else -pulled_px
        if abs(pulled_px) < DRAG_PX or towards_other > FOLD_PX:
            self.toggle_wished.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the edge by arrow keys; fold and open by Enter or Space."""
        step = {Qt.Key.Key_Left: STEP_PX, Qt.Key.Key_Right: -STEP_PX}.get(Qt.Key(event.key()), 0)
        if step and not self._is_sheet:
            self.drag_began.emit()
            self.width_wished.emit(float(-step if self._mirrored else step))
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.toggle_wished.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a hairline where the panel begins, the handle with its arrow, and the focus."""
        del event
        painter = QPainter(self)
        line = self.palette().color(QPalette.ColorRole.Mid)
        if self._is_sheet:
            painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Base))
            painter.fillRect(0, 0, self.width(), 1, line)
            side = self.height() * ICON_SHARE
            rect = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
            icon = "chevron-down" if self._is_open else "chevron-up"
            draw_icon(painter, icon, rect, self.palette().color(QPalette.ColorRole.WindowText))
        else:
            painter.fillRect(self.width() // 2, 0, 1, self.height(), line)
        if self.hasFocus():
            colour = self.palette().color(QPalette.ColorRole.Highlight)
            if self._is_sheet:
                painter.fillRect(0, 0, self.width(), FOCUS_PX, colour)
            else:
                painter.fillRect(self.width() // 2 - 1, 0, FOCUS_PX, self.height(), colour)
