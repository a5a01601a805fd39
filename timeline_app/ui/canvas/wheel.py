# SPDX-License-Identifier: MIT
"""Wheels and trackpads: zoom at the pointer, scroll lanes, pan with two fingers, pinch on the pad.

A notched wheel makes the view travel from step to step; a pad or a wheel that counts finely moves it
at once. Turns that follow each other closely are one gesture with one anchor; a wheel that is turned notch by
notch, with short rests, has one place to go back to.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QInputDevice, QNativeGestureEvent, QWheelEvent

from timeline_app.base.clock import Cancel
from timeline_app.scene.view import Anchor, View
from timeline_app.scene.zoom import ZoomGesture
from timeline_app.ui.canvas.hand import Hand

NOTCH: Final = 120
"""What Qt counts for one notch of a plain wheel, in eighths of a degree."""

PIXELS_PER_DOUBLING: Final = 200.0
LANE_PX_PER_NOTCH: Final = 60.0
PAN_PX_PER_NOTCH: Final = 90.0
PAUSE_MS: Final = 250.0
"""After such a pause the next turn begins a new gesture."""

REST_MS: Final = 1_500.0
"""A notched wheel turned on after no longer than this, with nothing moved since, is one place to go back to."""

SAME_PLACE_PX: Final = 3.0

ZOOM_KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier


class WheelGestures:
    """Turns wheel events and the pad's own pinches into views.

    `anchor` gives what a zoom at an x keeps in place; over the lane heads a wheel scrolls the lanes.
    """

    def __init__(
        self, hand: Hand, anchor: Callable[[float], Anchor], is_over_heads: Callable[[float, float], bool]
    ) -> None:
        self._hand = hand
        self._new_anchor = anchor
        self._is_over_heads = is_over_heads
        self._is_open = False
        self._holds = False
        self._zoomed: ZoomGesture | None = None
        self._anchored_at = QPointF()
        self._close_later: Cancel | None = None
        self._left: tuple[View, float] | None = None

    def turn(self, event: QWheelEvent) -> None:
        """Take in a turn of the wheel or a stroke over the pad."""
        if not self._hand.is_ready:
            return
        phase = event.phase()
        if phase is Qt.ScrollPhase.ScrollEnd:
            self.end()
            return
        keys = event.modifiers()
        if keys & ZOOM_KEYS:
            self._zoom(event)
        elif keys & Qt.KeyboardModifier.ShiftModifier or self._is_over_heads(
            event.position().x(), event.position().y()
        ):
            self._scroll_lanes(event)
        elif _is_from_pad(event):
            self._pan(event)
        else:
            self._turn_plain(event)

    def pinch(self, event: QNativeGestureEvent) -> bool:
        """Take in a pinch that the system itself has read off a trackpad; tell whether it was one."""
        kind = event.gestureType()
        if not self._hand.is_ready or kind not in (
            Qt.NativeGestureType.BeginNativeGesture,
            Qt.NativeGestureType.ZoomNativeGesture,
            Qt.NativeGestureType.EndNativeGesture,
        ):
            return False
        if kind is Qt.NativeGestureType.EndNativeGesture:
            self.end()
        elif kind is Qt.NativeGestureType.ZoomNativeGesture:
            self._open(holds=True)
            self._zoom_at_once(event.position(), math.log2(max(1.0 + event.value(), 0.1)))
        return True

    def end(self) -> None:
        """End the gesture that is going on, if one is."""
        if self._close_later is not None:
            self._close_later()
            self._close_later = None
        holds, self._holds, self._is_open, self._zoomed = self._holds, False, False, None
        if holds:
            self._hand.let_go()
        elif self._hand.is_ready:
            self._left = self._hand.target, self._hand.clock.now_ms()

    def _turn_plain(self, event: QWheelEvent) -> None:
        """Turn a plain wheel: forth and back zooms; a wheel that is tilted pans."""
        angle = event.angleDelta()
        if abs(angle.x()) > abs(angle.y()):
            self._open(holds=False)
            self._hand.step(angle.x() / NOTCH * PAN_PX_PER_NOTCH, 0.0)
        else:
            self._zoom(event)

    def _zoom(self, event: QWheelEvent) -> None:
        angle, pixels = _main(event.angleDelta()), _main(event.pixelDelta())
        turned = angle / NOTCH * self._hand.limits.doublings_per_notch
        if _is_notched(event):
            self._open(holds=False)
            gesture = self._gesture_at(event.position())
            self._hand.zoom_to(gesture.anchor, gesture.turn(turned))
        elif angle or pixels:
            self._open(holds=True)
            self._zoom_at_once(event.position(), pixels / PIXELS_PER_DOUBLING if pixels else turned)

    def _zoom_at_once(self, at: QPointF, doublings: float) -> None:
        gesture = self._gesture_at(at)
        self._hand.zoom_at_once(gesture.anchor, gesture.turn(doublings))

    def _scroll_lanes(self, event: QWheelEvent) -> None:
        by_px = float(_main(event.pixelDelta())) or _main(event.angleDelta()) / NOTCH * LANE_PX_PER_NOTCH
        if _is_notched(event):
            self._open(holds=False)
            self._hand.step(0.0, by_px)
        else:
            self._open(holds=True)
            self._hand.push(0.0, by_px)

    def _pan(self, event: QWheelEvent) -> None:
        """Move the picture with two fingers on a pad, both ways."""
        self._open(holds=True)
        delta = QPointF(event.pixelDelta())
        if delta.isNull():
            delta = QPointF(event.angleDelta()) * (PAN_PX_PER_NOTCH / NOTCH)
        self._hand.push(delta.x(), delta.y())

    def _open(self, *, holds: bool) -> None:
        """Begin a gesture, or keep the present one going."""
        if self._is_open and holds != self._holds:
            self.end()
        if not self._is_open:
            self._is_open, self._holds = True, holds
            if holds:
                self._hand.grab()
            else:
                self._hand.begin(is_new=not self._goes_on())
        if self._close_later is not None:
            self._close_later()
        self._close_later = self._hand.clock.after(PAUSE_MS, self.end)

    def _goes_on(self) -> bool:
        """Tell whether a notched wheel is where it was left a moment ago."""
        if self._left is None:
            return False
        view, at_ms = self._left
        return view == self._hand.target and self._hand.clock.now_ms() - at_ms <= REST_MS - PAUSE_MS

    def _gesture_at(self, at: QPointF) -> ZoomGesture:
        """Return the zooming that is going on: with one anchor as long as the pointer stays where it is."""
        moved = at - self._anchored_at
        if self._zoomed is None or abs(moved.x()) > SAME_PLACE_PX:
            self._zoomed = ZoomGesture(self._hand.target, self._new_anchor(at.x()))
            self._anchored_at = at
        return self._zoomed


def _is_from_pad(event: QWheelEvent) -> bool:
    """Tell a trackpad from a wheel: pads say when a stroke begins and ends, or are called one."""
    if event.phase() is not Qt.ScrollPhase.NoScrollPhase:
        return True
    return bool(event.device().type() is QInputDevice.DeviceType.TouchPad)


def _is_notched(event: QWheelEvent) -> bool:
    """Tell a whole step of a plain wheel from the fine counts of others."""
    angle = _main(event.angleDelta())
    return angle != 0 and angle % NOTCH == 0 and not _is_from_pad(event)


def _main(delta: QPoint) -> int:
    """Return forth and back; with Shift or Alt held, some systems make left and right of it."""
    return delta.y() or delta.x()
