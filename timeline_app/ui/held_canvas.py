# SPDX-License-Identifier: MIT
"""What the facsimile and the map share as surfaces that a hand, fingers and keys move: ring, hold, and plain keys."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QMouseEvent, QTouchEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from timeline_app.base.geometry import Point
from timeline_app.ui.facsimile.touch_room import TouchRoom

WHEEL_STEP_DEGREES: Final = 120.0
WHEEL_SHARE: Final = 0.6
"""A notch of the wheel is so much of a step of the buttons."""
DOUBLE_CLICK_STEPS: Final = 2.0
KEY_PAN_SHARE: Final = 0.2


class HeldCanvas(QWidget):
    """A surface that is held and moved; what moves on it, and how, is each surface's own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held: QPointF | None = None
        self._is_meant = False
        """Whether the wheel means the surface, not the page that scrolls past under a resting pointer."""
        self._has_ring = False
        self.room = TouchRoom(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setMouseTracking(True)

    def zoom(self, steps: float, at: Point | None = None) -> None:
        """Zoom by steps, in where they are positive."""
        raise NotImplementedError

    def pan_by(self, dx_share: float, dy_share: float) -> None:
        """Go on by a share of what is seen."""
        raise NotImplementedError

    def take_touch(self, event: QTouchEvent) -> None:
        """Follow the fingers."""
        raise NotImplementedError

    def moves_by(self, key: Qt.Key) -> bool:
        """Pan and zoom as a key says; tell whether it says so."""
        if key in _PANS:
            self.pan_by(*_PANS[key])
        elif key in _ZOOMS:
            self.zoom(_ZOOMS[key])
        else:
            return False
        return True

    def event(self, event: QEvent) -> bool:
        """Qt's: take the fingers."""
        if isinstance(event, QTouchEvent):
            self.take_touch(event)
            event.accept()
            return True
        return super().event(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Qt's: zoom in where the pointer is."""
        at = event.position()
        self.zoom(DOUBLE_CLICK_STEPS, Point(at.x(), at.y()))

    def leaveEvent(self, event: QEvent) -> None:
        """Qt's: the wheel means the page around again."""
        super().leaveEvent(event)
        self._is_meant = False

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt's: show the ring, but not to those who came by hand."""
        super().focusInEvent(event)
        self._has_ring = event.reason() != Qt.FocusReason.MouseFocusReason
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt's: the ring goes with the focus."""
        super().focusOutEvent(event)
        self.update()


def wheel_steps(event: QWheelEvent) -> float:
    """Return by how many steps of the buttons the wheel was turned."""
    return (event.pixelDelta().y() or event.angleDelta().y()) / WHEEL_STEP_DEGREES * WHEEL_SHARE


_PANS: Final = {
    Qt.Key.Key_Left: (KEY_PAN_SHARE, 0.0),
    Qt.Key.Key_Right: (-KEY_PAN_SHARE, 0.0),
    Qt.Key.Key_Up: (0.0, KEY_PAN_SHARE),
    Qt.Key.Key_Down: (0.0, -KEY_PAN_SHARE),
}
_ZOOMS: Final = {Qt.Key.Key_Plus: 1.0, Qt.Key.Key_Equal: 1.0, Qt.Key.Key_Minus: -1.0}
