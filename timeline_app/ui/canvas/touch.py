# SPDX-License-Identifier: MIT
"""Fingers on the canvas: one pans, two pinch, a tap selects. From raw points: Qt's own pinch misreports its scale."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QTouchEvent

from timeline_app.scene.motion import Speedometer
from timeline_app.scene.pinch import Fingers, Touch
from timeline_app.ui.canvas.clicks import Clicks
from timeline_app.ui.canvas.port import TOUCH_SLOP_PX, CanvasPort
from timeline_app.ui.fingers import fingers_down, is_beyond_tap


class TouchGestures:
    """Follows the fingers from the first to come down to the last to go."""

    def __init__(self, canvas: CanvasPort) -> None:
        self._canvas = canvas
        self._clicks = Clicks(canvas)
        self._fingers = Fingers()
        self._speed = Speedometer()
        self._is_down = False
        self._tap: Touch | None = None

    def take(self, event: QTouchEvent) -> None:
        """Take in where the fingers are now."""
        if not self._canvas.hand.is_ready:
            return
        if event.type() == QEvent.Type.TouchCancel:
            self.cancel()
            return
        touches = fingers_down(event)
        points = event.points()
        if touches:
            self.hold(touches)
        elif self._is_down:
            self.lift(points[0].position() if points else None)

    def cancel(self) -> None:
        """Call off whatever is being done."""
        self._forget()
        self._canvas.hand.let_go()

    def hold(self, touches: list[Touch]) -> None:
        """Take in where the fingers that are down are now."""
        hand = self._canvas.hand
        if not self._is_down:
            self._is_down = True
            self._tap = touches[0]
            hand.grab()
        if self._tap is not None and (len(touches) > 1 or is_beyond_tap(self._tap, touches[0])):
            self._tap = None
        held_before = self._fingers.count
        view = self._fingers.move(touches, hand.scale, hand.limits)
        if self._fingers.count != held_before:
            self._speed = Speedometer()
        if self._fingers.count == 1:
            self._speed.note(self._canvas.clock.now_ms(), touches[0].x, touches[0].y)
        if view is not None and self._tap is None:
            hand.meet(self._fingers.end_met)
            hand.follow(view)

    def lift(self, up: QPointF | None) -> None:
        """The last finger goes, from a place: a tap selects, a flick glides on."""
        tap, is_palm = self._tap, self._fingers.is_palm
        glides = self._fingers.count == 1 and tap is None and not is_palm
        speed = self._speed.speed(self._canvas.clock.now_ms())
        self._forget()
        if glides:
            self._canvas.hand.let_go(speed)
        else:
            self._canvas.hand.let_go()
        if tap is not None and up is not None:
            self._clicks.click(up.x(), up.y(), TOUCH_SLOP_PX)

    def _forget(self) -> None:
        self._fingers = Fingers()
        self._is_down = False
        self._tap = None
