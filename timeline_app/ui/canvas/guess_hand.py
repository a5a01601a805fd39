# SPDX-License-Identifier: MIT
"""A guess under mouse, finger and keys, while a class is asked: before anything else hears of them."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QEventPoint, QKeyEvent, QMouseEvent, QTouchEvent

from timeline_app.chrono.ticks import UNITS, finest_unit
from timeline_app.scene.time_fold import instant_of
from timeline_app.state.commands import Commands
from timeline_app.state.ruler import LEAST_POINT_PX, PointKind, RulerPoint
from timeline_app.ui.canvas.widget import CanvasWidget
from timeline_app.ui.latin_keys import key_text, latin_text


class GuessHand(QObject):
    """Filters the canvas's events while `is_asking`: a press in the lanes puts the guess there, and a drag takes it along.

    Whatever is not in the lanes, the wheel, and what two fingers do, goes its usual way.
    """

    def __init__(self, canvas: CanvasWidget, commands: Commands, is_asking: Callable[[], bool]) -> None:
        super().__init__(canvas)
        self._canvas: Final = canvas
        self._commands = commands
        self._is_asking = is_asking
        self._is_held = False
        canvas.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's: take what is the guess's."""
        if not self._is_asking():
            self._is_held = False
        elif isinstance(event, QMouseEvent):
            return self._take_mouse(event)
        elif isinstance(event, QTouchEvent):
            return self._take_touch(event)
        elif isinstance(event, QKeyEvent):
            return self._take_key(event)
        return super().eventFilter(watched, event)

    def _take_key(self, event: QKeyEvent) -> bool:
        """Send the guess's command of a key; at the names of the lanes and the tray keys mean what they mean there."""
        if self._canvas.is_at_heads or self._canvas.is_at_tray:
            return False
        key = latin_text(event, sys.platform) or key_text(event)
        ids = [spec.id for spec in self._commands.specs.values() if spec.on_guess]
        found = next((name for name in ids if key in self._commands.keys_of(name)), "")
        if not found or event.type() == QEvent.Type.KeyRelease:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            # Else the events' shortcuts would have it: the arrows, say.
            event.accept()
            return True
        return self._commands.send(found)

    def _take_mouse(self, event: QMouseEvent) -> bool:
        kind, at = event.type(), event.position()
        if kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
            return event.button() is Qt.MouseButton.LeftButton and self._press(at)
        if not self._is_held:
            if kind == QEvent.Type.MouseMove and not event.buttons() and self._is_in_lanes(at):
                self._canvas.set_pointer(Qt.CursorShape.SizeHorCursor)
                return True
            return False
        if kind == QEvent.Type.MouseMove:
            self._place(at)
        elif kind == QEvent.Type.MouseButtonRelease and event.button() is Qt.MouseButton.LeftButton:
            self._is_held = False
        return True

    def _take_touch(self, event: QTouchEvent) -> bool:
        points = [point for point in event.points() if point.state() is not QEventPoint.State.Released]
        if event.type() == QEvent.Type.TouchBegin and len(event.points()) == 1:
            event.setAccepted(self._press(event.points()[0].position()))
            return event.isAccepted()
        if not self._is_held:
            return False
        if event.type() in (QEvent.Type.TouchCancel, QEvent.Type.TouchEnd) or len(points) > 1:
            # Two fingers zoom, as ever.
            self._is_held = False
            return event.type() == QEvent.Type.TouchEnd
        self._place(points[0].position())
        event.accept()
        return True

    def _press(self, at: QPointF) -> bool:
        if not self._is_in_lanes(at) or not self._canvas.hand.is_ready:
            return False
        self._is_held = True
        self._canvas.setFocus(Qt.FocusReason.MouseFocusReason)
        self._place(at)
        return True

    def _place(self, at: QPointF) -> None:
        """Put the guess at a place, in the finest unit that can be told apart there."""
        scale, fold = self._canvas.hand.scale, self._canvas.stage.fold
        unit = finest_unit(scale.seconds_per_px, LEAST_POINT_PX)
        at_s = unit.floor(instant_of(fold, scale.axis_at(at.x())) + unit.span_s // 2)
        point = RulerPoint(PointKind.MOMENT, at_s=at_s, unit=UNITS.index(unit))
        self._commands.send("predict.place", at=point.text)

    def _is_in_lanes(self, at: QPointF) -> bool:
        scene = self._canvas.scene
        return scene is not None and scene.lanes_rect.contains(at.x(), at.y())
