# SPDX-License-Identifier: MIT
"""Fingers as Qt tells of them, for all surfaces that follow them: which are down, and what is a tap."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent
from PySide6.QtGui import QEventPoint, QTouchEvent

from timeline_app.scene.pinch import Touch

TAP_WITHIN_PX: Final = 12.0
"""A finger that moves less than this meant a tap: it is never quite still."""


def fingers_down(event: QTouchEvent) -> list[Touch]:
    """Return the fingers that are down now; none where the touch was taken back."""
    if event.type() == QEvent.Type.TouchCancel:
        return []
    return [_touch(point) for point in event.points() if point.state() != QEventPoint.State.Released]


def is_beyond_tap(first: Touch, now: Touch) -> bool:
    """Tell whether a finger has gone farther than one that taps."""
    return max(abs(now.x - first.x), abs(now.y - first.y)) >= TAP_WITHIN_PX


def _touch(point: QEventPoint) -> Touch:
    return Touch(point.id(), point.position().x(), point.position().y())
